#include "platform/http/header_values.h"
#include "platform/http/percent.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace onroll::http::header_values_test {

TEST_CASE("percent escapes are read once and plus is a space only in forms")
{
    CHECK(percent_decoded("a%20b%2Bc+d", Plus::is_space) == "a b+c d");
    CHECK(percent_decoded("a+b", Plus::is_plus) == "a+b");
    CHECK(percent_decoded("%2541", Plus::is_plus) == "%41");
    CHECK(percent_decoded("caf%C3%A9", Plus::is_plus) == "café");
}

TEST_CASE("broken escapes, NUL and bytes that are not UTF-8 are refused")
{
    for (const auto* text : {"%", "%4", "%zz", "a%0", "%00", "%C3", "%C0%80", "%ED%A0%80",
                             "%F5%80%80%80", "%E0%80%80", "%FF"}) {
        CAPTURE(text);
        CHECK_FALSE(percent_decoded(text, Plus::is_plus));
    }
}

TEST_CASE("what is encoded decodes to the same text")
{
    const std::string text = "St. Mary's & co/50% +é~";
    CHECK(percent_encoded(text) == "St.%20Mary%27s%20%26%20co%2F50%25%20%2B%C3%A9~");
    CHECK(percent_decoded(percent_encoded(text), Plus::is_space) == text);
}

TEST_CASE("pairs keep their order, repeat, and may lack a value")
{
    const auto pairs = parse_pairs("a=1&b=2+3&a=%26&&c&=d");
    REQUIRE(pairs);
    CHECK((*pairs)["a"] == "1");
    CHECK(pairs->all("a").size() == 2);
    CHECK(pairs->all("a")[1] == "&");
    CHECK((*pairs)["b"] == "2 3");
    CHECK(pairs->find("c") == "");
    CHECK(pairs->find("") == "d");
    CHECK_FALSE(pairs->find("e"));
}

TEST_CASE("too many pairs, too long names and too long values are too large")
{
    CHECK(parse_pairs("a&b&c", {.pairs = 2}).error().kind == ErrorKind::too_large);
    CHECK(parse_pairs("abc=1", {.name_bytes = 2}).error().kind == ErrorKind::too_large);
    CHECK(parse_pairs("a=123", {.value_bytes = 2}).error().kind == ErrorKind::too_large);
    CHECK(parse_pairs("a=12&b", {.pairs = 2, .name_bytes = 1, .value_bytes = 2}));
    CHECK(parse_pairs("a=%4").error().kind == ErrorKind::bad_input);
}

TEST_CASE("a target is split into decoded segments and query")
{
    const auto target = parse_target("/schools/a%2Fb/c%20d?name=St+Mary&name=x");
    REQUIRE(target);
    CHECK(target->path == "/schools/a/b/c d");
    CHECK(target->segments == std::vector<std::string>{"schools", "a/b", "c d"});
    CHECK(target->query["name"] == "St Mary");
    CHECK(target->query.size() == 2);
    CHECK(target->authority.empty());
}

TEST_CASE("an absolute target gives its authority")
{
    const auto target = parse_target("http://onroll.example:81?x=1");
    REQUIRE(target);
    CHECK(target->authority == "onroll.example:81");
    CHECK(target->path == "/");
    CHECK(target->query["x"] == "1");
    CHECK(parse_target("*")->path == "*");
}

TEST_CASE("targets that are no paths, or hold control characters, are refused")
{
    for (const auto* target :
         {"", "schools", "http://", "ftp://x/", "javascript:alert(1)", "/a#b", "/a\\b", "/%0a",
          "/%7f", "/%", "/%ff", "/x?%zz", "example.org:443"}) {
        CAPTURE(target);
        CHECK_FALSE(parse_target(target));
    }
}

TEST_CASE("cookies are read where they can be and left out where not")
{
    const auto cookies = parse_cookies(R"(a=1; b="two"; bad name=3; c=x=y; alone; =none; d=)");
    CHECK(cookies.size() == 4);
    CHECK(cookies["a"] == "1");
    CHECK(cookies["b"] == "two");
    CHECK(cookies["c"] == "x=y");
    CHECK(cookies.find("d") == "");
    CHECK(parse_cookies("x=\x01").empty());
}

