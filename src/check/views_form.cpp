// The form of /check.
#include "check/views.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"

namespace onroll::check {

namespace views_form_detail {

using design::Html;

std::optional<std::string> error_of(const CheckedForm* checked, std::string_view field)
{
    if (!checked) return std::nullopt;
    for (const auto& error : checked->errors)
        if (error.field == field || error.field.starts_with(std::string(field) + "-"))
            return error.message;
    return std::nullopt;
}

design::Fieldset question(const char* words)
{
    return design::Fieldset{.legend = {.content = words, .classes = "govuk-fieldset__legend--s"}};
}

Html date_question(const CheckedForm* checked, const TypedDate& typed, const char* id,
                   const char* words, const char* hint)
{
    auto boxes = design::date_boxes(typed.day, typed.month, typed.year);
    return render(design::DateInput{.id = id,
                                    .name_prefix = id,
                                    .boxes = std::move(boxes),
                                    .fieldset = question(words),
                                    .hint = design::Hint{.content = hint},
                                    .error = design::error_message(error_of(checked, id))});
}

Html text_question(const CheckedForm* checked, const char* name, const char* words,
                   const char* hint, const std::string& value, const char* width)
{
    return render(
        design::Input{.name = name,
                      .label = {.content = words, .classes = "govuk-label--s"},
                      .hint = *hint ? std::optional(design::Hint{.content = hint}) : std::nullopt,
                      .error = design::error_message(error_of(checked, name)),
                      .value = value,
                      .classes = width,
                      .spellcheck = false});
}

Html school_type_question(const CheckForm& typed, const CheckedForm& checked)
{
    design::Radios types{.name = "school_type",
                         .fieldset = question("What kind of school is it?"),
                         .error = design::error_message(error_of(&checked, "school_type")),
                         .value = typed.school_type};
    types.items = {{.value = "maintained", .content = "A school that the council maintains"},
                   {.value = "academy", .content = "An academy or free school"},
                   {.value = "ap_academy", .content = "An alternative provision academy"},
                   {.value = "pru", .content = "A pupil referral unit"}};
    // The school chosen before stays chosen.
    const Html chosen =
        typed.urn.empty()
            ? Html{}
            : design::void_element("input",
                                   {{"type", "hidden"}, {"name", "urn"}, {"value", typed.urn}});
    return chosen + render(types);
}

Html school_questions(const CheckForm& typed, const CheckedForm* checked)
{
    Html content = text_question(checked, "school", "Which school excluded the pupil?",
                                 "Name, town, postcode or number (URN)", typed.school, "");
    if (checked && checked->ask_school_type) content += school_type_question(typed, *checked);
    if (!checked || checked->choices.empty()) return content;
    design::Radios schools{.name = "urn",
                           .fieldset = question("Which of these schools is it?"),
                           .error = design::error_message(error_of(checked, "urn"))};
    for (const auto& one : checked->choices)
        schools.items.push_back({.value = one.urn.text(),
                                 .content = one.name,
                                 .hint = design::Hint{.content = one.place}});
    return content + render(schools);
}

Html what_happened_questions(const CheckForm& typed, const CheckedForm* checked)
{
    design::Radios kinds{.name = "kind",
                         .fieldset = question("What kind of exclusion is it?"),
                         .error = design::error_message(error_of(checked, "kind")),
                         .value = typed.kind};
    kinds.items.push_back(
        {.value = "suspension",
         .content = "A suspension",
         .hint = design::Hint{.content =
                                  "For a number of days. Older letters say fixed-term exclusion"}});
    kinds.items.push_back({.value = "lunchtime", .content = "Lunchtimes only"});
    kinds.items.push_back(
        {.value = "permanent",
         .content = "A permanent exclusion",
         .hint = design::Hint{.content = "The pupil is told not to come back at all"}});
    kinds.items.push_back(
        {.value = "unknown",
         .content = "I do not know",
         .hint = design::Hint{.content = "We show what is the same either way, and what hangs on "
                                         "it"}});
    design::Radios session{.name = "first_session",
                           .fieldset = question("When did it start on the first day?"),
                           .value = typed.first_session.empty() ? "am" : typed.first_session,
                           .classes = "govuk-radios--inline"};
    session.items = {{.value = "am", .content = "In the morning"},
                     {.value = "pm", .content = "In the afternoon"}};
    return render(kinds) +
           date_question(
               checked, typed.decided, "decided", "When did the head teacher decide?",
               "The date on the letter will do. For example, 27 3 2026. Leave empty if you do "
               "not know") +
           date_question(checked, typed.first_day, "first",
                         "What is the first day of the exclusion?",
                         "For example, 30 3 2026. Leave empty if you do not know") +
           render(session) +
           text_question(
               checked, "length", "How many school days, or lunchtimes?",
               "For example, 4 or 4.5. Leave empty if it is permanent, or if you do not know",
               typed.length, "govuk-input--width-4") +
           date_question(checked, typed.exam, "exam",
                         "First exam or national test missed (optional)",
                         "Leave empty if there is none");
}

Html pupil_questions(const CheckForm& typed)
{
    design::Checkboxes pupil{.name = "pupil",
                             .fieldset = question("Is any of this true of the pupil? (optional)"),
                             .hint = design::Hint{.content = "Tick all that apply"},
                             .values = typed.pupil};
    pupil.items = {
        {.value = "disabled", .content = "Has a disability"},
        {.value = "ehc_plan", .content = "Has an education, health and care plan (EHC plan)"},
        {.value = "looked_after", .content = "Is looked after by a council"},
        {.value = "social_worker", .content = "Has a social worker"},
        {.value = "not_compulsory_age", .content = "Is under 5, or past the end of year 11"},
        {.value = "age_18", .content = "Is 18 or over"}};
    design::Checkboxes facts{.name = "facts",
                             .fieldset = question("Did any of this happen? (optional)"),
                             .hint = design::Hint{.content = "Tick all that apply"},
                             .values = typed.facts};
    facts.items = {
        {.value = "not_head", .content = "Somebody other than the head teacher decided"},
        {.value = "needs_not_met",
         .content = "The school said that it cannot meet the pupil’s needs"},
        {.value = "attainment",
         .content = "The reason was how well the pupil does in lessons or exams"},
        {.value = "parent_conduct", .content = "The reason was something that a parent did"},
        {.value = "return_condition",
         .content = "The pupil may not come back until there is a meeting"},
        {.value = "no_end_date", .content = "No end date was given"},
        {.value = "lengthened", .content = "The same suspension was made longer"},
        {.value = "told_45",
         .content = "The school said that 45 days make an exclusion permanent"}};
    return render(pupil) + render(facts);
}

Html before_and_after_questions(const CheckForm& typed, const CheckedForm* checked)
{
    Html earlier =
        text_question(checked, "earlier-term",
                      "School days lost to exclusion earlier this term (optional)", "At any school",
                      typed.earlier_term, "govuk-input--width-4") +
        text_question(checked, "earlier-year",
                      "School days lost to exclusion earlier this school year (optional)",
                      "At any school, this term included", typed.earlier_year,
                      "govuk-input--width-4");
    design::Radios written{
        .name = "representations",
        .fieldset = question("Has the family written to the governors about it? (optional)"),
        .value = typed.representations,
        .classes = "govuk-radios--inline"};
    written.items = {{.value = "yes", .content = "Yes"},
                     {.value = "no", .content = "No, or not yet"}};
    design::Radios outcome{.name = "board_outcome",
                           .fieldset = question("Have the governors decided? (optional)"),
                           .value = typed.board_outcome};
    outcome.items = {
        {.value = "", .content = "Not yet, or I do not know", .id = "board_outcome-none"},
        {.value = "not_reinstate", .content = "Yes, the exclusion stays"},
        {.value = "reinstate", .content = "Yes, the pupil may come back"}};
    design::Radios method{.name = "board_method",
                          .fieldset = question("How did their letter come? (optional)"),
                          .value = typed.board_method,
                          .classes = "govuk-radios--inline"};
    method.items = {{.value = "delivered", .content = "By hand"},
                    {.value = "post", .content = "By first class post"}};
    return earlier + render(written) + render(outcome) +
           date_question(checked, typed.board_letter, "board", "Date of the governors’ letter",
                         "Leave empty if they have not decided") +
           render(method);
}

} // namespace views_form_detail

design::Html check_form_view(const CheckForm& typed, const CheckedForm* checked)
{
    using namespace views_form_detail;
    Html content;
    if (checked && !checked->errors.empty()) {
        design::ErrorSummary summary;
        for (const auto& error : checked->errors)
            summary.errors.push_back({.content = error.message, .href = "#" + error.field});
        content += render(summary);
    }
    content += design::page_heading("Check an exclusion");
    content += design::lead("Tell us what happened. We show each date that follows, who must act, "
                            "and anything that does not fit the rules.");
    content += design::paragraph("We do not ask for names, and we keep nothing that you type.");
    content +=
        design::paragraph("Are you a head teacher about to exclude? See " +
                          design::link("/check/schools", "what must be done, and by when") + ".");
    content += design::element(
        "form",
        {{"method", "post"}, {"action", "/check"}, {"novalidate", ""}, {"autocomplete", "off"}},
        design::section_heading("", "The school"), school_questions(typed, checked),
        design::section_heading("", "What happened"), what_happened_questions(typed, checked),
        design::section_heading("", "The pupil"), pupil_questions(typed),
        design::section_heading("", "Before and after"), before_and_after_questions(typed, checked),
        render(design::Button{.content = "Show what follows", .prevent_double_click = true}));
    return content;
}

} // namespace onroll::check
