// What a mail server answers, line by line: a message counts as taken only where the server asked
// for it and took it, is refused for good by a 5xx answer alone, and none of the server's words
// gets into ours.
#include "platform/http_client/smtp.h"

#include "target.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

namespace smtp_answer_fuzz {

using namespace onroll;

/// A mail server on this machine that says the pieces between the zero bytes, one after each thing
/// that it is told, and then closes.
class SaysInTurn {
public:
    SaysInTurn()
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof where;
        auto* address = reinterpret_cast<sockaddr*>(&where);
        if (socket_ < 0 || ::bind(socket_, address, size) != 0 || ::listen(socket_, 4) != 0 ||
            ::getsockname(socket_, address, &size) != 0)
            std::abort();
        port_ = ntohs(where.sin_port);
    }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

    void serve_one(std::string_view said) const
    {
        pollfd waits{socket_, POLLIN, 0};
        if (::poll(&waits, 1, 1000) != 1) return;
        const int visitor = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (visitor < 0) return;
        const timeval patience{0, 10000}; // whoever says nothing more is told the next piece
        ::setsockopt(visitor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        while (!said.empty()) {
            const auto end = said.find('\0');
            const auto piece = said.substr(0, end);
            said = end == std::string_view::npos ? std::string_view() : said.substr(end + 1);
            if (!piece.empty() && ::send(visitor, piece.data(), piece.size(), MSG_NOSIGNAL) < 0)
                break;
            char heard[4096];
            if (::recv(visitor, heard, sizeof heard, 0) == 0) break;
        }
        ::close(visitor);
    }

private:
    int socket_ = -1;
    int port_ = 0;
};

bool is_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace smtp_answer_fuzz

FUZZ_TARGET(smtp_answer)
{
    using namespace smtp_answer_fuzz;
    // A turn takes a round between two threads, so a few of them are enough.
    const std::string_view said(reinterpret_cast<const char*>(bytes), size < 1024 ? size : 1024);
    static const SaysInTurn server;
    std::thread serving([&] { server.serve_one(said); });
    const auto sent = http_client::send_by_smtp(
        {.url = server.url(), .patience = std::chrono::milliseconds(300), .without_tls = true},
        "onroll@example.org", "kim@example.org", "Subject: A subject\r\n\r\nSome words\r\n");
    serving.join();
    if (sent) {
        if (said.find("354") == std::string_view::npos ||
            said.find("250") == std::string_view::npos)
            std::abort();
        return 0;
    }
    const auto& why = sent.error();
    if (why.message != "The mail server did not take the message") std::abort();
    const std::string_view detail(why.detail);
    constexpr std::string_view answer = "answer ";
    const bool by_code = detail.starts_with(answer);
    if (by_code && !is_number(detail.substr(answer.size()))) std::abort();
    const bool for_good = why.kind == ErrorKind::bad_input;
    if (for_good &&
        !(by_code && detail.size() == answer.size() + 3 && detail[answer.size()] == '5'))
        std::abort();
    return 0;
}
