// The search for schools over the store: an index in memory that is made again when schools have
// changed.
#pragma once

#include "places/rules_search.h"
#include "places/types.h"

#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace onroll::places {

/// A part of all that were found, best first.
struct FoundPart {
    std::vector<FoundSchool> schools{};
    std::size_t of_all = 0; ///< that were found
};

/// Safe to share between threads. Holds nothing that is not in the store, so several processes may
/// each have one.
class SchoolSearch {
public:
    explicit SchoolSearch(db::Database& database) : database_(database) {}

    /// The schools that fit best, best first, at most `limit`; see SchoolIndex::find. One query,
    /// and one or two for each school found.
    std::vector<FoundSchool> find(std::string_view text, std::size_t limit);
    /// The same in parts: those after the first `from`, at most `limit`. Queries as find.
    FoundPart find_part(std::string_view text, std::size_t from, std::size_t limit);

private:
    std::shared_ptr<const SchoolIndex> index(db::Queries& queries);

    db::Database& database_;
    std::mutex mutex_;
    std::shared_ptr<const SchoolIndex> index_;
    std::int64_t revision_ = -1;
};

} // namespace onroll::places
