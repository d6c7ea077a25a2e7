#include "access/views_break_glass.h"

#include "access/views_fields.h"

#include "access/rules_break_glass.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/textarea.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "platform/clock/clock.h"
#include "design/words.h"

#include <optional>
#include <utility>

namespace onroll::access {

namespace views_break_glass_detail {

using design::Html;
using design::HtmlWriter;

Html summary_of(const FieldTrouble& trouble)
{
    if (trouble.message.empty()) return {};
    return design::render(design::ErrorSummary{
        .errors = {{.content = trouble.message,
                    .href = trouble.field.empty() ? "" : "#" + trouble.field}}});
}

std::optional<design::ErrorMessage> error_at(const FieldTrouble& trouble, std::string_view field)
{
    if (trouble.message.empty() || trouble.field != field) return std::nullopt;
    return design::ErrorMessage{.content = trouble.message};
}

std::string name_of_user(const NamesOfStaff& names, const UserId& user)
{
    const auto found = names.find(user.text());
    return found == names.end() ? "Somebody who has left" : found->second;
}

Html state_of(const BrokenGlass& glass, Date today)
{
    if (glass.review)
        return glass.review->finding == Finding::justified
                   ? design::render(
                         design::Tag{.content = "Justified", .classes = "govuk-tag--green"})
                   : design::render(
                         design::Tag{.content = "Not justified", .classes = "govuk-tag--red"});
    if (review_is_late(glass.review_by, today))
        return design::render(
            design::Tag{.content = "Review is late", .classes = "govuk-tag--red"});
    return design::render(design::Tag{.content = "To review", .classes = "govuk-tag--yellow"});
}

std::string date_words(Date date)
{
    return onroll::in_words(date);
}

} // namespace views_break_glass_detail
using namespace views_break_glass_detail;

design::Html open_glass_view(const OpenGlassView& view)
{
    HtmlWriter out;
    out.add(summary_of(view.trouble));
    out.add(design::page_heading("Open this record in an emergency"));
    out.add(design::render(design::WarningText{
        .content = "You may not see this record in the usual way. Open it only where somebody may "
                   "come to harm if you wait."}));
    std::vector<Html> facts{"it is open to you for 60 minutes, and nobody else",
                            "what you look at is written down",
                            "it is reviewed within 5 working days"};
    if (!view.told.empty())
        facts.insert(facts.begin(), design::listed(view.told) + " are told at once");
    out.add(design::paragraph("When you open it:") + design::bullets(facts));
    out.open("form", {{"method", "post"}, {"action", "/break-glass/open"}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    out.add(fields::hidden("kind", view.kind) + fields::hidden("record", view.record) +
            fields::hidden("next", view.next));
    out.add(design::render(design::Textarea{
        .name = "reason",
        .label = {.content = "Why this cannot wait", .classes = "govuk-label--m"},
        .hint = design::Hint{.content = "At least 20 characters. Say what may happen and to whom, "
                                        "without names."},
        .error = error_at(view.trouble, "reason"),
        .value = view.reason}));
    out.add(design::render(design::Button{.content = "Open the record for 60 minutes",
                                          .classes = "govuk-button--warning"}));
    out.close();
    return std::move(out).done();
}

design::Html glass_list_view(const GlassListView& view)
{
    auto page = design::page_heading("Records opened in an emergency");
    page += view.told.empty()
                ? design::render(design::WarningText{
                      .content = "Nobody is named to be told yet, so no record can be opened in an "
                                 "emergency."})
                : design::paragraph(design::listed(view.told) +
                                    " are told at once when a record is opened.");
    page += design::paragraph(
        design::link("/break-glass/people", "Choose the two people who are told"));
    if (view.glasses.empty())
        return page + design::paragraph("No record has been opened in an emergency.");
    design::Table table{.caption = "Records opened in an emergency",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"Opened"}, {"By"}, {"Review by"}, {"State"}, {"Review"}}};
    for (const auto& glass : view.glasses)
        table.rows.push_back(
            {{moment_in_words(glass.opened_at)},
             {name_of_user(view.names, glass.user)},
             {date_words(glass.review_by)},
             {state_of(glass, view.today)},
             {design::link("/break-glass/" + glass.id.text(),
                           Html(glass.review ? "Read" : "Review") +
                               design::visually_hidden(" the opening of " +
                                                       moment_in_words(glass.opened_at)))}});
    return page + design::render_stacking(table);
}

design::Html glass_view(const GlassView& view)
{
    const auto& glass = view.glass;
    HtmlWriter out;
    out.add(summary_of(view.trouble));
    out.add(design::page_heading("A record opened in an emergency"));
    design::SummaryList list;
    const auto row = [&](const char* key, Html value) {
        list.rows.push_back({.key = {key}, .value = {std::move(value)}});
    };
    row("Opened by", name_of_user(view.names, glass.user));
    row("Opened", moment_in_words(glass.opened_at));
    row(view.is_open ? "Closes by itself" : "Closed by itself", moment_in_words(glass.ends_at));
    row("Why it could not wait", glass.reason);
    row("What was looked at", design::link(view.seen_href, "Who has seen this record"));
    row("Review by", date_words(glass.review_by));
    row("State", state_of(glass, view.today));
    if (glass.review) {
        row("Reviewed by", name_of_user(view.names, glass.review->by));
        row("Reviewed", moment_in_words(glass.review->at));
        row("What the review found", glass.review->words);
    }
    out.add(design::render(list));
    if (glass.review) return std::move(out).done();
    if (!view.may_review)
        return std::move(out.add(design::paragraph(
                             "You opened this record, so somebody else has to review it.")))
            .done();
    out.open(
        "form",
        {{"method", "post"}, {"action", "/break-glass/" + glass.id.text()}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    design::Radios radios{.name = "finding"};
    radios.fieldset =
        design::Fieldset{.legend = design::Legend{.content = "Was it right to open it?",
                                                  .classes = "govuk-fieldset__legend--m"}};
    radios.error = error_at(view.trouble, "finding");
    radios.items = {{.value = "justified", .content = "Yes"},
                    {.value = "not_justified", .content = "No"}};
    radios.value = view.finding;
    out.add(design::render(radios));
    out.add(design::render(
        design::Textarea{.name = "words",
                         .label = {.content = "What you found", .classes = "govuk-label--m"},
                         .error = error_at(view.trouble, "words"),
                         .value = view.words}));
    out.add(design::render(design::Button{.content = "Save the review"}));
    out.close();
    return std::move(out).done();
}

design::Html told_view(const ToldView& view)
{
    HtmlWriter out;
    out.add(summary_of(view.trouble));
    out.add(design::page_heading("Who is told when a record is opened in an emergency"));
    out.add(design::paragraph("Both are told at once, and again when a review is late. They should "
                              "not be people who open records themselves."));
    out.open("form", {{"method", "post"}, {"action", "/break-glass/people"}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    const auto question = [&](const char* name, const char* label, const std::string& chosen) {
        design::Select select{.name = name, .label = {.content = label}};
        select.error = error_at(view.trouble, name);
        select.items.push_back({.value = "", .text = "Choose a colleague"});
        for (const auto& [id, name_of] : view.staff)
            select.items.push_back({.value = id, .text = name_of});
        select.value = chosen;
        out.add(design::render(select));
    };
    question("first", "First person", view.first);
    question("second", "Second person", view.second);
    out.add(design::render(design::Button{.content = "Save"}));
    out.close();
    return std::move(out).done();
}

design::Html alerts_view(const AlertsView& view)
{
    auto page = design::page_heading("Alerts");
    if (view.alerts.empty()) return page + design::paragraph("There is nothing for you here.");
    bool any_new = false;
    for (const auto& [alert, glass, who] : view.alerts) {
        any_new = any_new || !alert.is_read;
        const auto first = alert.about == AlertAbout::glass_broken
                               ? who + " opened a record in an emergency"
                               : "A review is late: " + who + " opened a record in an emergency";
        auto words =
            design::element("h2", {{"class", "govuk-heading-s"}},
                            alert.is_read ? Html()
                                          : design::render(design::Tag{.content = "New"}) + " ",
                            first) +
            design::paragraph("Opened " + moment_in_words(glass.opened_at) +
                              ". It closes itself at " + moment_in_words(glass.ends_at) +
                              ". The review is due by " + date_words(glass.review_by) + ".");
        if (view.may_review)
            words += design::paragraph(
                design::link("/break-glass/" + glass.id.text(), "Read why, and review it"));
        page += design::render(design::InsetText{.content = words});
    }
    if (!any_new) return page;
    HtmlWriter out;
    out.open("form", {{"method", "post"}, {"action", "/alerts"}});
    out.add(forms::start(view.start));
    out.add(design::render(
        design::Button{.content = "I have read these", .classes = "govuk-button--secondary"}));
    out.close();
    return page + std::move(out).done();
}

} // namespace onroll::access
