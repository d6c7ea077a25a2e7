// A row of a list that waited for somebody to look, and the row beside a record. Values only.
#pragma once

#include "people/rules_merge.h"
#include "people/types.h"
#include "people/types_import.h"

#include "access/types.h"
#include "platform/clock/clock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// Why a row waits that is like a record; also where the record is kept from whoever brings the
/// list.
inline constexpr std::string_view much_like =
    "A record here is much like this row. Compare the two";

enum class RowFound : std::uint8_t { not_yet, same_child, another_child };

struct HeldRow {
    std::size_t number = 0; ///< as a spreadsheet counts
    std::string reason{};
    RowFound found = RowFound::not_yet;
    std::optional<PersonId> person{}; ///< whom it was settled for; nothing where they were deleted
    std::optional<access::UserId> settled_by{};
    std::optional<Instant> settled_at{};
};

/// What the row says beside what the record says, and of what is taken over from it.
struct RowBesideRecord {
    std::vector<Compared> rows{};
    std::vector<std::string> changes{}; ///< names of fields
    std::string doubt{};                ///< what is not taken over, and why
};
} // namespace onroll::people
