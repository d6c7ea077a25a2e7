#include "platform/http/intake.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace onroll::http::intake_test {

using namespace std::chrono_literals;

Router a_router()
{
    Router router;
    router.get("/schools/{urn}", Policy::open_to_all(), [](const Request&) { return text("x"); });
    router.post("/upload", Policy::open_to_all(), [](const Request&) { return text("x"); },
                {.body_limit = 1000});
    return router;
}

RequestHead a_head(std::string method, std::string target,
                   Headers headers = {{"Host", "localhost"}})
{
    return {std::move(method), std::move(target), 11, std::move(headers), "0123456789abcdef"};
}

/// The status of the refusal; 0 when the head was accepted.
int refused_with(RequestHead head)
{
    const std::array<std::string, 1> ours{"localhost"};
    const auto router = a_router();
    const auto taken = take_head(std::move(head), ours, router);
    const auto* refusal = std::get_if<Refusal>(&taken);
    return refusal ? refusal->status : 0;
}

TEST_CASE("a head that is well formed finds its route")
{
    const std::array<std::string, 1> ours{"localhost"};
    const auto router = a_router();
    const auto taken = take_head(a_head("GET", "/schools/100001?x=1"), ours, router);
    const auto* accepted = std::get_if<Accepted>(&taken);
    REQUIRE(accepted != nullptr);
    CHECK(accepted->route == &router.routes().front());
    CHECK(accepted->request.path_parameter("urn") == "100001");
    CHECK(accepted->request.id() == "0123456789abcdef");
    CHECK(accepted->request.form().empty());
}

TEST_CASE("heads are refused by the standard's statuses")
{
    CHECK(refused_with(a_head("GET", "/nothing")) == 0);
    CHECK(refused_with(a_head("TRACE", "/")) == 501);
    CHECK(refused_with(a_head("GET", "/" + std::string(9000, 'a'))) == 414);
    CHECK(refused_with(a_head("GET", "/%")) == 400);
    CHECK(refused_with(a_head("GET", "/", {})) == 400);
    CHECK(refused_with(a_head("GET", "/", {{"Host", "a b"}})) == 400);
    CHECK(refused_with(a_head("GET", "/", {{"Host", "evil.example"}})) == 421);
    CHECK(refused_with(a_head("GET", "http://evil.example/")) == 421);
    CHECK(refused_with(
              a_head("POST", "/upload", {{"Host", "localhost"}, {"Content-Length", "x"}})) == 400);
}

TEST_CASE("the names answered are ours, the loopback's and the address itself")
{
    ServerSettings settings;
    settings.address = "::1";
    settings.hosts = {"Onroll.Example", "not a name"};
    CHECK(names_answered(settings) ==
          std::vector<std::string>{"localhost", "127.0.0.1", "[::1]", "onroll.example", "[::1]"});
}

