#include "platform/http/tests/socket_client.h"

#include "platform/http/fields.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

namespace onroll::http::tests {

std::string Answer::header(std::string_view name) const
{
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(rest.size(), line.size() + 2));
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && same_word(line.substr(0, colon), name))
            return std::string(line.substr(colon + 2));
    }
    return {};
}

Client::Client(std::uint16_t port, std::chrono::milliseconds patience)
{
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval wait{patience.count() / 1000, patience.count() % 1000 * 1000};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

Client::~Client()
{
    ::close(socket_);
}

bool Client::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Client::read_more()
{
    std::array<char, 65536> piece;
    const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count <= 0) return false;
    received_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

Answer Client::answer(bool head_only)
{
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!read_more()) return {};
    }
    Answer answer;
    answer.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    answer.status = std::atoi(answer.head.substr(9, 3).c_str());
    const auto length = answer.header("Content-Length");
    const auto expected = head_only || length.empty() ? 0 : std::stoul(length);
    while (received_.size() < expected) {
        if (!read_more()) return {};
    }
    answer.body = received_.substr(0, expected);
    received_.erase(0, expected);
    return answer;
}

Answer Client::ask(std::string_view bytes)
{
    send(bytes); // the server may have answered and closed before the last byte
    return answer();
}

bool Client::is_closed_by_server()
{
    char byte = 0;
    const auto count = ::recv(socket_, &byte, 1, 0);
    return count == 0 || (count < 0 && errno == ECONNRESET);
}

std::string get_text(std::string_view path, std::string_view more_headers)
{
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" +
           std::string(more_headers) + "\r\n";
}

} // namespace onroll::http::tests
