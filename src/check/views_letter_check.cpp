#include "check/views_letter_check.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "law/circumstance_codes.h"

#include <algorithm>
#include <optional>

namespace onroll::check {

namespace views_letter_check_detail {

using design::Html;
using Errors = std::vector<LetterFormError>;

std::optional<design::ErrorMessage> error_at(const Here& here, const Errors& errors,
                                             std::string_view field)
{
    for (const auto& error : errors)
        if (error.field.starts_with(field))
            return design::ErrorMessage{.content = here.words(error.key),
                                        .visually_hidden = here.words("check.error")};
    return std::nullopt;
}

design::Fieldset legend(const std::string& words)
{
    return {.legend = design::Legend{.content = words, .classes = "govuk-fieldset__legend--m"}};
}

design::Fieldset heading(const std::string& words)
{
    return {.legend = design::Legend{
                .content = words, .classes = "govuk-fieldset__legend--l", .is_page_heading = true}};
}

/// "I do not know", beside boxes.
Html not_known(const Here& here, const std::string& name, bool chosen)
{
    design::Checkboxes one{.name = name + "-known", .classes = "govuk-checkboxes--small"};
    if (chosen) one.values = {"unknown"};
    one.items = {{.value = "unknown", .content = here.words("check.unknown")}};
    return render(one);
}

Html kind_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    return render(design::Radios{
        .name = "letter_kind",
        .fieldset = heading(letter_fact_title(here, form, LetterFact::kind)),
        .error = error_at(here, errors, "letter_kind"),
        .items = {{.value = "suspension", .content = words("letter_check.kind.suspension")},
                  {.value = "permanent",
                   .content = words("letter_check.kind.permanent"),
                   .hint = design::Hint{.content = words("letter_check.kind.permanent.hint")}},
                  {.value = "lunchtime", .content = words("letter_check.kind.lunchtime")},
                  {.divider = words("check.or")},
                  {.value = "unknown", .content = words("check.unknown")}},
        .value = form.kind});
}

Html length_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const bool lunchtimes = form.kind == "lunchtime";
    return render(design::Input{
               .name = "letter_days",
               .label = {.content = letter_fact_title(here, form, LetterFact::days),
                         .classes = "govuk-label--l",
                         .is_page_heading = true},
               .hint = design::Hint{.content =
                                        here.words(lunchtimes ? "letter_check.days.hint.lunchtimes"
                                                              : "letter_check.days.hint")},
               .error = error_at(here, errors, "letter_days"),
               .value = form.days,
               .classes = "govuk-input--width-3",
               .inputmode = "decimal"}) +
           not_known(here, "letter_days", form.days_not_known);
}

Html date_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    auto boxes = design::date_boxes(form.date.day, form.date.month, form.date.year);
    const char* const labels[] = {"check.day", "check.month", "check.year"};
    for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i].label = words(labels[i]);
    return render(design::DateInput{
               .id = "letter_date",
               .name_prefix = "letter_date",
               .boxes = std::move(boxes),
               .fieldset = heading(letter_fact_title(here, form, LetterFact::date)),
               .hint = design::Hint{.content = words("letter_check.date.hint")},
               .error = error_at(here, errors, "letter_date")}) +
           not_known(here, "letter_date", form.date_not_known);
}

Html total_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    return render(
        design::Radios{.name = "letter_total",
                       .fieldset = heading(letter_fact_title(here, form, LetterFact::total)),
                       .hint = design::Hint{.content = words("letter_check.total.hint")},
                       .error = error_at(here, errors, "letter_total"),
                       .items = {{.value = "yes", .content = words("check.yes")},
                                 {.value = "no", .content = words("check.no")},
                                 {.divider = words("check.or")},
                                 {.value = "unknown", .content = words("check.unknown")}},
                       .value = form.total});
}

Html question_of(const Here& here, const LetterForm& form, LetterFact fact, const Errors& errors)
{
    switch (fact) {
    case LetterFact::kind:
        return kind_question(here, form, errors);
    case LetterFact::days:
        return length_question(here, form, errors);
    case LetterFact::date:
        return date_question(here, form, errors);
    case LetterFact::total:
        return total_question(here, form, errors);
    }
    return {};
}

/// What stands in the form for the fact, in words.
std::string answer_in_words(const Here& here, const LetterForm& form, LetterFact fact)
{
    const auto& words = here.words;
    const auto unknown = words("check.unknown");
    switch (fact) {
    case LetterFact::kind:
        return form.kind.empty()        ? words("check.not_given")
               : form.kind == "unknown" ? unknown
                                        : words("letter_check.kind." + form.kind);
    case LetterFact::days:
        return form.days_not_known ? unknown
               : form.days.empty() ? words("check.not_given")
                                   : form.days;
    case LetterFact::date: {
        if (form.date_not_known) return unknown;
        if (form.date.empty()) return words("check.not_given");
        const auto date =
            parse_typed_date(form.date.day, form.date.month, form.date.year, "The date");
        return date ? words.day(*date)
                    : form.date.day + " " + form.date.month + " " + form.date.year;
    }
    case LetterFact::total:
        return form.total.empty() ? words("check.not_given") : words("check." + form.total);
    }
    return {};
}

} // namespace views_letter_check_detail

