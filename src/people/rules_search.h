// How a person is found by what somebody half remembers: the keys under which each is kept in the
// store, the keys that a question asks for, and how alike a person found is to the question. The
// keys lie in a table beside the record and change with it in one transaction, so every server sees
// the same and a search costs a few look-ups (docs/decisions/2026-11-25-find-people-by-keys.md). No
// key is ever made of an address that is protected. Pure: no clock, no database.
#pragma once

#include "people/types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// Letters as they are compared: lower case, without accents, apostrophes and hyphens; other
/// writings are kept. Source: trust rule U-09, "names compared by a documented fold".
std::string folded(std::string_view text);

/// The words of a name, folded. Source: trust rule U-09.
std::vector<std::string> name_words(std::string_view text);

/// A short code that names which sound alike share: "Catherine", "Kathryn" and "Katharine".
/// Source: Soundex (US patent 1,261,167) with the first letter also made one of its sound; our
/// convention.
std::string sound_of(std::string_view folded_word);

/// 0 (nothing alike) to 1 (equal), forgiving a slip, a swap and a missing letter.
/// Source: W. E. Winkler, String Comparator Metrics (1990), with the usual prefix of four and 0.1.
double likeness(std::string_view one, std::string_view other);

struct SearchKey {
    std::string key;
    int weight = 1; ///< how much the key says of who somebody is
    bool operator==(const SearchKey&) const = default;
};

/// The keys under which a person is kept; each once. `postcodes` are those of open addresses only.
/// Source: our convention, docs/decisions/2026-11-25-find-people-by-keys.md.
std::vector<SearchKey> keys_of(const Person& person, const std::vector<std::string>& postcodes);

/// What somebody typed, taken apart: a UPN, an NHS number, a postcode, a date of birth, and the
/// rest as words.
struct Question {
    std::vector<std::string> words{};
    std::optional<Date> born_on{};
    std::optional<Upn> upn{};
    std::optional<NhsNumber> nhs_number{};
    std::string postcode{};
    bool empty() const
    {
        return words.empty() && !born_on && !upn && !nhs_number && postcode.empty();
    }
    bool operator==(const Question&) const = default;
};

/// Source: our convention.
Question question_of(std::string_view typed);
/// The question that finds a person's own duplicates.
/// Source: our convention.
Question question_of(const PersonDetails& details, std::string_view postcode);

/// What to look up in the table, at most `most_keys`. A date of birth also asks for the dates that
/// one wrong digit, or day and month swapped, would have made.
/// Source: our convention.
std::vector<std::string> keys_asked(const Question& question);
inline constexpr std::size_t most_keys = 96;

/// Why somebody was found, in the order of strength.
enum class FoundBy : std::uint8_t {
    number,
    name_and_birth,
    name,
    name_sounds_alike,
    birth_nearly,
    postcode,
    birth,
    initials
};
/// Source: our convention.
std::string_view in_words(FoundBy why);

struct Fit {
    double score = 0; ///< higher is better; comparable only within one search; 0 for no fit at all
    FoundBy why = FoundBy::name;
};

/// How well the person answers the question, names in any order.
/// Source: our convention.
Fit fit_of(const Question& question, const Person& person,
           const std::vector<std::string>& postcodes);

/// Whether two records look like the same person, so that somebody should compare them.
/// Source: trust rule R-15; our convention.
bool may_be_same(const Fit& fit);

/// Whether the last name of somebody called so is the person's, or one of the person's others: a
/// reason to look, never a proof.
/// Source: trust rule L-06; our convention.
bool same_surname(std::string_view whole_name, const Person& person);

/// How far two dates of birth are apart as somebody writes them: equal, one digit wrong or day and
/// month swapped, or otherwise.
/// Source: our convention.
enum class BirthLikeness : std::uint8_t { equal, nearly, different };
BirthLikeness birth_likeness(Date one, Date other);

} // namespace onroll::people
