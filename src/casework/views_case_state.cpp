#include "casework/views_case_state.h"

#include "design/components/table.h"
#include "design/page.h"

namespace onroll::casework {
namespace views_case_state_detail {

using design::Html;
namespace fields = forms::fields;

Html state_fields(const StateView& view)
{
    forms::Choices states;
    for (const auto state : {CaseState::open, CaseState::waiting, CaseState::inactive})
        states.emplace_back(key_of(state), in_words(state));
    forms::Choices priorities;
    for (const auto priority : all_priorities())
        priorities.emplace_back(key_of(priority), in_words(priority));
    return fields::radios(view.form, "state", "What is its state now?", states,
                          "Inactive: nothing is asked of the service now, and it may be again") +
           fields::radios(view.form, "priority", "Priority, if it waits", priorities);
}

Html tasks_that_come_back(const StateView& view)
{
    if (view.tasks.empty()) return {};
    std::vector<Html> titles;
    for (const auto& task : view.tasks) titles.emplace_back(task.told.title);
    return design::paragraph("These tasks ended with the case and come back with it:") +
           design::bullets(titles);
}

Html history(const StateView& view)
{
    design::Table states{.caption = "States, the newest first",
                         .head = {{"Since"}, {"State"}, {"Why"}, {"By"}}};
    for (auto change = view.states.rbegin(); change != view.states.rend(); ++change)
        states.rows.push_back({{in_table(change->since)},
                               {std::string(in_words(change->state))},
                               {change->reason.empty() ? "Not said" : change->reason},
                               {view.name_of(change->stated_by)}});
    auto out = render_stacking(states);
    if (view.allocations.empty()) return out;
    design::Table workers{.caption = "Caseworkers, the newest first",
                          .head = {{"Since"}, {"Caseworker"}, {"Why"}, {"By"}}};
    for (auto given = view.allocations.rbegin(); given != view.allocations.rend(); ++given)
        workers.rows.push_back(
            {{in_table(given->since)},
             {given->caseworker ? view.name_of(*given->caseworker) : std::string("Nobody")},
             {given->reason.empty() ? "Not said" : given->reason},
             {view.name_of(given->allocated_by)}});
    return out + render_stacking(workers);
}

} // namespace views_case_state_detail
using namespace views_case_state_detail;

design::Html state_view(const StateView& view)
{
    const bool closed = view.found.state == CaseState::closed;
    auto inside = closed ? Html{} : state_fields(view);
    inside += fields::long_text(view.form, "reason", closed ? "Why does it open again?" : "Why?",
                                "Seen in the history of the case");
    return forms::error_summary(view.form) +
           design::page_heading(closed ? "Open the case again" : "Change the state") + view.banner +
           tasks_that_come_back(view) +
           forms::posting(view.address + (closed ? "/reopen" : "/state"), view.start, inside,
                          closed ? "Open it again" : "Save") +
           design::paragraph(design::link(view.address, "Leave without saving")) + history(view);
}

} // namespace onroll::casework