design::Html hidden_letter_fields(const http::Fields& fields)
{
    std::vector<design::Html> all;
    for (const auto& [name, value] : fields)
        all.push_back(
            design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    return design::join(all);
}

design::Html letter_posting_form(const Here& here, std::string_view action,
                                 const http::Fields& fields, const design::Html& inside)
{
    return design::element(
        "form",
        {{"method", "post"}, {"action", action}, {"novalidate", ""}, {"autocomplete", "off"}},
        hidden_letter_fields(fields), hidden_letter_fields({{"language", here.words.code()}}),
        inside);
}

design::Html letter_back_view(const Here& here, std::string_view action, const http::Fields& fields)
{
    const auto button = design::element(
        "button", {{"type", "submit"}, {"class", "govuk-back-link onr-back-button"}},
        here.words("check.back"));
    return design::element("nav",
                           {{"aria-label", here.words("check.back")}, {"class", "onr-noprint"}},
                           letter_posting_form(here, action, fields, button));
}

design::Html letter_errors_view(const Here& here, const std::vector<LetterFormError>& errors)
{
    if (errors.empty()) return {};
    design::ErrorSummary summary{.title = here.words("check.problem")};
    for (const auto& error : errors)
        summary.errors.push_back({.content = here.words(error.key), .href = "#" + error.field});
    return render(summary);
}

design::Html letter_text_view(const Here& here, const LetterForm& form,
                              const std::vector<LetterFormError>& errors)
{
    using namespace views_letter_check_detail;
    const auto& words = here.words;
    const auto field = render(design::Textarea{
        .name = "letter_text",
        .label = {.content = words("letter_check.text"), .classes = "govuk-label--m"},
        .hint = design::Hint{.content = words("letter_check.text.hint")},
        .error = error_at(here, errors, "letter_text"),
        .value = form.pasted,
        .rows = 12,
        .spellcheck = false});
    const auto button = render(design::Button{
        .content = words("letter_check.button"), .name = "letter_step", .value = "pasted"});
    const auto on_paper = render(design::Button{.content = words("letter_check.paper.button"),
                                                .name = "letter_step",
                                                .value = "tick",
                                                .classes = "govuk-button--secondary"});
    return letter_errors_view(here, errors) + design::page_heading(words("letter_check.title")) +
           design::lead(words("letter_check.lead")) +
           design::paragraph(words("letter_check.promise")) +
           letter_posting_form(here, "/check/letter", form.answers, field + button) +
           design::section_heading("paper", words("letter_check.paper")) +
           design::paragraph(words("letter_check.paper.text")) +
           letter_posting_form(here, "/check/letter", form.answers, on_paper) + talk_view(here);
}

std::string letter_fact_title(const Here& here, const LetterForm& form, LetterFact fact)
{
    const bool lunchtimes = fact == LetterFact::days && form.kind == "lunchtime";
    return here.words("letter_check." + std::string(name(fact)) +
                      (lunchtimes ? ".lunchtimes" : ""));
}

design::Html letter_fact_view(const Here& here, const LetterForm& form, LetterFact fact,
                              const std::vector<LetterFormError>& errors)
{
    using namespace views_letter_check_detail;
    const auto button = render(design::Button{
        .content = here.words("check.continue"), .name = "letter_step", .value = "fact"});
    auto carried = fields_of(form, field_names(fact));
    carried.add("letter_at", std::string(name(fact)));
    return letter_errors_view(here, errors) +
           letter_posting_form(here, "/check/letter", carried,
                               question_of(here, form, fact, errors) + button) +
           talk_view(here);
}

design::Html letter_facts_view(const Here& here, const LetterForm& form)
{
    using namespace views_letter_check_detail;
    const auto& words = here.words;
    std::vector<GivenAnswer> answers;
    for (const auto fact : facts_to_ask(form))
        answers.push_back({letter_fact_title(here, form, fact), answer_in_words(here, form, fact),
                           "change-" + std::string(name(fact))});
    const auto button = render(design::Button{
        .content = words("check.continue"), .name = "letter_step", .value = "facts"});
    return design::page_heading(words("letter_check.facts.title")) +
           design::lead(
               words(form.way == "tick" ? "letter_check.facts.lead" : "letter_check.facts.read")) +
           letter_posting_form(here, "/check/letter", fields_of(form),
                               given_answers_view(words, answers, "letter_step") + button) +
           talk_view(here);
}

design::Html letter_tick_view(const Here& here, const LetterForm& form, const LetterFacts& facts)
{
    using namespace views_letter_check_detail;
    const auto& words = here.words;
    design::Checkboxes parts{.name = "letter_ticked",
                             .id_prefix = "part",
                             .fieldset = legend(words("letter_check.tick.hint"))};
    for (const auto& part : parts_needed(facts)) {
        if (part.item == law::LetterItem::in_writing) continue;
        const std::string code(law::code(part.item));
        parts.items.push_back({.value = code, .content = words("part." + code)});
    }
    design::Checkboxes wrong{.name = "letter_ticked",
                             .id_prefix = "wrong",
                             .fieldset = legend(words("letter_check.tick.wrong"))};
    for (const auto one : all_wrong_words()) {
        const std::string code(name(one));
        wrong.items.push_back({.value = code, .content = words("wrong." + code)});
    }
    parts.values = wrong.values = {form.ticked.begin(), form.ticked.end()};
    const auto button = render(design::Button{
        .content = words("letter_check.tick.button"), .name = "letter_step", .value = "ticked"});
    return design::page_heading(words("letter_check.tick.title")) +
           letter_posting_form(here, "/check/letter", fields_of(form, {"letter_ticked"}),
                               render(parts) + render(wrong) + button);
}

} // namespace onroll::check
