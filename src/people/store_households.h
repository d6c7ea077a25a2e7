// Households: those who live together, family or not, and since when. A child may live in two.
#pragma once

#include "people/store.h"
#include "people/types_limits.h"

namespace onroll::people {

/// bad_input without a name or with nobody in it, not_found for somebody of no record here.
Result<HouseholdId> form_household(db::Transaction& transaction, const Scope& scope,
                                   const PersonId& person, std::string_view name,
                                   const std::vector<PersonId>& with, Date from);
/// The person lives there no more, from the day after. conflict where the version is not the
/// present one; not_found where they do not live there.
Result<void> leave_household(db::Transaction& transaction, const Scope& scope,
                             const HouseholdId& household, int version, const PersonId& person,
                             Date last_day);
/// Those that the person lives in or lived in.
std::vector<Household> households_of(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& person);

} // namespace onroll::people
