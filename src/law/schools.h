// A stored school as the law sees it: which of the four sorts it is, whose area it lies in, and its
// own calendar.
#pragma once

#include "law/types.h"
#include "places/store.h"

namespace onroll::law {

/// The school and its calendar; `stated` is its kind where no list says it. Not found for a URN
/// that no list had; bad input, with the reason, for a school to which these rules do not apply,
/// one whose kind is not known, and one whose term dates nobody has stated: `where` is
/// outside_the_rules, school_type or term_dates.
Result<School> school_in_law(db::Queries& database, Urn urn, std::optional<SchoolType> stated);

} // namespace onroll::law
