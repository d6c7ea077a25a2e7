#include "casework/types_close.h"

#include <array>

namespace onroll::casework {
namespace types_close_detail {

struct ImpactWords {
    Impact impact;
    std::string_view key;
    std::string_view words;
};
/// In the order in which the form asks.
constexpr std::array impacts{
    ImpactWords{Impact::none, "none", "No impact"},
    ImpactWords{Impact::minimal, "minimal", "Minimal impact"},
    ImpactWords{Impact::some_short_term, "some_short_term", "Some short-term impact"},
    ImpactWords{Impact::some_long_term, "some_long_term", "Some long-term impact"},
    ImpactWords{Impact::significant_long_term, "significant_long_term",
                "Significant long-term impact"},
    ImpactWords{Impact::not_known, "not_known", "Don’t know"}};

struct OutcomeWords {
    Outcome outcome;
    std::string_view key;
    std::string_view words;
};
constexpr std::array outcomes{
    OutcomeWords{Outcome::information_enough, "information_enough",
                 "Information or advice was enough"},
    OutcomeWords{Outcome::exclusion_withdrawn, "exclusion_withdrawn",
                 "An exclusion was withdrawn or put right"},
    OutcomeWords{Outcome::reinstated_by_governors, "reinstated_by_governors",
                 "The governing board reinstated the child"},
    OutcomeWords{Outcome::reinstated_after_review, "reinstated_after_review",
                 "Reinstated after an independent review"},
    OutcomeWords{Outcome::exclusion_upheld, "exclusion_upheld", "A permanent exclusion stands"},
    OutcomeWords{Outcome::back_full_time, "back_full_time", "Back in school full time"},
    OutcomeWords{Outcome::timetable_ended, "timetable_ended", "A part-time timetable ended"},
    OutcomeWords{Outcome::another_school, "another_school", "A place at another school"},
    OutcomeWords{Outcome::alternative_provision, "alternative_provision",
                 "Alternative provision was arranged"},
    OutcomeWords{Outcome::plan_begun, "plan_begun",
                 "An EHC assessment was agreed, or a plan issued or changed"},
    OutcomeWords{Outcome::support_begun, "support_begun", "SEN support was put in place"},
    OutcomeWords{Outcome::tribunal_for_family, "tribunal_for_family",
                 "The tribunal decided for the family, or the authority conceded"},
    OutcomeWords{Outcome::tribunal_against, "tribunal_against",
                 "The tribunal decided against the family"},
    OutcomeWords{Outcome::home_educated, "home_educated", "The child is educated at home"},
    OutcomeWords{Outcome::better_relations, "better_relations", "Family and school get on better"},
    OutcomeWords{Outcome::other_service, "other_service", "Another service took over"},
    OutcomeWords{Outcome::family_stopped, "family_stopped", "The family stopped or lost touch"},
    OutcomeWords{Outcome::moved_away, "moved_away", "The family moved away"},
    OutcomeWords{Outcome::other, "other", "Something else"}};

const ImpactWords& row_of(Impact impact)
{
    for (const auto& row : impacts)
        if (row.impact == impact) return row;
    return impacts.back();
}

} // namespace types_close_detail
using namespace types_close_detail;

std::string_view key_of(Impact impact)
{
    return row_of(impact).key;
}
std::string_view in_words(Impact impact)
{
    return row_of(impact).words;
}
std::optional<Impact> impact_named(std::string_view key)
{
    for (const auto& row : impacts)
        if (row.key == key) return row.impact;
    return std::nullopt;
}
const std::vector<Impact>& all_impacts()
{
    static const std::vector<Impact> all = [] {
        std::vector<Impact> made;
        for (const auto& row : impacts) made.push_back(row.impact);
        return made;
    }();
    return all;
}

std::string_view key_of(Outcome outcome)
{
    return outcomes[static_cast<std::size_t>(outcome)].key;
}
std::string_view in_words(Outcome outcome)
{
    return outcomes[static_cast<std::size_t>(outcome)].words;
}
std::optional<Outcome> outcome_named(std::string_view key)
{
    for (const auto& row : outcomes)
        if (row.key == key) return row.outcome;
    return std::nullopt;
}
const std::vector<Outcome>& all_outcomes()
{
    static const std::vector<Outcome> all = [] {
        std::vector<Outcome> made;
        for (const auto& row : outcomes) made.push_back(row.outcome);
        return made;
    }();
    return all;
}

} // namespace onroll::casework
