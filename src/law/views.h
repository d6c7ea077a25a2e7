// What the pages of the law show: design components and words, no rules.
#pragma once

#include "law/services.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::law {

/// What a visitor asked the list of rules for, as typed, and what was found.
struct RuleListView {
    std::string words;
    std::string on_typed;
    std::string topic;
    std::optional<std::string> date_error;
    std::optional<Date> on;
    std::vector<const Rule*> found; ///< all that were found; a page shows some of them
    std::size_t of_all = 0;
    int page = 1;             ///< counts from 1
    bool on_one_page = false; ///< all of them, to print
};

/// Rules on one page of the list.
inline constexpr int rules_on_a_page = 25;
/// How many pages the list takes; at least 1.
int pages_of(const RuleListView& list);

design::Html rule_list_view(const RuleListView& list);
design::Html rule_view(const Rule& rule, Date today);
design::Html law_changes_view();

/// The tag that says how sure we are, in one colour for each level.
design::Html confidence_tag(Confidence confidence);
/// The tag that tells law from guidance, practice and our own conventions.
design::Html force_tag(Force force);

} // namespace onroll::law
