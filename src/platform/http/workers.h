// A fixed number of threads behind queues of fixed length. Work that does not fit is refused at
// once, never waits. Heavy work, such as a large file to be sealed, leaves a thread to the rest: of
// one thread there are two, one for either weight.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace onroll::http {

enum class Weight { light, heavy };

class Workers {
public:
    /// `queue` is how many of either weight may wait beside those being worked on.
    Workers(unsigned threads, std::size_t queue);
    ~Workers() { finish(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the queue is full; the work is then not taken. Work must not throw.
    bool try_do(std::function<void()> work, Weight weight = Weight::light);
    /// Finishes what was accepted; nothing is taken from now on.
    void finish();

private:
    using Work = std::function<void()>;
    void run();
    bool may_take_heavy() const { return !heavy_waiting_.empty() && heavy_taken_ < most_heavy_; }
    bool may_take_light() const { return !waiting_.empty() && light_taken_ < at_once_; }

    const std::size_t queue_;
    const std::size_t at_once_;    ///< of light work
    const std::size_t most_heavy_; ///< at once
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    std::deque<Work> heavy_waiting_;
    std::size_t light_taken_ = 0; ///< being worked on
    std::size_t heavy_taken_ = 0;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace onroll::http
