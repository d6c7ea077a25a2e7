// The sentences that say what figures show: higher, lower or no clear difference, ranks with their
// ranges, groups and reasons by their names. No layout, no queries.
#pragma once

#include "insight/area_picture.h"
#include "insight/comparisons.h"

#include "design/chart/figure.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

enum class Against { higher, lower, no_clear_difference, not_known };

/// Whether the other value lies outside this one's range. Without a range, only a difference that
/// shows after rounding counts.
Against against(const AreaValue& ours, const AreaValue* other, const Measure& measure);
/// "Higher.", "Lower.", "No clear difference."; empty where it is not known.
std::string_view in_words(Against against);

/// Any number in the measure's unit as a page shows it: "6,671.50".
std::string number_on_page(double value, int decimals);
/// The figure for a chart: its place and its words, "6,671", or a symbol; "[x]" where no file has
/// it.
design::chart::Value chart_value(const AreaValue* value, const Measure& measure);
/// "11.56 to 13.08"; empty where there is no range.
std::string range_in_words(const AreaValue& value, const Measure& measure);

/// "98th"
std::string ordinal(int number);
/// "24th of 152, and could be 20th to 29th"; "joint 57th" where areas tie; empty without a rank.
std::string rank_in_words(const MeasureHere& here, AreaCode area);
/// The range of a rank; nullptr where it is not known.
const RankInterval* rank_range(const MeasureHere& here, AreaCode area);

/// "about one pupil in 22" of a rate per 100; nothing for a rate under 0.1 or over 50.
std::optional<std::string> one_in(double rate_per_100);

/// "persistent_disruptive" as "Persistent disruptive behaviour".
std::string reason_in_words(std::string_view recorded);
/// "SEN provision SEN with statement EHC" as "With an education, health and care plan".
std::string group_in_words(std::string_view group, std::string_view recorded);
/// "5" as "5 days", for the length of a suspension.
std::string days_in_words(std::string_view recorded);

/// The period in a sentence: "2015 to 2016" for a school year, "2016" for a calendar year.
std::string period_in_sentence(const Period& period);

/// First letter as a capital.
std::string sentence_case(std::string words);

} // namespace onroll::insight
