#include "casework/views_service.h"

#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/summary_list.h"
#include "design/page.h"

#include <utility>

namespace onroll::casework {
namespace views_service_detail {

using design::Html;

Html bullets(const std::string& text)
{
    design::HtmlWriter out;
    out.open("ul", {{"class", "govuk-list govuk-list--bullet"}});
    for (const auto& line : lines_in(text)) out.add(design::element("li", {}, line));
    out.close();
    return std::move(out).done();
}

/// What a family will and will not get, from a heading of that level down.
Html offer_of(const ServicePolicy& policy, std::string_view level)
{
    Html offer;
    if (!lines_in(policy.will).empty())
        offer += design::element(level, {{"class", "govuk-heading-s"}}, "What you will get") +
                 bullets(policy.will);
    if (!lines_in(policy.will_not).empty())
        offer += design::element(level, {{"class", "govuk-heading-s"}}, "What you will not get") +
                 bullets(policy.will_not);
    return offer;
}

design::SummaryRow policy_row(const char* key, const Html& value)
{
    return {.key = {.content = key}, .value = {.content = value}};
}

} // namespace views_service_detail
using namespace views_service_detail;

Html service_view(const ServiceView& view)
{
    Html page = design::page_heading("How this service works");
    const auto change =
        view.may_change
            ? design::render(design::Button{.content = view.policy ? "Change this" : "Set this up",
                                            .href = "/advice/service/change"})
            : Html();
    if (!view.policy)
        return page +
               design::paragraph("Nothing is set yet: whom the service helps, who runs it, and the "
                                 "least that a family can expect. A manager sets it.") +
               change;
    const auto& policy = *view.policy;
    design::SummaryList list;
    list.rows = {
        policy_row("Whom we help", std::string(in_words(policy.eligibility))),
        policy_row("In our words", policy.whom.empty() ? Html("Nothing") : Html(policy.whom)),
        policy_row("Who runs it", run_in_words(policy, view.area)),
        policy_row("Team or worker for exclusions",
                   policy.exclusions_team.empty() ? Html("None") : Html(policy.exclusions_team)),
        policy_row("Published", policy.published
                                    ? design::link("/advice-services", "Yes, for families to read")
                                    : Html("No"))};
    return page + design::render(list) + design::section_heading("The least a family can expect") +
           offer_of(policy, "h3") + change;
}

Html service_form_view(const Filled& filled, const forms::FormStart& start)
{
    const auto inside =
        radios_input(filled, {"eligibility", "Whom does the service help?"}, all_eligibilities()) +
        text_area(filled,
                  {"whom", "In your own words (optional)",
                   "Shown to advisers at each first contact, and to families if you publish it."},
                  3) +
        radios_input(filled, {"kind", "Who runs it?"}, all_service_kinds()) +
        text_input(filled, {"run_by", "Which organisation (optional)",
                            "Where it is not the "
                            "council alone.",
                            "govuk-!-width-two-thirds"}) +
        text_input(filled, {"exclusions_team", "Team or worker for exclusions (optional)",
                            "For example, Exclusions advice line", "govuk-!-width-two-thirds"}) +
        text_area(filled, {"will", "What will a family get?", "One thing on each line."}, 6) +
        text_area(filled,
                  {"will_not", "What will it not get?",
                   "One thing on each line, such as a solicitor at the hearing."},
                  4) +
        radios_input(filled, {"published", "Publish this for families?"},
                     std::vector<YesNo>{YesNo::yes, YesNo::no});
    return access::error_summary_of(filled.errors) +
           design::page_heading("Change how this service works") +
           short_form("/advice/service/change", start, inside, "Save",
                      design::link("/advice/service", "Leave without saving"));
}

Html statements_view(const std::vector<Statement>& statements, const std::string& area)
{
    Html page = design::page_heading("What the advice service does") +
                design::lead("The least that a family in " + area + " can expect.");
    if (statements.empty())
        return page + design::paragraph("No statement is published yet. " +
                                        design::link("/help", "Ask the service what it does"));
    for (const auto& one : statements) {
        page += design::element("h2", {{"class", "govuk-heading-m"}}, one.name) +
                design::element("h3", {{"class", "govuk-heading-s"}}, "Who can ask") +
                design::paragraph(whom_in_words(one.policy));
        if (!one.policy.exclusions_team.empty())
            page +=
                design::paragraph("For exclusions, ask for: " + one.policy.exclusions_team + ".");
        page += offer_of(one.policy, "h3") +
                design::element("h3", {{"class", "govuk-heading-s"}}, "Who runs it") +
                design::paragraph(run_in_words(one.policy, area));
    }
    return page;
}

} // namespace onroll::casework
