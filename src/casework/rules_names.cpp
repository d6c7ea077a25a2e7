#include "casework/rules_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace rules_names_detail {

/// One spelling of a name, as it is looked for.
struct Spelling {
    std::string folded;
    std::string_view instead;
};

bool is_letter(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
           (value >= '0' && value <= '9');
}

/// Whether a letter or digit begins there. What UTF-8 begins with C2, and with E2 80, are signs:
/// quotation marks, dashes, blanks.
bool letter_at(std::string_view text, std::size_t place)
{
    if (place >= text.size() || !is_letter(text[place])) return false;
    const auto rest = text.substr(place);
    return !rest.starts_with("\xc2") && !rest.starts_with("\xe2\x80");
}

/// Whether a letter or digit ends right before that place.
bool letter_before(std::string_view text, std::size_t place)
{
    if (place == 0) return false;
    std::size_t begin = place - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
    return letter_at(text, begin);
}

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Lower case, also for the accented letters of Latin-1 and their kin in UTF-8, byte for byte as
/// long as before.
std::string folded(std::string_view text)
{
    std::string fold;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto before = i > 0 ? static_cast<unsigned char>(text[i - 1]) : 0;
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+00C0 to U+00DE are the capitals of U+00E0 to U+00FE, but for the sign of
        // multiplication.
        const bool is_capital = before == 0xc3 && byte >= 0x80 && byte <= 0x9e && byte != 0x97;
        fold += is_capital ? static_cast<char>(byte + 0x20) : lower(text[i]);
    }
    return fold;
}

/// How many bytes of `text` from `place` the name takes, blanks between its words being of any
/// length and kind; nothing where it does not stand there.
std::optional<std::size_t> length_at(std::string_view text, std::size_t place,
                                     std::string_view name)
{
    const auto is_blank = [](char letter) {
        return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    };
    std::size_t at = place;
    for (const char letter : name) {
        if (letter == ' ') {
            const auto first = at;
            while (at < text.size() && is_blank(text[at])) ++at;
            if (at == first) return std::nullopt;
            continue;
        }
        if (at == text.size() || text[at] != letter) return std::nullopt;
        ++at;
    }
    if (letter_at(text, at)) return std::nullopt;
    return at - place;
}

std::vector<Spelling> spellings_of(const std::vector<HiddenName>& names)
{
    std::vector<Spelling> spellings;
    for (const auto& name : names)
        for (const auto& called : name.called)
            if (called.size() > 1) spellings.push_back({folded(called), name.instead});
    std::stable_sort(spellings.begin(), spellings.end(),
                     [](const Spelling& left, const Spelling& right) {
                         return left.folded.size() > right.folded.size();
                     });
    return spellings;
}

} // namespace rules_names_detail
using namespace rules_names_detail;

std::string initials_of(std::string_view name)
{
    std::string initials;
    bool at_start = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!letter_at(name, i) && (static_cast<unsigned char>(name[i]) & 0xc0) != 0x80) {
            at_start = name[i] != '\'';
            continue;
        }
        if (!std::exchange(at_start, false)) continue;
        initials += name[i];
        // The other bytes of the letter.
        while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xc0) == 0x80)
            initials += name[++i];
        initials += '.';
    }
    return initials;
}

std::vector<std::string> ways_to_call(const std::vector<std::string>& given,
                                      const std::vector<std::string>& family)
{
    std::vector<std::string> ways;
    const auto add = [&](std::string way) {
        if (way.size() > 1 && std::find(ways.begin(), ways.end(), way) == ways.end())
            ways.push_back(std::move(way));
    };
    for (const auto& first : given)
        for (const auto& last : family)
            if (!first.empty() && !last.empty()) {
                add(first + " " + last);
                add(last + " " + first);
                add(last + ", " + first);
            }
    for (const auto& first : given) add(first);
    for (const auto& last : family) add(last);
    return ways;
}

std::string with_names_hidden(std::string_view text, const std::vector<HiddenName>& names)
{
    const auto spellings = spellings_of(names);
    const auto fold = folded(text);
    std::string hidden;
    for (std::size_t place = 0; place < text.size();) {
        const bool at_start = !letter_before(text, place);
        std::size_t length = 0;
        if (at_start)
            for (const auto& spelling : spellings) {
                const auto found = length_at(fold, place, spelling.folded);
                if (!found) continue;
                length = *found;
                hidden += spelling.instead;
                break;
            }
        if (length == 0) hidden += text[place++];
        place += length;
    }
    return hidden;
}

} // namespace onroll::casework
