// Everything that the store holds about one person, child or adult, for a request to see it.
// trust.md G-02.
#pragma once

#include "people/store.h"
#include "people/subject_access.h"

namespace onroll::people {

/// What this part holds; the names of schools and acts, and what other parts hold, are for the
/// caller to add. not_found in another agency, or anywhere.
Result<Gathered> gather(db::Queries& database, const access::AgencyId& agency, const PersonId& id);

} // namespace onroll::people
