#include "platform/json/json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace json_test {

using namespace onroll;

TEST_CASE("members keep the order in which they stand")
{
    const auto value = json::parse(R"({"z":1,"a":[true,null,"x"]})");
    REQUIRE(value.has_value());
    CHECK(json::print(*value) == R"({"z":1,"a":[true,null,"x"]})");
}

TEST_CASE("text that is not JSON is refused with its line and column")
{
    const auto refused = json::parse("{\n  \"a\": nope\n}");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("line 2") != std::string::npos);
    CHECK_FALSE(json::parse("").has_value());
    CHECK_FALSE(json::parse("{} {}").has_value());
    CHECK_FALSE(json::parse("\"\xC0\x80\"").has_value());
}

TEST_CASE("a member named twice, deep nesting and too many bytes are refused")
{
    CHECK_FALSE(json::parse(R"({"a":1,"a":2})").has_value());
    CHECK(json::parse(R"({"a":{"a":2},"b":[{"a":1},{"a":1}]})").has_value());
    CHECK_FALSE(json::parse(std::string(200'000, '[')).has_value());
    CHECK_FALSE(json::parse("[[[1]]]", json::Limits{100, 2}).has_value());
    CHECK(json::parse("[[1]]", json::Limits{100, 2}).has_value());
    CHECK(json::parse("[1,2,3]", json::Limits{4, 10}).error().kind == ErrorKind::too_large);
}

TEST_CASE("an object with more members than the limit is refused, and a long name is shortened")
{
    std::string members;
    for (int i = 0; i <= 1000; ++i)
        members += (i == 0 ? "" : ",") + ("\"m" + std::to_string(i)) + "\":1";
    CHECK_FALSE(json::parse("{" + members + "}").has_value());
    const json::Limits more{.members = 1001};
    CHECK(json::parse("{" + members + "}", more).has_value());
    const auto name = "\"" + std::string(79, 'x') + "\xC3\xA9" + std::string(5000, 'y') + "\":1";
    const auto twice = json::parse("{" + name + "," + name + "}");
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().message.ends_with("x…"));
}

TEST_CASE("a long list of small objects takes one pass, as a short one does")
{
    // Half a million: minutes where reading is quadratic, so the suite would not end.
    std::string text = "[{}";
    for (int i = 0; i < 500'000; ++i) text += ",{}";
    const auto value = json::parse(text + "]");
    REQUIRE(value.has_value());
    CHECK(value->size() == 500'001);
}

TEST_CASE("a member is asked for by name and an error says which it is")
{
    const auto value =
        *json::parse(R"({"name":"x","count":3,"on":"2026-02-29","open":"yes","none":null})");
    CHECK(json::text(value, "name").value() == "x");
    CHECK(json::integer(value, "count").value() == 3);
    CHECK(json::text(value, "count", "/schools/0").error().where == "/schools/0/count");
    CHECK_FALSE(json::day(value, "on").has_value());
    CHECK_FALSE(json::optional_boolean(value, "open").has_value());
    CHECK_FALSE(json::text(value, "none").has_value());
    CHECK(json::optional_text(value, "none").value() == std::nullopt);
    CHECK(json::optional_day(value, "absent").value() == std::nullopt);
    CHECK_FALSE(json::integer(*json::parse(R"({"n":18446744073709551615})"), "n").has_value());
}

TEST_CASE("bytes that are not UTF-8 are printed as the replacement character")
{
    CHECK(json::print(json::Value("a\xFF")) == "\"a\uFFFD\"");
}

TEST_CASE("any bytes are parsed or refused")
{
    CHECK(rc::check([](const std::string& bytes) {
        const auto value = json::parse(bytes);
        if (value) RC_ASSERT(json::parse(json::print(*value)).has_value());
    }));
}

} // namespace json_test
