// Inputs as the short forms of the advice service ask: label, hint, what was typed, and its error.
#pragma once

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/textarea.h"
#include "design/html.h"
#include "forms/form_start.h"
#include "platform/http/fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// What stands in a form: typed or saved, and what must be put right.
struct Filled {
    http::Fields fields{};
    std::vector<Error> errors{};
};

struct Asked {
    std::string name;
    std::string label;
    std::string hint{};
    std::string classes{};
};

inline std::optional<design::ErrorMessage> message_of(const Filled& filled, std::string_view name)
{
    const auto error = access::error_at(filled.errors, name);
    if (!error) return std::nullopt;
    return design::ErrorMessage{.content = *error};
}

inline design::Html text_input(const Filled& filled, const Asked& asked)
{
    design::Input input{.name = asked.name};
    input.label = {.content = asked.label, .classes = "govuk-label--s"};
    if (!asked.hint.empty()) input.hint = design::Hint{.content = asked.hint};
    input.error = message_of(filled, asked.name);
    input.value = filled.fields[asked.name];
    input.classes = asked.classes;
    input.autocomplete = "off";
    return design::render(input);
}

inline design::Html text_area(const Filled& filled, const Asked& asked, int rows)
{
    design::Textarea area{.name = asked.name};
    area.label = {.content = asked.label, .classes = "govuk-label--s"};
    if (!asked.hint.empty()) area.hint = design::Hint{.content = asked.hint};
    area.error = message_of(filled, asked.name);
    area.value = filled.fields[asked.name];
    area.rows = rows;
    return design::render(area);
}

template <class Word>
design::Html radios_input(const Filled& filled, const Asked& asked, const std::vector<Word>& words)
{
    design::Radios radios{.name = asked.name};
    radios.fieldset = design::Fieldset{
        .legend = {.content = asked.label, .classes = "govuk-fieldset__legend--s"}};
    if (!asked.hint.empty()) radios.hint = design::Hint{.content = asked.hint};
    radios.error = message_of(filled, asked.name);
    radios.classes = "govuk-radios--small";
    for (const auto word : words)
        radios.items.push_back(
            {.value = std::string(key_of(word)), .content = std::string(in_words(word))});
    radios.value = filled.fields[asked.name];
    return design::render(radios);
}

/// The error summary is the page's; here is the form with its hidden fields and its button.
inline design::Html short_form(const std::string& action, const forms::FormStart& start,
                               const design::Html& inside, const design::Html& button,
                               const design::Html& beside = {})
{
    design::HtmlWriter out;
    out.open("form", {{"method", "post"}, {"action", action}, {"novalidate", ""}});
    out.add(forms::start(start));
    out.add(inside);
    std::vector<design::Html> buttons{
        design::render(design::Button{.content = button, .prevent_double_click = true})};
    if (!beside.empty()) buttons.push_back(beside);
    out.add(design::button_group(buttons));
    out.close();
    return std::move(out).done();
}

} // namespace onroll::casework
