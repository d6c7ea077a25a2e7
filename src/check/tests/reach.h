// Stories enough to meet every duty and finding that a family's answers can lead to.
#pragma once

#include "builders.h"

#include "law/evaluate.h"

#include <functional>

namespace onroll::check_tests {

/// Calls `see` with each story, over what happened, how long, and what else was said.
inline void for_each_story(const std::function<void(const Answers&, const Story&)>& see)
{
    const design::Site site;
    const FixedClock clock{date(2026, 11, 23)};
    const auto given = services(site, clock);
    const auto tell = [&](const http::Fields& fields) {
        const auto answers = read_answers(fields);
        const auto story = understand(answers, given, clock.today());
        if (story) see(answers, *story);
    };
    const auto varied = [&](const http::Fields& base) {
        tell(base);
        const std::vector<std::vector<std::pair<const char*, const char*>>> more{
            {{"disability", "yes"}},
            {{"disability", "unknown"}, {"care", "unknown"}, {"earlier", "unknown"}},
            {{"care", "looked_after"}},
            {{"care", "social_worker"}},
            {{"age", "eighteen"}, {"disability", "yes"}},
            {{"age", "under_five"}},
            {{"age", "sixth_form"}, {"disability", "yes"}},
            {{"sen", "plan"}, {"agreed", "no"}, {"has_end", "no"}},
            {{"sen", "none"}, {"agreed", "yes"}},
            {{"exam", "yes"},
             {"exam_on-day", "20"},
             {"exam_on-month", "11"},
             {"exam_on-year", "2026"}},
            {{"letter", "no"}},
            {{"letter", "yes"}, {"letter_says", "none"}},
            {{"reason", "needs"}, {"reason", "attainment"}, {"reason", "parent"}},
            {{"said", "not_head"},
             {"said", "return_condition"},
             {"said", "no_end_date"},
             {"said", "lengthened"},
             {"said", "told_45"},
             {"said", "threatened"},
             {"said", "trial"},
             {"said", "no_adjustment"}},
            {{"side", "no"}},
            {{"work", "no"}, {"day_six", "no"}},
            {{"earlier", "yes"}, {"earlier-term", "4"}, {"earlier-year", "44"}},
            {{"earlier", "yes"}, {"earlier-term", "16"}, {"earlier-year", "20"}},
            {{"wrote", "yes"}},
            {{"wrote", "yes"}, {"earlier", "yes"}, {"earlier-term", "5"}},
            {{"because", "behaviour"}, {"agreed", "yes"}},
            {{"because", "behaviour"}, {"times", "5"}},
            {{"because", "staffing"}},
            {{"where", "other"}, {"has_end", "no"}, {"letter", "no"}},
            {{"where", "other"}, {"letter", "yes"}},
            {{"where", "own"}},
            {{"pressed", "suggested"}, {"pressed", "warned"}},
            {{"pressed", "written"}, {"pressed", "met"}},
            {{"why", "no_reason"}},
            {{"why", "moved"}},
            {{"has_end", "yes"}, {"ends-day", "20"}, {"ends-month", "11"}, {"ends-year", "2026"}},
        };
        for (const auto& set : more) {
            auto fields = base;
            for (const auto& [name, value] : set) fields.add(name, value);
            tell(fields);
        }
        for (const auto* outcome : {"stays", "back"}) {
            auto fields = base;
            for (const auto& [name, value] : {std::pair{"board", outcome},
                                              {"board_on-day", "22"},
                                              {"board_on-month", "11"},
                                              {"board_on-year", "2026"}})
                fields.add(name, value);
            tell(fields);
        }
    };
    for (const auto* length : {"1", "5.5", "6", "16", "46", ""})
        varied(fields_for("suspended", {{"length", length}}));
    varied(fields_for("lunchtimes", {{"length", "3"}}));
    for (const auto* what : {"permanent", "sent_home", "collected_early", "part_time", "unit",
                             "moved", "home_education", "off_roll", "unknown"})
        varied(fields_for(what));
}

} // namespace onroll::check_tests
