// A fixed number of threads behind a queue of fixed length. Work that does not fit is refused at
// once, never waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace onroll::http {

class Workers {
public:
    /// `queue` is how many may wait beside those being worked on.
    Workers(unsigned threads, std::size_t queue);
    ~Workers() { finish(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the queue is full; the work is then not taken. Work must not throw.
    bool try_do(std::function<void()> work);
    /// Finishes what was accepted; nothing is taken from now on.
    void finish();

private:
    void run();

    const std::size_t queue_;
    const std::size_t at_once_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    std::size_t taken_ = 0; ///< being worked on
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace onroll::http
