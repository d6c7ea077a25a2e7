// How many connections are open, over all and for each address, as subscriber.h counts them. Safe
// from any thread.
#pragma once

#include "platform/http/subscriber.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace onroll::http {

class ConnectionCaps {
public:
    ConnectionCaps(std::size_t over_all, std::size_t for_each_address)
        : over_all_(over_all), for_each_address_(for_each_address)
    {
    }

    /// Counts one more from `address`; false, and not counted, where a cap is reached.
    bool admit(const std::string& address)
    {
        const std::lock_guard lock(mutex_);
        if (open_ >= over_all_) return false;
        auto& open_from_there = by_address_[subscriber_of(address)];
        if (open_from_there >= for_each_address_) return false;
        ++open_from_there;
        ++open_;
        return true;
    }

    /// An admitted connection has ended.
    void leave(const std::string& address)
    {
        const std::lock_guard lock(mutex_);
        --open_;
        const auto from_there = by_address_.find(subscriber_of(address));
        if (from_there != by_address_.end() && --from_there->second == 0)
            by_address_.erase(from_there);
    }

private:
    const std::size_t over_all_;
    const std::size_t for_each_address_;
    std::mutex mutex_;
    std::size_t open_ = 0;
    std::map<std::string, std::size_t> by_address_;
};

} // namespace onroll::http
