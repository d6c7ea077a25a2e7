// By what visitors are counted, and that the counters count by it.
#include "platform/http/body_room.h"
#include "platform/http/connection_caps.h"
#include "platform/http/subscriber.h"

#include <doctest/doctest.h>

namespace onroll::http::subscriber_test {

TEST_CASE("an address of IPv6 is counted by its first 64 bits")
{
    CHECK(subscriber_of("2001:db8:0:1::7") == "2001:db8:0:1::/64");
    CHECK(subscriber_of("2001:db8:0:1:ffff:ffff:ffff:ffff") == "2001:db8:0:1::/64");
    CHECK(subscriber_of("2001:DB8:0:1::7") == subscriber_of("2001:db8:0000:0001:0:0:0:8"));
    CHECK(subscriber_of("2001:db8:0:2::7") != subscriber_of("2001:db8:0:1::7"));
    CHECK(subscriber_of("fe80::1%eth0") == "fe80::/64");
}

TEST_CASE("an address of IPv4 is counted whole, also where it is written as IPv6")
{
    CHECK(subscriber_of("192.0.2.7") == "192.0.2.7");
    CHECK(subscriber_of("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(subscriber_of("::ffff:192.0.2.8") != subscriber_of("::ffff:192.0.2.7"));
}

TEST_CASE("what is no address is counted as it is")
{
    CHECK(subscriber_of("").empty());
    CHECK(subscriber_of("nobody") == "nobody");
    CHECK(subscriber_of("192.0.2") == "192.0.2");
}

TEST_CASE("connections from one network of IPv6 share the cap of one address")
{
    ConnectionCaps caps(10, 2);
    CHECK(caps.admit("2001:db8:0:1::1"));
    CHECK(caps.admit("2001:db8:0:1::2"));
    CHECK_FALSE(caps.admit("2001:db8:0:1::3"));
    CHECK(caps.admit("2001:db8:0:2::1"));
    caps.leave("2001:db8:0:1::1");
    CHECK(caps.admit("2001:db8:0:1::3"));
}

TEST_CASE("requests from one network of IPv6 share the room of one address")
{
    const auto more = BodyRoom::free_for_each + 600;
    BodyRoom room(2'000, 1'000);
    BodyRoom::Share first(room, "2001:db8:0:1::1");
    BodyRoom::Share second(room, "2001:db8:0:1::2");
    BodyRoom::Share elsewhere(room, "2001:db8:0:2::1");
    CHECK(first.holds(more));
    CHECK_FALSE(second.holds(more));
    CHECK(elsewhere.holds(more));
}

} // namespace onroll::http::subscriber_test
