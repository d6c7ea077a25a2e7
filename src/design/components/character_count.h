// Several lines of text with a limit. GOV.UK Design System: character count. The limit is said
// without scripts too.
#pragma once

#include "design/components/i18n.h"
#include "design/components/textarea.h"
#include "design/html.h"

namespace onroll::design {

struct CharacterCount {
    Textarea textarea;
    std::optional<int> max_length{}; ///< in characters
    std::optional<int> max_words{};
    std::optional<int> threshold{}; ///< per cent of the limit from which the count is shown
    std::string count_type{};
    std::string description{}; ///< "You can enter up to %{count} characters", when empty
    std::string message_classes{};
    PluralWords characters_under_limit_text{};
    std::string characters_at_limit_text{};
    PluralWords characters_over_limit_text{};
    PluralWords words_under_limit_text{};
    std::string words_at_limit_text{};
    PluralWords words_over_limit_text{};
};

Html render(const CharacterCount& count);

} // namespace onroll::design
