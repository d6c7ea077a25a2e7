// Whose words are kept from whom.
#include "casework/rules_outgoing.h"

#include "people/rules_search.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::casework {
namespace rules_outgoing_detail {

bool same_home(const people::Address& one, const people::Address& other)
{
    const auto first = [](const people::Address& address) {
        return address.lines.empty() ? std::string() : people::folded(address.lines.front());
    };
    return one.postcode == other.postcode && first(one) == first(other);
}

bool shares(const std::vector<people::Address>& own, const people::Address& address)
{
    return std::any_of(own.begin(), own.end(),
                       [&](const people::Address& mine) { return same_home(mine, address); });
}

bool holds(const std::vector<std::string>& all, const std::string& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Words that stand in a line of a street, not of a town.
bool names_a_street(const std::string& folded)
{
    static constexpr std::array<std::string_view, 26> last{
        "street",  "st",    "road",     "rd",    "avenue", "ave",     "lane",  "ln",   "close",
        "court",   "drive", "crescent", "place", "square", "gardens", "grove", "park", "row",
        "terrace", "way",   "walk",     "hill",  "mews",   "view",    "rise",  "green"};
    const auto space = folded.rfind(' ');
    const auto word = space == std::string::npos ? folded : folded.substr(space + 1);
    return std::find(last.begin(), last.end(), word) != last.end();
}

bool has_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Flat 2" says nothing alone.
bool is_flat_alone(const std::string& folded)
{
    const auto words = people::name_words(folded);
    return words.size() <= 2 && !words.empty() &&
           (words[0] == "flat" || words[0] == "unit" || words[0] == "apartment" ||
            words[0] == "room" || has_digit(words[0]));
}

/// "sea street" of "10 Sea Street": the road alone tells where somebody is.
std::string without_number(const std::string& line)
{
    const auto letter = std::find_if(line.begin(), line.end(), [](unsigned char c) {
        return std::isalpha(c) != 0 || c >= 0x80;
    });
    if (letter == line.begin() || !has_digit(std::string(line.begin(), letter))) return {};
    std::string rest(letter, line.end());
    // "10A Sea Street": the letter belongs to the number.
    if (rest.size() > 2 && rest[1] == ' ') rest.erase(0, 2);
    return people::name_words(rest).size() >= 2 ? rest : std::string();
}

void add_address(std::vector<ProtectedWord>& words, const people::Address& address,
                 const std::string& whose)
{
    for (std::size_t i = 0; i < address.lines.size(); ++i) {
        const auto& line = address.lines[i];
        const auto folded = people::folded(line);
        // The town is in every letter: only the first line and what names a street lead to a home.
        if (is_flat_alone(folded) || (i > 0 && !has_digit(line) && !names_a_street(folded)))
            continue;
        words.push_back({ProtectedKind::address, line, whose});
        if (const auto street = without_number(line); !street.empty())
            words.push_back({ProtectedKind::address, street, whose});
    }
    if (!address.postcode.empty())
        words.push_back({ProtectedKind::postcode, address.postcode, whose});
}

} // namespace rules_outgoing_detail
using namespace rules_outgoing_detail;

std::string_view in_words(ProtectedKind kind)
{
    switch (kind) {
    case ProtectedKind::address:
        return "Address";
    case ProtectedKind::postcode:
        return "Postcode";
    case ProtectedKind::phone:
        return "Telephone number";
    case ProtectedKind::email:
        return "Email address";
    case ProtectedKind::school:
        return "School";
    case ProtectedKind::other:
        return "Words to keep back";
    }
    return {};
}

std::vector<ProtectedWord> protected_words(const std::vector<KnownPerson>& family,
                                           const Recipient& recipient)
{
    const bool any = std::any_of(family.begin(), family.end(),
                                 [](const KnownPerson& one) { return one.has_protected; });
    std::vector<ProtectedWord> words;
    if (!any) return words;
    const KnownPerson* self = nullptr;
    for (const auto& person : family)
        if (recipient.person == person.id) self = &person;
    const KnownPerson nobody{.id = people::PersonId::parse(std::string(32, '0')).value()};
    const auto& own = self ? *self : nobody;
    const bool may_know_child =
        self && (recipient.where_child_lives == people::RightAnswer::yes || self->is_child);
    for (const auto& person : family) {
        if (&person == self) continue;
        const bool kept = person.is_child ? !may_know_child : person.has_protected;
        if (!kept) continue;
        for (const auto& address : person.addresses)
            if (!shares(own.addresses, address)) add_address(words, address, person.called);
        for (const auto& phone : person.phones)
            if (!holds(own.phones, phone))
                words.push_back({ProtectedKind::phone, phone, person.called});
        for (const auto& email : person.emails)
            if (!holds(own.emails, email))
                words.push_back({ProtectedKind::email, email, person.called});
        for (const auto& school : person.schools)
            words.push_back({ProtectedKind::school, school, person.called});
    }
    return words;
}

} // namespace onroll::casework
