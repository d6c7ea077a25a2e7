#include "casework/views_needs.h"

#include "casework/rules_event_states.h"
#include "casework/views_capacity.h"

#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::casework {
namespace views_needs_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

struct TrailRow {
    Date on{};
    std::string need;
    std::string sanction;
};

std::string step_in_words(const Need& need, const NeedStepTold& step)
{
    auto words = std::string(in_words(need.kind)) + ": " + std::string(in_words(step.step));
    words[words.find(": ") + 2] =
        static_cast<char>(words[words.find(": ") + 2] | 0x20); // the step in small letters
    if (!step.who.empty()) words += " (" + step.who + ")";
    if (!step.note.empty()) words += ". " + step.note;
    return words;
}

/// Needs and sanctions on one line of time, side by side.
std::vector<TrailRow> trail_of(const NeedsView& view)
{
    std::vector<TrailRow> rows;
    for (const auto& need : view.needs)
        for (const auto& step : need.steps)
            rows.push_back({step.on, step_in_words(need, step), {}});
    for (const auto& event : view.events) {
        const auto on = event.on();
        if (!on || event.facts.known(Fact::recorded_in_error)) continue;
        if (is_exclusion(event.kind) || is_informal(event.kind))
            rows.push_back({*on, {}, std::string(in_words(event.kind))});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TrailRow& one, const TrailRow& other) { return one.on < other.on; });
    return rows;
}

Html need_card(const NeedsView& view, const Need& need)
{
    design::SummaryList list;
    for (const auto& step : need.steps)
        list.rows.push_back({.key = {.content = with_weekday(step.on)},
                             .value = {.content = std::string(in_words(step.step)) +
                                                  (step.who.empty() ? "" : ", " + step.who) +
                                                  (step.note.empty() ? "" : ". " + step.note)}});
    design::SummaryCard card{.title = std::string(in_words(need.kind))};
    if (view.may_change)
        card.actions.push_back({.content = "Add a step",
                                .href = view.address + "/needs/" + need.id.text(),
                                .visually_hidden = std::string(in_words(need.kind))});
    list.card = std::move(card);
    auto content = render(list);
    if (!need.words.empty())
        content = element("p", {{"class", "govuk-body"}, {"dir", "auto"}}, need.words) + content;
    return content;
}

std::string finding_of(const Unmet& unmet)
{
    if (unmet.while_unmet == 0)
        return unmet.sanctions == 0 ? "No sanction is recorded."
                                    : "No sanction fell while a known need was unmet.";
    return design::counted(unmet.while_unmet, "sanction") + " of " +
           std::to_string(unmet.sanctions) +
           " fell while a need was known and nobody had seen the child about it.";
}

forms::Choices need_kinds()
{
    forms::Choices choices;
    for (const auto kind : all_need_kinds())
        choices.emplace_back(std::string(key_of(kind)), std::string(in_words(kind)));
    return choices;
}

forms::Choices need_steps()
{
    forms::Choices choices;
    for (const auto step : all_need_steps())
        choices.emplace_back(std::string(key_of(step)), std::string(in_words(step)));
    return choices;
}

} // namespace views_needs_detail
using namespace views_needs_detail;

Html needs_view(const NeedsView& view)
{
    auto content = design::page_heading("Needs beside sanctions");
    if (view.may_change)
        content +=
            render(design::Button{.content = "Add a need", .href = view.address + "/needs/new"});
    if (view.needs.empty())
        return content + design::paragraph("No need is recorded yet. Add one as soon as somebody "
                                           "notices it: nobody has to have confirmed it.");
    content += design::lead(finding_of(view.unmet));
    design::Table table{.caption = "What was known of needs, and what was done to the child",
                        .head = {{"Day"}, {"Needs"}, {"Sanctions"}}};
    for (const auto& row : trail_of(view))
        table.rows.push_back({{in_table(row.on)}, {row.need}, {row.sanction}});
    if (!view.beside.empty()) content += places_beside_view(view.beside, view.today);
    content += render_stacking(table) + design::section_heading("needs", "Each need");
    for (const auto& need : view.needs) content += need_card(view, need);
    return content;
}

Html need_form_view(const NeedFormView& view)
{
    const auto& form = view.form;
    const bool is_new = !view.of;
    Html inside;
    if (is_new) {
        inside += fields::radios(form, "kind", "Which need?", need_kinds());
        inside += fields::text(form, "words", "In the family’s words (optional)");
    }
    inside += fields::radios(form, "step", is_new ? "How far has it come?" : "What happened?",
                             need_steps());
    inside += fields::date(form, "on", "When?");
    inside += fields::text(form, "who", "Who? (optional)",
                           "Who noticed it, was asked, or saw the child. For example: school "
                           "nurse");
    inside += fields::text(form, "note", "Anything else? (optional)");
    return forms::error_summary(form) +
           design::page_heading(is_new
                                    ? Html("Add a need")
                                    : Html("Add a step: " + std::string(in_words(view.of->kind)))) +
           view.banner + forms::posting(view.action, view.start, inside, "Save") +
           design::paragraph(design::link(view.leave, "Leave without saving"));
}

} // namespace onroll::casework
