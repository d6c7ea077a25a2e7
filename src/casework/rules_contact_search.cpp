#include "casework/rules_contact_search.h"

#include "casework/rules_callers.h"

#include "people/rules_search.h"

#include <algorithm>
#include <utility>

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

/// "Amina Rahmani" of "Amina Rahmani, his mother".
std::string name_of_caller(std::string_view said)
{
    const auto name = caller_as_said(said).name;
    return name.given + " " + name.family;
}

bool sounds_the_same(const std::string& word, const std::string& sound, const std::string& other)
{
    return word == other ||
           (word.size() > 2 && other.size() > 2 &&
            (sound == people::sound_of(other) || people::likeness(word, other) >= nearly_equal));
}

} // namespace rules_contact_search_detail
using namespace rules_contact_search_detail;

NameLookedFor::NameLookedFor(std::string_view name) : words_(people::name_words(name))
{
    if (words_.size() > most_words) words_.clear();
    for (const auto& word : words_) sounds_.push_back(people::sound_of(word));
}

NameLookedFor::Which NameLookedFor::like(const std::string& other)
{
    const auto [place, is_new] = compared_.try_emplace(other);
    for (std::size_t at = 0; is_new && at < words_.size(); ++at)
        place->second[at] = sounds_the_same(words_[at], sounds_[at], other);
    return place->second;
}

bool NameLookedFor::is_in(std::string_view other)
{
    if (words_.empty() || other.empty()) return false;
    Which found;
    for (const auto& word : people::name_words(other)) found |= like(word);
    return found.count() == words_.size();
}

bool NameLookedFor::is_either_way(std::string_view other, std::size_t fewest)
{
    if (words_.empty() || other.empty()) return false;
    const auto others = people::name_words(other);
    if (std::min(words_.size(), others.size()) < fewest) return false;
    Which found;
    bool all_others = true;
    for (const auto& word : others) {
        const auto same = like(word);
        found |= same;
        all_others = all_others && same.any();
    }
    return all_others || found.count() == words_.size();
}

AlikeContact::AlikeContact(NamedInContact told)
    : child_(told.child), caller_(name_of_caller(told.caller)), phone_(std::move(told.phone))
{
}

std::optional<std::string_view> AlikeContact::why(const NamedInContact& earlier)
{
    if (same_number(phone_, earlier.phone)) return by_phone;
    if (child_.is_either_way(earlier.child, 1)) return by_child;
    if (caller_.is_either_way(name_of_caller(earlier.caller), 2)) return by_caller;
    return std::nullopt;
}

FoundContactBy::FoundContactBy(std::string_view words) : name_(words), words_(words) {}

std::optional<std::string_view> FoundContactBy::why(const NamedInContact& earlier)
{
    if (same_number(words_, earlier.phone)) return by_phone;
    if (name_.is_in(earlier.child)) return by_child;
    if (name_.is_in(earlier.caller)) return by_caller;
    return std::nullopt;
}

} // namespace onroll::casework
