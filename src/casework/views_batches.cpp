#include "casework/views_batches.h"

#include "casework/views_close.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace views_batches_detail {

using design::Html;
namespace fields = forms::fields;

Html case_link(const CaseRow& row)
{
    return design::link("/advice/cases/" + row.one.id.text(), row.child);
}

/// Carried along, so that none is lost from the page by unticking it.
Html offered(const std::vector<ChosenRow>& cases)
{
    Html all;
    for (const auto& one : cases) all += fields::hidden("offered", one.row.one.id.text());
    return all;
}

/// Those that are taken, each with a box, so that one can still be left alone.
Html boxes_of(const std::vector<ChosenRow>& cases, const forms::FormView& form)
{
    design::Checkboxes boxes{.name = "case"};
    boxes.fieldset = design::Fieldset{
        .legend = {.content = "Which cases?", .classes = "govuk-fieldset__legend--m"}};
    for (const auto& error : form.errors)
        if (error.where == "case") boxes.error = design::ErrorMessage{.content = error.message};
    for (const auto& [row, why_not] : cases) {
        if (!why_not.empty()) continue;
        boxes.items.push_back(
            {.value = row.one.id.text(),
             .content = row.child,
             .hint = design::Hint{.content = "Case " + std::to_string(row.one.number) + ". " +
                                             std::string(in_words(row.one.level)) + ". " +
                                             std::string(in_words(row.one.state)) + "."}});
    }
    for (const auto chosen : form.values.all("case")) boxes.values.emplace_back(chosen);
    boxes.classes = "govuk-checkboxes--small";
    return offered(cases) + render(boxes);
}

Html left_out(const std::vector<ChosenRow>& cases)
{
    design::Table table{.caption = "Left out", .head = {{"Child"}, {"Case"}, {"Why"}}};
    for (const auto& [row, why_not] : cases)
        if (!why_not.empty())
            table.rows.push_back({{case_link(row)}, {std::to_string(row.one.number)}, {why_not}});
    return table.rows.empty() ? Html{} : render_stacking(table);
}

Html nothing_taken(const std::vector<ChosenRow>& cases)
{
    return design::paragraph(cases.empty() ? "No case was chosen. Tick cases in the list first."
                                           : "None of the cases that you chose can be taken.") +
           left_out(cases) + design::paragraph(design::link("/advice/cases", "Cases"));
}

/// Where no case can be taken, or nobody be written to, nothing is asked: only that is said then,
/// and leads to no question.
Html summary_of(const forms::FormView& form, bool asks)
{
    if (asks) return forms::error_summary(form);
    forms::Errors errors;
    for (const auto& error : form.errors)
        if (error.where == "case" || error.where == "to")
            errors.push_back({error.kind, error.message, {}, {}});
    return forms::error_summary(errors);
}

Html leave()
{
    return design::paragraph(design::link("/advice/cases", "Leave without saving"));
}

std::string done_in_words(const Batch& batch, std::int64_t done)
{
    switch (batch.told.kind) {
    case BatchKind::closed:
        return design::counted(done, "case", "cases") + " closed";
    case BatchKind::messages:
        return design::counted(done, "message", "messages") + " written";
    case BatchKind::notes:
        return "Note written on " + design::counted(done, "case", "cases");
    }
    return {};
}

std::string undo_in_words(BatchKind kind)
{
    switch (kind) {
    case BatchKind::closed:
        return "Opens each as it was before, but for those that somebody has changed since.";
    case BatchKind::messages:
        return "Takes back what nobody has read, and stops notices that have not left. Who was "
               "told already finds no message.";
    case BatchKind::notes:
        return "Says in each note that it was undone. What it said stays with it.";
    }
    return {};
}

Html recipients_of(const WriteSeveralView& view)
{
    design::Checkboxes boxes{.name = "to"};
    boxes.fieldset = design::Fieldset{
        .legend = {.content = "Who gets it?", .classes = "govuk-fieldset__legend--m"}};
    for (const auto& error : view.form.errors)
        if (error.where == "to") boxes.error = design::ErrorMessage{.content = error.message};
    design::Table table{.caption = "Left out", .head = {{"Who"}, {"Child"}, {"Why"}}};
    for (const auto& one : view.recipients) {
        if (!one.why_not.empty()) {
            table.rows.push_back({{one.name}, {case_link(one.row)}, {one.why_not}});
            continue;
        }
        boxes.items.push_back(
            {.value = one.row.one.id.text() + "." + one.person.text(),
             .content = one.name,
             .hint =
                 design::Hint{.content = "About " + one.row.child + ", case " +
                                         std::to_string(one.row.one.number) + ". " + one.told_by +
                                         "." + (one.waits.empty() ? "" : " " + one.waits)}});
    }
    for (const auto to : view.form.values.all("to")) boxes.values.emplace_back(to);
    boxes.classes = "govuk-checkboxes--small";
    return (boxes.items.empty() ? design::paragraph("Nobody can be written to.") : render(boxes)) +
           (table.rows.empty() ? Html{} : render_stacking(table));
}

} // namespace views_batches_detail
using namespace views_batches_detail;

bool any_taken(const std::vector<ChosenRow>& cases)
{
    return std::any_of(cases.begin(), cases.end(),
                       [](const ChosenRow& one) { return one.why_not.empty(); });
}

