#include "design/tests/fixture_options.h"

namespace onroll::design::tests {
namespace fixture_options_detail {

std::string as_words(const Options& value)
{
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return {};
    return value.dump();
}

std::string trimmed(const std::string& markup)
{
    const auto first = markup.find_first_not_of(" \n\t");
    if (first == std::string::npos) return {};
    return markup.substr(first, markup.find_last_not_of(" \n\t") - first + 1);
}

} // namespace fixture_options_detail

const Options& member(const Options& options, const char* key)
{
    static const Options nothing;
    if (!options.is_object()) return nothing;
    const auto found = options.find(key);
    return found == options.end() ? nothing : *found;
}

bool is_present(const Options& options, const char* key)
{
    const Options& value = member(options, key);
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return !value.get_ref<const std::string&>().empty();
    if (value.is_number()) return value.get<double>() != 0;
    return !value.is_null();
}

std::string words(const Options& options, const char* key, std::string otherwise)
{
    const Options& value = member(options, key);
    if (value.is_null() || (value.is_boolean() && !value.get<bool>())) return otherwise;
    return fixture_options_detail::as_words(value);
}

int number(const Options& options, const char* key, int otherwise)
{
    return maybe_number(options, key).value_or(otherwise);
}

std::optional<int> maybe_number(const Options& options, const char* key)
{
    const Options& value = member(options, key);
    if (!value.is_number()) return std::nullopt;
    return value.get<int>();
}

std::optional<bool> yes_or_no(const Options& options, const char* key)
{
    const Options& value = member(options, key);
    if (!value.is_boolean()) return std::nullopt;
    return value.get<bool>();
}

Html content(const Options& options, const char* html, const char* text)
{
    if (is_present(options, html)) {
        return raw(fixture_options_detail::trimmed(words(options, html)));
    }
    return Html(words(options, text));
}

Attributes attributes(const Options& options, const char* key)
{
    Attributes all;
    const Options& given = member(options, key);
    if (!given.is_object()) return all;
    for (const auto& [name, value] : given.items()) {
        all.add({name, fixture_options_detail::as_words(value)});
    }
    return all;
}

PluralWords plural_words(const Options& options, const char* key)
{
    PluralWords all;
    const Options& given = member(options, key);
    if (!given.is_object()) return all;
    for (const auto& [rule, value] : given.items()) {
        all.emplace_back(rule, fixture_options_detail::as_words(value));
    }
    return all;
}

Label label(const Options& options)
{
    const Options& given = member(options, "label");
    return {.content = content(given),
            .for_id = words(given, "for"),
            .classes = words(given, "classes"),
            .is_page_heading = is_present(given, "isPageHeading"),
            .attributes = attributes(given)};
}

std::optional<Hint> hint(const Options& options)
{
    if (!is_present(options, "hint")) return std::nullopt;
    const Options& given = member(options, "hint");
    return Hint{.content = content(given),
                .id = words(given, "id"),
                .classes = words(given, "classes"),
                .attributes = attributes(given)};
}

std::optional<ErrorMessage> error(const Options& options)
{
    if (!is_present(options, "errorMessage")) return std::nullopt;
    const Options& given = member(options, "errorMessage");
    return ErrorMessage{.content = content(given),
                        .id = words(given, "id"),
                        .classes = words(given, "classes"),
                        .visually_hidden = words(given, "visuallyHiddenText", "Error"),
                        .attributes = attributes(given)};
}

Fieldset fieldset_from(const Options& given)
{
    const Options& legend = member(given, "legend");
    return {.legend = {.content = content(legend),
                       .classes = words(legend, "classes"),
                       .is_page_heading = is_present(legend, "isPageHeading")},
            .content = content(given),
            .classes = words(given, "classes"),
            .role = words(given, "role"),
            .described_by = words(given, "describedBy"),
            .attributes = attributes(given)};
}

std::optional<Fieldset> fieldset(const Options& options)
{
    if (!is_present(options, "fieldset")) return std::nullopt;
    return fieldset_from(member(options, "fieldset"));
}

FormGroup form_group(const Options& options)
{
    const Options& given = member(options, "formGroup");
    const auto side = [&](const char* one, const char* several) {
        return is_present(given, one) ? content(member(given, one))
                                      : content(member(given, several));
    };
    return {.classes = words(given, "classes"),
            .attributes = attributes(given),
            .before_input = side("beforeInput", "beforeInputs"),
            .after_input = side("afterInput", "afterInputs")};
}

const std::map<std::string, Renderer>& renderers()
{
    static const auto all = [] {
        std::map<std::string, Renderer> made;
        add_field_renderers(made);
        add_content_renderers(made);
        return made;
    }();
    return all;
}

} // namespace onroll::design::tests