TEST_CASE("a content type is read with its parameters")
{
    const auto type = parse_content_type(R"(Multipart/Form-Data; charset=UTF-8; boundary="a b-c")");
    REQUIRE(type);
    CHECK(type->type == "multipart/form-data");
    CHECK(type->charset == "utf-8");
    CHECK(type->boundary == "a b-c");
    CHECK(parse_content_type("text/csv;")->type == "text/csv");
}

TEST_CASE("content types of another shape are refused")
{
    const std::string long_boundary = "multipart/form-data; boundary=" + std::string(71, 'x');
    for (const std::string& header :
         {std::string(""), std::string("text"), std::string("text/"), std::string("a b/c"),
          std::string("text/csv charset=x"), std::string("text/csv; charset"),
          std::string("multipart/form-data; boundary="),
          std::string("multipart/form-data; boundary=\"a"),
          std::string("multipart/form-data; boundary=a; boundary=b"),
          std::string("multipart/form-data; boundary=a\"b"), long_boundary}) {
        CAPTURE(header);
        CHECK_FALSE(parse_content_type(header));
    }
}

TEST_CASE("brotli is preferred to gzip, and neither is used when refused")
{
    CHECK(preferred_encoding("gzip, deflate, br") == Encoding::brotli);
    CHECK(preferred_encoding("gzip;q=1.0, br;q=0") == Encoding::gzip);
    CHECK(preferred_encoding("br;q=0.000, GZIP;q=0.5") == Encoding::gzip);
    CHECK(preferred_encoding("identity, deflate") == Encoding::identity);
    CHECK(preferred_encoding("") == Encoding::identity);
    CHECK(preferred_encoding("gzip;q=zero") == Encoding::identity);
}

TEST_CASE("entity tags are compared weakly, in lists, and with a star")
{
    CHECK(matches_etag(R"("a", W/"b")", R"(W/"b")"));
    CHECK(matches_etag(R"("b")", R"(W/"b")"));
    CHECK(matches_etag("*", R"(W/"b")"));
    CHECK_FALSE(matches_etag(R"("ab")", R"(W/"b")"));
    CHECK_FALSE(matches_etag("", R"(W/"b")"));
}

TEST_CASE("a host is a name or an address with an optional port")
{
    CHECK(parse_host("Onroll.Example.")->name == "onroll.example");
    CHECK(parse_host("onroll.example:8080")->port == 8080);
    CHECK(parse_host("[::1]:80")->name == "[::1]");
    for (const auto* header : {"", ":80", "a b", "a/b", "a@b", "a:b", "a:70000", "a:80:90",
                               "a:", "[::1", "[xyz]", "[]", "a,b", "\xff"}) {
        CAPTURE(header);
        CHECK_FALSE(parse_host(header));
    }
}

TEST_CASE("a host that is not ours is told apart from one that cannot be read")
{
    const std::array<std::string, 2> ours{"localhost", "onroll.example"};
    CHECK(check_host("ONROLL.example:81", ours) == HostCheck::ours);
    CHECK(check_host("onroll.example.evil.org", ours) == HostCheck::another);
    CHECK(check_host("onroll.example@evil.org", ours) == HostCheck::malformed);
}

TEST_CASE("a request whose length could be read in two ways is refused")
{
    const Headers well{{"Host", "a"}, {"Content-Length", "3"}};
    CHECK_FALSE(framing_fault(well, 11));
    CHECK_FALSE(framing_fault({{"Host", "a"}, {"transfer-encoding", "Chunked"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Content-Length", "3"}, {"content-length", "3"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Content-Length", "3, 3"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Content-Length", "+3"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Content-Length", "-3"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Content-Length", "3"}, {"Transfer-Encoding", "chunked"}},
                        11));
    CHECK(framing_fault({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, 10));
    CHECK(framing_fault(well, 12));
}

TEST_CASE("a request without Host, or with two, is refused")
{
    CHECK(framing_fault({}, 11));
    CHECK(framing_fault({{"Host", "a"}, {"host", "b"}}, 11));
}

TEST_CASE("lengths are plain decimal numbers")
{
    CHECK(parse_length("0") == 0);
    CHECK(parse_length("9223372036854775807") == 9'223'372'036'854'775'807U);
    for (const auto* text :
         {"", "9223372036854775808", "99999999999999999999", "1e3", "0x1", " 1", "-1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_length(text));
    }
}

} // namespace onroll::http::header_values_test
