// Folding, sounds and likeness of names.
#include "people/rules_search.h"

#include <algorithm>
#include <array>

namespace onroll::people {

namespace rules_search_words_detail {

/// What a letter of Latin-1 or Latin Extended-A is without its accent; nothing for any other.
std::string_view plain_letter(unsigned code)
{
    // From U+00C0 to U+017F, as pairs of range and letters.
    static constexpr std::string_view latin_1 =
        "aaaaaaaceeeeiiiidnooooo ouuuuyts"  // U+00C0 to U+00DF
        "aaaaaaaceeeeiiiidnooooo ouuuuyty"; // U+00E0 to U+00FF
    static constexpr std::string_view extended =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"
        "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    if (code >= 0xC0 && code < 0xC0 + latin_1.size()) return latin_1.substr(code - 0xC0, 1);
    if (code >= 0x100 && code < 0x100 + extended.size()) return extended.substr(code - 0x100, 1);
    return {};
}

/// Apostrophes and hyphens of other keyboards, and accents that stand after their letter.
bool is_left_out(unsigned code)
{
    return (code >= 0x300 && code <= 0x36F) || code == 0x2018 || code == 0x2019 || code == 0x02BC ||
           code == 0x2010 || code == 0x2011;
}

/// One character of UTF-8; a broken byte stands for itself.
struct Character {
    unsigned code = 0;
    std::size_t bytes = 1;
};

Character character_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC0 || at + bytes > text.size()) return {first, 1};
    unsigned code = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) code = code << 6U | (byte(at + i) & 0x3FU);
    return {code, bytes};
}

char sound_class(char letter)
{
    //                                     abcdefghijklmnopqrstuvwxyz
    static constexpr std::string_view of = "01230120022455012623010202";
    return letter >= 'a' && letter <= 'z' ? of[static_cast<std::size_t>(letter - 'a')] : '0';
}

/// The first letter by its sound: "Catherine" and "Kathryn" begin alike, as do "Philip" and
/// "Filip".
std::string with_first_sound(std::string_view word)
{
    struct Beginning {
        std::string_view written;
        std::string_view heard;
    };
    static constexpr std::array<Beginning, 13> beginnings{{{"ph", "f"},
                                                           {"kn", "n"},
                                                           {"gn", "n"},
                                                           {"wr", "r"},
                                                           {"ch", "k"},
                                                           {"ce", "se"},
                                                           {"ci", "si"},
                                                           {"cy", "sy"},
                                                           {"c", "k"},
                                                           {"q", "k"},
                                                           {"z", "s"},
                                                           {"ge", "je"},
                                                           {"gi", "ji"}}};
    for (const auto& beginning : beginnings)
        if (word.starts_with(beginning.written))
            return std::string(beginning.heard) +
                   std::string(word.substr(beginning.written.size()));
    return std::string(word);
}

double jaro(std::string_view one, std::string_view other)
{
    if (one.empty() || other.empty()) return 0;
    const auto reach = std::max<std::size_t>(std::max(one.size(), other.size()) / 2, 1) - 1;
    std::vector<bool> taken(other.size());
    std::string matched;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const auto from = i > reach ? i - reach : 0;
        const auto until = std::min(other.size(), i + reach + 1);
        for (std::size_t j = from; j < until; ++j) {
            if (taken[j] || one[i] != other[j]) continue;
            taken[j] = true;
            matched += one[i];
            break;
        }
    }
    if (matched.empty()) return 0;
    std::size_t swaps = 0;
    std::size_t at = 0;
    for (std::size_t j = 0; j < other.size(); ++j)
        if (taken[j] && matched[at++] != other[j]) ++swaps;
    const auto common = static_cast<double>(matched.size());
    return (common / static_cast<double>(one.size()) + common / static_cast<double>(other.size()) +
            (common - static_cast<double>(swaps) / 2) / common) /
           3;
}

} // namespace rules_search_words_detail

std::string folded(std::string_view text)
{
    using namespace rules_search_words_detail;
    std::string fold;
    fold.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = character_at(text, at);
        if (code >= 'A' && code <= 'Z')
            fold += static_cast<char>(code - 'A' + 'a');
        else if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'))
            fold += static_cast<char>(code);
        else if (code < 0x80)
            fold += code == '\'' || code == '-' || code == '.' ? std::string_view{} : " ";
        else if (const auto plain = plain_letter(code); !plain.empty())
            fold += plain == " " ? std::string_view("o") : plain;
        else if (!is_left_out(code))
            fold += text.substr(at, bytes);
        at += bytes;
    }
    return fold;
}

std::vector<std::string> name_words(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    // A hyphen parts two names that people also use alone.
    std::string parted(text);
    std::replace(parted.begin(), parted.end(), '-', ' ');
    for (const char c : folded(parted) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::string sound_of(std::string_view folded_word)
{
    using namespace rules_search_words_detail;
    const auto word = with_first_sound(folded_word);
    if (word.empty()) return {};
    // Other writings have no such sounds: only the word itself sounds like it.
    if (static_cast<unsigned char>(word.front()) >= 0x80) return word;
    std::string code(1, word.front());
    char last = sound_class(word.front());
    for (std::size_t i = 1; i < word.size() && code.size() < 4; ++i) {
        const char sound = sound_class(word[i]);
        if (word[i] == 'h' || word[i] == 'w') continue;
        if (sound != '0' && sound != last) code += sound;
        last = sound;
    }
    return code;
}

double likeness(std::string_view one, std::string_view other)
{
    if (one == other) return one.empty() ? 0 : 1;
    const double base = rules_search_words_detail::jaro(one, other);
    std::size_t same = 0;
    while (same < 4 && same < one.size() && same < other.size() && one[same] == other[same]) ++same;
    return base < 0.7 ? base : base + static_cast<double>(same) * 0.1 * (1 - base);
}

} // namespace onroll::people
