// The enquiries of a service over time: how many came on which day, from where, and what became of
// them. Values only. capabilities.md N06, N09, N12, N18.
#pragma once

#include "casework/types.h"

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Enquiries of one day that are alike in every way that is counted.
struct EnquiryCount {
    Date on{};
    Channel channel = Channel::phone;
    std::optional<Caller> caller{};
    Enquiry enquiry = Enquiry::about_a_child;
    std::optional<ReferralSource> source{};
    std::string source_name{};
    bool has_case = false;
    std::int64_t contacts = 0;
    std::int64_t minutes = 0;

    bool operator==(const EnquiryCount&) const = default;
};

/// One day or week: all enquiries, and those of each kind of work.
struct Demand {
    Date from{}; ///< the day, or the Monday
    std::int64_t all = 0;
    std::int64_t casework = 0;      ///< belong to a case
    std::int64_t general = 0;       ///< answered at level 1, about a child, without a case
    std::int64_t early = 0;         ///< a school asked before any exclusion
    std::int64_t professionals = 0; ///< advice to professionals
    std::int64_t minutes = 0;

    bool operator==(const Demand&) const = default;
};

/// A source of referral before and lately, in weeks in which the service was open.
struct SourceCount {
    std::string source; ///< in words, with the name where one is known
    std::int64_t before = 0;
    std::int64_t lately = 0;

    bool operator==(const SourceCount&) const = default;
};

/// How many weeks the two stretches have.
struct OpenWeeks {
    int before = 0;
    int lately = 0;
    Date lately_from{}; ///< a Monday
    Date before_from{}; ///< the Monday of the first of them

    bool operator==(const OpenWeeks&) const = default;
};

/// What one source sent in the two stretches, as it is kept.
struct SentBy {
    ReferralSource source{};
    std::string name; ///< empty where none is known
    std::int64_t before = 0;
    std::int64_t lately = 0;

    bool operator==(const SentBy&) const = default;
};

struct Sources {
    OpenWeeks weeks;
    std::vector<SourceCount> counts; ///< the most frequent before first
};

/// A source that has sent far fewer than it did.
struct DriedUp {
    SourceCount count;
    double expected = 0; ///< lately, had it gone on as before
    double chance = 0;   ///< of so few or fewer, had nothing changed
};

} // namespace onroll::casework
