// Room in memory for the bodies of all requests at once, so that many large ones together cannot
// take what the pages need, nor one address what the others need. Safe from any thread.
#pragma once

#include "platform/http/subscriber.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace onroll::http {

class BodyRoom {
    /// What the requests of one address, as subscriber.h counts it, hold together.
    struct FromOneAddress {
        std::atomic<std::uint64_t> taken = 0;
        std::size_t shares = 0;
    };
    using Addresses = std::map<std::string, FromOneAddress>;

public:
    /// Each body holds so much beside the room: forms as people fill them in go on when the room
    /// is taken.
    static constexpr std::uint64_t free_for_each = std::uint64_t{16} * 1024;

    explicit BodyRoom(std::uint64_t bytes) : BodyRoom(bytes, bytes) {}
    /// No more than `bytes_from_one_address` of the room for the requests of one address.
    BodyRoom(std::uint64_t bytes, std::uint64_t bytes_from_one_address)
        : bytes_(bytes), bytes_from_one_address_(bytes_from_one_address)
    {
    }
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;

    /// What one request holds, until it is answered. Used by one thread at a time.
    class Share {
    public:
        /// `address` is that of whoever sends the request.
        explicit Share(BodyRoom& room, const std::string& address = {})
            : room_(room), from_(room.enter(address))
        {
        }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        ~Share()
        {
            room_.give_back(held_, from_->second);
            room_.leave(from_);
        }

        /// The request has `bytes` in memory now, more or fewer than before. False where there is
        /// no room for them; it then holds what it held.
        bool holds(std::uint64_t bytes)
        {
            const auto wanted = bytes > free_for_each ? bytes - free_for_each : 0;
            if (wanted > held_ && !room_.take(wanted - held_, from_->second)) return false;
            if (wanted < held_) room_.give_back(held_ - wanted, from_->second);
            held_ = wanted;
            return true;
        }

    private:
        BodyRoom& room_;
        const Addresses::iterator from_;
        std::uint64_t held_ = 0;
    };

private:
    Addresses::iterator enter(const std::string& address)
    {
        const std::lock_guard lock(mutex_);
        const auto from = addresses_.try_emplace(subscriber_of(address)).first;
        ++from->second.shares;
        return from;
    }
    void leave(Addresses::iterator from)
    {
        const std::lock_guard lock(mutex_);
        if (--from->second.shares == 0) addresses_.erase(from);
    }

    bool take(std::uint64_t more, FromOneAddress& from)
    {
        if (from.taken.fetch_add(more) + more <= bytes_from_one_address_) {
            if (taken_.fetch_add(more) + more <= bytes_) return true;
            taken_ -= more;
        }
        from.taken -= more;
        return false;
    }
    void give_back(std::uint64_t fewer, FromOneAddress& from)
    {
        from.taken -= fewer;
        taken_ -= fewer;
    }

    const std::uint64_t bytes_;
    const std::uint64_t bytes_from_one_address_;
    std::atomic<std::uint64_t> taken_ = 0;
    std::mutex mutex_; ///< of `addresses_`
    Addresses addresses_;
};

} // namespace onroll::http
