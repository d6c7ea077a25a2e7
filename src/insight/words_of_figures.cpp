#include "insight/words_of_figures.h"

#include "design/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace onroll::insight {
namespace words_detail {

using Pair = std::pair<std::string_view, std::string_view>;

// Reasons as the files name them, up to 2019/20 and since.
constexpr std::array reasons{
    Pair{"physical_pupils", "Physical assault against a pupil"},
    Pair{"physical_pupil", "Physical assault against a pupil"},
    Pair{"physical_adult", "Physical assault against an adult"},
    Pair{"verbal_pupil", "Verbal abuse or threats against a pupil"},
    Pair{"verbal_pupils", "Verbal abuse or threats against a pupil"},
    Pair{"verbal_adult", "Verbal abuse or threats against an adult"},
    Pair{"bullying", "Bullying"},
    Pair{"racist_abuse", "Racist abuse"},
    Pair{"sexual_misconduct", "Sexual misconduct"},
    Pair{"drug_alcohol", "Drugs and alcohol"},
    Pair{"damage", "Damage"},
    Pair{"theft", "Theft"},
    Pair{"persistent_disruptive", "Persistent disruptive behaviour"},
    Pair{"other", "Other"},
    Pair{"offensive_weapon", "Use or threat of an offensive weapon"},
    Pair{"weapon", "Use or threat of an offensive weapon"},
    Pair{"orientation", "Abuse against sexual orientation or gender identity"},
    Pair{"lgbtq", "Abuse against sexual orientation or gender identity"},
    Pair{"lgbt_abuse", "Abuse against sexual orientation or gender identity"},
    Pair{"disability", "Abuse about disability"},
    Pair{"disability_abuse", "Abuse about disability"},
    Pair{"social_media", "Inappropriate use of social media"},
    Pair{"public_health", "Wilful breaking of public health measures"},
};

constexpr std::array groups{
    Pair{"Gender male", "Boys"},
    Pair{"Gender female", "Girls"},
    Pair{"FSM Eligible", "Free school meals"},
    Pair{"FSM NotEligible", "No free school meals"},
    Pair{"SEN Provision No SEN", "No special needs recorded"},
    Pair{"SEN provision No SEN", "No special needs recorded"},
    Pair{"SEN provision SEN with statement EHC", "Education, health and care plan"},
    Pair{"SEN provision SEN without statement", "SEN support"},
    Pair{"Ethnicity Minor Gypsy Roma", "Gypsy or Roma"},
    Pair{"NC Year Reception", "Reception"},
    Pair{"Ethnicity Minor Traveller of Irish heritage", "Traveller of Irish heritage"},
};

constexpr std::array<std::string_view, 8> beginnings{
    "Ethnicity Major ", "Ethnicity Minor ", "Ethnicity ", "SEN primary need ",
    "SEN provision ",   "SEN Provision ",   "NC ",        "IDACI "};

/// "6671" as "6,671"; a number with decimals keeps them.
std::string with_commas(const std::string& words)
{
    const std::size_t first = words.starts_with('-') ? 1 : 0;
    const auto point = std::min(words.find('.'), words.size());
    return words.substr(0, first) +
           design::with_thousands(std::stoll(words.substr(first, point - first))) +
           words.substr(point);
}

} // namespace words_detail

Against against(const AreaValue& ours, const AreaValue* other, const Measure& measure)
{
    if (!ours.value || !other || !other->value) return Against::not_known;
    if (ours.interval) {
        if (*other->value < ours.interval->low) return Against::higher;
        if (*other->value > ours.interval->high) return Against::lower;
        return Against::no_clear_difference;
    }
    if (shown(ours, measure) == shown(*other, measure)) return Against::no_clear_difference;
    return *ours.value > *other->value ? Against::higher : Against::lower;
}

std::string_view in_words(Against against)
{
    switch (against) {
    case Against::higher:
        return "Higher.";
    case Against::lower:
        return "Lower.";
    case Against::no_clear_difference:
        return "No clear difference.";
    case Against::not_known:
        return "";
    }
    return "";
}

std::string number_on_page(double value, int decimals)
{
    return words_detail::with_commas(shown_number(value, decimals));
}

design::chart::Value chart_value(const AreaValue* value, const Measure& measure)
{
    if (!value) return design::chart::symbol("x");
    const auto words = shown(*value, measure);
    if (!value->value) return {std::nullopt, words.empty() ? "[x]" : words};
    return design::chart::shown_as(*value->value, words_detail::with_commas(words));
}

std::string range_in_words(const AreaValue& value, const Measure& measure)
{
    if (!value.interval) return {};
    using words_detail::with_commas;
    return with_commas(shown_low(value, measure)) + " to " +
           with_commas(shown_high(value, measure));
}

std::string ordinal(int number)
{
    const int tens = number % 100;
    const int ones = number % 10;
    const char* ending = tens >= 11 && tens <= 13 ? "th"
                         : ones == 1              ? "st"
                         : ones == 2              ? "nd"
                         : ones == 3              ? "rd"
                                                  : "th";
    return design::with_thousands(number) + ending;
}

const RankInterval* rank_range(const MeasureHere& here, AreaCode area)
{
    if (!here.rank_ranges) return nullptr;
    const auto found = here.rank_ranges->find(area);
    return found == here.rank_ranges->end() ? nullptr : &found->second;
}

std::string rank_in_words(const MeasureHere& here, AreaCode area)
{
    const auto& country = *here.country;
    const auto* place = country.place(area);
    if (!place) return {};
    std::string words = (place->tied() > 1 ? "joint " : "") + ordinal(place->tie_from) + " of " +
                        std::to_string(country.ranking.of);
    if (const auto* range = rank_range(here, area))
        words += ", and could be " + ordinal(range->low) + " to " + ordinal(range->high);
    return words;
}

std::optional<std::string> one_in(double rate_per_100)
{
    if (rate_per_100 < 0.1 || rate_per_100 > 50) return std::nullopt;
    return "about one pupil in " +
           design::with_thousands(static_cast<std::int64_t>(std::llround(100 / rate_per_100)));
}

std::string reason_in_words(std::string_view recorded)
{
    for (const auto& [name, words] : words_detail::reasons)
        if (name == recorded) return std::string(words);
    std::string words(recorded);
    for (char& letter : words)
        if (letter == '_') letter = ' ';
    return sentence_case(std::move(words));
}

std::string group_in_words(std::string_view group, std::string_view recorded)
{
    for (const auto& [name, words] : words_detail::groups)
        if (name == recorded) return std::string(words);
    auto words = recorded;
    for (const auto beginning : words_detail::beginnings)
        if (words.rfind(beginning, 0) == 0) {
            words.remove_prefix(beginning.size());
            break;
        }
    if (words.empty()) words = group;
    return sentence_case(std::string(words));
}

std::string days_in_words(std::string_view recorded)
{
    if (recorded == "1") return "1 day or less";
    std::string words(recorded);
    const bool number = !words.empty() && std::isdigit(static_cast<unsigned char>(words.front()));
    return number ? words + " days" : sentence_case(std::move(words));
}

std::string period_in_sentence(const Period& period)
{
    if (period.kind == PeriodKind::academic_year) return design::school_year_in_words(period.year);
    return period.text();
}

std::string sentence_case(std::string words)
{
    if (!words.empty())
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

} // namespace onroll::insight
