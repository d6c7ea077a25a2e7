#include "casework/rules_contact_search.h"

#include "casework/rules_callers.h"

#include "people/rules_search.h"

#include <algorithm>
#include <vector>

namespace onroll::casework {
namespace rules_contact_search_detail {

constexpr std::string_view by_phone = "The same phone number";
constexpr std::string_view by_child = "The child’s name sounds the same";
constexpr std::string_view by_caller = "The caller’s name sounds the same";
constexpr std::size_t fewest_digits = 7;
constexpr double nearly_equal = 0.9;

std::string digits_in(std::string_view text)
{
    std::string digits;
    for (const char letter : text)
        if (letter >= '0' && letter <= '9') digits += letter;
    return digits;
}

bool same_number(std::string_view one, std::string_view other)
{
    const auto digits = digits_in(one);
    return digits.size() >= fewest_digits && digits == digits_in(other);
}

bool same_word(const std::string& one, const std::string& other)
{
    return one == other || (one.size() > 2 && other.size() > 2 &&
                            (people::sound_of(one) == people::sound_of(other) ||
                             people::likeness(one, other) >= nearly_equal));
}

/// Each of the words is among the others, or sounds like one of them.
bool all_are_in(const std::vector<std::string>& words, const std::vector<std::string>& others)
{
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const auto& word) {
        return std::any_of(others.begin(), others.end(),
                           [&](const auto& other) { return same_word(word, other); });
    });
}

bool same_name_either_way(std::string_view one, std::string_view other, std::size_t fewest)
{
    const auto words = people::name_words(one);
    const auto others = people::name_words(other);
    return std::min(words.size(), others.size()) >= fewest &&
           (all_are_in(words, others) || all_are_in(others, words));
}

/// "Amina Rahmani" of "Amina Rahmani, his mother".
std::string name_of_caller(std::string_view said)
{
    const auto name = caller_as_said(said).name;
    return name.given + " " + name.family;
}

} // namespace rules_contact_search_detail
using namespace rules_contact_search_detail;

std::optional<std::string_view> alike_contact(const NamedInContact& told,
                                              const NamedInContact& earlier)
{
    if (same_number(told.phone, earlier.phone)) return by_phone;
    if (same_name_either_way(told.child, earlier.child, 1)) return by_child;
    if (same_name_either_way(name_of_caller(told.caller), name_of_caller(earlier.caller), 2))
        return by_caller;
    return std::nullopt;
}

std::optional<std::string_view> contact_found_by(std::string_view words,
                                                 const NamedInContact& earlier)
{
    if (same_number(words, earlier.phone)) return by_phone;
    const auto asked = people::name_words(words);
    if (all_are_in(asked, people::name_words(earlier.child))) return by_child;
    if (all_are_in(asked, people::name_words(earlier.caller))) return by_caller;
    return std::nullopt;
}

} // namespace onroll::casework
