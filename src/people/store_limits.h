// Who may not act on a record: the conflict of one user, and records that are withheld from all who
// are not named on their caseload. trust.md Z-11, D2.
#pragma once

#include "people/store.h"
#include "people/types_limits.h"

#include "access/rules_policy.h"

namespace onroll::people {

/// The record is the user's own, or a relative's: from now on it is to them as if it were not
/// there. conflict where that is said already.
Result<LimitId> declare_conflict(db::Transaction& transaction, const Scope& scope,
                                 const PersonId& person, const access::UserId& user);
/// From now on the record is open to those named on its caseload alone. bad_input without a reason
/// or where nobody is named; conflict where it is withheld already.
Result<LimitId> withhold(db::Transaction& transaction, const Scope& scope, const PersonId& person,
                         std::string_view reason);
/// not_found where no such limit stands in the agency.
Result<void> lift_limit(db::Transaction& transaction, const Scope& scope, const LimitId& limit);

/// Those that stand on the record, or on one that is shown as part of it.
std::vector<Limit> limits_of(db::Queries& database, const access::AgencyId& agency,
                             const PersonId& person);
std::vector<Limit> limits_of_agency(db::Queries& database, const access::AgencyId& agency);

/// How an actor stands to a person of their own agency: what the policy asks of every record.
access::Standing standing_to(db::Queries& database, const access::Actor& actor,
                             const PersonId& person);

} // namespace onroll::people
