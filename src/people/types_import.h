// What an imported list of children holds and what each of its rows comes to. Values only. Source:
// trust.md U-07, U-10. Pure.
#pragma once

#include "people/types.h"
#include "people/types_care.h"
#include "people/types_family.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// Trouble with one cell: where it is, what sort of value it holds, and what to do. Never the
/// value.
struct CellError {
    std::size_t row = 0;    ///< as a spreadsheet counts: the header is row 1
    std::string column{};   ///< "H (CHILD_NHS_NUMBER)"; empty where it concerns the whole row
    std::string value_is{}; ///< "blank", "8 digits", "text of 12 characters"
    std::string fix{};
    bool operator==(const CellError&) const = default;
};

struct ListedParent {
    Name name{};
    Bond bond = Bond::other;
    std::string telephone{};
    std::string email{};
    bool operator==(const ListedParent&) const = default;
};

/// A child as a row states them. What is blank is not stated.
struct ListedChild {
    std::size_t row = 0;
    PersonDetails details{};
    std::optional<Address> address{};
    std::optional<Urn> school{};
    std::optional<Date> school_from{};   ///< only with a school
    std::optional<CareStatement> care{}; ///< from the day of the list where it states none
    std::vector<ListedParent> parents{};
    bool care_from_stated = false; ///< that the first day of care is the list's own
};

/// A list as read: what each row states, or what is wrong with it.
struct ChildList {
    std::vector<ListedChild> children{};
    std::vector<CellError> errors{};
    std::vector<CellError> notes{};             ///< things said that did not stop a row
    std::vector<std::string> unknown_columns{}; ///< said, not silently dropped
    std::size_t rows = 0;                       ///< rows with children, good or faulty
    std::size_t rejected = 0;
    std::size_t instruction_rows = 0;
    std::string encoding{};
};

enum class RowOutcome : std::uint8_t { created, updated, unchanged, rejected, held };

/// What a row comes to; each row exactly one.
struct RowPlan {
    std::size_t row = 0;
    RowOutcome outcome = RowOutcome::created;
    std::optional<PersonId> person{};  ///< whom it concerns, where somebody fits
    std::vector<std::string> fields{}; ///< names of what would change
    std::string reason{};              ///< for held: why a person must look
};

struct ImportPlan {
    std::vector<RowPlan> rows{};
    std::vector<CellError> notes{}; ///< what of the list is not taken, from whoever brings it
    std::size_t count(RowOutcome outcome) const
    {
        std::size_t total = 0;
        for (const auto& row : rows) total += row.outcome == outcome ? 1 : 0;
        return total;
    }
};

std::string_view in_words(RowOutcome outcome);

} // namespace onroll::people