TEST_CASE("a body is held to its size and its pace")
{
    ServerSettings settings;
    settings.deadlines.body = 100s;
    settings.deadlines.body_grace = 5s;
    settings.deadlines.body_bytes_per_second = 10;
    const auto request = Request::post("/upload", "", "text/plain");
    BodyRoom room(settings.bodies_in_memory);
    BodyRoom::Share share(room);
    BodyIntake intake(request, 100, settings, share);
    CHECK_FALSE(intake.take("x", 5s));
    CHECK_FALSE(intake.take(std::string(59, 'x'), 6s));
    CHECK(intake.take("x", 7s)->status == 408);
    CHECK_FALSE(intake.take(std::string(39, 'x'), 8s));
    CHECK(intake.take("x", 8s)->status == 413);
    BodyIntake longest(request, 10'000, settings, share);
    CHECK(longest.take(std::string(5000, 'x'), 101s)->status == 408);
}

TEST_CASE("a body becomes text, a form or a refusal")
{
    const ServerSettings settings;
    BodyRoom room(settings.bodies_in_memory);
    BodyRoom::Share share(room);
    auto plain = Request::post("/upload", "", "text/plain");
    BodyIntake first(plain, 100, settings, share);
    CHECK_FALSE(first.take("ab", 1ms));
    CHECK_FALSE(first.take("c", 2ms));
    CHECK_FALSE(first.finish(plain));
    CHECK(plain.body() == "abc");

    RequestParts parts;
    parts.method = Method::post;
    parts.headers = {{"Content-Type", "multipart/form-data; boundary=cut"}};
    parts.form = Form{};
    auto form = *Request::create(parts);
    BodyIntake second(form, 1000, settings, share);
    CHECK_FALSE(
        second.take("--cut\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--c", 1ms));
    CHECK_FALSE(second.take("ut--", 2ms));
    CHECK_FALSE(second.finish(form));
    CHECK(form.form()["a"] == "b");

    BodyIntake third(form, 1000, settings, share);
    CHECK(third.take("--cut\r\nnonsense\r\n\r\n", 1ms)->status == 400);
    BodyIntake half(form, 1000, settings, share);
    CHECK_FALSE(half.take("--cut\r\n", 1ms));
    CHECK(half.finish(form)->status == 400);

    parts.headers = {{"Content-Type", "multipart/form-data"}};
    auto unbounded = *Request::create(parts);
    BodyIntake fourth(unbounded, 1000, settings, share);
    CHECK_FALSE(fourth.take("x", 1ms));
    CHECK(fourth.finish(unbounded)->status == 400);
}

/// A post of text that says it is so long; that says nothing where `length` is empty.
Request raw_of(std::string length, std::string type = "text/csv")
{
    RequestParts parts;
    parts.method = Method::post;
    parts.headers = {{"Content-Type", std::move(type)}};
    if (!length.empty()) parts.headers.set("Content-Length", std::move(length));
    parts.form = Form{};
    return *Request::create(std::move(parts));
}

TEST_CASE("a body takes the room that it says it needs, and no more than its limit")
{
    const ServerSettings settings;
    BodyRoom room(50'000);
    const auto first_piece = [&](const std::string& length, std::uint64_t limit) {
        BodyRoom::Share share(room);
        const auto request = raw_of(length);
        BodyIntake body(request, limit, settings, share);
        return !body.take("x", 1ms);
    };
    const auto most = BodyRoom::free_for_each + 50'000;
    CHECK(first_piece(std::to_string(most), 1'000'000));
    CHECK_FALSE(first_piece(std::to_string(most + 1), 1'000'000));
    CHECK(first_piece("999999999", most));
    CHECK(first_piece("", 1'000'000));
}

TEST_CASE("a body that does not say its length is counted twice while it moves to where it grows")
{
    const ServerSettings settings;
    const std::string piece(20'000, 'x');
    const auto request = raw_of("");
    const auto takes_three_pieces = [&](std::uint64_t bytes) {
        BodyRoom room(bytes);
        BodyRoom::Share share(room);
        BodyIntake body(request, 1'000'000, settings, share);
        for (int count = 0; count < 3; ++count)
            if (body.take(piece, 1ms)) return false;
        return true;
    };
    // 40,000 bytes beside the 80,000 that they move to.
    CHECK_FALSE(takes_three_pieces(120'000 - BodyRoom::free_for_each - 1));
    CHECK(takes_three_pieces(120'000 - BodyRoom::free_for_each));
}

TEST_CASE("the words of a form count beside its body")
{
    const ServerSettings settings;
    const auto body = "a=" + std::string(19'998, 'x');
    const auto refused_in = [&](std::uint64_t bytes) {
        BodyRoom room(bytes);
        BodyRoom::Share share(room);
        auto request = raw_of("20000", "application/x-www-form-urlencoded");
        BodyIntake intake(request, 1'000'000, settings, share);
        REQUIRE_FALSE(intake.take(body, 1ms));
        const auto refusal = intake.finish(request);
        return refusal ? refusal->status : 0;
    };
    CHECK(refused_in(40'000 - BodyRoom::free_for_each - 1) == 503);
    CHECK(refused_in(40'000 - BodyRoom::free_for_each) == 0);
}

TEST_CASE("a part of a form counts with the room that it grows into")
{
    MultipartReader reader("cut", {});
    std::string begun = "--cut\r\nContent-Disposition: form-data; name=a\r\n\r\n";
    REQUIRE(reader.feed(begun));
    std::uint64_t fed = 0;
    std::uint64_t most_beside = 0;
    for (int count = 0; count < 50; ++count) {
        REQUIRE(reader.feed(std::string(10'000, 'x')));
        fed += 10'000;
        most_beside = std::max(most_beside, reader.in_memory() - fed);
    }
    // A text that grows has room beside what is in it; once it ended it has no more than it needs.
    CHECK(most_beside > 50'000);
    REQUIRE(reader.feed("\r\n--cut--\r\n"));
    CHECK(reader.in_memory() >= fed);
    CHECK(reader.in_memory() < fed + 30'000);
}

TEST_CASE("what lies in a file takes no room in memory, and what does not gives it back")
{
    ServerSettings settings;
    settings.form.upload_in_memory = 1000;
    BodyRoom room(10'000);
    RequestParts parts;
    parts.method = Method::post;
    parts.headers = {{"Content-Type", "multipart/form-data; boundary=cut"}};
    parts.form = Form{};
    const auto form = *Request::create(parts);
    const std::string piece(8'000, 'x');
    BodyRoom::Share of_file(room);
    BodyIntake file(form, 1'000'000, settings, of_file);
    CHECK_FALSE(
        file.take("--cut\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n", 1ms));
    for (int count = 0; count < 20; ++count) CHECK_FALSE(file.take(piece, 1ms));

    const auto raw = raw_of("24000");
    {
        BodyRoom::Share of_raw(room);
        BodyIntake body(raw, 1'000'000, settings, of_raw);
        for (int count = 0; count < 3; ++count) CHECK_FALSE(body.take(piece, 1ms));
        const auto refused = body.take(piece, 1ms);
        REQUIRE(refused);
        CHECK(refused->status == 503);
        // A form of words goes on beside it.
        BodyRoom::Share of_words(room);
        BodyIntake words(raw_of(""), 1'000'000, settings, of_words);
        CHECK_FALSE(words.take(std::string(BodyRoom::free_for_each, 'x'), 1ms));
        CHECK(words.take("x", 1ms)->status == 503);
    }
    BodyRoom::Share later(room);
    CHECK(later.holds(BodyRoom::free_for_each + 10'000));
    CHECK_FALSE(later.holds(BodyRoom::free_for_each + 10'001));
}

TEST_CASE(
    "the bodies of one address hold their part of the room together, and other addresses' the "
    "rest")
{
    constexpr auto free = BodyRoom::free_for_each;
    BodyRoom room(10'000, 4'000);
    const std::string one = "192.0.2.1", another = "192.0.2.2", third = "192.0.2.3";
    {
        BodyRoom::Share first(room, one), second(room, one);
        CHECK(first.holds(free + 3'000));
        CHECK_FALSE(second.holds(free + 1'001));
        CHECK(second.holds(free + 1'000));
        CHECK_FALSE(first.holds(free + 3'001));
        CHECK(first.holds(free + 2'000));
        CHECK(second.holds(free + 2'000));
        // What was refused to an address is still there for others, up to the whole.
        BodyRoom::Share theirs(room, another), late(room, third);
        CHECK(theirs.holds(free + 4'000));
        CHECK_FALSE(late.holds(free + 2'001));
        CHECK(late.holds(free + 2'000));
        CHECK_FALSE(BodyRoom::Share(room, third).holds(free + 1));
    }
    BodyRoom::Share again(room, one);
    CHECK(again.holds(free + 4'000));
    CHECK_FALSE(again.holds(free + 4'001));
}

TEST_CASE("what was too large is said with its limit")
{
    const auto file = larger_than(uploads_limit, "multipart/form-data; boundary=cut");
    CHECK(file.status == 413);
    CHECK(file.title == "The file is larger than 25 MB");
    CHECK(larger_than(101 * 1024 * 1024, "multipart/form-data; boundary=cut").title ==
          "The files are larger than 100 MB together");
    CHECK(larger_than(uploads_limit, "text/csv").message.starts_with("No more than 26 MB"));
    CHECK(larger_than(1000, "").message.starts_with("No more than 1000 bytes"));
}

} // namespace onroll::http::intake_test
