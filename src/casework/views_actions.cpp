#include "casework/views_actions.h"

#include "casework/views_attachments.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/select.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_actions_detail {

using design::Html;

forms::Choices kind_choices()
{
    forms::Choices choices;
    for (const auto kind : all_action_kinds()) choices.emplace_back(key_of(kind), in_words(kind));
    return choices;
}
forms::Choices stage_choices()
{
    forms::Choices choices;
    for (const auto stage : all_stages()) choices.emplace_back(key_of(stage), in_words(stage));
    return choices;
}
forms::Choices topic_choices()
{
    forms::Choices choices;
    for (const auto topic : all_topics()) choices.emplace_back(key_of(topic), in_words(topic));
    return choices;
}

Html select_of(const char* name, const char* label, const forms::Choices& choices,
               std::string_view chosen)
{
    design::Select select{.name = name, .label = {.content = label}, .value = std::string(chosen)};
    for (const auto& [value, words] : choices)
        select.items.push_back({.value = value, .text = words});
    return render(select);
}

/// "15 minutes" and the others, each a button that saves.
Html minute_buttons()
{
    std::vector<Html> buttons;
    for (const auto minutes : minutes_by_one_press())
        buttons.push_back(render(design::Button{.content = hours_in_words(minutes),
                                                .name = "took",
                                                .value = std::to_string(minutes.count()),
                                                .classes = "govuk-button--secondary",
                                                .prevent_double_click = true}));
    return design::button_group(buttons);
}

Html one_press_form(const OnePressView& view)
{
    return design::element(
        "form", {{"method", "post"}, {"action", view.address + "/actions"}, {"novalidate", ""}},
        view.start, select_of("kind", "What you did", kind_choices(), key_of(view.kind)),
        select_of("stage", "Stage", stage_choices(), key_of(view.stage)),
        design::element("p", {{"class", "govuk-body"}},
                        "Press the time it took. It is saved for today."),
        minute_buttons());
}

Html action_words(const std::string& words)
{
    return design::element("div", {{"dir", "auto"}, {"class", "govuk-body onr-as-typed"}}, words);
}

design::SummaryRow action_row(const char* key, const Html& value)
{
    return {.key = {.content = key}, .value = {.content = value}};
}

Html list_of(const std::vector<std::string>& words)
{
    design::HtmlWriter out;
    out.open("ul", {{"class", "govuk-list"}});
    for (const auto& one : words) out.add(design::element("li", {}, one));
    out.close();
    return std::move(out).done();
}

Html hours_tables(const Hours& hours)
{
    design::Table stages{.caption = "By stage",
                         .head = {{.content = "Stage"}, {.content = "Time", .format = "numeric"}}};
    for (const auto& [stage, time] : hours.by_stage)
        stages.rows.push_back({{.content = std::string(in_words(stage))},
                               {.content = hours_in_words(time), .format = "numeric"}});
    design::Table kinds{.caption = "By kind of work",
                        .head = {{.content = "Work"}, {.content = "Time", .format = "numeric"}}};
    for (const auto& [kind, time] : hours.by_kind)
        kinds.rows.push_back({{.content = std::string(in_words(kind))},
                              {.content = hours_in_words(time), .format = "numeric"}});
    return render(stages) + render(kinds);
}

Html professionals_input(const ActionFormView& view)
{
    Html inside;
    if (!view.known.empty()) {
        forms::Choices choices;
        for (const auto& professional : view.known)
            choices.emplace_back(professional.id.text(), in_words(professional));
        inside += forms::fields::checkboxes(view.form, "with", "Other professionals who took part",
                                            choices);
    }
    inside += forms::fields::name(view.form, "new_name", "Somebody new: name (optional)") +
              forms::fields::text(view.form, "new_role", "Role (optional)",
                                  "For example, SENCO or social worker") +
              forms::fields::text(view.form, "new_organisation", "Organisation (optional)");
    return inside;
}

bool has_error_in(const forms::FormView& form, std::initializer_list<std::string_view> fields)
{
    for (const auto& error : form.errors)
        for (const auto field : fields)
            if (error.where == field) return true;
    return false;
}

Html minutes_input(const ActionFormView& view)
{
    auto inside =
        forms::fields::text(view.form, "minutes", "Minutes it took", {}, "govuk-input--width-4");
    if (!view.is_new) return inside + render(design::Button{.content = "Save"});
    return inside +
           design::button_group(
               {render(design::Button{.content = "Save", .prevent_double_click = true}),
                design::link(view.leave, "Leave without saving")}) +
           design::element("p", {{"class", "govuk-body"}}, "Or save with one of these times:") +
           minute_buttons();
}

Html versions_table(const std::vector<ActionRow>& before)
{
    if (before.empty()) return {};
    design::Table table{.caption = "What it said before it was corrected",
                        .head = {{.content = "Corrected"},
                                 {.content = "It was"},
                                 {.content = "On"},
                                 {.content = "Time", .format = "numeric"}}};
    for (const auto& [action, by] : before)
        table.rows.push_back(
            {{.content = moment_in_words(action.recorded_at) + ", by " + by},
             {.content = std::string(in_words(action.done.kind)) + ". " +
                         std::string(in_words(action.done.stage)) + ". " + action.done.what},
             {.content = in_table(action.done.on)},
             {.content = hours_in_words(action.done.took), .format = "numeric"}});
    return design::render_stacking(table);
}

} // namespace views_actions_detail
using namespace views_actions_detail;

