#include "access/views_fields.h"

#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/password_input.h"

namespace onroll::access::fields {

namespace views_fields_detail {

std::optional<design::Hint> hint_of(std::string_view words)
{
    return words.empty() ? std::nullopt : std::optional(design::Hint{.content = words});
}

} // namespace views_fields_detail

using views_fields_detail::hint_of;

design::Html text(std::string_view name, std::string_view label, std::string_view value,
                  const Errors& errors, std::string_view hint, std::string_view autocomplete)
{
    return render(design::Input{.name = std::string(name),
                                .label = {.content = label, .classes = "govuk-label--s"},
                                .hint = hint_of(hint),
                                .error = design::error_message(error_at(errors, name)),
                                .value = std::string(value),
                                .autocomplete = std::string(autocomplete),
                                .spellcheck = false});
}

design::Html email(std::string_view value, const Errors& errors, std::string_view label,
                   std::string_view autocomplete)
{
    return render(design::Input{.name = "email",
                                .label = {.content = label, .classes = "govuk-label--s"},
                                .error = design::error_message(error_at(errors, "email")),
                                .value = std::string(value),
                                .type = "email",
                                .autocomplete = std::string(autocomplete),
                                .spellcheck = false});
}

design::Html password(std::string_view label, const Errors& errors, std::string_view autocomplete,
                      std::string_view hint)
{
    return render(design::PasswordInput{
        .input = {.name = "password",
                  .label = {.content = label, .classes = "govuk-label--s"},
                  .hint = hint_of(hint),
                  .error = design::error_message(error_at(errors, "password")),
                  .autocomplete = std::string(autocomplete)}});
}

design::Html code(std::string_view label, const Errors& errors, std::string_view hint)
{
    return render(design::Input{.name = "code",
                                .label = {.content = label, .classes = "govuk-label--s"},
                                .hint = hint_of(hint),
                                .error = design::error_message(error_at(errors, "code")),
                                .classes = "govuk-input--width-20",
                                .autocomplete = "one-time-code",
                                .autocapitalize = "none",
                                .spellcheck = false});
}

design::Html hidden(std::string_view name, std::string_view value)
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

design::Html button(std::string_view words, std::string_view classes)
{
    return render(design::Button{.content = words, .classes = std::string(classes)});
}

} // namespace onroll::access::fields
