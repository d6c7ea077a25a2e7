// Cases in the advice service's own store. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_case.h"

#include "kernel/result.h"
#include "people/record.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <vector>

namespace onroll::casework {

/// Opens a case for a child of the service's own people, and answers its id. conflict where the
/// child has a case that is not closed: its error names nobody.
Result<CaseId> open_case(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewCase& opened, const access::UserId& by, Date today);

/// not_found for a case of no or another agency: the same words for both (trust.md Z-03).
Result<Case> find_case(db::Queries& database, const access::AgencyId& agency, const CaseId& id);

/// The case where `version` is the saved one; conflict where somebody changed it meanwhile.
Result<Case> case_of_version(db::Queries& database, const access::AgencyId& agency,
                             const CaseId& id, std::int64_t version);
/// What a person reads then.
Error changed_meanwhile();

/// From the present row of a query over casework_case.
Case case_from(const db::Rows& rows);

/// The record under which the child of a case is kept now: where it was joined to another, that
/// one.
people::PersonId present_child(db::Queries& database, const access::AgencyId& agency,
                               const Case& found);

/// All of that record. not_found where it is there no more.
Result<people::ChildRecord> present_record(db::Queries& database, const access::AgencyId& agency,
                                           const Case& found);

/// Those of several children, each child's newest first, by two queries for each sixty of them.
std::vector<std::pair<people::PersonId, Case>>
cases_of_children(db::Queries& database, const access::AgencyId& agency,
                  const std::vector<people::PersonId>& children);

/// Those of a child, under each record that is shown as theirs, the newest first.
std::vector<Case> cases_of_child(db::Queries& database, const access::AgencyId& agency,
                                 const people::PersonId& child);

} // namespace onroll::casework
