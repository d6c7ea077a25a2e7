// The rules as lists to take away: CSV for spreadsheets, Markdown for docs/reference/law.md. Pure.
#pragma once

#include "law/provisions.h"

#include <string>
#include <vector>

namespace onroll::law {

/// One row for each rule and stretch of time: id, title, topic, what it says, force, from, until,
/// source, edition, link, confidence, checked.
std::string rules_csv(const std::vector<const Rule*>& rules);

/// A section for each topic and an entry for each rule.
std::string rules_markdown(const std::vector<const Rule*>& rules);

/// The address of a rule's own page.
std::string rule_url(RuleId rule);

/// As shown: "Must", "Should", "Good practice", "Our convention".
std::string_view words_for(Force force);
/// As shown: "Read", "Well known", "Our reading".
std::string_view words_for(Confidence confidence);

} // namespace onroll::law
