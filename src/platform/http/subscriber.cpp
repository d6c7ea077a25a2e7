#include "platform/http/subscriber.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace onroll::http {

std::string subscriber_of(std::string_view address)
{
    // "fe80::1%eth0": the name of the card is no part of the address.
    const std::string text(address.substr(0, address.find('%')));
    in6_addr six{};
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return std::string(address);
    std::array<char, INET6_ADDRSTRLEN> written{};
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        inet_ntop(AF_INET, &six.s6_addr[12], written.data(), written.size());
        return written.data();
    }
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    inet_ntop(AF_INET6, &six, written.data(), written.size());
    return std::string(written.data()) + "/64";
}

} // namespace onroll::http
