#include "design/components/character_count.h"

#include "design/components/hint.h"

namespace onroll::design {
namespace character_count_detail {

std::string number(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : std::string();
}

std::string description(const CharacterCount& count, std::string_view type)
{
    const std::string limit = number(count.max_words ? count.max_words : count.max_length);
    if (limit.empty()) return {};
    std::string words = !count.description.empty() ? count.description
                        : type == "words"          ? "You can enter up to %{count} words"
                                                   : "You can enter up to %{count} characters";
    constexpr std::string_view mark = "%{count}";
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at)) {
        words.replace(at, mark.size(), limit);
    }
    return words;
}

Attributes script_words(const CharacterCount& count)
{
    const bool no_limit = !count.max_words && !count.max_length;
    Attributes words;
    if (no_limit && !count.description.empty()) {
        words.add(i18n("textarea-description", PluralWords{{"other", count.description}}));
    }
    words.add(i18n("characters-under-limit", count.characters_under_limit_text));
    words.add(i18n("characters-at-limit", count.characters_at_limit_text));
    words.add(i18n("characters-over-limit", count.characters_over_limit_text));
    words.add(i18n("words-under-limit", count.words_under_limit_text));
    words.add(i18n("words-at-limit", count.words_at_limit_text));
    words.add(i18n("words-over-limit", count.words_over_limit_text));
    return words;
}

} // namespace character_count_detail

Html render(const CharacterCount& count)
{
    using character_count_detail::number;
    const std::string type = !count.count_type.empty() ? count.count_type
                             : count.max_words         ? "words"
                                                       : "";
    Textarea area = count.textarea;
    const std::string id = area.id.empty() ? area.name : area.id;
    area.described_by = id + "-info";
    area.classes = classes({"govuk-js-character-count", area.classes});
    const Html message =
        render(Hint{.content = character_count_detail::description(count, type),
                    .id = id + "-info",
                    .classes = classes({"govuk-character-count__message", count.message_classes})});
    area.form_group.after_input = message + area.form_group.after_input;
    area.form_group.classes = classes({"govuk-character-count", area.form_group.classes});
    area.form_group.attributes = Attributes{{"data-module", "govuk-character-count"},
                                            maybe("data-maxlength", number(count.max_length)),
                                            maybe("data-maxwords", number(count.max_words)),
                                            maybe("data-threshold", number(count.threshold)),
                                            maybe("data-count-type", type)} +
                                 character_count_detail::script_words(count) +
                                 area.form_group.attributes;
    return render(area);
}

} // namespace onroll::design