std::string in_words(const Professional& professional)
{
    std::string words = professional.name;
    for (const auto& part : {professional.role, professional.organisation})
        if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
    return words;
}

Html hours_section(const HoursView& view)
{
    std::vector<design::PairItem> items;
    for (const auto& [kind, time] : view.hours.by_kind)
        items.push_back({std::string(in_words(kind)), hours_in_words(time)});
    Html inside =
        design::element("h2", {{"class", "govuk-heading-s"}}, hours_in_words(view.hours.total));
    inside +=
        items.empty() ? design::paragraph("No time is recorded yet.") : design::pair_list(items);
    inside += design::paragraph(design::link(view.press.address + "/actions", "Time by stage"));
    if (view.may_change)
        inside +=
            render(design::Details{.summary = "Add time", .content = one_press_form(view.press)});
    return design::element("div", {{"class", "onr-card"}}, inside);
}

Html actions_view(const ActionsView& view)
{
    auto page = design::page_heading("Work done");
    page += design::paragraph(view.hours.total.count() == 0
                                  ? std::string("No time is recorded on this case yet.")
                                  : hours_in_words(view.hours.total) + " so far.");
    if (view.may_change) {
        page += one_press_form(view.press);
        page += design::paragraph(design::link(
            view.address + "/actions/new", "Record work with what was done, or on another day"));
    }
    if (!view.hours.by_stage.empty()) page += hours_tables(view.hours);
    if (view.actions.empty()) return page;
    design::Table table{.caption = "Newest first",
                        .head = {{.content = "Day"},
                                 {.content = "Work"},
                                 {.content = "Stage"},
                                 {.content = "Time", .format = "numeric"},
                                 {.content = "By"}}};
    for (const auto& [action, worker] : view.actions)
        table.rows.push_back(
            {{.content = in_table(action.done.on)},
             {.content = design::link(view.address + "/actions/" + action.id.text(),
                                      std::string(in_words(action.done.kind)))},
             {.content = std::string(in_words(action.done.stage))},
             {.content = hours_in_words(action.done.took), .format = "numeric"},
             {.content = worker}});
    return page + design::render_stacking(table);
}

Html action_form_view(const ActionFormView& view)
{
    using namespace forms::fields;
    design::HtmlWriter out;
    out.add(forms::error_summary(view.form));
    out.add(design::page_heading(view.heading));
    out.add(view.banner);
    out.open("form", {{"method", "post"},
                      {"action", view.action},
                      {"enctype", "multipart/form-data"},
                      {"novalidate", ""}});
    out.add(view.start);
    out.add(radios(view.form, "kind", "What you did", kind_choices()));
    out.add(select(view.form, "stage", "Stage (optional)", stage_choices(),
                   "Hours are counted by stage"));
    if (view.colleagues.size() > 1)
        out.add(select(view.form, "worker", "Who did it", view.colleagues,
                       "The time counts for this person"));
    out.add(date(view.form, "on", "The day you did it"));
    out.add(long_text(view.form, "what", "What happened (optional)",
                      "What was said and agreed. It stands in the chronology."));
    const bool topics_open = !view.form.values.all("topic").empty();
    out.add(render(design::Details{
        .summary = "What it was about",
        .content = checkboxes(view.form, "topic", "What it was about", topic_choices()),
        .open = topics_open}));
    const bool people_open = !view.form.values.all("with").empty() ||
                             has_error_in(view.form, {"new_name", "new_role", "new_organisation"});
    out.add(render(design::Details{.summary = "Other professionals who took part",
                                   .content = professionals_input(view),
                                   .open = people_open}));
    if (view.is_new) out.add(files_input(view.form, "Files (optional)", view.scanning));
    out.add(minutes_input(view));
    if (!view.is_new) out.add(design::paragraph(design::link(view.leave, "Leave without saving")));
    out.close();
    return std::move(out).done();
}

Html action_view(const ActionView& view)
{
    const auto& done = view.action.done;
    design::SummaryList list;
    list.rows = {
        action_row("Day", with_weekday(done.on)), action_row("Time", hours_in_words(done.took)),
        action_row("Stage", std::string(in_words(done.stage))), action_row("By", view.worker)};
    if (!done.topics.empty()) {
        std::vector<std::string> words;
        for (const auto topic : done.topics) words.emplace_back(in_words(topic));
        list.rows.push_back(action_row("About", list_of(words)));
    }
    if (!view.with.empty()) {
        std::vector<std::string> words;
        for (const auto& professional : view.with) words.push_back(in_words(professional));
        list.rows.push_back(action_row("With", list_of(words)));
    }
    if (!done.what.empty())
        list.rows.push_back(action_row("What happened", action_words(done.what)));
    auto page = design::page_heading(in_words(done.kind)) + render(list);
    page += attachment_list(view.attachments, view.address, "Files");
    if (view.may_change)
        page += render(
            design::Button{.content = "Correct this",
                           .href = view.address + "/actions/" + view.action.id.text() + "/correct",
                           .classes = "govuk-button--secondary"});
    page += versions_table(view.before);
    return page + design::paragraph(design::link(view.address + "/actions", "All work done"));
}

} // namespace onroll::casework
