// What happened to a case itself over time: the pieces of work and their levels, its states, who
// worked on it. Values only. capabilities.md N05, N07, N10.
#pragma once

#include "casework/types_case.h"

namespace onroll::casework {

/// One matter that the service works on for the child: an exclusion, an appeal.
struct Work {
    std::int64_t place = 0; ///< 1, 2, 3 … in its case
    std::string title;
    Level level = Level::one; ///< the present one
    Date begun_on{};
    std::optional<Date> ended_on{};

    bool operator==(const Work&) const = default;
};

/// That a piece of work came to a level.
struct LevelMove {
    std::int64_t place = 0; ///< 1, 2, 3 … as recorded, which need not be the order of the days
    std::int64_t work = 0;
    std::string title; ///< of the work
    Level level = Level::one;
    Date moved_on{};
    std::string reason;
    access::UserId moved_by;

    bool operator==(const LevelMove&) const = default;
};

/// What somebody enters to move a level.
struct NewLevel {
    std::optional<std::int64_t> work{}; ///< nothing: a new piece of work, named `title`
    std::string title{};
    Level level = Level::one;
    Date moved_on{};
    std::string reason{};

    bool operator==(const NewLevel&) const = default;
};

struct StateChange {
    CaseState state = CaseState::open;
    Date since{};
    std::string reason;
    access::UserId stated_by;

    bool operator==(const StateChange&) const = default;
};

/// What somebody enters to change a state, but for closing, which has a form of its own.
struct NewState {
    CaseState state = CaseState::open;
    std::string reason{};
    Priority priority = Priority::ordinary; ///< on the waiting list

    bool operator==(const NewState&) const = default;
};

struct Allocation {
    std::optional<access::UserId> caseworker{}; ///< nothing: nobody
    Date since{};
    std::string reason;
    access::UserId allocated_by;

    bool operator==(const Allocation&) const = default;
};

} // namespace onroll::casework
