#include "casework/views_next_steps.h"

#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/components/summary_list.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace views_next_steps_detail {

using design::Html;
namespace fields = forms::fields;

Html as_typed(const std::string& words)
{
    return design::element("span", {{"dir", "auto"}, {"class", "onr-as-typed"}}, words);
}

std::string called(const AdvisedStep& step)
{
    return std::string(in_words(step.told.kind)) +
           (step.told.where.empty() ? "" : ": " + step.told.where);
}

Html result_of(const AdvisedStep& step)
{
    if (step.learnt.empty()) return "Not known yet";
    const auto& last = step.learnt.back();
    Html words =
        std::string(in_words(last.result)) + ", " + onroll::in_words(in_london(last.at).date);
    if (!last.note.empty()) words += Html(". ") + as_typed(last.note);
    return words;
}

Html step_card(const NextStepsView& view, const AdvisedStep& step)
{
    design::SummaryList list;
    const auto& told = step.told;
    list.rows = {
        {.key = {.content = "Where"},
         .value = {.content = told.where.empty() ? Html("Not known yet") : as_typed(told.where)}},
        {.key = {.content = "From when"},
         .value = {.content = told.starts_on ? with_weekday(*told.starts_on)
                                             : std::string("Not known yet")}},
        {.key = {.content = "What we advised"}, .value = {.content = as_typed(told.advised)}},
        {.key = {.content = "When"}, .value = {.content = with_weekday(told.advised_on)}},
        {.key = {.content = "What became of it"}, .value = {.content = result_of(step)}}};
    design::SummaryCard card{.title = std::string(in_words(told.kind))};
    if (view.may_change)
        card.actions.push_back({.content = "Say what became of it",
                                .href = view.address + "/next-steps/" + step.id.text(),
                                .visually_hidden = called(step)});
    list.card = std::move(card);
    return render(list);
}

template <class Word>
forms::Choices choices_among(const std::vector<Word>& all)
{
    forms::Choices choices;
    for (const auto one : all)
        choices.emplace_back(std::string(key_of(one)), std::string(in_words(one)));
    return choices;
}

Html leave_link(const NextStepFormView& view)
{
    return design::paragraph(design::link(view.leave, "Leave without saving"));
}

} // namespace views_next_steps_detail
using namespace views_next_steps_detail;

Html next_steps_view(const NextStepsView& view)
{
    auto content = design::page_heading("Next steps") +
                   design::lead("Where the child goes on to, what we told the family of it, and "
                                "what became of it.");
    if (view.may_change)
        content += render(
            design::Button{.content = "Add a next step", .href = view.address + "/next-steps/new"});
    Html cards, mistakes;
    for (const auto& step : view.steps)
        (step.is_mistake() ? mistakes : cards) += step_card(view, step);
    if (cards.empty())
        content += design::paragraph("No next step is recorded yet. Add one when you talk with the "
                                     "family about a pupil referral unit, a new school, or what "
                                     "comes after 16.");
    content += cards;
    if (!mistakes.empty())
        content += design::section_heading("mistakes", "Entered by mistake") + mistakes;
    return content;
}

Html next_steps_section(const NextStepsView& view)
{
    std::vector<Html> lines;
    for (const auto& step : view.steps)
        if (!step.is_mistake())
            lines.push_back(as_typed(called(step)) + Html(". ") + result_of(step));
    auto content = design::section_heading("next-steps", "Next steps");
    if (lines.empty())
        content += design::paragraph("No next step is recorded: where the child goes on to.");
    else
        content += design::bullets(lines);
    return content + design::paragraph(design::link(view.address + "/next-steps",
                                                    view.may_change ? "Add or change a next step"
                                                                    : "All next steps"));
}

Html next_step_form_view(const NextStepFormView& view)
{
    const auto& form = view.form;
    const auto inside =
        fields::radios(form, "kind", "Where to?", choices_among(all_next_step_kinds())) +
        fields::text(form, "where", "Which one? (optional)",
                     "The name of the school, college or service, if it is known") +
        fields::date(form, "starts", "From when? (optional)") +
        fields::long_text(
            form, "advised", "What did you advise?",
            "For example: to visit first, whom to ask for the plan, how to get there") +
        fields::date(form, "on", "When did you advise it?");
    return forms::error_summary(form) + design::page_heading("Add a next step") + view.banner +
           forms::posting(view.action, view.start, inside, "Save") + leave_link(view);
}

Html next_step_result_view(const AdvisedStep& step, const NextStepFormView& view)
{
    const auto& form = view.form;
    const auto inside = fields::radios(form, "result", "What became of it?",
                                       choices_among(all_next_step_results())) +
                        fields::text(form, "note", "Anything else? (optional)");
    return forms::error_summary(form) + design::page_heading("What became of it?") + view.banner +
           design::paragraph(as_typed(called(step)) +
                             Html(", advised on " + onroll::in_words(step.told.advised_on) + ".")) +
           forms::posting(view.action, view.start, inside, "Save") + leave_link(view);
}

} // namespace onroll::casework
