// How the words of a search and of a school's name are made comparable.
#include "places/rules_search.h"

#include <algorithm>
#include <array>
#include <optional>

namespace onroll::places {

namespace rules_search_words_detail {

// What letters with accents are without: U+00C0 to U+00FF, then U+0100 to U+017F.
constexpr std::string_view latin_1 =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view latin_extended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssss"
    "ssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 64);
static_assert(latin_extended.size() == 128);

/// Letters and digits in lower case; apostrophes vanish, everything else is a space.
std::string plain(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte < 0x80) {
            const char c = text[i++];
            if (c == '\'' || c == '`') continue;
            if (c == '&')
                out += " and ";
            else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                out += c;
            else
                out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : ' ';
        } else if (byte >= 0xC3 && byte <= 0xC5 && next >= 0x80) {
            const auto point = static_cast<std::size_t>(((byte & 0x1FU) << 6) | (next & 0x3FU));
            out += point < 0x100 ? latin_1[point - 0xC0]
                                 : latin_extended[std::min<std::size_t>(point - 0x100, 127)];
            i += 2;
        } else if (byte == 0xE2 && text.substr(i).starts_with("\u2019")) {
            i += 3;
        } else if (byte == 0xE2 && text.substr(i).starts_with("\u2018")) {
            i += 3;
        } else {
            const int length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            out += ' ';
            i += static_cast<std::size_t>(length);
        }
    }
    return out;
}

struct Phrase {
    std::array<std::string_view, 3> words;
    std::string_view is;
};
constexpr auto phrases = std::to_array<Phrase>({
    {{"church", "of", "england"}, "ce"},
    {{"c", "of", "e"}, "ce"},
    {{"c", "e", ""}, "ce"},
    {{"roman", "catholic", ""}, "rc"},
    {{"r", "c", ""}, "rc"},
    {{"pupil", "referral", "unit"}, "pru"},
    {{"university", "technical", "college"}, "utc"},
    {{"j", "m", "i"}, "jmi"},
    {{"v", "a", ""}, "va"},
    {{"v", "c", ""}, "vc"},
});

struct ShortForm {
    std::string_view word;
    std::string_view is; ///< empty: the word says nothing
};
constexpr auto short_forms = std::to_array<ShortForm>({
    {"the", ""},           {"of", ""},
    {"and", ""},           {"at", ""},
    {"saint", "st"},       {"saints", "st"},
    {"ss", "st"},          {"sts", "st"},
    {"cofe", "ce"},        {"catholic", "rc"},
    {"pry", "primary"},    {"prim", "primary"},
    {"sch", "school"},     {"schl", "school"},
    {"sec", "secondary"},  {"acad", "academy"},
    {"comm", "community"}, {"infants", "infant"},
    {"inf", "infant"},     {"juniors", "junior"},
    {"jun", "junior"},     {"jnr", "junior"},
    {"coll", "college"},   {"nurs", "nursery"},
    {"mt", "mount"},       {"gram", "grammar"},
    {"controlled", "vc"},  {"aided", "va"},
    {"voluntary", ""},
});

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (c != ' ')
            word += c;
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

std::optional<const Phrase*> phrase_at(const std::vector<std::string>& words, std::size_t at)
{
    for (const auto& phrase : phrases) {
        bool fits = true;
        for (std::size_t i = 0; i < 3 && fits; ++i)
            fits = phrase.words[i].empty() ||
                   (at + i < words.size() && words[at + i] == phrase.words[i]);
        if (fits) return &phrase;
    }
    return std::nullopt;
}

} // namespace rules_search_words_detail

std::vector<std::string> search_words(std::string_view text)
{
    using namespace rules_search_words_detail;
    const auto raw = split(plain(text));
    std::vector<std::string> words;
    for (std::size_t at = 0; at < raw.size();) {
        if (const auto phrase = phrase_at(raw, at)) {
            words.emplace_back((*phrase)->is);
            at += (*phrase)->words[2].empty() ? 2 : 3;
            continue;
        }
        const auto found =
            std::find_if(short_forms.begin(), short_forms.end(),
                         [&](const ShortForm& form) { return form.word == raw[at]; });
        if (found == short_forms.end())
            words.push_back(raw[at]);
        else if (!found->is.empty())
            words.emplace_back(found->is);
        ++at;
    }
    return words.empty() ? raw : words;
}

} // namespace onroll::places
