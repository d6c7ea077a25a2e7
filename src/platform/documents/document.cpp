#include "platform/documents/document.h"

namespace onroll::documents {

int points(FontSize size)
{
    return size == FontSize::large ? 18 : 12;
}

std::string printable(const std::string& words)
{
    std::string kept;
    kept.reserve(words.size());
    for (const char letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '\t')
            kept += ' ';
        else if (byte >= 0x20 ? byte != 0x7f : letter == '\n')
            kept += letter;
    }
    return kept;
}

std::size_t count_sources(const Document& document)
{
    for (const auto& block : document.blocks)
        if (const auto* list = std::get_if<List>(&block); list && list->sources)
            return list->items.size();
    return 0;
}

std::vector<WordsPart> parts_of(const std::string& words, std::size_t sources)
{
    std::vector<WordsPart> parts;
    std::string ordinary;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t number = 0, end = at + 1;
        if (words[at] == '[')
            for (; end < words.size() && end < at + 5 && words[end] >= '0' && words[end] <= '9';
                 ++end)
                number = number * 10 + static_cast<std::size_t>(words[end] - '0');
        const bool reference =
            number > 0 && number <= sources && end < words.size() && words[end] == ']';
        if (!reference) {
            ordinary += words[at++];
            continue;
        }
        if (!ordinary.empty()) parts.push_back({ordinary, 0});
        ordinary.clear();
        parts.push_back({words.substr(at, end + 1 - at), number});
        at = end + 1;
    }
    if (!ordinary.empty()) parts.push_back({ordinary, 0});
    return parts;
}

} // namespace onroll::documents
