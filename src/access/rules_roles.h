// Which roles there are in which kind of agency, and which take two people to give. Pure. Follows
// trust.md section 1 and Z-10.
#pragma once

#include "access/types.h"

#include <vector>

namespace onroll::access {

/// The roles that users of such an agency may have, in the order in which pages list them. The
/// system administrator is of none: only the first set-up makes one.
/// Source: trust.md section 1, AC3 to AC13.
const std::vector<Role>& roles_of(AgencyKind kind);

/// Whether a second administrator must agree before somebody gets this role. While an agency has
/// one administrator alone, that one may appoint the second: otherwise there could never be two.
/// Source: trust.md Z-10; our reading for an agency with one administrator.
bool takes_two_people(Role role, int administrators_now);

/// Whether a user with this role opens records of children at all.
/// Source: trust.md W-08 and AC12, AC13.
bool opens_records(Role role);

} // namespace onroll::access
