#include "casework/views_tasks.h"

#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

namespace onroll::casework {
namespace views_tasks_detail {

using design::Html;
namespace fields = forms::fields;

std::string said(const TaskBefore& before)
{
    auto words = before.title + ". " + std::string(in_words(before.state));
    if (before.due_on) words += ", by " + with_weekday(*before.due_on) + by_time(before.due_at);
    if (!before.waiting_for.empty()) words += ", waiting for " + before.waiting_for;
    return words;
}

Html history_of(const TaskFormView& view)
{
    if (view.before.empty()) return {};
    design::Table table{.caption = "What this task said before, the newest first",
                        .head = {{"Changed"}, {"It said"}, {"Why it changed"}, {"By"}}};
    for (const auto& before : view.before)
        table.rows.push_back({{moment_in_words(before.changed_at)},
                              {said(before)},
                              {before.why.empty() ? "Not said" : before.why},
                              {view.name_of(before.changed_by)}});
    return render_stacking(table);
}

} // namespace views_tasks_detail
using namespace views_tasks_detail;

std::string by_time(const std::optional<std::chrono::minutes>& due_at)
{
    return due_at ? ", by " + time_in_words(*due_at) : std::string();
}

Html task_form_view(const TaskFormView& view)
{
    const auto& form = view.form;
    auto inside = fields::text(form, "title", "What is to be done?");
    inside += fields::date(form, "due_on", "By when? (optional)");
    inside += fields::text(form, "due_at", "At what time that day? (optional)",
                           "For example 1pm, or 9:30am");
    auto owners = view.owners;
    owners.insert(owners.begin(), {"", "The caseworker of the case"});
    inside += fields::radios(form, "owner", "Whose task is it?", owners);
    inside += fields::text(form, "waiting_for", "Who else has to act first? (optional)",
                           "For example the school, or the council. Then it stands under “Waiting "
                           "for someone else”");
    if (!view.is_new) {
        forms::Choices states;
        for (const auto state :
             {TaskState::open, TaskState::waiting, TaskState::done, TaskState::dropped})
            states.emplace_back(std::string(key_of(state)), std::string(in_words(state)));
        inside += fields::radios(form, "state", "Where does it stand?", states);
        inside += fields::text(form, "why", "Why does it change? (optional)");
    }
    return forms::error_summary(form) +
           design::page_heading(view.is_new ? "Add a task" : "Change a task") + view.banner +
           forms::posting(view.action, view.start, inside, "Save") +
           design::paragraph(design::link(view.leave, "Leave without saving")) + history_of(view);
}

} // namespace onroll::casework
