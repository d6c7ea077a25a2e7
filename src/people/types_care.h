// Whether a council looks after a child, as statements with their days: a fact of its own beside
// the orders of courts, since most children are accommodated under section 20 without any order.
// Values only. Source: Children Act 1989 ss20, 22(1) and 31; trust.md F-01. Pure.
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

enum class CareStatus : std::uint8_t { never, section_20, by_order, previously };

/// One statement: never changed, followed by another. `until` is the last day, of a child who is or
/// was looked after.
struct CareStatement {
    Date from;
    CareStatus status = CareStatus::never;
    std::string council{}; ///< which looks after the child, or did
    std::optional<Date> until{};
    bool operator==(const CareStatement&) const = default;
};

std::string_view in_words(CareStatus status);
std::string_view key_of(CareStatus status);
std::optional<CareStatus> care_status_named(std::string_view key);
/// In the order in which a form offers them.
const std::vector<CareStatus>& all_care_statuses();

/// "Accommodated under section 20, by Tidemoor Council".
std::string said_of(const CareStatement& statement);

} // namespace onroll::people
