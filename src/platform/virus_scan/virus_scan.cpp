#include "platform/virus_scan/virus_scan.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace onroll::virus_scan {
namespace virus_scan_detail {

constexpr std::size_t largest_piece = 64 * 1024;
constexpr std::size_t longest_answer = 4096;

Error no_answer(std::string why)
{
    return {ErrorKind::unavailable,
            "The virus scanner does not answer. Try again in a few minutes",
            std::move(why),
            {}};
}

Error no_address()
{
    return bad_input("The virus scanner’s address must be a socket, as /run/clamav/clamd.ctl, or a "
                     "port of this machine, as 127.0.0.1:3310");
}

Result<std::uint16_t> read_port(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (trouble != std::errc() || end != text.data() + text.size() || port == 0)
        return no_address();
    return port;
}

/// Whether it is connected; errno says why not.
bool connect_to(int descriptor, const ScannerAddress& address)
{
    if (!address.socket_path.empty()) {
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        address.socket_path.copy(where.sun_path, sizeof where.sun_path - 1);
        return ::connect(descriptor, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
    }
    if (address.internet_v6) {
        sockaddr_in6 where{};
        where.sin6_family = AF_INET6;
        where.sin6_addr = in6addr_loopback;
        where.sin6_port = htons(address.port);
        return ::connect(descriptor, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
    }
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(address.port);
    return ::connect(descriptor, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
}

int family_of(const ScannerAddress& address)
{
    if (!address.socket_path.empty()) return AF_UNIX;
    return address.internet_v6 ? AF_INET6 : AF_INET;
}

} // namespace virus_scan_detail
using namespace virus_scan_detail;

Result<ScannerAddress> ScannerAddress::parse(std::string_view text)
{
    constexpr std::string_view unix_prefix = "unix:";
    if (text.starts_with(unix_prefix)) text.remove_prefix(unix_prefix.size());
    ScannerAddress address;
    if (text.starts_with('/')) {
        if (text.size() >= sizeof(sockaddr_un::sun_path)) return no_address();
        address.socket_path = text;
        return address;
    }
    for (const std::string_view host : {"127.0.0.1:", "localhost:", "[::1]:"}) {
        if (!text.starts_with(host)) continue;
        const auto port = read_port(text.substr(host.size()));
        if (!port) return port.error();
        address.port = *port;
        address.internet_v6 = host.starts_with('[');
        return address;
    }
    return no_address();
}

Result<Scanned> read_answer(std::string_view answer)
{
    constexpr std::string_view subject = "stream: ";
    constexpr std::string_view found = " FOUND";
    while (!answer.empty() && (answer.back() == '\0' || answer.back() == '\n'))
        answer.remove_suffix(1);
    if (answer == "stream: OK") return Scanned{};
    if (answer.starts_with(subject) && answer.ends_with(found) &&
        answer.size() > subject.size() + found.size())
        return Scanned{Verdict::infected,
                       std::string(answer.substr(subject.size(),
                                                 answer.size() - subject.size() - found.size()))};
    return no_answer(std::string(answer.substr(0, 200)));
}

struct Scan::Inside {
    int descriptor = -1;
    bool sending = true; ///< until the scanner hangs up; its answer may say why

    ~Inside()
    {
        if (descriptor >= 0) ::close(descriptor);
    }

    void send(std::string_view bytes)
    {
        while (sending && !bytes.empty()) {
            const auto count = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0)
                sending = false;
            else
                bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    void send_length(std::size_t length)
    {
        const auto number = htonl(static_cast<std::uint32_t>(length));
        send({reinterpret_cast<const char*>(&number), sizeof number});
    }

    std::string receive() const
    {
        std::string answer;
        std::array<char, 512> piece;
        while (answer.size() < longest_answer) {
            const auto count = ::recv(descriptor, piece.data(), piece.size(), 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            answer.append(piece.data(), static_cast<std::size_t>(count));
            if (answer.back() == '\0') break;
        }
        return answer;
    }
};

Scan::Scan(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Scan::Scan(Scan&&) noexcept = default;
Scan::~Scan() = default;

Result<Scan> Scan::begin(const ScannerAddress& address, std::chrono::seconds wait)
{
    auto inside = std::make_unique<Inside>();
    inside->descriptor = ::socket(family_of(address), SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (inside->descriptor < 0) return no_answer(std::strerror(errno));
    const timeval time{.tv_sec = wait.count(), .tv_usec = 0};
    ::setsockopt(inside->descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    ::setsockopt(inside->descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    if (!connect_to(inside->descriptor, address)) return no_answer(std::strerror(errno));
    inside->send({"zINSTREAM\0", 10});
    return Scan(std::move(inside));
}

void Scan::give(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto piece = bytes.substr(0, largest_piece);
        inside_->send_length(piece.size());
        inside_->send(piece);
        bytes.remove_prefix(piece.size());
    }
}

Result<Scanned> Scan::finish()
{
    inside_->send_length(0);
    return read_answer(inside_->receive());
}

} // namespace onroll::virus_scan
