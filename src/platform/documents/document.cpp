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

} // namespace onroll::documents
