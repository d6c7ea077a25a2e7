// Whose connection an address is, where visitors are counted: one subscriber to IPv6 has a whole
// network of addresses and could pass for as many visitors. Pure.
#pragma once

#include <string>
#include <string_view>

namespace onroll::http {

/// What visitors are counted by: of an IPv6 address the network that one subscriber has at least,
/// its first 64 bits, "2001:db8:0:1::/64"; of IPv4 the whole, also where it is written as IPv6.
/// Text that is no address is given back as it is.
/// Source: RFC 4291, sections 2.5.1 and 2.5.5.2; RFC 6177 (BCP 157), section 2.
std::string subscriber_of(std::string_view address);

} // namespace onroll::http
