// What was stated of a child’s being looked after by a council: added to, never changed.
#pragma once

#include "people/store.h"
#include "people/types_care.h"

namespace onroll::people {

/// The next statement; the history names it beside what stood before. bad_input with the field as
/// `problems_of` says.
Result<void> state_care(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                        const CareStatement& statement);
/// Of one record alone, oldest first; `find_child` has those of joined records too.
std::vector<CareStatement> care_of(db::Queries& database, const access::AgencyId& agency,
                                   const PersonId& child);
/// The same with those that were taken back: what was ever stated decides how long a record is
/// kept.
std::vector<CareStatement> care_ever_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& child);
/// Takes a statement back, where it is the newest one: for a list of children that is taken back.
/// It is shown no more; the history says that it stood.
bool take_back_care(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                    const CareStatement& statement);

} // namespace onroll::people
