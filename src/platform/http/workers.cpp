#include "platform/http/workers.h"

#include <utility>

namespace onroll::http {

Workers::Workers(unsigned threads, std::size_t queue)
    : queue_(queue), at_once_(threads), most_heavy_(threads > 1 ? threads - 1 : 1)
{
    const auto started = threads > 1 ? threads : 2;
    for (unsigned count = 0; count < started; ++count) threads_.emplace_back([this] { run(); });
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

bool Workers::try_do(Work work, Weight weight)
{
    {
        const std::lock_guard lock(mutex_);
        const bool heavy = weight == Weight::heavy;
        auto& waiting = heavy ? heavy_waiting_ : waiting_;
        if (ending_ || waiting.size() + (heavy ? heavy_taken_ : light_taken_) >= at_once_ + queue_)
            return false;
        waiting.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void Workers::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] {
            return may_take_light() || may_take_heavy() || (ending_ && heavy_waiting_.empty());
        });
        if (!may_take_light() && !may_take_heavy()) return;
        // Light work first, but some heavy work always goes on.
        const bool heavy = may_take_heavy() && (!may_take_light() || heavy_taken_ == 0);
        auto& waiting = heavy ? heavy_waiting_ : waiting_;
        auto& taken = heavy ? heavy_taken_ : light_taken_;
        auto work = std::move(waiting.front());
        waiting.pop_front();
        ++taken;
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
        --taken;
        // Whoever waited for a turn of heavy work, or for the end of it.
        if (heavy) changed_.notify_all();
    }
}

} // namespace onroll::http
