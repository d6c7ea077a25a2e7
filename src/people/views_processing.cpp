#include "people/views_processing.h"

#include "people/views_rows.h"
#include "design/components/details.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"

namespace onroll::people {

namespace views_processing_detail {

using design::Html;

Html card_of(const Processing& one, const std::vector<RetentionRule>& rules, int level)
{
    design::SummaryList list{
        .card = design::SummaryCard{.title = one.activity, .heading_level = level}};
    add_row(list, "About whom", one.who);
    add_row(list, "What", one.what);
    add_row(list, "Why", one.why);
    add_row(list, "Lawful basis", one.basis);
    add_row(list, "Special category data", one.condition);
    add_row(list, "Who receives it", one.recipients);
    add_row(list, "How long it is kept", kept_in_words(one.group, rules));
    return render(list);
}

std::string in_words(const NoticeContact& contact)
{
    std::string words = contact.officer;
    for (const auto* way : {&contact.email, &contact.telephone, &contact.post})
        if (!way->empty()) words += ", " + *way;
    return words;
}

} // namespace views_processing_detail

using namespace views_processing_detail;

design::Html processing_view(const ProcessingView& view)
{
    Html out = design::page_heading("Records of processing") +
               design::paragraph(view.controller + " is responsible for what is written here. "
                                                   "Nothing leaves its server for abroad.");
    out += design::paragraph(
        view.contact ? "Contact: " + views_processing_detail::in_words(*view.contact) + "."
                     : std::string("No contact is set yet."));
    out += design::paragraph(
        design::link("/data-protection/processing.csv", "Download the records (CSV)"));
    for (const auto& one : view.activities) {
        out += card_of(one, view.rules, 2);
        out += design::paragraph("Kept safe by: " + one.security + ".");
    }
    return out;
}

design::Html assessment_view(const AssessmentView& view)
{
    Html out = design::page_heading("Assessment of risks") +
               design::paragraph("A start for the data protection impact assessment of " +
                                 view.controller +
                                 ": what is done with data, what could go wrong, and what keeps "
                                 "it from happening, which this system’s own tests prove each time "
                                 "it changes. Judge what is left, and what your organisation does "
                                 "besides.");
    out += design::section_heading("flows", "What is done, and on what basis");
    design::Table flows{.caption = "Activities",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"Activity"}, {"Why"}, {"Lawful basis"}, {"Who receives it"}}};
    for (const auto& one : view.activities)
        flows.rows.push_back({{one.activity},
                              {one.why},
                              {one.basis + (one.condition.empty() ? "" : ". " + one.condition)},
                              {one.recipients}});
    out += render_stacking(flows);
    out += design::section_heading("risks", "What could go wrong");
    design::Table risks{.caption = "Risks",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"Risk"}, {"Harm"}, {"What keeps it from happening"}}};
    for (const auto& one : view.risks)
        risks.rows.push_back({{one.risk}, {one.harm}, {one.controls}});
    return out + render_stacking(risks);
}

design::Html notices_view(const std::vector<std::pair<std::string, std::string>>& agencies)
{
    Html out = design::page_heading("Privacy notices");
    if (agencies.empty()) return out + design::paragraph("No organisation keeps records here yet.");
    out += design::paragraph("Each of these keeps records of its own here. Its notice says what "
                             "it keeps, why, and how to ask.");
    std::vector<Html> links;
    for (const auto& [name, href] : agencies) links.push_back(design::link(href, name));
    return out + design::bullets(links);
}

design::Html notice_view(const NoticeView& view)
{
    Html out = design::page_heading(view.text.title) +
               design::paragraph(design::link(view.other_href, view.other_words)) + view.text.body;
    if (view.activities.empty()) return out;
    Html cards;
    for (const auto& one : view.activities) cards += card_of(one, view.rules, 3);
    return out + render(design::Details{.summary = "More about each kind of record, and the law",
                                        .content = cards});
}

} // namespace onroll::people
