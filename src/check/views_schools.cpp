#include "check/views_schools.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/textarea.h"
#include "design/page.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace onroll::check {

namespace views_schools_detail {

using design::Html;

std::optional<design::ErrorMessage> error_at(const SchoolPlan& plan, std::string_view field)
{
    for (const auto& error : plan.errors)
        if (error.field == field) return design::ErrorMessage{.content = error.message};
    return std::nullopt;
}

design::Fieldset legend(const char* words)
{
    return {.legend = design::Legend{.content = words, .classes = "govuk-fieldset__legend--m"}};
}

Html errors_view(const SchoolPlan& plan)
{
    if (plan.errors.empty()) return {};
    design::ErrorSummary summary;
    for (const auto& error : plan.errors)
        summary.errors.push_back({.content = error.message, .href = "#" + error.field});
    return render(summary);
}

Html days_input(const char* name, const char* label, const std::string& value,
                const SchoolPlan& plan, const char* hint = "")
{
    return render(
        design::Input{.name = name,
                      .label = {.content = label},
                      .hint = *hint ? std::optional(design::Hint{.content = hint}) : std::nullopt,
                      .error = error_at(plan, name),
                      .value = value,
                      .classes = "govuk-input--width-3",
                      .inputmode = "decimal"});
}

Html kind_question(const SchoolForm& form, const SchoolPlan& plan)
{
    return render(design::Radios{
               .name = "kind",
               .fieldset = legend("What is planned?"),
               .error = error_at(plan, "kind"),
               .items = {{.value = "suspension", .content = "A suspension"},
                         {.value = "lunchtime", .content = "A suspension at lunchtimes"},
                         {.value = "permanent", .content = "A permanent exclusion"}},
               .value = form.kind}) +
           days_input("length", "How many school days, or lunchtimes?", form.length, plan,
                      "For example, 3 or 5.5. Leave it empty for a permanent exclusion");
}

Html date_question(const SchoolForm& form, const SchoolPlan& plan)
{
    return render(design::DateInput{
        .id = "decided",
        .name_prefix = "decided",
        .boxes = design::date_boxes(form.decided.day, form.decided.month, form.decided.year),
        .fieldset = legend("On which day is it decided? (optional)"),
        .hint = design::Hint{.content = "For example, 27 3 2026. Leave it empty for today"},
        .error = error_at(plan, "decided-day")});
}

Html school_question(const SchoolForm& form, const SchoolPlan& plan)
{
    const bool choose = plan.choices.size() > 1;
    Html content = render(design::Input{
        .name = "school",
        .label = {.content = "Name or number of the school (optional)",
                  .classes = "govuk-label--m"},
        .hint = design::Hint{.content = "Then days are counted on its term dates. Without it, "
                                        "each weekday is counted as a school day"},
        .error = error_at(plan, "school"),
        .value = form.school,
        .autocomplete = "off"});
    if (!choose) return content;
    design::Radios choices{.name = "urn",
                           .fieldset = legend("Which of these schools is it?"),
                           .error = error_at(plan, "urn"),
                           .value = form.urn};
    for (const auto& one : plan.choices)
        choices.items.push_back({.value = one.urn.text(),
                                 .content = one.name,
                                 .hint = design::Hint{.content = one.place}});
    return content + render(choices);
}

std::string words_for_pupil(std::string_view code)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, 8> words{
        {{"plan", "Has an EHC plan"},
         {"support", "Gets SEN support"},
         {"disabled", "Has a disability, or may have one"},
         {"looked_after", "Is looked after by a council"},
         {"social_worker", "Has a social worker"},
         {"exam", "Will miss a public exam or a national test"},
         {"over_age", "Is over school age (sixth form)"},
         {"adult", "Is 18 or over"}}};
    for (const auto& [known, text] : words)
        if (known == code) return text;
    return std::string(code);
}

Html pupil_question(const SchoolForm& form)
{
    design::Checkboxes boxes{.name = "pupil",
                             .fieldset = legend("The pupil"),
                             .hint = design::Hint{.content = "Tick all that fit"},
                             .values = {form.pupil.begin(), form.pupil.end()}};
    for (const auto code : pupil_codes)
        boxes.items.push_back({.value = std::string(code), .content = words_for_pupil(code)});
    return render(boxes);
}

Html considered_question(const SchoolForm& form)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, 7> words{
        {{"pupil_heard", "The pupil was asked for their side, and it was written down"},
         {"what_lay_behind", "What lay behind it: needs, bullying, loss, trouble at home"},
         {"proportionate", "Something less than an exclusion was tried or thought through"},
         {"adjustments", "Reasonable adjustments for a disability or special needs"},
         {"plan_review", "An early review of the EHC plan, with the council"},
         {"virtual_school_head", "A talk with the virtual school head"},
         {"last_resort", "Both tests for a permanent exclusion: a serious or repeated breach, and "
                         "serious harm if the pupil stays"}}};
    design::Checkboxes boxes{.name = "considered",
                             .fieldset = legend("Before deciding: what has been done?"),
                             .values = {form.considered.begin(), form.considered.end()}};
    for (const auto& [code, text] : words)
        boxes.items.push_back({.value = std::string(code), .content = text});
    return render(boxes);
}

