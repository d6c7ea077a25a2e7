// How a case ended: its outcomes, and what the work changed for the family, the school and the
// authority. Values only. capabilities.md N55.
#pragma once

#include "casework/types_case.h"

namespace onroll::casework {

/// The five points of the published survey of advice services, and "don't know".
enum class Impact {
    not_known = 0,
    none = 1,
    minimal,
    some_short_term,
    some_long_term,
    significant_long_term
};

enum class Outcome {
    information_enough,
    exclusion_withdrawn,
    reinstated_by_governors,
    reinstated_after_review,
    exclusion_upheld,
    back_full_time,
    timetable_ended,
    another_school,
    alternative_provision,
    plan_begun,
    support_begun,
    tribunal_for_family,
    tribunal_against,
    home_educated,
    better_relations,
    other_service,
    family_stopped,
    moved_away,
    other
};

struct NewClose {
    std::vector<Outcome> outcomes{};
    std::string summary;
    Impact family = Impact::not_known; ///< the child and the family
    Impact school = Impact::not_known;
    Impact authority = Impact::not_known;

    bool operator==(const NewClose&) const = default;
};

struct Close {
    NewClose told;
    Date closed_on{};
    Level highest_level = Level::one; ///< that the case reached until then
    access::UserId closed_by;

    bool operator==(const Close&) const = default;
};

std::string_view key_of(Impact impact);
std::optional<Impact> impact_named(std::string_view key);
/// "Some short-term impact", "Don’t know".
std::string_view in_words(Impact impact);
const std::vector<Impact>& all_impacts();

std::string_view key_of(Outcome outcome);
std::optional<Outcome> outcome_named(std::string_view key);
std::string_view in_words(Outcome outcome);
const std::vector<Outcome>& all_outcomes();

} // namespace onroll::casework
