#include "casework/views_close.h"

#include "casework/views_tasks.h"

#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/summary_list.h"
#include "design/components/warning_text.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::casework {

design::Html outcome_question(const forms::FormView& form)
{
    forms::Choices outcomes;
    for (const auto outcome : all_outcomes())
        outcomes.emplace_back(key_of(outcome), in_words(outcome));
    return forms::fields::checkboxes(form, "outcomes", "What came of it?", outcomes);
}

design::Html impact_questions(const forms::FormView& form)
{
    namespace fields = forms::fields;
    forms::Choices impacts;
    for (const auto impact : all_impacts()) impacts.emplace_back(key_of(impact), in_words(impact));
    return fields::radios(form, "family", "What impact did the work have on the child and family?",
                          impacts) +
           fields::radios(form, "school", "What impact did it have on the school?", impacts) +
           fields::radios(form, "authority", "What impact did it have on the authority?", impacts);
}

namespace views_close_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

std::string listed_outcomes(const NewClose& told)
{
    std::vector<std::string> words;
    for (const auto outcome : told.outcomes) words.emplace_back(in_words(outcome));
    return words.empty() ? "Not said" : design::listed(words);
}

Html close_summary(const CloseView& view, const Close& close)
{
    design::SummaryList list;
    const auto add = [&](const char* key, const std::string& words) {
        list.rows.push_back({.key = {key}, .value = {words.empty() ? "Not said" : words}});
    };
    add("Closed", in_words(close.closed_on) + " by " + view.name_of(close.closed_by));
    add("What came of it", listed_outcomes(close.told));
    add("In a few words", close.told.summary);
    add("Highest level", std::string(in_words(close.highest_level)));
    add("Impact on the child and family", std::string(in_words(close.told.family)));
    add("Impact on the school", std::string(in_words(close.told.school)));
    add("Impact on the authority", std::string(in_words(close.told.authority)));
    return render(list);
}

std::string ending_tasks_heading(const CloseView& view)
{
    const auto counted =
        design::counted(static_cast<std::int64_t>(view.tasks.size()), "task", "tasks");
    return view.found.state == CaseState::closed ? counted + " ended with this case"
                                                 : counted + " will end with this case";
}

Html ending_tasks(const CloseView& view)
{
    if (view.tasks.empty()) return {};
    std::vector<Html> items;
    for (const auto& task : view.tasks) {
        auto item = view.may_change_tasks
                        ? design::link(view.address + "/tasks/" + task.id.text(), task.told.title)
                        : Html(task.told.title);
        if (task.told.due_on)
            item += ", by " + with_weekday(*task.told.due_on) + by_time(task.told.due_at);
        items.push_back(std::move(item));
    }
    return design::section_heading("tasks", ending_tasks_heading(view)) +
           design::paragraph("Nobody is reminded of what ends with a case. It comes back if the "
                             "case is opened again.") +
           design::bullets(items);
}

/// A copy that should be stopped stays in its reader's hands when its task ends with the case.
Html copy_to_stop(const CloseView& view)
{
    if (!view.copy_to_stop) return {};
    return render(design::WarningText{
        .content = Html("A paper that was given holds words that must not reach its reader now. ") +
                   design::link(view.address + "/papers", "Stop that copy") +
                   Html(" before you close this case: nobody is reminded of it afterwards.")});
}

Html close_form(const CloseView& view)
{
    const auto inside = outcome_question(view.form) +
                        fields::long_text(view.form, "summary", "In a few words (optional)",
                                          "What a colleague should know if the family rings "
                                          "again") +
                        impact_questions(view.form);
    return view.banner +
           design::paragraph("A closed case can be read, and opened again with a reason.") +
           copy_to_stop(view) + ending_tasks(view) +
           forms::posting(view.address + "/close", view.start, inside, "Close the case") +
           design::paragraph(design::link(view.address, "Leave without saving"));
}

