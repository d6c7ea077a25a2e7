// An authority's place among all: the rule for ties and the rounding are chosen and named, and a
// value that is hidden or absent takes no place. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// Who comes first among equals. The first three keep equals equal; the others part them, which
/// published tables often do without saying so.
enum class TieRule {
    lowest, ///< competition rank: 1 + the number strictly higher
    middle, ///< the middle of the tie band
    last,   ///< the end of the tie band
    name,   ///< by name, ignoring case
    number, ///< by the three-digit number
};

/// What is ranked: the value as published or worked out, or rounded first.
enum class RankedRounding { two_decimals, one_decimal, exact };

/// One authority's value. Without a value it is counted as left out.
struct RankedValue {
    std::string code; ///< the three-digit number
    std::string name;
    std::optional<double> value = {};
    /// Where known, rounding and comparing are exact: events, and pupils above 0.
    std::optional<double> count = {};
    std::int64_t pupils = 0;
};

struct Place {
    std::string code;
    double rank = 0; ///< by the rule; 1 is the highest value
    int tie_from = 0;
    int tie_to = 0;
    int tied() const { return tie_to - tie_from + 1; }
    bool operator==(const Place&) const = default;
};

struct Ranking {
    std::vector<Place> places; ///< from the highest value; equals by name
    int of = 0;                ///< authorities with a value
    int all = 0;               ///< with those left out
    TieRule ties = TieRule::lowest;
    RankedRounding rounding = RankedRounding::two_decimals;

    const Place* find(std::string_view code) const;
};

/// Ranks from the highest value. The order of `values` makes no difference.
/// Source: competition ranking; the 2021 Somerset paper, Table 1, whose ranks need a rule for ties.
Ranking rank_values(const std::vector<RankedValue>& values, TieRule, RankedRounding);

/// "lowest" and so on; nothing for another word. Source: the names of our own rules.
std::optional<TieRule> tie_rule_named(std::string_view);

/// "2", "1" or "none"; nothing for another word. Source: the names of our own rules.
std::optional<RankedRounding> rounding_named(std::string_view);

/// As tie_rule_named reads it. Source: the names of our own rules.
std::string_view key_of(TieRule);

/// As rounding_named reads it. Source: the names of our own rules.
std::string_view key_of(RankedRounding);

/// One sentence that says the rule, to stand beside a rank. Source: the rules above.
std::string_view in_words(TieRule);

/// One sentence that says what was ranked. Source: the rules above.
std::string_view in_words(RankedRounding);

} // namespace onroll::insight
