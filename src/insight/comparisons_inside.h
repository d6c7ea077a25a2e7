// What the sources of comparisons share; for them alone.
#pragma once

#include "insight/comparisons.h"

namespace onroll::insight {

namespace comparisons_detail {

/// Which cells of one source and level there are: published value, numerator, denominator.
struct SourceCells {
    const Figure* value = nullptr;
    const Figure* count = nullptr;
    const Figure* base = nullptr;
};

/// The value that these cells give; at least one of `value` and `count` is there.
AreaValue value_from(const Measure& measure, AreaCode area, const Period& period,
                     const SourceCells& cells);

} // namespace comparisons_detail

struct Comparisons::GroupSeries {
    Breakdown breakdown;
    Series published;
    Series count;
    Series pupils;
};

template <class Key, class T, class Make>
std::shared_ptr<const T> Comparisons::keep(db::Queries& database, Kept<Key, T>& kept,
                                           const Key& key, Make make)
{
    const auto now = revision(database);
    {
        const std::lock_guard lock(mutex_);
        if (now != revision_) {
            values_.clear();
            countries_.clear();
            rank_intervals_.clear();
            gazetteers_.clear();
            groups_.clear();
            revision_ = now;
        }
        if (const auto found = kept.find(key); found != kept.end()) return found->second;
    }
    // Made without the lock: two threads may make the same once, and no one waits for the other.
    auto made = std::make_shared<const T>(make());
    const std::lock_guard lock(mutex_);
    if (now == revision_) kept.insert_or_assign(key, made);
    return made;
}

} // namespace onroll::insight
