// What is measured, as data: each measure with its definition, which end is good, its unit and
// rounding, and where its figures come from. Read once from data/insight, which the build embeds.
#pragma once

#include "insight/rules_disproportion.h"
#include "insight/rules_quartiles.h"
#include "insight/types.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

enum class MeasureUnit : std::uint8_t { per_100_pupils, percent, per_10000_children, number };

/// What the numerator counts: events may repeat in one pupil, so their ranges are too narrow.
enum class CountedAs : std::uint8_t { events, pupils, share };

/// One kind of file that has the measure. Counts are preferred to published values, since they can
/// be rounded once and given a range.
struct MeasureSource {
    std::string dataset;
    PeriodKind period = PeriodKind::academic_year;
    Breakdown breakdown{};
    std::string value; ///< indicator of the published value
    std::string count; ///< of the numerator; empty where it is not published
    std::string base;  ///< of the denominator
};

struct Measure {
    std::string key;         ///< "suspension_rate": in addresses, CSV and the API
    std::string topic;       ///< "suspensions": measures are listed by it
    std::string name;        ///< "Suspension rate"
    std::string in_sentence; ///< "suspensions for each 100 pupils"
    std::string definition;
    std::string caveat; ///< may be empty
    Polarity polarity = Polarity::neither;
    MeasureUnit unit = MeasureUnit::percent;
    int decimals = 1; ///< shown
    CountedAs counted = CountedAs::share;
    bool headline = false;
    std::string published_by;
    std::vector<MeasureSource> sources; ///< the first that has a year gives it

    PeriodKind period() const { return sources.front().period; }
    /// Of which breakdown of dataset "exclusions" it is: "Primary", or empty.
    std::string phase() const { return sources.front().breakdown.value_of("phase"); }
};

/// All measures, the headline ones first.
std::span<const Measure> measures();
/// Suspension rate, permanent exclusion rate, pupils suspended at least once.
std::vector<const Measure*> headline_measures();
/// nullptr where there is none of that key.
const Measure* find_measure(std::string_view key);
/// As find_measure; bad input that lists the keys.
Result<const Measure*> measure_named(std::string_view key);

/// "for each 100 pupils", "%".
std::string_view in_words(MeasureUnit unit);
/// "suspensions" as "Suspensions", for headings.
std::string_view topic_in_words(std::string_view topic);

} // namespace onroll::insight
