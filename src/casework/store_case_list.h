// Lists of cases: narrowed, waiting, found by words, counted by caseworker. Whom each is shown to
// is in the question. capabilities.md N07, N10; table stakes 27, 36; trust.md Z-02.
#pragma once

#include "casework/types_case_list.h"

#include "platform/db/db.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// The newest first, at most `limit`.
std::vector<Case> list_cases(db::Queries& database, const access::AgencyId& agency,
                             const CaseQuestion& question, std::size_t limit);

/// Those on the waiting list: urgent ones first, then who has waited longest.
std::vector<Case> waiting_cases(db::Queries& database, const access::AgencyId& agency,
                                const Reach& reach, std::size_t limit);

/// By the number of a case, or by what people::search_people finds of a child or an adult of the
/// child. The best first, at most `limit`.
std::vector<FoundCase> search_cases(db::Queries& database, const access::AgencyId& agency,
                                    const Reach& reach, std::string_view words, std::size_t limit);

/// Those in which somebody wrote or said the words, in small letters or large: in a note, a
/// contact, work done, a message, the child's own account, what was said of an event as it is known
/// now, or a document's name. Those said last first, at most `limit`, with where. Nothing for fewer
/// than three letters.
std::vector<FoundCase> cases_that_say(db::Queries& database, const access::AgencyId& agency,
                                      const Reach& reach, std::string_view words,
                                      std::size_t limit);

/// How many cases each has that are not closed.
std::vector<Caseload> caseloads_of(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
