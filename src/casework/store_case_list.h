// Lists of cases: narrowed, waiting, found by words, counted by caseworker. Whom each is shown to
// is in the question. capabilities.md N07, N10; table stakes 27, 36; trust.md Z-02.
#pragma once

#include "casework/types_case.h"

#include "platform/db/db.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Whose cases somebody may be shown: all of the service, or those on the caseload of these.
struct Reach {
    bool whole_service = false;
    std::vector<access::UserId> caseloads{};
};

enum class Worked { by_anybody, by_nobody };

struct CaseQuestion {
    Reach reach{};
    std::optional<CaseState> state{}; ///< nothing: all that are not closed
    std::optional<Level> level{};
    std::optional<access::UserId> caseworker{};
    Worked worked = Worked::by_anybody;
    std::optional<std::int64_t> before{}; ///< only lower numbers
};

/// The newest first, at most `limit`.
std::vector<Case> list_cases(db::Queries& database, const access::AgencyId& agency,
                             const CaseQuestion& question, std::size_t limit);

/// Those on the waiting list: urgent ones first, then who has waited longest.
std::vector<Case> waiting_cases(db::Queries& database, const access::AgencyId& agency,
                                const Reach& reach, std::size_t limit);

struct FoundCase {
    Case found;
    std::string why; ///< "Name sounds alike"
};
/// By the number of a case, or by what people::search_people finds of a child or an adult of the
/// child. The best first, at most `limit`.
std::vector<FoundCase> search_cases(db::Queries& database, const access::AgencyId& agency,
                                    const Reach& reach, std::string_view words, std::size_t limit);

/// How many cases somebody has that are not closed.
struct Caseload {
    std::optional<access::UserId> caseworker{}; ///< nothing: nobody has them
    std::int64_t cases = 0;
    std::int64_t waiting = 0;
    std::int64_t inactive = 0;
    std::map<Level, std::int64_t> by_level{};
};
std::vector<Caseload> caseloads_of(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
