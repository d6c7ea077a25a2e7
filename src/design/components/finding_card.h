// A finding and its reasons in four lines: what you told us, the rule, so, what would change this.
// Never a verdict.
#pragma once

#include "design/components/source_line.h"
#include "design/components/tag.h"
#include "design/html.h"

namespace onroll::design {

/// The colour at its side: a duty in law, something unlawful, or a question for a person.
enum class FindingTone { rule, unlawful, ask };

struct FindingCard {
    Html title{};
    Html told_us{};
    Html rule{};
    Html so{};
    Html would_change{};
    std::optional<Tag> strength{}; ///< "Clear rule", "Needs a person"
    std::vector<Source> sources{};
    FindingTone tone = FindingTone::rule;
    int heading_level = 3;
    std::string id{};
};

/// What its four lines are called, in the language of the page.
struct FindingLabels {
    std::string told_us = "You told us";
    std::string rule = "The rule";
    std::string so = "So";
    std::string would_change = "What would change this";
    SourceWords sources{};
};

/// Lines without words are left out.
Html render(const FindingCard& finding, const FindingLabels& labels = {});

} // namespace onroll::design
