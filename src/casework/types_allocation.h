// Many cases given to one caseworker at once, and what came of it. Values only. table stake 27.
#pragma once

#include "casework/types_case.h"

#include <chrono>

namespace onroll::casework {

using BulkId = RandomId<struct BulkTag>;

/// Whether a case that waits begins when it is given to somebody.
enum class Starts { no, yes };

struct NewAllocation {
    std::optional<access::UserId> caseworker{}; ///< nothing: nobody has them
    std::string reason{};
    Starts starts = Starts::no;

    bool operator==(const NewAllocation&) const = default;
};

/// One of the cases of a bulk.
struct BulkCase {
    CaseId id;
    std::optional<access::UserId> before{}; ///< who had it
    std::optional<access::UserId> given_to{};
    CaseState state_before = CaseState::open;
    std::optional<Date> waiting_since_before{};

    bool operator==(const BulkCase&) const = default;
};

struct Bulk {
    BulkId id;
    std::chrono::sys_time<std::chrono::milliseconds> done_at{};
    access::UserId done_by;
    std::optional<access::UserId> caseworker{};
    std::string reason;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> undone_at{};
    std::vector<BulkCase> cases{};

    bool operator==(const Bulk&) const = default;
};

/// What came of undoing: cases that went back, and those that had moved on since.
struct Undone {
    std::int64_t back = 0;
    std::int64_t left = 0;

    bool operator==(const Undone&) const = default;
};

} // namespace onroll::casework
