// What is asked of lists of cases, and what they answer. Values only.
#pragma once

#include "casework/types_case.h"
#include "casework/types_chronology.h"

#include <map>
#include <string>
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

struct FoundCase {
    Case found;
    std::string why;                 ///< "Name sounds alike"
    std::optional<EntryKind> said{}; ///< where the chronology has the words that were looked for
};

/// How many cases somebody has that are not closed.
struct Caseload {
    std::optional<access::UserId> caseworker{}; ///< nothing: nobody has them
    std::int64_t cases = 0;
    std::int64_t waiting = 0;
    std::int64_t inactive = 0;
    std::map<Level, std::int64_t> by_level{};
};

} // namespace onroll::casework