design::Html close_several_view(const CloseSeveralView& view)
{
    auto out = summary_of(view.form, any_taken(view.cases)) +
               design::page_heading("Close several cases") + view.banner;
    if (!any_taken(view.cases)) return out + nothing_taken(view.cases);
    const auto inside =
        boxes_of(view.cases, view.form) +
        fields::long_text(view.form, "summary", "Why do they end together?",
                          "Seen on each case. For example: no contact for six months") +
        outcome_question(view.form) + impact_questions(view.form);
    return out +
           design::paragraph("Each case gets the same answers. What is still due is left out, so "
                             "that it is looked at by itself.") +
           left_out(view.cases) +
           forms::posting("/advice/batches/close", view.start, inside, "Close these cases") +
           leave();
}

design::Html note_several_view(const NoteSeveralView& view)
{
    auto out = summary_of(view.form, any_taken(view.cases)) +
               design::page_heading("Write a note on several cases") + view.banner;
    if (!any_taken(view.cases)) return out + nothing_taken(view.cases);
    const auto inside = boxes_of(view.cases, view.form) +
                        fields::long_text(view.form, "words", "The note",
                                          "The same words stand on each case. Name no child.");
    return out + left_out(view.cases) +
           forms::posting("/advice/batches/notes", view.start, inside, "Save the note on each") +
           leave();
}

design::Html write_several_view(const WriteSeveralView& view)
{
    const bool is_anybody =
        std::any_of(view.recipients.begin(), view.recipients.end(),
                    [](const RecipientRow& one) { return one.why_not.empty(); });
    const bool asks = any_taken(view.cases) && (is_anybody || !view.looks);
    auto out = summary_of(view.form, asks) +
               design::page_heading(view.looks ? "Check who gets the message"
                                               : "Write to several families") +
               view.banner;
    if (!any_taken(view.cases)) return out + nothing_taken(view.cases);
    if (!asks)
        return out + recipients_of(view) + left_out(view.cases) +
               design::paragraph(design::link("/advice/cases", "Cases"));
    if (view.looks) {
        Html inside = recipients_of(view);
        inside += offered(view.cases);
        for (const auto& [row, why_not] : view.cases)
            if (why_not.empty()) inside += fields::hidden("case", row.one.id.text());
        inside +=
            fields::hidden("step", "send") + fields::long_text(view.form, "words", "The message");
        return out +
               design::paragraph("Each gets a message of their own, and is told by a notice that "
                                 "names nobody. Only the words below go.") +
               left_out(view.cases) +
               forms::posting("/advice/batches/messages", view.start, inside,
                              "Send to those who are ticked") +
               leave();
    }
    const auto inside =
        boxes_of(view.cases, view.form) +
        fields::long_text(view.form, "words", "The message",
                          "They read it on a private page. Name no child: the same words go to "
                          "each family.");
    return out +
           design::paragraph("The next page shows who gets it, how they are told, and who is left "
                             "out and why. Nothing goes before that.") +
           left_out(view.cases) +
           forms::posting("/advice/batches/messages", view.start, inside, "See who gets it") +
           leave();
}

design::Html batch_view(const BatchView& view)
{
    const auto& batch = view.batch;
    const auto done = std::count_if(view.lines.begin(), view.lines.end(),
                                    [](const BatchLineRow& one) { return one.why_not.empty(); });
    Html out;
    if (!batch.undone_at)
        out += render(
            design::NotificationBanner{.heading = done_in_words(batch, done), .success = true});
    out += design::page_heading("Done to several cases") +
           design::paragraph(std::string(in_words(batch.told.kind)) + ", " +
                             moment_in_words(batch.done_at) + ".");
    if (batch.undone_at)
        out += render(design::InsetText{
            .content = "Undone, " + moment_in_words(*batch.undone_at) + ": " +
                       std::to_string(batch.undone_back) + " of " + std::to_string(done) +
                       ". What had moved on since, or was read already, stayed as it was."});
    out += design::element("p", {{"class", "govuk-body onr-as-typed"}, {"dir", "auto"}},
                           batch.told.words);
    const bool has_whom = batch.told.kind == BatchKind::messages;
    design::Table table{.caption = "Each of them", .head = {{"Child"}, {"Case"}}};
    if (has_whom) table.head.push_back({"To"});
    table.head.push_back({batch.undone_at ? "Done at first" : "Done"});
    for (const auto& line : view.lines) {
        table.rows.push_back({{case_link(line.row)}, {std::to_string(line.row.one.number)}});
        if (has_whom) table.rows.back().push_back({line.whom.empty() ? "Nobody" : line.whom});
        table.rows.back().push_back({line.why_not.empty() ? "Yes" : "Left out. " + line.why_not});
    }
    out += render_stacking(table);
    if (!batch.undone_at && done > 0)
        out += design::paragraph(undo_in_words(batch.told.kind)) +
               forms::act_beside(view.undo_action, view.undo_start, Html{}, "Undo");
    return out + design::paragraph(design::link("/advice/batches", "What you did before")) +
           design::paragraph(design::link("/advice/cases", "Cases"));
}

design::Html batches_view(const std::vector<Batch>& batches)
{
    auto out = design::page_heading("Done to several cases");
    if (batches.empty())
        return out +
               design::paragraph("You have closed or written to no cases together. Tick "
                                 "cases in the list of cases to begin.") +
               design::paragraph(design::link("/advice/cases", "Cases"));
    std::vector<Html> items;
    for (const auto& batch : batches)
        items.push_back(design::link("/advice/batches/" + batch.id.text(),
                                     std::string(in_words(batch.told.kind)) + ", " +
                                         moment_in_words(batch.done_at)) +
                        Html(batch.undone_at ? ", undone" : ""));
    return out + design::bullets(items) + design::paragraph(design::link("/advice/cases", "Cases"));
}

} // namespace onroll::casework
