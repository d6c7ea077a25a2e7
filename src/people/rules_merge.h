// Two records of one person: whether they may be joined, and what the joined record shows. Joining
// changes no row of either, so undoing it is complete. Pure. Follows trust.md R-15 and W-11.
#pragma once

#include "people/types.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::people {

/// What agrees between two records: "UPN", "NHS number", "Name and date of birth". Names are
/// compared folded. Source: trust rules R-15 and W-11.
std::vector<std::string_view> agreeing_identifiers(const Person& one, const Person& other);

/// Which of these people may be one and the same, each pair once, by their places in the list.
/// Asked of people who share a day of birth or a number already; their names are compared both ways
/// round, so that a middle name on one record alone is no difference. Source: trust rule R-15.
std::vector<std::pair<std::size_t, std::size_t>> alike_among(const std::vector<Person>& people);

/// One record of all: the kept one's facts, each blank filled from the others in turn; names and
/// numbers that differ become other names and former numbers. Source: trust rule R-15.
Person joined_view(const Person& kept, const std::vector<Person>& joined);

/// One row of the comparison before a merge.
struct Compared {
    std::string_view what;
    std::string kept;
    std::string joined;
    bool differs = false;
    bool operator==(const Compared&) const = default;
};
/// Every fact of both, side by side. Source: trust rule R-15.
std::vector<Compared> compared(const Person& kept, const Person& joined);

/// A field that an edit changed, by its name in forms and in the record of changes.
struct ChangedField {
    std::string_view field;
    std::string before;
    std::string after;
    bool operator==(const ChangedField&) const = default;
};
/// What differs between what was shown and what was sent. Source: trust rules G-04 and R-09.
std::vector<ChangedField> changed_fields(const PersonDetails& shown, const PersonDetails& sent);

/// `own` with those fields of `sent` that differ from `shown`: an edit of a joined record touches
/// only what was edited. Source: trust rule R-15.
PersonDetails with_changes(const PersonDetails& own, const PersonDetails& shown,
                           const PersonDetails& sent);

/// Every reason why these details may not be saved, by the field; empty when they may.
/// Source: conventions CV-32 and N-01 to N-03.
std::vector<Error> problems_of(const PersonDetails& details, Date today);
/// The same where these details follow those that were shown: a name with hidden characters, kept
/// before such were refused, stops no other change. Source: conventions CV-32 and N-01 to N-03.
std::vector<Error> problems_of_change(const PersonDetails& shown, const PersonDetails& details,
                                      Date today);

} // namespace onroll::people
