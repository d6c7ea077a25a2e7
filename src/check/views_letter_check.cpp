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

std::string message_of(const Here& here, const LetterFormError& error)
{
    return error.key.empty() ? error.message : here.words(error.key);
}

std::optional<design::ErrorMessage> error_at(const Here& here, const Errors& errors,
                                             std::string_view field)
{
    for (const auto& error : errors)
        if (error.field == field) return design::ErrorMessage{.content = message_of(here, error)};
    return std::nullopt;
}

design::Fieldset legend(const std::string& words)
{
    return {.legend = design::Legend{.content = words, .classes = "govuk-fieldset__legend--m"}};
}

Html kind_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    return render(design::Radios{
        .name = "letter_kind",
        .fieldset = legend(words("letter_check.kind")),
        .error = error_at(here, errors, "letter_kind"),
        .items = {{.value = "suspension", .content = words("letter_check.kind.suspension")},
                  {.value = "permanent",
                   .content = words("letter_check.kind.permanent"),
                   .hint = design::Hint{.content = words("letter_check.kind.permanent.hint")}},
                  {.value = "lunchtime", .content = words("letter_check.kind.lunchtime")}},
        .value = form.kind});
}

Html length_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    return render(
        design::Input{.name = "letter_days",
                      .label = {.content = words("letter_check.days"), .classes = "govuk-label--m"},
                      .hint = design::Hint{.content = words("letter_check.days.hint")},
                      .error = error_at(here, errors, "letter_days"),
                      .value = form.days,
                      .classes = "govuk-input--width-3",
                      .inputmode = "decimal"});
}

Html date_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    auto boxes = design::date_boxes(form.date.day, form.date.month, form.date.year);
    const char* const labels[] = {"check.day", "check.month", "check.year"};
    for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i].label = words(labels[i]);
    return render(
        design::DateInput{.id = "letter_date",
                          .name_prefix = "letter_date",
                          .boxes = std::move(boxes),
                          .fieldset = legend(words("letter_check.date")),
                          .hint = design::Hint{.content = words("letter_check.date.hint")},
                          .error = error_at(here, errors, "letter_date")});
}

Html total_question(const Here& here, const LetterForm& form, const Errors& errors)
{
    const auto& words = here.words;
    return render(design::Radios{.name = "letter_total",
                                 .fieldset = legend(words("letter_check.total")),
                                 .hint = design::Hint{.content = words("letter_check.total.hint")},
                                 .error = error_at(here, errors, "letter_total"),
                                 .items = {{.value = "yes", .content = words("check.yes")},
                                           {.value = "no", .content = words("check.no")},
                                           {.value = "unknown", .content = words("check.unknown")}},
                                 .value = form.total});
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

design::Html letter_back_view(const Here& here, std::string_view action, const http::Fields& fields,
                              std::string_view step)
{
    const auto button = design::element("button",
                                        {{"type", "submit"},
                                         {"class", "govuk-back-link onr-back-button"},
                                         {"name", "letter_step"},
                                         {"value", step}},
                                        here.words("check.back"));
    return design::element("nav",
                           {{"aria-label", here.words("check.back")}, {"class", "onr-noprint"}},
                           letter_posting_form(here, action, fields, button));
}

design::Html letter_errors_view(const Here& here, const std::vector<LetterFormError>& errors)
{
    if (errors.empty()) return {};
    design::ErrorSummary summary{.title = here.words("check.problem")};
    for (const auto& error : errors) {
        const bool date = error.field == "letter_date";
        summary.errors.push_back({.content = views_letter_check_detail::message_of(here, error),
                                  .href = "#" + error.field + (date ? "-day" : "")});
    }
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
           letter_posting_form(here, "/check/letter", form.answers, on_paper);
}

design::Html letter_facts_view(const Here& here, const LetterForm& form,
                               const std::vector<LetterFormError>& errors)
{
    using namespace views_letter_check_detail;
    const auto& words = here.words;
    const bool read = form.way.empty() && !form.kind.empty() && errors.empty();
    const auto questions = kind_question(here, form, errors) + length_question(here, form, errors) +
                           date_question(here, form, errors) + total_question(here, form, errors);
    const auto button = render(design::Button{
        .content = words("letter_check.facts.button"), .name = "letter_step", .value = "facts"});
    const auto carried =
        fields_of(form, {"letter_kind", "letter_days", "letter_total", "letter_date-day",
                         "letter_date-month", "letter_date-year", "letter_facts"});
    return letter_errors_view(here, errors) +
           design::page_heading(words("letter_check.facts.title")) +
           design::paragraph(words(read ? "letter_check.facts.read" : "letter_check.facts.lead")) +
           letter_posting_form(here, "/check/letter", carried, questions + button);
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
