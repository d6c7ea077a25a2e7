// What lists of cases share: whose cases the reader may be shown, and a case as a row with names.
#pragma once

#include "casework/pages_shared.h"
#include "casework/store_case_list.h"
#include "casework/views_cases.h"

namespace onroll::casework {

/// A manager's is the whole service; an adviser's their own caseload and those they cover.
Reach reach_of(const access::Actor& actor);

/// Active colleagues, to choose one.
forms::Choices caseworker_choices(const http::Request& request, const Services& services);

/// The cases as rows, with the names of children and caseworkers: however many there are, names are
/// asked for together.
std::vector<CaseRow> rows_of(db::Queries& reading, const Services& services,
                             const access::AgencyId& agency, std::vector<FoundCase> cases);
std::vector<CaseRow> rows_of(db::Queries& reading, const Services& services,
                             const access::AgencyId& agency, std::vector<Case> cases);

} // namespace onroll::casework
