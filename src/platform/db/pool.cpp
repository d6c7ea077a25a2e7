#include "platform/db/pool.h"

#include <algorithm>
#include <utility>

namespace onroll::db {

Pool::Pool(int size, std::chrono::milliseconds patience, Make make)
    : size_(std::max(size, 1)), patience_(patience), make_(std::move(make))
{
    idle_.reserve(static_cast<std::size_t>(size_));
}

std::unique_ptr<Connection> Pool::lend(const std::string& who)
{
    std::unique_lock turn(turn_);
    if (!came_back_.wait_for(turn, patience_, [&] { return lent_ < size_; }))
        throw Failure(FailureKind::busy, who, "every connection was in use for too long");
    ++lent_;
    while (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        if (connection->is_sound()) return connection;
    }
    turn.unlock();
    try {
        return make_();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept
{
    const bool keep = connection && connection->is_sound();
    {
        const std::lock_guard turn(turn_);
        --lent_;
        if (keep) idle_.push_back(std::move(connection));
    }
    came_back_.notify_one();
}

void Pool::close() noexcept
{
    const std::lock_guard turn(turn_);
    idle_.clear();
}

} // namespace onroll::db
