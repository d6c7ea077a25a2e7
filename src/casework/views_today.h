// What the day list of an adviser shows, and the day list of a manager beside it. Words and layout;
// no queries, no rules.
#pragma once

#include "casework/rules_day_list.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

struct TodayView {
    Date today{};
    DayList list;
    std::vector<DayLine> escalated;          ///< of the whole service, for its manager
    bool more_escalated = false;             ///< than those
    std::string earlier_late{}, more_late{}; ///< other pages of them; empty where there is none
    std::vector<std::string> gone_quiet{};   ///< sources that send fewer families, for the manager
    WorkerFigures figures;
    std::vector<std::string> covered; ///< colleagues who are away, by name
    bool is_manager = false;
    std::function<std::string(const people::PersonId&)> child_called;
    std::function<std::string(const access::UserId&)> name_of;
    std::function<design::Html()> start = [] { return design::Html(); };
};
design::Html today_view(const TodayView& view);
/// All that is late in the service, of which Today has the first.
design::Html late_view(const TodayView& view);

} // namespace onroll::casework
