// Fills our components from the options of govuk-frontend's fixtures, and renders them.
#pragma once

#include "design/components/form_group.h"
#include "design/components/i18n.h"
#include "design/html.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace onroll::design::tests {

using Options = nlohmann::ordered_json;
using Renderer = std::function<Html(const Options&)>;

/// A renderer for each folder of components that we render.
const std::map<std::string, Renderer>& renderers();

void add_field_renderers(std::map<std::string, Renderer>& all);
void add_content_renderers(std::map<std::string, Renderer>& all);

// Readers of options. Missing, null, false and "" count as absent, as they do in the templates.

bool is_present(const Options& options, const char* key);
const Options& member(const Options& options, const char* key);
std::string words(const Options& options, const char* key, std::string otherwise = {});
int number(const Options& options, const char* key, int otherwise = 0);
std::optional<bool> yes_or_no(const Options& options, const char* key);
std::optional<int> maybe_number(const Options& options, const char* key);
/// From the members `html` or `text`, or from others that are named.
Html content(const Options& options, const char* html = "html", const char* text = "text");
Attributes attributes(const Options& options, const char* key = "attributes");
PluralWords plural_words(const Options& options, const char* key);

Label label(const Options& options);
std::optional<Hint> hint(const Options& options);
std::optional<ErrorMessage> error(const Options& options);
std::optional<Fieldset> fieldset(const Options& options);
Fieldset fieldset_from(const Options& fieldset);
FormGroup form_group(const Options& options);

} // namespace onroll::design::tests
