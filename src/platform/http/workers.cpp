#include "platform/http/workers.h"

#include <utility>

namespace onroll::http {

Workers::Workers(unsigned threads, std::size_t queue) : queue_(queue), at_once_(threads)
{
    for (unsigned count = 0; count < threads; ++count) threads_.emplace_back([this] { run(); });
}

void Workers::finish()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

bool Workers::try_do(std::function<void()> work)
{
    {
        const std::lock_guard lock(mutex_);
        if (ending_ || waiting_.size() + taken_ >= at_once_ + queue_) return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void Workers::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto work = std::move(waiting_.front());
        waiting_.pop_front();
        ++taken_;
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
        --taken_;
    }
}

} // namespace onroll::http
