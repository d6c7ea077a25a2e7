#include "casework/views_allocation.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/notification_banner.h"
#include "design/components/record_frame.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace views_allocation_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

design::Cell count_cell(std::int64_t count)
{
    return {.content = std::to_string(count), .format = "numeric"};
}

std::int64_t at(const Caseload& load, Level level)
{
    const auto found = load.by_level.find(level);
    return found == load.by_level.end() ? 0 : found->second;
}

/// Nobody works on the cases of somebody who has left until they are given on.
Html of_those_who_left(const CaseloadsView& view)
{
    Html out;
    for (const auto& row : view.rows)
        if (row.has_left && row.load.cases > 0)
            out += element(
                "p", {{"class", "govuk-inset-text"}}, row.name,
                " no longer works here and still has " +
                    design::counted(row.load.cases, "case", "cases") + ", with their tasks. ",
                design::link("/advice/caseloads/give?caseworker=" + row.load.caseworker->text(),
                             "Give them to somebody"));
    return out;
}

Html cases_to_choose(const AllocateView& view)
{
    design::Checkboxes boxes{.name = "case"};
    boxes.fieldset = design::Fieldset{
        .legend = {.content = "Which cases?", .classes = "govuk-fieldset__legend--m"}};
    for (const auto& error : view.form.errors)
        if (error.where == "case") boxes.error = design::ErrorMessage{.content = error.message};
    for (const auto& row : view.rows)
        boxes.items.push_back(
            {.value = row.one.id.text(),
             .content = row.child,
             .hint = design::Hint{
                 .content = "Case " + std::to_string(row.one.number) + ". " +
                            std::string(in_words(row.one.level)) + ". " +
                            std::string(in_words(row.one.state)) + ". " +
                            (row.caseworker.empty() ? "Nobody has it" : "With " + row.caseworker) +
                            "."}});
    for (const auto chosen : view.form.values.all("case")) boxes.values.emplace_back(chosen);
    boxes.classes = "govuk-checkboxes--small";
    return render(boxes);
}

} // namespace views_allocation_detail
using namespace views_allocation_detail;

design::Html caseloads_view(const CaseloadsView& view)
{
    auto out = design::page_heading("Caseloads") + case_lists("/advice/caseloads", true) +
               of_those_who_left(view);
    design::Table table{.caption = "Cases that are not closed",
                        .head = {{"Caseworker"}, {"Cases"}}};
    for (const auto level : all_levels()) table.head.push_back({std::string(in_words(level))});
    table.head.push_back({"Waiting"});
    table.head.push_back({"Inactive"});
    for (auto& cell : table.head)
        if (&cell != &table.head.front()) cell.format = "numeric";
    for (const auto& row : view.rows) {
        const auto who = row.load.caseworker ? row.load.caseworker->text() : std::string("nobody");
        const auto name = (row.name.empty() ? std::string("Nobody yet") : row.name) +
                          (row.has_left ? " (has left)" : "");
        std::vector<design::Cell> cells{
            {row.load.cases == 0 ? Html(name)
                                 : design::link("/advice/caseloads/give?caseworker=" + who, name)},
            count_cell(row.load.cases)};
        for (const auto level : all_levels()) cells.push_back(count_cell(at(row.load, level)));
        cells.push_back(count_cell(row.load.waiting));
        cells.push_back(count_cell(row.load.inactive));
        table.rows.push_back(std::move(cells));
    }
    out += render_stacking(table) +
           design::paragraph("Choose a name to give some or all of those cases to somebody else.");
    if (view.past.empty()) return out;
    std::vector<Html> past;
    for (const auto& bulk : view.past) past.push_back(design::link(bulk.href, bulk.words));
    return out + design::section_heading("given", "Given before") + design::bullets(past);
}

design::Html allocate_view(const AllocateView& view)
{
    auto out = forms::error_summary(view.form) + design::page_heading("Give cases") + view.banner +
               design::paragraph(view.about + ".");
    if (view.rows.empty())
        return out + design::paragraph("There are none that are not closed. " +
                                       design::link("/advice/caseloads", "Caseloads"));
    const auto inside =
        cases_to_choose(view) +
        fields::select(view.form, "caseworker", "To whom?", view.caseworkers) +
        fields::checkboxes(view.form, "starts", "Those that wait",
                           {{"yes", "Start them: take them off the waiting list"}}) +
        fields::long_text(view.form, "reason", "Why?",
                          "Seen in the history of each case. For example: long absence");
    return out + forms::posting("/advice/caseloads/give", view.start, inside, "Give the cases") +
           design::paragraph(design::link("/advice/caseloads", "Leave without saving"));
}

design::Html bulk_view(const BulkView& view)
{
    const auto cases = static_cast<std::int64_t>(view.rows.size());
    const auto to = view.given_to.empty() ? std::string("nobody") : view.given_to;
    Html out;
    if (view.undone_when.empty())
        out += render(design::NotificationBanner{
            .heading = design::counted(cases, "case", "cases") + " given to " + to,
            .success = true});
    out += design::page_heading("Cases given") +
           design::paragraph("By " + view.done_by + ", " + moment_in_words(view.bulk.done_at) +
                             ". " + view.bulk.reason);
    if (!view.undone_when.empty())
        out += design::paragraph("This was undone: " + view.undone_when +
                                 ". Cases that had moved on since stayed where they were.");
    design::Table table{.caption = "The cases now",
                        .head = {{"Child"}, {"Case"}, {"State"}, {"Caseworker"}}};
    for (const auto& row : view.rows)
        table.rows.push_back({{design::link("/advice/cases/" + row.one.id.text(), row.child)},
                              {std::to_string(row.one.number)},
                              {std::string(in_words(row.one.state))},
                              {row.caseworker.empty() ? "Nobody yet" : row.caseworker}});
    out += render_stacking(table);
    if (view.undone_when.empty())
        out += forms::act_beside(view.action, view.undo_start, Html{}, "Undo: give them back");
    return out + design::paragraph(design::link("/advice/caseloads", "Caseloads"));
}

} // namespace onroll::casework
