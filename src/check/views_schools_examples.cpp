// Worked examples: invented cases, worked out by the same rules, each of which opens in the form.
#include "check/school_examples.h"
#include "check/views_schools.h"

#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/page.h"
#include "law/duty_words.h"

#include <algorithm>

namespace onroll::check {

namespace views_schools_examples_detail {

using design::Html;

std::string day_of(const law::Duty& duty)
{
    if (duty.date) return with_weekday(*duty.date);
    if (duty.dates.empty()) return "No set day";
    return stretch_of(duty.dates);
}

Html worked_out(const SchoolPlan& plan)
{
    std::vector<Html> items;
    for (const auto stage : all_stages)
        for (const auto* duty : duties_of(plan, stage)) {
            const auto words = law::words_for(*duty);
            if (words.permission) continue;
            items.push_back(
                design::element("strong", {}, day_of(*duty), ": ") +
                Html(law::who_acts_inside(duty->actor) + " " + words.does + "." + hangs_on(*duty)));
        }
    return design::bullets(items);
}

} // namespace views_schools_examples_detail

design::Html school_examples_view(const std::vector<WorkedExample>& examples)
{
    using namespace views_schools_examples_detail;
    Html content = design::page_heading("Worked examples") +
                   design::lead("Invented cases, worked out by the rules of their day. Each "
                                "weekday is counted as a school day, but bank holidays.");
    for (const auto& [example, plan] : examples) {
        auto fields = fields_of(example->form);
        fields.add("step", "plan");
        content += design::section_heading(example->id, example->title) +
                   design::paragraph(example->story) + worked_out(plan) +
                   design::paragraph(design::element("strong", {}, "Often got wrong: ") +
                                     std::string(example->mistake)) +
                   school_posting_form(
                       fields, render(design::Button{
                                   .content = Html("Open it in the form") +
                                              design::visually_hidden(std::string(example->title)),
                                   .classes = "govuk-button--secondary"}));
    }
    return content;
}

} // namespace onroll::check
