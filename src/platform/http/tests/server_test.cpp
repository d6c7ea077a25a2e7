#include "platform/http/assets.h"
#include "platform/http/body_room.h"
#include "platform/http/health.h"
#include "platform/http/server.h"
#include "platform/http/tests/socket_client.h"
#include "platform/http/workers.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace onroll::http::server_test {

using tests::Client;
using tests::get_text;
using namespace std::chrono_literals;

/// A handler that waits until it is let go, so that a test decides how long an answer takes.
class Gate {
public:
    Handler handler()
    {
        return [this](const Request&) {
            std::unique_lock lock(mutex_);
            ++waiting_;
            changed_.notify_all();
            changed_.wait(lock, [this] { return open_; });
            return text("through");
        };
    }
    void open()
    {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    /// Until somebody waits at the gate.
    void wait_for_one()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_ > 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int waiting_ = 0;
    bool open_ = false;
};

Response what_was_uploaded(const Request& request)
{
    const auto* file = request.form().upload("file");
    if (file == nullptr) return failure(bad_input("Choose a file"));
    const auto content = file->content();
    return text(std::to_string(file->size) + (file->file ? " on disk" : " in memory") +
                (content->find_first_not_of('x') == std::string::npos ? " whole" : " changed"));
}

Router routes(Gate* gate = nullptr)
{
    Router router;
    router.get("/", Policy::open_to_all(), [](const Request&) { return html("home"); });
    router.get("/schools/{urn}", Policy::open_to_all(), [](const Request& request) {
        return text(std::string(request.path_parameter("urn")));
    });
    router.post("/echo", Policy::open_to_all(), [](const Request& request) {
        return text(request.form().empty() ? request.body() : std::string(request.form()["a"]));
    });
    router.post("/upload", Policy::open_to_all(), what_was_uploaded, {.body_limit = uploads_limit});
    router.get("/long", Policy::open_to_all(), [](const Request&) {
        return bytes(std::string(3'000'000, 'y'), "application/octet-stream");
    });
    if (gate) router.get("/gate", Policy::open_to_all(), gate->handler());
    if (gate) router.post("/gate", Policy::open_to_all(), gate->handler());
    const auto asks_for_key = [](const Request& request) -> std::optional<Response> {
        if (request.header("Authorization") == "Bearer key") return std::nullopt;
        return text("a key first", 401);
    };
    router.post("/lists", Policy::named("list", asks_for_key).turning_away_first(asks_for_key),
                [](const Request& request) { return text(std::to_string(request.body().size())); },
                {.body_limit = uploads_limit});
    mount_health(router, {});
    return router;
}

ServerSettings quick_settings()
{
    ServerSettings settings;
    settings.stop_on_signals = false;
    settings.hosts = {"onroll.example"};
    return settings;
}

/// A running server and what it logged.
struct Running {
    std::mutex mutex;
    std::vector<AccessRecord> log;
    std::unique_ptr<Server> server;

    Gate* gate;

    explicit Running(ServerSettings settings = quick_settings(), Gate* given_gate = nullptr)
        : gate(given_gate)
    {
        settings.access_log = [this](const AccessRecord& record) {
            const std::lock_guard lock(mutex);
            log.push_back(record);
        };
        server = std::make_unique<Server>(std::move(settings), routes(gate));
        REQUIRE(server->start());
    }
    // A test that failed must not leave a handler waiting: the server would wait for it.
    ~Running()
    {
        if (gate) gate->open();
    }
    std::uint16_t port() const { return server->port(); }
    /// The log, once it has that many lines.
    std::vector<AccessRecord> logged(std::size_t lines)
    {
        while (true) {
            {
                const std::lock_guard lock(mutex);
                if (log.size() >= lines) return log;
            }
            std::this_thread::sleep_for(1ms);
        }
    }
};

std::string post_text(std::string_view path, std::string_view headers, std::string_view body)
{
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) +
           "\r\n" + std::string(body);
}

std::string upload_text(std::size_t size)
{
    const std::string body =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" +
        std::string(size, 'x') + "\r\n--cut--\r\n";
    return post_text("/upload",
                     "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: " +
                         std::to_string(body.size()) + "\r\n",
                     body);
}

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

