// A child's places at schools: added, put right, taken off. What a place said before it was put
// right stays in the history of the record.
#pragma once

#include "people/store.h"

#include <optional>
#include <string>

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
/// The place `was` becomes `now`. A main school that ended the day before `was` began ends with the
/// new first day. conflict where the record has no such place any more; bad_input by the field: a
/// last day before the first, a second main school that lasts.
Result<void> change_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& was, const SchoolPlace& now, const std::string& note);
/// Takes off the record where the child never was; with `reopens`, the main school that ended the
/// day before lasts again. conflict where the record has no such place any more, or another main
/// school lasts.
Result<void> remove_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& place, bool reopens, const std::string& note);
/// The main school that ended the day before this place began, so that it may have been ended for
/// it; nothing where the place is not a main school that lasts.
std::optional<SchoolPlace> ended_for(const std::vector<SchoolPlace>& schools,
                                     const SchoolPlace& place);

/// "107001 main 2025-09-01 -": what a form carries of the place that it was opened for.
std::string key_of(const SchoolPlace& place);

} // namespace onroll::people
