#include "insight/rules_ranks.h"

#include "insight/rules_rates.h"

#include <algorithm>
#include <cmath>

namespace onroll::insight {

namespace rules_ranks_detail {

std::string folded(std::string_view name)
{
    std::string folded(name);
    for (auto& letter : folded)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return folded;
}

/// What is compared. Rounded values become whole steps, so that equals are equal.
double ranked_key(const RankedValue& value, RankedRounding rounding)
{
    if (rounding == RankedRounding::exact)
        return value.count && value.pupils > 0
                   ? *value.count / static_cast<double>(value.pupils) * 100
                   : *value.value;
    const int decimals = rounding == RankedRounding::two_decimals ? 2 : 1;
    if (value.count)
        if (const auto steps = shown_rate_steps(*value.count, value.pupils, decimals))
            return static_cast<double>(*steps);
    return static_cast<double>(shown_value_steps(*value.value, decimals));
}

struct Keyed {
    const RankedValue* value;
    double key;
    std::string name;
};

double rank_by(TieRule ties, int from, int to, int by_name, int by_number)
{
    switch (ties) {
    case TieRule::lowest:
        return from;
    case TieRule::middle:
        return (from + to) / 2.0;
    case TieRule::last:
        return to;
    case TieRule::name:
        return by_name;
    case TieRule::number:
        return by_number;
    }
    return from;
}

/// The places of the equals at [first, last) of the sorted list.
void place_equals(const std::vector<Keyed>& sorted, std::size_t first, std::size_t last,
                  Ranking& ranking)
{
    std::vector<std::string_view> codes;
    for (auto i = first; i < last; ++i) codes.push_back(sorted[i].value->code);
    std::sort(codes.begin(), codes.end());
    const int from = static_cast<int>(first) + 1, to = static_cast<int>(last);
    for (auto i = first; i < last; ++i) {
        const auto& code = sorted[i].value->code;
        const auto by_number =
            from +
            static_cast<int>(std::lower_bound(codes.begin(), codes.end(), code) - codes.begin());
        ranking.places.push_back(
            {code, rank_by(ranking.ties, from, to, static_cast<int>(i) + 1, by_number), from, to});
    }
}

} // namespace rules_ranks_detail

const Place* Ranking::find(std::string_view code) const
{
    const auto at = std::find_if(places.begin(), places.end(),
                                 [&](const Place& place) { return place.code == code; });
    return at == places.end() ? nullptr : &*at;
}

Ranking rank_values(const std::vector<RankedValue>& values, TieRule ties, RankedRounding rounding)
{
    using namespace rules_ranks_detail;
    Ranking ranking{{}, 0, static_cast<int>(values.size()), ties, rounding};
    std::vector<Keyed> sorted;
    for (const auto& value : values)
        if (value.value || (value.count && value.pupils > 0))
            sorted.push_back({&value, ranked_key(value, rounding), folded(value.name)});
    std::sort(sorted.begin(), sorted.end(), [](const Keyed& one, const Keyed& other) {
        if (one.key != other.key) return one.key > other.key;
        if (one.name != other.name) return one.name < other.name;
        return one.value->code < other.value->code;
    });
    ranking.of = static_cast<int>(sorted.size());
    for (std::size_t first = 0; first < sorted.size();) {
        auto last = first + 1;
        while (last < sorted.size() && sorted[last].key == sorted[first].key) ++last;
        place_equals(sorted, first, last, ranking);
        first = last;
    }
    return ranking;
}

std::optional<TieRule> tie_rule_named(std::string_view word)
{
    for (const auto rule :
         {TieRule::lowest, TieRule::middle, TieRule::last, TieRule::name, TieRule::number})
        if (key_of(rule) == word) return rule;
    return std::nullopt;
}

std::optional<RankedRounding> rounding_named(std::string_view word)
{
    for (const auto rounding :
         {RankedRounding::two_decimals, RankedRounding::one_decimal, RankedRounding::exact})
        if (key_of(rounding) == word) return rounding;
    return std::nullopt;
}

std::string_view key_of(TieRule ties)
{
    switch (ties) {
    case TieRule::lowest:
        return "lowest";
    case TieRule::middle:
        return "middle";
    case TieRule::last:
        return "last";
    case TieRule::name:
        return "name";
    case TieRule::number:
        return "number";
    }
    return "";
}

std::string_view key_of(RankedRounding rounding)
{
    switch (rounding) {
    case RankedRounding::two_decimals:
        return "2";
    case RankedRounding::one_decimal:
        return "1";
    case RankedRounding::exact:
        return "none";
    }
    return "";
}

std::string_view in_words(TieRule ties)
{
    switch (ties) {
    case TieRule::lowest:
        return "Areas with the same value share the first of their ranks.";
    case TieRule::middle:
        return "Areas with the same value share the middle of their ranks.";
    case TieRule::last:
        return "Areas with the same value share the last of their ranks.";
    case TieRule::name:
        return "Areas with the same value are put in order of name.";
    case TieRule::number:
        return "Areas with the same value are put in order of their number.";
    }
    return "";
}

std::string_view in_words(RankedRounding rounding)
{
    switch (rounding) {
    case RankedRounding::two_decimals:
        return "Values are rounded to two decimals before ranking.";
    case RankedRounding::one_decimal:
        return "Values are rounded to one decimal before ranking.";
    case RankedRounding::exact:
        return "Values are ranked without rounding.";
    }
    return "";
}

} // namespace onroll::insight
