// Words that a component's script says, as data attributes. Used by components only.
#pragma once

#include "design/html.h"

#include <string>
#include <utility>
#include <vector>

namespace onroll::design {

/// Words by plural rule: {"one", "..."}, {"other", "..."}.
using PluralWords = std::vector<std::pair<std::string, std::string>>;

/// `data-i18n.key="words"`, or nothing when there are none.
Attributes i18n(std::string_view key, std::string_view words);
/// `data-i18n.key.one="..." data-i18n.key.other="..."`.
Attributes i18n(std::string_view key, const PluralWords& words);

} // namespace onroll::design
