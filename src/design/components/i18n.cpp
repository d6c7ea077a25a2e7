#include "design/components/i18n.h"

namespace onroll::design {

Attributes i18n(std::string_view key, std::string_view words)
{
    return Attributes{maybe(std::string("data-i18n.").append(key), words)};
}

Attributes i18n(std::string_view key, const PluralWords& words)
{
    Attributes attributes;
    for (const auto& [rule, form] : words) {
        attributes.add({std::string("data-i18n.").append(key).append(".").append(rule), form});
    }
    return attributes;
}

} // namespace onroll::design
