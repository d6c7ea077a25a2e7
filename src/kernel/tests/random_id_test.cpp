#include "kernel/random_id.h"

#include <doctest/doctest.h>

using namespace onroll;

TEST_CASE("a random identifier is 32 small hexadecimal digits and nothing else")
{
    using ThingId = RandomId<struct ThingTag>;
    CHECK(ThingId::parse("0123456789abcdef0123456789abcdef").value().text() ==
          "0123456789abcdef0123456789abcdef");
    CHECK(ThingId::parse("0123456789ABCDEF0123456789ABCDEF").error().kind == ErrorKind::not_found);
    CHECK_FALSE(ThingId::parse(""));
    CHECK_FALSE(ThingId::parse("0123456789abcdef0123456789abcde"));
    CHECK_FALSE(ThingId::parse("0123456789abcdef0123456789abcde/"));
}
