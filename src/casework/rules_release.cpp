#include "casework/rules_release.h"

#include <algorithm>

namespace onroll::casework {

bool asks_for_decision(const PaperFound& found)
{
    switch (found.paper.decision) {
    case PaperDecision::left_out:
        return false;
    case PaperDecision::may_have:
        return found.places > found.paper.found;
    case PaperDecision::looked:
        return found.places > 0;
    case PaperDecision::none:
        return found.places > 0 || found.has_unread;
    }
    return true;
}

bool may_hold_account(const Release& release, const people::PersonId& child, WhoMayKnow who)
{
    const bool school = who == WhoMayKnow::school || who == WhoMayKnow::family_and_school;
    const bool family = who == WhoMayKnow::family || who == WhoMayKnow::family_and_school;
    if (release.person) return *release.person == child || family;
    return release.audience != PackFor::somebody && school;
}

std::vector<std::string> reasons_not_to_release(const std::vector<PaperFound>& papers)
{
    std::vector<std::string> reasons;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const auto& found = papers[i];
        if (!asks_for_decision(found)) continue;
        const auto name = "Paper " + std::to_string(i + 1);
        reasons.push_back(found.places > 0
                              ? name + " holds words that must not reach this person"
                              : name + " has a part that only you can read: look at it");
    }
    const bool any = std::any_of(papers.begin(), papers.end(), [](const PaperFound& found) {
        return found.paper.decision != PaperDecision::left_out;
    });
    if (!any) reasons.emplace_back("Add a paper to give");
    return reasons;
}

} // namespace onroll::casework
