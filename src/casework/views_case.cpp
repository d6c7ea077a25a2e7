#include "casework/views_case.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/work_list.h"
#include "people/rules_consents.h"

#include <algorithm>
#include <array>

namespace onroll::casework {
namespace views_case_detail {

using design::element;
using design::Html;

Html small(const Html& inside)
{
    return element("p", {{"class", "govuk-body onr-small"}}, inside);
}

/// "Yes, 6 Nov 2026, from Amina" of the consent of that purpose that was given last.
Html standing_of(const ConsentsSection& section, people::ConsentPurpose purpose)
{
    const auto& consents = section.consents;
    const auto today = section.today;
    const people::Consent* last = nullptr;
    for (const auto& consent : consents)
        if (consent.purpose == purpose && (!last || last->given_on <= consent.given_on))
            last = &consent;
    if (!last) return "Not asked";
    const auto state = people::state_of(*last, today);
    const bool holds = state == people::ConsentState::holds;
    const bool ran_out = state == people::ConsentState::expired;
    const auto day = last->withdrawn_on.value_or(ran_out ? last->expires_on.value_or(last->given_on)
                                                         : last->given_on);
    const char* words = holds ? "Yes" : state == people::ConsentState::refused ? "Said no" : "No";
    const auto from = section.giver_called ? section.giver_called(last->giver) : std::string();
    return element("strong", {}, words) + ", " + in_table(day) +
           (from.empty() ? Html() : Html(", from ") + element("bdi", {}, from));
}

} // namespace views_case_detail
using namespace views_case_detail;

design::Html case_overview(const Case& found, const CaseParts& parts)
{
    return element("h1", {{"class", "govuk-visually-hidden"}},
                   "Case " + std::to_string(found.number) + ": overview") +
           design::two_columns(design::join(parts.main), design::join(parts.side));
}

design::Html do_next_section(const DoNextSection& section)
{
    Html content;
    for (const auto& deed : section.deeds)
        content += content.empty()
                       ? design::render(design::Button{.content = deed.text,
                                                       .href = deed.href,
                                                       .classes = "govuk-!-margin-bottom-3"})
                       : design::paragraph(design::link(deed.href, deed.text) +
                                           Html(deed.about.empty() ? "" : ": " + deed.about));
    return element("div", {{"class", "onr-noprint"}},
                   render(design::Card{.title = "Do next", .content = content}));
}

design::Html case_section(const CaseSection& section)
{
    const auto& found = section.found;
    std::vector<design::PairItem> pairs{
        {"State", std::string(in_words(found.state))},
        {"Caseworker", section.caseworker.empty() ? "Nobody yet" : section.caseworker},
        {"Opened", in_table(found.opened_on)}};
    if (found.waiting_since) {
        pairs.push_back({"Waiting since", in_table(*found.waiting_since)});
        pairs.push_back({"Priority", std::string(in_words(found.priority))});
    }
    if (found.closed_on) pairs.push_back({"Closed", in_table(*found.closed_on)});
    Html content = design::pair_list(pairs);
    if (found.waiting_since && !found.waiting_reason.empty())
        content += small(found.waiting_reason);
    Html links;
    if (section.may_change) links += design::link(section.address + "/state", "Change the state");
    if (section.may_allocate)
        links +=
            Html(links.empty() ? "" : " ") +
            design::link("/advice/caseloads/give?case=" + found.id.text(), "Change the caseworker");
    if (!links.empty())
        content += element("p", {{"class", "govuk-body onr-small onr-noprint"}}, links);
    return render(
        design::Card{.title = "Case " + std::to_string(found.number), .content = content});
}

design::Html consents_section(const ConsentsSection& section)
{
    using people::ConsentPurpose;
    std::vector<design::PairItem> pairs;
    for (const auto purpose : {ConsentPurpose::advice, ConsentPurpose::sharing,
                               ConsentPurpose::linkage, ConsentPurpose::survey})
        pairs.push_back({std::string(people::in_words(purpose)), standing_of(section, purpose)});
    return render(design::Card{.title = "Consents",
                               .content = design::pair_list(pairs) +
                                          small(design::link(section.href, "All consents"))});
}

} // namespace onroll::casework
