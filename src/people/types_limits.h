// Who may not act on a record, and those who live together: values only. Pure.
#pragma once

#include "people/types.h"

#include "access/types.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

using LimitId = RandomId<struct LimitTag>;
using HouseholdId = RandomId<struct HouseholdTag>;

enum class LimitKind : std::uint8_t {
    conflict,    ///< the user's own record, or a relative's (trust.md Z-11)
    named_people ///< open to those on its caseload alone (D2)
};
std::string_view key_of(LimitKind kind);
std::optional<LimitKind> limit_kind_named(std::string_view key);
std::string_view in_words(LimitKind kind);

/// A limit that stands.
struct Limit {
    LimitId id;
    PersonId person;
    LimitKind kind = LimitKind::conflict;
    std::optional<access::UserId> user{}; ///< whose conflict it is
    std::string reason{};
    access::UserId set_by;
    std::chrono::sys_time<std::chrono::milliseconds> set_at{};
};

struct HouseholdMember {
    PersonId person;
    std::string name{}; ///< as called
    Date from{};
    std::optional<Date> until{};
    bool operator==(const HouseholdMember&) const = default;
};
struct Household {
    HouseholdId id;
    std::string name{}; ///< "At their grandmother’s"
    int version = 1;
    std::vector<HouseholdMember> members{};
    bool operator==(const Household&) const = default;
};

} // namespace onroll::people
