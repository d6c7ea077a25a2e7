#include "forms/settled.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace onroll::forms {

namespace settled_detail {

/// "typed.3.day" as the 3 and "day"; nothing for a name of another form.
std::optional<std::pair<std::string, std::string>> place_of(std::string_view name,
                                                            std::string_view prefix)
{
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    return std::pair{std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}

} // namespace settled_detail

http::Form settled(const http::Form& form)
{
    using namespace settled_detail;
    http::Form result;
    result.uploads = form.uploads;
    std::map<std::string, bool> keeps_saved;
    for (const auto& field : form.fields)
        if (field.name.starts_with(choice_prefix))
            keeps_saved[field.name.substr(choice_prefix.size())] = field.value == "saved";
    for (const auto& field : form.fields) {
        if (field.name.starts_with(choice_prefix)) continue;
        if (const auto saved = place_of(field.name, saved_prefix)) {
            if (keeps_saved[saved->first]) result.fields.add(saved->second, field.value);
        } else if (const auto typed = place_of(field.name, typed_prefix)) {
            if (!keeps_saved[typed->first]) result.fields.add(typed->second, field.value);
        } else {
            result.fields.add(field.name, field.value);
        }
    }
    return result;
}

} // namespace onroll::forms
