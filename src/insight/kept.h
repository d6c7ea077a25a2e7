// Answers that are costly to make, kept in memory until the figures change. Holds nothing that is
// not in the store, so several processes may each have one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace onroll::insight {

/// Safe to share between threads. Two threads that miss at once both make the answer, and the
/// answers are equal.
template <class Value>
class Kept {
public:
    explicit Kept(std::size_t most) : most_(most) {}

    /// What `make` answers for `key` while the store is at `revision`: made at most once, unless
    /// it had to make room for others.
    template <class Make>
    std::shared_ptr<const Value> of(std::int64_t revision, const std::string& key, Make make)
    {
        {
            const std::lock_guard lock(mutex_);
            if (revision != revision_) {
                kept_.clear();
                revision_ = revision;
            }
            if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
        }
        auto made = std::make_shared<const Value>(make());
        const std::lock_guard lock(mutex_);
        if (revision != revision_) return made;
        if (kept_.size() >= most_) kept_.clear();
        kept_.emplace(key, made);
        return made;
    }

private:
    std::size_t most_;
    std::mutex mutex_;
    std::int64_t revision_ = -1;
    std::map<std::string, std::shared_ptr<const Value>> kept_;
};

} // namespace onroll::insight