Html behaviour_rule_questions(const SchoolForm& form)
{
    const auto text = [](const char* name, const char* label, const char* hint,
                         const std::string& value) {
        return render(design::Textarea{.name = name,
                                       .label = {.content = label},
                                       .hint = design::Hint{.content = hint},
                                       .value = value,
                                       .rows = 3});
    };
    return design::section_heading("rule", "The rule that met the pupil") +
           text("rule_met", "Which rule of the behaviour policy was broken? (optional)",
                "For example, “shirts are tucked in”, “silence in corridors”. Write no name",
                form.rule_met) +
           render(design::Radios{
               .name = "hard_rule",
               .fieldset = legend("Is this rule harder to keep for this pupil than for others?"),
               .hint = design::Hint{.content = "For example, the cloth of a uniform hurts, noise "
                                               "or crowds are too much, or waiting is hard"},
               .items = {{.value = "yes", .content = "Yes"},
                         {.value = "no", .content = "No"},
                         {.value = "unknown", .content = "Not looked at yet"}},
               .value = form.hard_rule}) +
           text("adjustment", "Which adjustment was made, or thought of? (optional)",
                "Say what, since when, and if it helped. Write no name", form.adjustment);
}

} // namespace views_schools_detail

std::string stretch_of(const law::DateList& days)
{
    const auto first = *days.begin(), last = *(days.end() - 1);
    if (first == last) return with_weekday(first);
    return with_weekday(first) + " to " + with_weekday(last) + ", " + std::to_string(days.count) +
           " school days";
}

std::string hangs_on(const law::Duty& duty)
{
    const bool written = duty.rule == law::RuleId::gb_12 || duty.rule == law::RuleId::gb_14;
    return written ? " This is due if the family writes to them." : "";
}

design::Html school_force_tag(Force force)
{
    const char* colour = force == Force::must     ? "govuk-tag--teal"
                         : force == Force::should ? "govuk-tag--blue"
                                                  : "govuk-tag--grey";
    const char* words = force == Force::must     ? "Must"
                        : force == Force::should ? "Should"
                                                 : "Good practice";
    return design::element("strong", {{"class", std::string("govuk-tag ") + colour}}, words);
}

design::Html school_posting_form(const http::Fields& fields, const design::Html& inside)
{
    std::vector<design::Html> hidden;
    for (const auto& [name, value] : fields)
        hidden.push_back(
            design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    return design::element("form",
                           {{"method", "post"},
                            {"action", "/check/schools"},
                            {"novalidate", ""},
                            {"autocomplete", "off"}},
                           hidden, inside);
}

design::Html school_exclusion_view(const SchoolForm& form, const SchoolPlan& plan)
{
    using namespace views_schools_detail;
    auto carried = fields_of(form);
    for (const auto* shown : {"school", "urn", "kind", "length", "decided-day", "decided-month",
                              "decided-year", "earlier_term", "earlier_year"})
        carried.remove(shown);
    const auto questions =
        kind_question(form, plan) + date_question(form, plan) + school_question(form, plan) +
        days_input("earlier_term", "School days lost to suspensions this term, before this one",
                   form.earlier_term, plan) +
        days_input("earlier_year", "School days lost this school year, at any school",
                   form.earlier_year, plan) +
        render(design::Button{.content = "Continue", .name = "step", .value = "pupil"});
    const auto more = design::link_list({{"Worked examples", "/check/schools/examples"},
                                         {"Each duty, in order", "/check/schools/duties"},
                                         {"Code of rights and responsibilities", "/check/code"},
                                         {"Check the letter before you send it", "/check/letter"}});
    return errors_view(plan) + design::page_heading("Before you exclude: what must be done") +
           design::lead("For head teachers, clerks and governors. Say what is planned, and see who "
                        "must be told, by when, and what people often get wrong.") +
           design::paragraph("You type no name, and nothing is kept.") +
           school_posting_form(carried, questions) + design::section_heading("more", "More") + more;
}

design::Html school_pupil_view(const SchoolForm& form)
{
    using namespace views_schools_detail;
    auto carried = fields_of(form);
    for (const auto* shown : {"pupil", "considered", "rule_met", "hard_rule", "adjustment"})
        carried.remove(shown);
    return design::page_heading("The pupil, and what came before") +
           school_posting_form(
               carried,
               pupil_question(form) + considered_question(form) + behaviour_rule_questions(form) +
                   render(design::Button{
                       .content = "Show what must be done", .name = "step", .value = "plan"}));
}

} // namespace onroll::check
