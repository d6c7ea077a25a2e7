// One's own children: by one's caseload, the team's or one that is covered; of a school and the
// like all. The same children of which a file may be taken (store_export), with those that are
// withheld and open to the actor by name.
#pragma once

#include "people/store.h"
#include "people/types_list.h"

#include "access/rules_policy.h"

#include <set>
#include <vector>

namespace onroll::people {

/// Whether the agency is one team around its children, as a school is.
bool has_all_children(const access::Actor& actor);

/// Each under the record in which they are shown, whether it may be opened or not.
std::set<PersonId> children_worked_with(db::Queries& database, const access::Actor& actor);

/// Those whose record the actor may open without giving a reason first, in order of names.
std::vector<ChildInList> own_children(db::Queries& database, const access::Actor& actor,
                                      Date today);

} // namespace onroll::people
