// How bodies come, and the room that they may take.
#include "platform/http/body_room.h"
#include "platform/http/tests/running_server.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace onroll::http::server_bodies_test {

using namespace onroll::http::tests;
using namespace std::chrono_literals;

TEST_CASE("bodies come by length and in chunks")
{
    Running running;
    Client client(running.port());
    const std::string as_form = "Content-Type: application/x-www-form-urlencoded\r\n";
    CHECK(client.ask(post_text("/echo", as_form + "Content-Length: 7\r\n", "b=1&a=2")).body == "2");
    CHECK(client
              .ask(post_text("/echo", "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n",
                             "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"))
              .body == "abcde");
    CHECK(client.ask(post_text("/echo", as_form + "Content-Length: 4\r\n", "a=%4")).status == 400);
}

TEST_CASE("a client that asks first is told to go on")
{
    Running running;
    Client client(running.port());
    client.send(post_text("/echo", "Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
    CHECK(client.answer().status == 100);
    CHECK(client.ask("ok").body == "ok");
}

TEST_CASE("a header or a body that drips is not waited for")
{
    auto settings = quick_settings();
    settings.deadlines.header = 150ms;
    settings.deadlines.body_pause = 150ms;
    Running running(settings);
    Client header(running.port());
    header.send("GET / HTTP/1.1\r\nHo");
    CHECK(header.is_closed_by_server());
    Client body(running.port());
    body.send(post_text("/echo", "Content-Length: 10\r\n", "abc"));
    CHECK(body.is_closed_by_server());
}

TEST_CASE("a body slower than the least rate is told so")
{
    auto settings = quick_settings();
    settings.deadlines.body_grace = 50ms;
    settings.deadlines.body_bytes_per_second = 1'000'000;
    Running running(settings);
    Client client(running.port());
    client.send(post_text("/echo", "Content-Length: 1000\r\n", "abc"));
    for (int drop = 0; drop < 50; ++drop) {
        std::this_thread::sleep_for(20ms);
        client.send("d");
    }
    const auto answer = client.answer();
    REQUIRE(answer);
    CHECK(answer.status == 408);
}

TEST_CASE("bodies past the route's limit are refused whether or not they say their length")
{
    Running running;
    Client said(running.port());
    const auto answer =
        said.ask(post_text("/echo", "Content-Length: 1048577\r\n", std::string(100'000, 'x')));
    REQUIRE(answer);
    CHECK(answer.status == 413);
    Client chunked(running.port());
    std::string body;
    for (int piece = 0; piece < 20; ++piece)
        body += "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    const auto late = chunked.ask(post_text("/echo", "Transfer-Encoding: chunked\r\n", body));
    REQUIRE(late);
    CHECK(late.status == 413);
    Client nowhere(running.port());
    CHECK(nowhere.ask(post_text("/nothing", "Content-Length: 5\r\n", "hello")).status == 404);
    CHECK(nowhere.is_closed_by_server());
}

TEST_CASE("an upload of 10 MB goes to disk as it arrives")
{
    Running running;
    Client client(running.port());
    const auto answer = client.ask(upload_text(10'000'000));
    REQUIRE(answer);
    CHECK(answer.body == "10000000 on disk whole");
    CHECK(client.ask(upload_text(1000)).body == "1000 in memory whole");
    Client larger(running.port());
    const auto refused = larger.ask(upload_text(27 * 1024 * 1024));
    REQUIRE(refused);
    CHECK(refused.status == 413);
}

TEST_CASE("a long body is not read where the headers show no key")
{
    Running running;
    const auto heading = [](const std::string& key, std::size_t length) {
        return post_text(
            "/lists",
            key + "Expect: 100-continue\r\nContent-Length: " + std::to_string(length) + "\r\n", "");
    };
    Client stranger(running.port());
    // Answered at once, though nothing of the body ever comes.
    const auto refused = stranger.ask(heading("", 20'000'000));
    CHECK(refused.status == 401);
    CHECK(refused.header("Connection") == "close");
    Client chunked(running.port());
    CHECK(chunked.ask(post_text("/lists", "Transfer-Encoding: chunked\r\n", "")).status == 401);
    Client known(running.port());
    CHECK(known.ask(heading("Authorization: Bearer key\r\n", 100'000)).status == 100);
    CHECK(known.ask(std::string(100'000, 'x')).body == "100000");
}

TEST_CASE("bodies held in memory at once have one room, past which they are 503 and pages go on")
{
    Gate gate;
    auto settings = quick_settings();
    settings.open_bodies_in_memory = 150'000;
    Running running(settings, &gate);
    const auto sends = [](std::string_view path, std::size_t length) {
        return post_text(path, "Content-Length: " + std::to_string(length) + "\r\n",
                         std::string(length, 'x'));
    };
    Client holds(running.port());
    holds.send(sends("/gate", 150'000));
    gate.wait_for_one();
    Client late(running.port());
    const auto refused = late.ask(sends("/echo", 100'000));
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    CHECK(late.is_closed_by_server());
    Client visitor(running.port());
    CHECK(visitor.ask(sends("/echo", 10'000)).body.size() == 10'000);
    CHECK(visitor.ask(get_text("/")).status == 200);
    gate.open();
    CHECK(holds.answer().body == "through");
    CHECK(holds.ask(sends("/echo", 100'000)).status == 200);
}

TEST_CASE("a refused body leaves its room to others, though its client has not gone yet")
{
    auto settings = quick_settings();
    settings.open_bodies_in_memory = 2'200'000; // not for two of the largest that grew
    Running running(settings);
    std::string body;
    for (int piece = 0; piece < 20; ++piece)
        body += "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    std::vector<std::unique_ptr<Client>> refused;
    for (int count = 0; count < 3; ++count) {
        refused.push_back(std::make_unique<Client>(running.port()));
        const auto answer =
            refused.back()->ask(post_text("/echo", "Transfer-Encoding: chunked\r\n", body));
        CHECK(answer.status == 413);
    }
}

TEST_CASE("whoever fills the room of what is open to all keeps out nobody who sends a key")
{
    Gate gate;
    auto settings = quick_settings();
    settings.open_bodies_in_memory = 100'000;
    Running running(settings, &gate);
    const auto sends = [](std::string_view path, std::size_t length) {
        return post_text(
            path, "Authorization: Bearer key\r\nContent-Length: " + std::to_string(length) + "\r\n",
            std::string(length, 'x'));
    };
    Client stranger(running.port());
    stranger.send(sends("/gate", 100'000));
    gate.wait_for_one();
    Client another(running.port());
    CHECK(another.ask(sends("/echo", 100'000)).status == 503);
    Client known(running.port());
    CHECK(known.ask(sends("/lists", 1'000'000)).body == "1000000");
    gate.open();
    CHECK(stranger.answer().body == "through");
}

TEST_CASE("one address holds its part of the room alone, and people's forms go on beside it")
{
    Gate gate;
    auto settings = quick_settings();
    settings.open_bodies_in_memory = 1'000'000;
    settings.open_bodies_per_address = 150'000;
    Running running(settings, &gate);
    const auto sends = [](std::string_view path, std::size_t length) {
        return post_text(path, "Content-Length: " + std::to_string(length) + "\r\n",
                         std::string(length, 'x'));
    };
    Client holds(running.port());
    holds.send(sends("/gate", 150'000));
    gate.wait_for_one();
    Client again(running.port());
    const auto refused = again.ask(sends("/echo", 100'000));
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    Client visitor(running.port());
    CHECK(visitor.ask(sends("/echo", 10'000)).body.size() == 10'000);
    gate.open();
    CHECK(holds.answer().body == "through");
    CHECK(holds.ask(sends("/echo", 100'000)).status == 200);
}

TEST_CASE("nothing that takes of the room of guarded routes is read before its headers are")
{
    Running running;
    Client stranger(running.port());
    const auto length = std::to_string(BodyRoom::free_for_each + 1);
    CHECK(stranger.ask(post_text("/lists", "Content-Length: " + length + "\r\n", "")).status ==
          401);
}

TEST_CASE("a file that is too large is said with the way back, once it was sent to its end")
{
    Running running;
    Client client(running.port());
    const std::string length = std::to_string(40 * 1024 * 1024);
    CHECK(client.send(post_text("/upload",
                                "Content-Type: multipart/form-data; boundary=cut\r\n"
                                "Content-Length: " +
                                    length + "\r\n",
                                "")));
    const std::string mebibyte(1024 * 1024, 'x');
    for (int sent = 0; sent < 40; ++sent) REQUIRE(client.send(mebibyte));
    const auto refused = client.answer();
    REQUIRE(refused);
    CHECK(refused.status == 413);
    CHECK(refused.body.find("The file is larger than 25 MB") != std::string::npos);
    CHECK(refused.body.find("Choose a smaller file") != std::string::npos);
}

} // namespace onroll::http::server_bodies_test