TEST_CASE("an idle connection is closed")
{
    auto settings = quick_settings();
    settings.deadlines.idle = 100ms;
    Running running(settings);
    Client client(running.port());
    CHECK(client.ask(get_text("/")).status == 200);
    CHECK(client.is_closed_by_server());
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

TEST_CASE("a long answer arrives whole")
{
    Running running;
    Client client(running.port());
    const auto answer = client.ask(get_text("/long"));
    REQUIRE(answer);
    CHECK(answer.body == std::string(3'000'000, 'y'));
}

TEST_CASE("with the workers busy and the queue full a request is 503, and health still answers")
{
    Gate gate;
    auto settings = quick_settings();
    settings.workers = 1;
    settings.queue = 0;
    Running running(settings, &gate);
    Client working(running.port());
    working.send(get_text("/gate"));
    gate.wait_for_one();
    Client visitor(running.port());
    const auto refused = visitor.ask(get_text("/"));
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    CHECK(visitor.ask(get_text("/health/live")).status == 200);
    gate.open();
    CHECK(working.answer().body == "through");
    // The worker takes the next once it has put this one down.
    auto answer = visitor.ask(get_text("/"));
    while (answer.status == 503) answer = visitor.ask(get_text("/"));
    CHECK(answer.status == 200);
}

TEST_CASE("as much work waits as the queue holds, and all of it is done")
{
    Gate gate;
    std::atomic<int> done = 0;
    const auto handler = gate.handler();
    Workers workers(1, 2);
    CHECK(workers.try_do([&] { handler(Request::get("/")); }));
    gate.wait_for_one();
    CHECK(workers.try_do([&] { ++done; }));
    CHECK(workers.try_do([&] { ++done; }));
    CHECK_FALSE(workers.try_do([&] { ++done; }));
    gate.open();
    workers.finish();
    CHECK(done == 2);
    CHECK_FALSE(workers.try_do([&] { ++done; }));
}

TEST_CASE("heavy work leaves a worker to the rest, takes turns, and is finished too")
{
    Gate gate;
    std::atomic<int> heavy_begun = 0, heavy_done = 0, light_done = 0;
    const auto handler = gate.handler();
    Workers workers(3, 2);
    const auto heavy = [&] {
        ++heavy_begun;
        handler(Request::get("/"));
        ++heavy_done;
    };
    for (int number = 0; number < 5; ++number) CHECK(workers.try_do(heavy, Weight::heavy));
    CHECK_FALSE(workers.try_do(heavy, Weight::heavy));
    std::mutex mutex;
    std::condition_variable changed;
    const auto light = [&] {
        const std::lock_guard lock(mutex);
        ++light_done;
        changed.notify_all();
    };
    // All of it goes through the one worker that no heavy work may take.
    for (int number = 1; number <= 10; ++number) {
        CHECK(workers.try_do(light));
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return light_done == number; });
    }
    CHECK(heavy_begun <= 2);
    CHECK(heavy_done == 0);
    gate.open();
    workers.finish();
    CHECK(heavy_done == 5);
    CHECK_FALSE(workers.try_do(light));
    CHECK_FALSE(workers.try_do(heavy, Weight::heavy));
}

TEST_CASE("beside a single worker heavy work has a thread of its own")
{
    Gate gate;
    std::atomic<int> heavy_done = 0;
    const auto handler = gate.handler();
    Workers workers(1, 0);
    CHECK(workers.try_do(
        [&] {
            handler(Request::get("/"));
            ++heavy_done;
        },
        Weight::heavy));
    gate.wait_for_one();
    CHECK_FALSE(workers.try_do([] {}, Weight::heavy));
    // Pages go on while the large file is worked on, one at a time.
    std::mutex mutex;
    std::condition_variable changed;
    int light_done = 0;
    const auto light = [&] {
        const std::lock_guard lock(mutex);
        ++light_done;
        changed.notify_all();
    };
    for (int number = 1; number <= 5; ++number) {
        while (!workers.try_do(light)) std::this_thread::yield(); // until the last is put down
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return light_done == number; });
    }
    CHECK(heavy_done == 0);
    gate.open();
    workers.finish();
    CHECK(heavy_done == 1);
}

TEST_CASE("a single worker does heavy work as well")
{
    std::atomic<int> done = 0;
    Workers workers(1, 4);
    for (int number = 0; number < 3; ++number)
        CHECK(workers.try_do([&] { ++done; }, Weight::heavy));
    CHECK(workers.try_do([&] { ++done; }));
    workers.finish();
    CHECK(done == 4);
}

