// A client that sends exactly the bytes it is given: plain POSIX sockets, so that the server is not
// tested with itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace onroll::http::tests {

struct Answer {
    int status = 0;
    std::string head;
    std::string body;

    /// False when none came.
    explicit operator bool() const { return status != 0; }
    /// The first value of a header; empty where absent.
    std::string header(std::string_view name) const;
};

class Client {
public:
    /// Connects to 127.0.0.1. Reads wait no longer than `patience`.
    explicit Client(std::uint16_t port,
                    std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }
    /// False when the server has closed.
    bool send(std::string_view bytes);
    /// The next whole answer, by its Content-Length. False when the connection ended or patience
    /// did.
    Answer answer(bool head_only = false);
    /// Sends and reads.
    Answer ask(std::string_view bytes);
    /// True when the server closes before patience ends.
    bool is_closed_by_server();

private:
    bool read_more();

    int socket_ = -1;
    bool connected_ = false;
    std::string received_;
};

/// "GET path" with a Host that the server answers.
std::string get_text(std::string_view path, std::string_view more_headers = {});

} // namespace onroll::http::tests
