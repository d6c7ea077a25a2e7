// Room in memory for the bodies of all requests at once, so that many large ones together cannot
// take what the pages need. Safe from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace onroll::http {

class BodyRoom {
public:
    /// Each body holds so much beside the room: forms as people fill them in go on when the room
    /// is taken.
    static constexpr std::uint64_t free_for_each = std::uint64_t{16} * 1024;

    explicit BodyRoom(std::uint64_t bytes) : bytes_(bytes) {}
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;

    /// What one request holds, until it is answered. Used by one thread at a time.
    class Share {
    public:
        explicit Share(BodyRoom& room) : room_(room) {}
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        ~Share() { room_.taken_ -= held_; }

        /// The request has `bytes` in memory now, more or fewer than before. False where there is
        /// no room for them; it then holds what it held.
        bool holds(std::uint64_t bytes)
        {
            const auto wanted = bytes > free_for_each ? bytes - free_for_each : 0;
            if (wanted > held_ && !room_.take(wanted - held_)) return false;
            if (wanted < held_) room_.taken_ -= held_ - wanted;
            held_ = wanted;
            return true;
        }

    private:
        BodyRoom& room_;
        std::uint64_t held_ = 0;
    };

private:
    bool take(std::uint64_t more)
    {
        if (taken_.fetch_add(more) + more <= bytes_) return true;
        taken_ -= more;
        return false;
    }

    const std::uint64_t bytes_;
    std::atomic<std::uint64_t> taken_ = 0;
};

} // namespace onroll::http
