// One connection after another: what is answered, refused as not strict, timed out and logged.
#include "platform/http/tests/running_server.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace onroll::http::server_test {

using namespace onroll::http::tests;
using namespace std::chrono_literals;

TEST_CASE("a connection is kept for one request after another")
{
    Running running;
    Client client(running.port());
    const auto first = client.ask(get_text("/"));
    REQUIRE(first);
    CHECK(first.status == 200);
    CHECK(first.body == "home");
    CHECK(first.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(first.header("X-Content-Type-Options") == "nosniff");
    CHECK(first.header("Cache-Control") == "no-store");
    CHECK(first.header("Server").empty());
    CHECK(first.header("X-Request-Id").size() == 16);
    CHECK(client.ask(get_text("/schools/100001")).body == "100001");
    CHECK(client.ask(get_text("/nothing")).status == 404);
    // Two requests in one packet are answered in order.
    client.send(get_text("/schools/1") + get_text("/schools/2"));
    CHECK(client.answer().body == "1");
    CHECK(client.answer().body == "2");
    CHECK(client.ask(get_text("/", "Connection: close\r\n")).header("Connection") == "close");
    CHECK(client.is_closed_by_server());
}

TEST_CASE("HEAD tells the length and sends no body")
{
    Running running;
    Client client(running.port());
    client.send("HEAD /schools/123456 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto head = client.answer(true);
    REQUIRE(head);
    CHECK(head.header("Content-Length") == "6");
    CHECK(client.ask(get_text("/schools/2")).body == "2");
}

TEST_CASE("requests that are not strict HTTP/1.1 are refused")
{
    struct Row {
        const char* what;
        std::string request;
        int status;
    };
    const std::string get = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    const std::string post = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";
    const std::vector<Row> rows{
        {"length beside chunks",
         post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"chunks beside length",
         post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
        {"two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {"the same length twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {"negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n", 400},
        {"chunk that is no number",
         post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n", 400},
        {"endless chunk number", post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
         400},
        {"negative length", post + "Content-Length: -1\r\n\r\n", 400},
        {"signed length", post + "Content-Length: +3\r\n\r\nabc", 400},
        {"list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc", 400},
        {"enormous length", post + "Content-Length: 99999999999\r\n\r\n", 413},
        {"another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
        {"disguised coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
        {"space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400},
        {"header without a name", get + ": x\r\n\r\n", 400},
        {"header without a colon", get + "nonsense\r\n\r\n", 400},
        {"bare line feed", "GET / HTTP/1.1\nHost: localhost\n\n", 400},
        {"bare carriage return", get + "X: a\rb\r\n\r\n", 400},
        {"NUL in a header", get + std::string("X: a\0b\r\n\r\n", 10), 400},
        {"70 kB of headers", get + "X: " + std::string(70'000, 'a') + "\r\n\r\n", 431},
        {"40 kB in many headers",
         [&] {
             auto text = get;
             for (int count = 0; count < 1000; ++count)
                 text += "X-" + std::to_string(count) + ": " + std::string(34, 'a') + "\r\n";
             return text + "\r\n";
         }(),
         431},
        {"20 kB address",
         "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400},
        {"two Hosts", get + "Host: localhost\r\n\r\n", 400},
        {"Host that is no name", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"another's Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
        {"another's name in the address",
         "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 421},
        {"TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501},
        {"unknown method", "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501},
        {"tunnel", "CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", 501},
        {"no path", "GET x HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"broken escape", "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"other version", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 400},
        {"no version", "GET /\r\n\r\n", 400},
        {"not HTTP", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400},
    };
    Running running;
    for (const auto& row : rows) {
        CAPTURE(row.what);
        Client client(running.port());
        const auto answer = client.ask(row.request);
        REQUIRE(answer);
        CHECK(answer.status == row.status);
        CHECK(answer.header("X-Content-Type-Options") == "nosniff");
        CHECK(answer.header("Connection") == "close");
        CHECK(client.is_closed_by_server());
    }
    Client client(running.port());
    CHECK(client.ask(get_text("/")).status == 200);
}

TEST_CASE("names that are ours are answered, with any port")
{
    Running running;
    for (const std::string host :
         {"onroll.example", "ONROLL.example:8443", "localhost:1", "127.0.0.1", "[::1]:80"}) {
        CAPTURE(host);
        Client client(running.port());
        CHECK(client.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status == 200);
    }
    Client client(running.port());
    CHECK(client.ask("GET http://onroll.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n").status ==
          200);
    Client older(running.port());
    CHECK(older.ask("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").status == 200);
    CHECK(older.is_closed_by_server());
}

TEST_CASE("dripping does not put the header's deadline off")
{
    auto settings = quick_settings();
    settings.deadlines.header = 200ms;
    Running running(settings);
    Client client(running.port());
    client.send("GET / HTTP/1.1\r\nX: ");
    bool open = true;
    for (int drop = 0; open && drop < 1000; ++drop) {
        open = client.send("a");
        std::this_thread::sleep_for(10ms);
    }
    CHECK_FALSE(open);
}

TEST_CASE("an idle connection is closed")
{
    auto settings = quick_settings();
    settings.deadlines.idle = 100ms;
    Running running(settings);
    Client client(running.port());
    CHECK(client.ask(get_text("/")).status == 200);
    CHECK(client.is_closed_by_server());
}

TEST_CASE("a long answer arrives whole")
{
    Running running;
    Client client(running.port());
    const auto answer = client.ask(get_text("/long"));
    REQUIRE(answer);
    CHECK(answer.body == std::string(3'000'000, 'y'));
}

TEST_CASE("the access log holds the route's pattern and never the path")
{
    Running running;
    Client client(running.port());
    const auto answer = client.ask(get_text("/schools/100001?name=secret"));
    client.ask(get_text("/somewhere/else"));
    const auto log = running.logged(2);
    CHECK(log[0].route == "/schools/{urn}");
    CHECK(log[0].method == "GET");
    CHECK(log[0].status == 200);
    CHECK(log[0].bytes == 6);
    CHECK(log[0].request_id == answer.header("X-Request-Id"));
    CHECK(log[0].milliseconds >= 0);
    CHECK(log[1].route.empty());
    CHECK(log[1].status == 404);
}

TEST_CASE("an address or a port that cannot be used is said so")
{
    auto settings = quick_settings();
    settings.address = "not an address";
    Server nowhere(settings, routes());
    CHECK(nowhere.start().error().kind == ErrorKind::unavailable);
    Running running;
    settings = quick_settings();
    settings.port = running.port();
    Server twice(settings, routes());
    const auto refused = twice.start();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.starts_with("Port " + std::to_string(running.port())));
}

} // namespace onroll::http::server_test
