#include "forms/fields.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/textarea.h"
#include "kernel/date.h"

#include <optional>

namespace onroll::forms {

namespace fields_detail {

std::optional<design::ErrorMessage> error_of(const FormView& form, std::string_view name)
{
    for (const auto& error : form.errors)
        if (error.where == name) return design::ErrorMessage{.content = error.message};
    return std::nullopt;
}

std::optional<design::Hint> hint_of(std::string_view words)
{
    if (words.empty()) return std::nullopt;
    return design::Hint{.content = words};
}

design::Fieldset fieldset_of(std::string_view legend)
{
    return {.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}};
}

design::Input input_of(const FormView& form, std::string_view name, std::string_view label,
                       std::string_view hint)
{
    return {.name = std::string(name),
            .label = {.content = label},
            .hint = hint_of(hint),
            .error = error_of(form, name),
            .value = std::string(form.values[name]),
            .autocomplete = "off"};
}

design::Html select_beginning(std::string_view first, const FormView& form, std::string_view name,
                              std::string_view label, const Choices& choices, std::string_view hint)
{
    design::Select select{.name = std::string(name),
                          .label = {.content = label},
                          .hint = hint_of(hint),
                          .error = error_of(form, name),
                          .items = {{.value = "", .text = std::string(first)}},
                          .value = std::string(form.values[name])};
    for (const auto& [value, words] : choices)
        select.items.push_back({.value = value, .text = words});
    return render(select);
}

std::string box_of(std::string_view name, std::string_view which)
{
    return std::string(name) + "-" + std::string(which);
}

/// "day" where the day is missing or cannot be; nothing where all boxes are empty, or hold a real
/// date that is wrong for another reason.
std::string wrong_box(const FormView& form, std::string_view name)
{
    const auto typed =
        parse_typed_date(form.values[box_of(name, "day")], form.values[box_of(name, "month")],
                         form.values[box_of(name, "year")], "The day");
    return typed ? std::string() : typed.error().where;
}

/// The field that an error is about: of a date, one of its boxes.
std::string field_of(const FormView& form, const Error& error)
{
    if (!form.values.contains(box_of(error.where, "day"))) return error.where;
    const auto wrong = wrong_box(form, error.where);
    return box_of(error.where, wrong.empty() ? "day" : wrong);
}

design::Html form_that_posts(std::string_view action, std::string_view encoding,
                             const design::Html& inside, const design::Button& button)
{
    return design::element("form",
                           {{"method", "post"},
                            {"action", action},
                            design::maybe("enctype", encoding),
                            design::flag("novalidate")},
                           inside, render(button));
}

} // namespace fields_detail

using namespace fields_detail;

design::Html error_summary(const FormView& form)
{
    auto errors = form.errors;
    for (auto& error : errors) error.where = field_of(form, error);
    return error_summary(errors);
}

design::Html error_summary(const Errors& errors)
{
    if (errors.empty()) return {};
    design::ErrorSummary summary;
    for (const auto& error : errors)
        summary.errors.push_back(
            {.content = error.message, .href = error.where.empty() ? "" : "#" + error.where});
    return render(summary);
}

namespace fields {

design::Html text(const FormView& form, std::string_view name, std::string_view label,
                  std::string_view hint, std::string_view width)
{
    auto input = input_of(form, name, label, hint);
    input.classes = width;
    return render(input);
}

design::Html name(const FormView& form, std::string_view name, std::string_view label,
                  std::string_view hint)
{
    auto input = input_of(form, name, label, hint);
    input.spellcheck = false;
    input.autocapitalize = "off";
    return render(input);
}

design::Html long_text(const FormView& form, std::string_view name, std::string_view label,
                       std::string_view hint)
{
    return render(design::Textarea{.name = std::string(name),
                                   .label = {.content = label},
                                   .hint = hint_of(hint),
                                   .error = error_of(form, name),
                                   .value = std::string(form.values[name]),
                                   .rows = 3});
}

design::Html date(const FormView& form, std::string_view name, std::string_view legend,
                  std::string_view hint)
{
    const auto part = [&](std::string_view which) { return form.values[box_of(name, which)]; };
    design::DateInput input{.id = std::string(name),
                            .name_prefix = std::string(name),
                            .boxes = design::date_boxes(part("day"), part("month"), part("year")),
                            .fieldset = fieldset_of(legend),
                            .hint = hint_of(hint),
                            .error = error_of(form, name)};
    if (input.error)
        for (auto& box : input.boxes)
            if (box.name == wrong_box(form, name)) box.error = true;
    return render(input);
}

design::Html radios(const FormView& form, std::string_view name, std::string_view legend,
                    const Choices& choices, std::string_view hint)
{
    design::Radios radios{.name = std::string(name),
                          .fieldset = fieldset_of(legend),
                          .hint = hint_of(hint),
                          .error = error_of(form, name),
                          .value = std::string(form.values[name])};
    for (const auto& [value, words] : choices)
        radios.items.push_back({.value = value, .content = words});
    return render(radios);
}

design::Html select(const FormView& form, std::string_view name, std::string_view label,
                    const Choices& choices, std::string_view hint)
{
    return select_beginning("Choose", form, name, label, choices, hint);
}

design::Html select_any(const FormView& form, std::string_view name, std::string_view label,
                        const Choices& choices)
{
    return select_beginning("Any", form, name, label, choices, {});
}

design::Html checkboxes(const FormView& form, std::string_view name, std::string_view legend,
                        const Choices& choices, std::string_view hint)
{
    design::Checkboxes boxes{.name = std::string(name),
                             .fieldset = fieldset_of(legend),
                             .hint = hint_of(hint),
                             .error = error_of(form, name)};
    for (const auto& [value, words] : choices)
        boxes.items.push_back({.value = value, .content = words});
    for (const auto value : form.values.all(name)) boxes.values.emplace_back(value);
    return render(boxes);
}

design::Html hidden(std::string_view name, std::string_view value)
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

} // namespace fields

design::Html posting(std::string_view action, const design::Html& start, const design::Html& inside,
                     std::string_view button, std::string_view encoding)
{
    return form_that_posts(action, encoding, start + inside,
                           {.content = button, .prevent_double_click = true});
}

design::Html act_beside(std::string_view action, const design::Html& start,
                        const design::Html& inside, std::string_view words, Weight weight,
                        std::string_view encoding)
{
    return form_that_posts(
        action, encoding, start + inside,
        {.content = words,
         .classes = weight == Weight::warning ? "govuk-button--warning" : "govuk-button--secondary",
         .prevent_double_click = true});
}

} // namespace onroll::forms
