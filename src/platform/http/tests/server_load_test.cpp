// More than there is room for, and the end: busy workers, caps, draining.
#include "platform/http/tests/running_server.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <memory>
#include <thread>
#include <vector>

namespace onroll::http::server_load_test {

using namespace onroll::http::tests;
using namespace std::chrono_literals;

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
    Answer answer;
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

} // namespace onroll::http::server_load_test
