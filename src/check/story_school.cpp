// The school that a family named, with its calendar, or weekdays in place of one.
#include "check/story.h"

namespace onroll::check {

using namespace law;

namespace story_school_detail {

/// Weekdays but bank holidays, in the usual months of school: for schools whose term dates nobody
/// has stated. Said as such on the page.
SchoolCalendar weekdays_around(Date day)
{
    std::vector<Term> terms;
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    for (int first = year - 2; first <= year + 1; ++first) {
        const auto of = [](const char* season, int in) { return season + std::to_string(in); };
        const auto y = static_cast<int>(first);
        terms.push_back({of("Autumn ", y), date(y, 9, 1), date(y, 12, 31)});
        terms.push_back({of("Spring ", y + 1), date(y + 1, 1, 1), date(y + 1, 3, 31)});
        terms.push_back({of("Summer ", y + 1), date(y + 1, 4, 1), date(y + 1, 7, 23)});
    }
    return *SchoolCalendar::create(std::move(terms), {}, TermSystem::three);
}

} // namespace story_school_detail

Result<FoundSchool> find_school(const SchoolAnswer& answer, const Services& services, Date around)
{
    const auto type = answer.type.value_or(SchoolType::maintained);
    Result<School> school = Error{ErrorKind::not_found, "No council was named", {}, "term_dates"};
    bool type_taken = !answer.type;
    std::string name;
    if (answer.urn) {
        const auto named = services.search_schools(answer.urn->text());
        if (!named.empty()) name = named.front().name;
        school = services.find_school(*answer.urn, answer.type);
        type_taken = type_taken && !school;
        if (!school && school.error().where == "school_type")
            school = services.find_school(*answer.urn, type);
        if (!school && school.error().where != "term_dates") return school.error();
    } else if (answer.council && services.unlisted_school) {
        school = services.unlisted_school(*answer.council, type);
    }
    const bool held = school.has_value();
    FoundSchool found{held ? std::move(*school)
                           : School{{},
                                    type,
                                    answer.council.value_or(0),
                                    story_school_detail::weekdays_around(around)},
                      std::move(name), held, type_taken};
    found.school.key = "school";
    return found;
}

} // namespace onroll::check
