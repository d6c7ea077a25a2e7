// The threads that do the work, without a server.
#include "platform/http/tests/running_server.h"
#include "platform/http/workers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace onroll::http::workers_test {

using namespace onroll::http::tests;

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

} // namespace onroll::http::workers_test
