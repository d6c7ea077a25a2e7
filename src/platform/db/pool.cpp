#include "platform/db/pool.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace onroll::db {

Pool::Pool(int size, std::chrono::milliseconds patience, Make make)
    : size_(std::max(size, 1)), patience_(patience), make_(std::move(make))
{
    idle_.reserve(static_cast<std::size_t>(size_));
}

/// The one that came back last of those that show the agency's rows, else of all.
std::unique_ptr<Connection> Pool::take_idle(std::string_view agency)
{
    const auto shows = std::find_if(idle_.rbegin(), idle_.rend(), [&](const auto& connection) {
        return connection->shows_rows_of(agency);
    });
    const auto taken = shows == idle_.rend() ? std::prev(idle_.end()) : std::prev(shows.base());
    auto connection = std::move(*taken);
    idle_.erase(taken);
    return connection;
}

std::unique_ptr<Connection> Pool::lend(const std::string& who, std::string_view agency)
{
    std::unique_lock turn(turn_);
    if (!came_back_.wait_for(turn, patience_, [&] { return lent_ < size_; }))
        throw Failure(FailureKind::busy, who, "every connection was in use for too long");
    ++lent_;
    while (!idle_.empty()) {
        auto connection = take_idle(agency);
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
