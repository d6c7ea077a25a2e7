#include "casework/rules_school_days.h"

#include <algorithm>

namespace onroll::casework {

std::optional<int> school_days_to(const DaysSeenBySchool& days, Date today, Date day)
{
    if (days.empty()) return std::nullopt;
    const auto& seen = days.begin()->second;
    const auto first = std::min(today, day);
    const auto last = std::max(today, day);
    int count = 0;
    for (auto each = first + Days{1}; each <= last; each += Days{1}) {
        const auto place = (each - seen.from).count();
        if (place < 0 || place >= static_cast<long>(seen.days.size())) return std::nullopt;
        count += seen.days[static_cast<std::size_t>(place)] == '1' ? 1 : 0;
    }
    return day < today ? -count : count;
}

} // namespace onroll::casework
