// For tests of the server: one that runs with a few routes, what it logged, and a handler that
// waits.
#pragma once

#include "platform/http/health.h"
#include "platform/http/server.h"
#include "platform/http/tests/socket_client.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace onroll::http::tests {

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

inline Response what_was_uploaded(const Request& request)
{
    const auto* file = request.form().upload("file");
    if (file == nullptr) return failure(bad_input("Choose a file"));
    const auto content = file->content();
    return text(std::to_string(file->size) + (file->file ? " on disk" : " in memory") +
                (content->find_first_not_of('x') == std::string::npos ? " whole" : " changed"));
}

inline Router routes(Gate* gate = nullptr)
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

inline ServerSettings quick_settings()
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
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
};

inline std::string post_text(std::string_view path, std::string_view headers, std::string_view body)
{
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) +
           "\r\n" + std::string(body);
}

inline std::string upload_text(std::size_t size)
{
    const std::string body =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" +
        std::string(size, 'x') + "\r\n--cut--\r\n";
    return post_text("/upload",
                     "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: " +
                         std::to_string(body.size()) + "\r\n",
                     body);
}

} // namespace onroll::http::tests
