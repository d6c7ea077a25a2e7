#include "access/rules_passwords.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::access {

namespace rules_passwords_detail {

std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string in_small_letters(std::string_view text)
{
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

/// The letters that people write as digits and signs.
std::string with_letters_put_back(std::string_view text)
{
    static constexpr std::string_view signs = "0134578@$!|";
    static constexpr std::string_view letters = "oieastbasil";
    std::string back(text);
    for (auto& c : back)
        if (const auto at = signs.find(c); at != std::string_view::npos) c = letters[at];
    return back;
}

/// Without the digits and signs before and after.
std::string_view core_of(std::string_view text)
{
    while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

/// The shortest piece that, over and over, makes the text; the text itself where there is none.
std::string_view piece_of(std::string_view text)
{
    for (std::size_t size = 1; size * 2 <= text.size(); ++size) {
        const auto repeats = [&](std::size_t at) { return text[at] == text[at % size]; };
        bool all = true;
        for (std::size_t at = size; all && at < text.size(); ++at) all = repeats(at);
        if (all) return text.substr(0, size);
    }
    return text;
}

constexpr std::array<std::string_view, 8> runs{
    "abcdefghijklmnopqrstuvwxyzabcdefghijklm",
    "zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponm",
    "01234567890123456789012345678901234567890123456789",
    "98765432109876543210987654321098765432109876543210",
    "1234567890qwertyuiopasdfghjklzxcvbnm",
    "qwertyuiopasdfghjklzxcvbnm1234567890",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
};

bool is_run(std::string_view text)
{
    return std::any_of(runs.begin(), runs.end(), [&](std::string_view run) {
        return run.find(text) != std::string_view::npos;
    });
}

/// Whether fewer than this many different characters make it up.
bool has_few_characters(std::string_view text, std::size_t least)
{
    std::string kinds(text);
    std::sort(kinds.begin(), kinds.end());
    return static_cast<std::size_t>(std::unique(kinds.begin(), kinds.end()) - kinds.begin()) <
           least;
}

std::vector<std::string> words_of(const std::vector<std::string>& personal)
{
    std::vector<std::string> words;
    for (const auto& text : personal) {
        std::string word;
        for (const char c : in_small_letters(text) + " ") {
            if (is_letter(c)) {
                word += c;
            } else {
                if (word.size() >= 4) words.push_back(word);
                word.clear();
            }
        }
    }
    // The longest first, so that a part of a word is not taken out of it before the word.
    std::sort(words.begin(), words.end(),
              [](const auto& one, const auto& other) { return one.size() > other.size(); });
    return words;
}

/// Whether fewer than 8 letters are left once the words about the person are taken out.
bool is_made_of(std::string text, const std::vector<std::string>& words)
{
    bool any = false;
    for (const auto& word : words)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
            text.erase(at, word.size());
            any = true;
        }
    return any && std::count_if(text.begin(), text.end(), is_letter) < 8;
}

bool is_common(std::string_view small, const CommonPasswords& common)
{
    const auto piece = piece_of(small);
    const auto core = core_of(piece);
    const auto letters = with_letters_put_back(piece);
    const auto letters_core = with_letters_put_back(core);
    for (const std::string_view each : {small, piece, core, std::string_view(letters),
                                        std::string_view(letters_core), core_of(letters)})
        if (!each.empty() && common.holds(each)) return true;
    return false;
}

} // namespace rules_passwords_detail

using namespace rules_passwords_detail;

CommonPasswords::CommonPasswords(std::string_view lines)
{
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = lines.substr(0, end);
        if (!line.empty() && line.front() != '#') words_.insert(line);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

Result<void> check_new_password(std::string_view password, const CommonPasswords& common,
                                const std::vector<std::string>& personal)
{
    const auto length = characters_in(password);
    if (length == 0) return bad_input("Enter a new password", "password");
    if (length < least_password_characters)
        return bad_input("Password must be 12 characters or more", "password");
    if (length > most_password_characters)
        return bad_input("Password must be 256 characters or fewer", "password");
    const auto small = in_small_letters(password);
    if (is_common(small, common))
        return bad_input("Choose a password that other people do not use", "password");
    if (is_run(piece_of(small)) || has_few_characters(small, 5))
        return bad_input("Choose a password without runs or repeats, like abcdef or 111111",
                         "password");
    if (is_made_of(small, words_of(personal)) ||
        is_made_of(with_letters_put_back(small), words_of(personal)))
        return bad_input("Choose a password that is not made from your name, your email address or "
                         "where you work",
                         "password");
    return {};
}

} // namespace onroll::access
