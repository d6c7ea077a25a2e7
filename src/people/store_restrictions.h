// Records whose use is stopped, and facts that somebody disputes. trust.md G-04; UK GDPR Articles
// 16 and 18.
#pragma once

#include "people/store.h"
#include "people/types_restrictions.h"

namespace onroll::people {

/// From now on the record is kept and not used: nothing of it changes or goes out, whoever opens it
/// must say why, and it is not deleted. bad_input without a reason; conflict where it is restricted
/// already.
Result<RestrictionId> restrict_use(db::Transaction& transaction, const Scope& scope,
                                   const PersonId& person, RestrictionGround ground,
                                   std::string_view reason);
/// Ends it. The person must have been told before: bad_input for a day to come; not_found where
/// none stands. Source: UK GDPR Article 18(3).
Result<void> end_restriction(db::Transaction& transaction, const Scope& scope,
                             const PersonId& person, Date told_on);
/// Whether one stands on the record, or on one that is shown as part of it.
bool is_restricted(db::Queries& database, const access::AgencyId& agency, const PersonId& person);
/// The newest first, those that ended too.
std::vector<Restriction> restrictions_of(db::Queries& database, const access::AgencyId& agency,
                                         const PersonId& person);
/// Those that stand, over all records of the agency.
std::vector<Restriction> restrictions_of_agency(db::Queries& database,
                                                const access::AgencyId& agency);

struct NewDispute {
    std::string about{};
    std::string recorded{};
    std::string said{};
    std::string said_by{};
};
/// bad_input with the field where something is missing or too long.
Result<DisputeId> note_dispute(db::Transaction& transaction, const Scope& scope,
                               const PersonId& person, const NewDispute& dispute);
/// bad_input without an outcome; conflict where it is settled already.
Result<void> settle_dispute(db::Transaction& transaction, const Scope& scope,
                            const PersonId& person, const DisputeId& id, std::string_view outcome);
/// Open ones first, then the newest first.
std::vector<Dispute> disputes_of(db::Queries& database, const access::AgencyId& agency,
                                 const PersonId& person);

} // namespace onroll::people