Html levels_of(const CloseView& view)
{
    std::vector<Html> moves;
    for (const auto& move : view.moves)
        moves.emplace_back(in_table(move.moved_on) + ": " + std::string(in_words(move.level)) +
                           ", " + move.title);
    return design::section_heading("levels", "Levels") + design::bullets(moves);
}

Html hours_of(const CloseView& view)
{
    std::vector<design::PairItem> pairs;
    for (const auto& [stage, took] : view.hours) pairs.push_back({stage, took});
    return design::section_heading("hours", "Hours by stage") +
           design::paragraph("In all " + view.hours_in_all + ".") + design::pair_list(pairs);
}

Html ask(const CloseView& view)
{
    auto out = design::section_heading("feedback", "Ask how it went") +
               design::paragraph("A link asks the family one question, once. The answer is kept "
                                 "without a name, a case or a day.");
    if (view.links > 0)
        out += design::paragraph(design::counted(view.links, "link", "links") +
                                 " of this case not answered yet.");
    if (!view.may_ask) return out;
    return out + element("form",
                         {{"method", "post"},
                          {"action", view.address + "/feedback-link"},
                          {"class", "onr-noprint"}},
                         view.ask_start,
                         render(design::Button{.content = "Make a link",
                                               .classes = "govuk-button--secondary"}));
}

} // namespace views_close_detail
using namespace views_close_detail;

design::Html close_view(const CloseView& view)
{
    const bool closed = view.found.state == CaseState::closed;
    auto out = forms::error_summary(view.form) +
               design::page_heading(closed ? "How this case ended" : "Close this case");
    Html past;
    for (auto close = view.closes.rbegin(); close != view.closes.rend(); ++close)
        past += close_summary(view, *close);
    if (closed) {
        out += past + ending_tasks(view);
        if (view.may_reopen)
            out += render(design::Button{.content = "Open it again",
                                         .href = view.address + "/reopen",
                                         .classes = "govuk-button--secondary"});
    } else {
        out += view.may_close ? close_form(view) : design::paragraph("You cannot close this case.");
        if (!past.empty()) out += design::section_heading("before", "Closed before") + past;
    }
    out += next_steps_section(view.next_steps);
    if (!view.hours.empty()) out += hours_of(view);
    return out + levels_of(view) + ask(view);
}

design::Html feedback_link_view(const std::string& link, const std::string& address, Date last_day)
{
    design::Input input{.name = "link",
                        .label = {.content = "Link to copy", .classes = "govuk-label--s"},
                        .value = link,
                        .attributes = {design::flag("readonly")}};
    return design::page_heading("A link that asks how it went") +
           design::paragraph("Copy it now: it is not shown again. It works once, until " +
                             in_words(last_day) + ". Send it only as the family agreed.") +
           design::render(input) + design::paragraph(design::link(address + "/close", "Back"));
}

design::Html ask_feedback_view(const AskFeedbackView& view)
{
    forms::Choices answers;
    for (const auto helped : all_helped()) answers.emplace_back(key_of(helped), in_words(helped));
    const auto inside = fields::radios(view.form, "helped", "How much did we help?", answers) +
                        fields::long_text(view.form, "words", "Anything else? (optional)",
                                          "Please leave out names");
    return forms::error_summary(view.form) + design::page_heading("How did we do?") +
           design::paragraph(view.service +
                             " would like to know. Nobody can see who answered: we keep your "
                             "answer and the month, and nothing else.") +
           forms::posting(view.action, Html{}, inside, "Send");
}

design::Html thanks_view(const std::string& service)
{
    return design::page_heading("Thank you") +
           design::paragraph("Your answer helps " + service +
                             " to do better. You can close this "
                             "page.");
}

design::Html ended_link_view(const std::string& service)
{
    return design::page_heading("This link cannot be used") +
           design::paragraph("It works once, and for 60 days. If you want to tell " + service +
                             " how it went, ring or write.");
}

} // namespace onroll::casework