TEST_CASE("stopping finishes what is under way, closes what is idle and takes nothing new")
{
    Gate gate;
    Running running(quick_settings(), &gate);
    Client idle(running.port());
    CHECK(idle.ask(get_text("/")).status == 200);
    Client working(running.port());
    working.send(get_text("/gate"));
    gate.wait_for_one();
    running.server->stop();
    CHECK(idle.is_closed_by_server());
    gate.open();
    const auto answer = working.answer();
    REQUIRE(answer);
    CHECK(answer.body == "through");
    CHECK(answer.header("Connection") == "close");
    CHECK(working.is_closed_by_server());
    CHECK(running.server->wait());
    const Client late(running.port());
    CHECK_FALSE(late.connected());
}

TEST_CASE("a handler that outlasts the drain deadline is told of")
{
    Gate gate;
    auto settings = quick_settings();
    settings.deadlines.drain = 50ms;
    Running running(settings, &gate);
    Client working(running.port());
    working.send(get_text("/gate"));
    gate.wait_for_one();
    running.server->stop();
    CHECK_FALSE(running.server->wait());
    gate.open();
}

TEST_CASE("SIGTERM drains: the answer under way arrives and the process exits with 0")
{
    int port_pipe[2];
    REQUIRE(::pipe(port_pipe) == 0);
    const auto child = ::fork();
    if (child == 0) {
        Router router;
        router.get("/slow", Policy::open_to_all(), [](const Request&) {
            ::kill(::getpid(), SIGTERM);
            std::this_thread::sleep_for(100ms);
            return text("finished");
        });
        Server server({}, std::move(router));
        const bool started = server.start().has_value();
        const auto port = server.port();
        if (!started || ::write(port_pipe[1], &port, sizeof port) != sizeof port) ::_exit(3);
        ::_exit(server.wait() ? 0 : 2);
    }
    std::uint16_t port = 0;
    REQUIRE(::read(port_pipe[0], &port, sizeof port) == sizeof port);
    Client client(port);
    const auto answer = client.ask(get_text("/slow"));
    REQUIRE(answer);
    CHECK(answer.body == "finished");
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    ::close(port_pipe[0]);
    ::close(port_pipe[1]);
}

TEST_CASE("connections past a cap are told to come back")
{
    auto settings = quick_settings();
    settings.connections_per_address = 2;
    Running running(settings);
    auto first = std::make_unique<Client>(running.port());
    CHECK(first->ask(get_text("/")).status == 200);
    Client second(running.port());
    CHECK(second.ask(get_text("/")).status == 200);
    Client third(running.port());
    const auto refused = third.ask(get_text("/"));
    REQUIRE(refused);
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    CHECK(third.is_closed_by_server());
    // Who goes on sending holds one of the few places of those turned away no longer than 2 s.
    bool heard = true;
    for (int count = 0; heard && count < 50; ++count) {
        std::this_thread::sleep_for(200ms);
        heard = third.send("x");
    }
    CHECK_FALSE(heard);
    first.reset();
    // Its place is free once the server has noticed.
    tests::Answer answer;
    do {
        Client fourth(running.port());
        answer = fourth.ask(get_text("/"));
        REQUIRE(answer);
    } while (answer.status == 503);
    CHECK(answer.status == 200);

    settings.connections_per_address = 10;
    settings.connections = 1;
    Running smaller(settings);
    Client only(smaller.port());
    CHECK(only.ask(get_text("/")).status == 200);
    Client another(smaller.port());
    CHECK(another.ask(get_text("/")).status == 503);
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

TEST_CASE("many clients at once are all answered")
{
    Running running;
    std::atomic<int> answered = 0;
    std::vector<std::thread> people;
    for (int person = 0; person < 8; ++person) {
        people.emplace_back([&] {
            for (int visit = 0; visit < 20; ++visit) {
                Client client(running.port());
                for (int page = 0; page < 5; ++page) {
                    const auto answer = client.ask(get_text("/schools/" + std::to_string(page)));
                    if (answer && answer.body == std::to_string(page)) ++answered;
                }
            }
        });
    }
    for (auto& person : people) person.join();
    CHECK(answered == 800);
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
