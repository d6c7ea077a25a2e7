#include "insight/rules_half_terms.h"

#include "kernel/date.h"

#include <chrono>

namespace onroll::insight {

namespace rules_half_terms_detail {

/// September to December, January to March, April to August.
const char* season_of(Date day)
{
    const std::chrono::year_month_day on{day};
    const auto month = static_cast<unsigned>(on.month());
    return month >= 8 ? "Autumn" : month <= 3 ? "Spring" : "Summer";
}

} // namespace rules_half_terms_detail

std::map<int, std::string> half_terms_by_week(const SchoolCalendar& calendar, int year)
{
    using namespace rules_half_terms_detail;
    std::map<int, std::string> names;
    const auto begins = date(year, 8, 25), ends = date(year + 1, 8, 1);
    auto monday = begins;
    while (std::chrono::weekday{monday} != std::chrono::Monday) monday += Days{1};
    int number = 0, part = 0, parts_of_season = 0;
    std::string season, name;
    bool school_before = false;
    for (; monday < ends; monday += Days{7}) {
        if (calendar.between(monday, monday + Days{7}).count == 0) {
            school_before = false;
            continue;
        }
        ++number;
        if (!school_before) {
            ++part;
            const std::string now = season_of(monday + Days{4});
            parts_of_season = now == season ? parts_of_season + 1 : 1;
            season = now;
            name = calendar.system() == TermSystem::more_than_three
                       ? "Term " + std::to_string(part)
                       : season + " " + std::to_string(parts_of_season);
        }
        school_before = true;
        names.emplace(number, name);
    }
    return names;
}

} // namespace onroll::insight
