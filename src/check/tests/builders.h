// One school and its term dates, and the answers of families as a test needs them.
#pragma once

#include "check/answers.h"
#include "check/services.h"
#include "check/story.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::check_tests {

using namespace onroll::check;

inline SchoolCalendar a_calendar(TermSystem system = TermSystem::three)
{
    return *SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                    {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
                                    {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
                                   {}, system);
}

/// Harbour Light Academy (990001) can be found; Tidemoor (901) is a council.
inline Services services(const design::Site& site, const Clock& clock)
{
    Services given;
    given.site = &site;
    given.clock = &clock;
    static const Languages languages;
    given.languages = &languages;
    given.more_to_take = {{"save.letters", "/check/letters"},
                          {"save.letter_check", "/check/letter"}};
    given.find_school = [](Urn, std::optional<law::SchoolType>) -> Result<law::School> {
        return law::School{"", law::SchoolType::academy, 901, a_calendar()};
    };
    given.search_schools = [](std::string_view words) {
        std::vector<SchoolChoice> found;
        if (words == "990001" || words.starts_with("Harbour") || words.starts_with("harbour"))
            found.push_back({*Urn::parse("990001"), "Harbour Light Academy", "Tidemoor"});
        return found;
    };
    given.councils = {{901, "Tidemoor"}};
    given.unlisted_school = [](int council, law::SchoolType type) -> Result<law::School> {
        if (council != 901) return Error{ErrorKind::not_found, "none", {}, {}};
        return law::School{"", type, council, a_calendar()};
    };
    given.advice = {"Tidemoor Advice", "01632 960123", "Free. Weekdays, 9am to 5pm."};
    return given;
}

/// The fields of a story: what happened, at Harbour Light Academy, with more answers.
inline http::Fields fields_for(std::string_view what,
                               std::initializer_list<std::pair<const char*, const char*>> more = {})
{
    http::Fields fields{{"what", std::string(what)},
                        {"urn", "990001"},
                        {"started-day", "19"},
                        {"started-month", "11"},
                        {"started-year", "2026"}};
    for (const auto& [name, value] : more) fields.add(name, value);
    return fields;
}

/// Every question asked that matters, and answered with "I do not know".
inline http::Fields knowing_nothing_more(http::Fields fields)
{
    for (bool more = true; more;) {
        more = false;
        const auto answers = read_answers(fields);
        for (const auto& question : questions_for(answers)) {
            if (answered(answers, question)) continue;
            const auto names = field_names(question);
            const auto name = std::string(names.front());
            if (question == Question::school) {
                fields.set("listed", "no");
            } else if (names.back().ends_with("-known")) {
                fields.set(std::string(names.back()), "unknown");
            } else {
                fields.set(name, "unknown");
            }
            more = true;
            break;
        }
    }
    return fields;
}

} // namespace onroll::check_tests
