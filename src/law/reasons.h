// One plain sentence for each duty: why it is there and how its date was reckoned. No names of
// people. Pure.
#pragma once

#include "law/types.h"

#include <string>

namespace onroll::law {

/// Why this duty is there, in one sentence. For duties from optional facts see reasons_movements.h.
std::string duty_sentence(const History& history, const Evaluation& evaluation, const Duty& duty);

/// The day whose law applies to a duty or finding: the decision, or the first day of a separation
/// or movement.
Date law_day(const History& history, Duty::Subject subject, std::size_t index);

/// Where a rule is written on that day; the rule's first row where it began later than the day
/// asked for, as the Covid rules did for exclusions still open.
Citation citation_for(RuleId rule, Date on);

/// `7.5 days`, `1 day`
std::string days_in_words(int half_days);

} // namespace onroll::law
