// A child's places at schools: added, put right, taken off. What a place said before it was put
// right stays in the history of the record.
#pragma once

#include "people/store.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// A main school that lasts ends the one before, also in a record that was joined to the child's,
/// where it lasts again once the two are parted. Bad input by the field: a last day before the
/// first, a first day before that of the main school now or on it.
Result<void> add_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                        const SchoolPlace& place);
/// The same place and no other, from another day or from none that is known; a school that ended
/// the day before it began ends with the new day. conflict where the record has no such place any
/// more, bad_input where it would begin after its last day.
Result<void> move_school_start(db::Transaction& transaction, const Scope& scope,
                               const PersonId& child, const SchoolPlace& place,
                               std::optional<Date> from);
/// How a school is named in the history.
using SchoolName = std::function<std::string(Urn)>;

/// How a place is put right: what is said of it, and what goes with it.
struct SchoolCorrection {
    SchoolName name;
    std::string note{};   ///< why; kept in the history
    bool reopens = false; ///< the main school that ended the day before (ended_before) lasts again
};
/// The place `was` becomes `now`. A main school that ended the day before `was` began ends with the
/// new first day; the history has a line for each. conflict where the record has no such place any
/// more; bad_input by the field: a last day before the first, a first day before that of the school
/// that ends with it, a second main school that lasts, or one that lasts again beside this one.
Result<void> change_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& was, const SchoolPlace& now,
                           const SchoolCorrection& correction);
/// Takes off the record where the child never was. conflict where the record has no such place any
/// more.
Result<void> remove_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& place, const SchoolCorrection& correction);
/// conflict: the record has the place no more.
Error place_changed();
/// The main school that ended the day before this place began, so that it may have been ended for
/// it; nothing where the place is not the one main school that lasts.
std::optional<SchoolPlace> ended_before(const std::vector<SchoolPlace>& schools,
                                        const SchoolPlace& place);

/// What an address calls the place of a child: 32 hexadecimal digits that say nothing of it, and
/// that are others once it was changed.
std::string name_in_address(const PersonId& child, const SchoolPlace& place);
/// The place that an address names; nothing where the record has it no more.
std::optional<SchoolPlace> place_named(const ChildRecord& record, std::string_view name);

} // namespace onroll::people
