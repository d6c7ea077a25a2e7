// The parts of an archive, within limits.
#include "platform/documents/zip_parts.h"

#include "platform/documents/zip_of.h"

#include <doctest/doctest.h>

#include <string>

namespace zip_parts_test {

using namespace onroll::documents;

std::string an_archive()
{
    return zip_of({{"one.xml", "<a/>", Packed::no}, {"two.xml", "<bcd/>", Packed::yes}});
}

TEST_CASE("parts are unpacked by their place, and one again takes from what is left")
{
    const auto bytes = an_archive();
    auto parts = ZipParts::open(bytes, 2, 16);
    REQUIRE(parts);
    REQUIRE(parts->count() == 2);
    CHECK(parts->name(0) == "one.xml");
    CHECK(parts->name(1) == "two.xml");
    CHECK(parts->unpack(0) == "<a/>");
    CHECK(parts->unpack(1) == "<bcd/>");
    CHECK(parts->unpack(1) == "<bcd/>");
    CHECK_FALSE(parts->unpack(0)); // sixteen bytes are gone
    CHECK_FALSE(parts->unpack(2));
    CHECK(parts->name(2).empty());
}

TEST_CASE("an archive with more parts or bytes than are read is refused, and so is what is none")
{
    const auto bytes = an_archive();
    CHECK_FALSE(ZipParts::open(bytes, 1, 100));
    CHECK_FALSE(ZipParts::open("no archive", 10, 100));
    CHECK_FALSE(ZipParts::open(std::string_view(bytes).substr(0, bytes.size() - 30), 10, 100));
    auto small = ZipParts::open(bytes, 2, 5);
    REQUIRE(small);
    CHECK(small->unpack(0) == "<a/>");
    CHECK_FALSE(small->unpack(1));
}

} // namespace zip_parts_test
