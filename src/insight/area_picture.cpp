#include "insight/area_picture.h"

#include "insight/growth.h"
#include "insight/own_records.h"
#include "insight/rules_half_terms.h"
#include "insight/store.h"

#include "places/rules_calendar.h"
#include "places/store.h"

#include <algorithm>
#include <charconv>

namespace onroll::insight {
namespace area_picture_detail {

/// The store, with what was read before.
struct Reading {
    db::Queries& database;
    Comparisons& comparisons;
    PageMemory& memory;
    std::int64_t revision;

    std::shared_ptr<const Series> series(const SeriesKey& key, AreaLevel level) const
    {
        const auto name = key.dataset + "/" + key.indicator + "/" + key.breakdown.text() + "/" +
                          std::string(key_of(key.period)) + "/" + std::string(key_of(level));
        return memory.series.of(revision, name, [&] { return figures(database, key, level); });
    }
    std::shared_ptr<const std::vector<SeriesKey>> keys(std::string_view dataset,
                                                       AreaLevel level) const
    {
        return memory.keys.of(revision, std::string(dataset) + "/" + std::string(key_of(level)),
                              [&] { return keys_of(database, dataset, level); });
    }
};

MeasureHere here(db::Queries& database, Comparisons& comparisons, const Measure& measure,
                 const Period& period)
{
    MeasureHere found{.measure = &measure, .period = period};
    found.values = comparisons.values(database, measure);
    found.country = comparisons.country(database, measure, period);
    return found;
}

/// The groups in the chosen period, or in the latest that has any.
std::vector<GroupsHere> groups_here(db::Queries& database, Comparisons& comparisons, AreaCode area,
                                    const Period& wanted)
{
    std::vector<GroupsHere> all;
    for (const auto* measure : headline_measures()) {
        GroupsHere here{measure, wanted, comparisons.groups(database, area, *measure, wanted)};
        if (here.picture.rows.empty() && !here.picture.periods.empty()) {
            here.period = here.picture.periods.back();
            here.picture = comparisons.groups(database, area, *measure, here.period);
        }
        if (!here.picture.rows.empty()) all.push_back(std::move(here));
    }
    return all;
}

/// The chosen period where the measure is of that kind and has it; else its latest for the area.
std::optional<Period> period_for(const MeasureValues& values, AreaCode area, const Period& wanted)
{
    const auto periods = periods_of(values, area);
    if (periods.empty()) return std::nullopt;
    if (std::find(periods.begin(), periods.end(), wanted) != periods.end()) return wanted;
    if (wanted.kind == periods.back().kind) return std::nullopt;
    return periods.back();
}

std::optional<MeasureHere> here_if_known(db::Queries& database, Comparisons& comparisons,
                                         const Measure& measure, AreaCode area,
                                         const Period& wanted)
{
    const auto values = comparisons.values(database, measure);
    const auto period = period_for(*values, area, wanted);
    if (!period) return std::nullopt;
    return here(database, comparisons, measure, *period);
}

AreaValue as_value(const Cell& cell)
{
    AreaValue value{.area = cell.area, .period = cell.period, .state = cell.figure.state};
    value.value = cell.figure.number();
    value.release = cell.figure.release;
    value.row = cell.figure.row;
    return value;
}

/// The cells of one key for the area, or for England where the area has none.
void add_counted(const Reading& reading, const SeriesKey& key, AreaCode area, const Period& period,
                 const std::string& name, CountedThings& things)
{
    const auto code = things.of_england_instead ? AreaCode::england() : area;
    const auto series = reading.series(key, code.level());
    if (const auto* figure = series->find(code, period))
        things.things.push_back({name, as_value({code, period, *figure})});
}

CountedThings reasons_of(const Reading& reading, AreaCode area, const Period& period,
                         std::string_view prefix)
{
    CountedThings reasons{.period = period};
    const auto add_all = [&](AreaLevel level) {
        for (const auto& key : *reading.keys("exclusion_reasons", level))
            if (key.breakdown.whole() && key.period == period.kind &&
                key.indicator.rfind(prefix, 0) == 0)
                add_counted(reading, key, area, period, key.indicator.substr(prefix.size()),
                            reasons);
    };
    add_all(area.level());
    if (reasons.things.empty() && area.level() != AreaLevel::national) {
        reasons.of_england_instead = true;
        add_all(AreaLevel::national);
    }
    return reasons;
}

int first_number(std::string_view words)
{
    int number = 0;
    std::from_chars(words.data(), words.data() + words.size(), number);
    return number;
}

CountedThings durations_of(const Reading& reading, AreaCode area, const Period& period)
{
    CountedThings durations{.period = period};
    const auto add_all = [&](AreaLevel level) {
        for (const auto& key : *reading.keys("suspension_durations", level)) {
            const auto& parts = key.breakdown.parts();
            if (key.period == period.kind && parts.size() == 1)
                add_counted(reading, key, area, period, parts.front().second, durations);
        }
    };
    add_all(area.level());
    if (durations.things.empty() && area.level() != AreaLevel::national) {
        durations.of_england_instead = true;
        add_all(AreaLevel::national);
    }
    std::stable_sort(
        durations.things.begin(), durations.things.end(),
        [](const auto& a, const auto& b) { return first_number(a.name) < first_number(b.name); });
    return durations;
}

void mark_flashpoints(WeeksPicture& weeks)
{
    Stretch all;
    for (const auto& week : weeks.weeks) {
        all.events += static_cast<std::int64_t>(week.suspensions.value.value_or(0));
        all.school_days += week.school_days;
    }
    for (auto& week : weeks.weeks) {
        if (!week.suspensions.value || week.school_days == 0) continue;
        const Stretch marked{static_cast<std::int64_t>(*week.suspensions.value), week.school_days};
        const Stretch rest{all.events - marked.events, all.school_days - marked.school_days};
        // The exact test is slow: it is asked only of weeks with a quarter more than the others.
        if (rest.school_days == 0 ||
            4 * marked.events * rest.school_days < 5 * rest.events * marked.school_days)
            continue;
        week.flashpoint = flashpoint_of(marked, rest);
    }
}

/// Names each week's half term from the council's own term dates, where these have the week.
void name_half_terms(db::Queries& database, AreaCode area, WeeksPicture& weeks)
{
    const auto code = LaCode::parse(area.text());
    if (!code) return;
    const auto dates = places::dates_of_authority(database, *code);
    if (!dates) return;
    const auto calendar = places::calendar_of(*dates);
    if (!calendar) return;
    const auto names = half_terms_by_week(*calendar, weeks.year.start);
    weeks.half_terms_known = !weeks.weeks.empty();
    for (const auto& week : weeks.weeks)
        weeks.half_terms_known = weeks.half_terms_known && names.contains(week.number);
    if (!weeks.half_terms_known) return;
    for (auto& week : weeks.weeks) week.half_term = names.at(week.number);
}

/// The count of the latest whole year that was published for the area, up to the year of the weeks.
std::optional<AreaValue> official_count(const Reading& reading, AreaCode area, SchoolYear until)
{
    const auto* measure = find_measure("suspension_rate");
    const auto values = reading.comparisons.values(reading.database, *measure);
    std::optional<AreaValue> latest;
    for (const auto& value : values->of(area))
        if (value.count && value.period.kind == PeriodKind::academic_year &&
            value.period.year <= until.start)
            latest = value;
    return latest;
}

/// The school year of the weeks asked for, else the latest there is.
std::optional<WeeksPicture> weeks_of(const Reading& reading, AreaCode area,
                                     std::optional<int> wanted)
{
    const SeriesKey suspensions{"suspensions_by_week", "suspensions", {}, PeriodKind::week};
    const SeriesKey days{"suspensions_by_week", "school_days", {}, PeriodKind::week};
    const auto cells = reading.series(suspensions, area.level())->of(area);
    if (cells.empty()) return std::nullopt;
    const auto lengths = reading.series(days, area.level());
    WeeksPicture weeks{.year = {cells.back().period.year}};
    if (wanted && std::any_of(cells.begin(), cells.end(),
                              [&](const Cell& cell) { return cell.period.year == *wanted; }))
        weeks.year.start = *wanted;
    std::vector<AreaValue> counts, before;
    for (const auto& cell : cells) {
        if (cell.period.year == weeks.year.start) counts.push_back(as_value(cell));
        if (cell.period.year == weeks.year.start - 1) before.push_back(as_value(cell));
    }
    // The area's own records: small weeks, and what they could be worked back from, go no further.
    weeks.running = shown_running_sums(counts);
    const auto own = hide_small_weeks(std::move(counts));
    weeks.small = own.small;
    weeks.hidden_to_protect = own.hidden_to_protect;
    weeks.fewest_hidden = own.fewest;
    weeks.so_far = own.so_far;
    weeks.so_far_is_rounded = own.so_far_is_rounded;
    for (const auto& count : own.weeks) {
        SchoolWeek week{.number = count.period.within, .suspensions = count};
        if (const auto* length = lengths->find(area, count.period))
            week.school_days = static_cast<std::int64_t>(length->number().value_or(0));
        weeks.weeks.push_back(std::move(week));
    }
    weeks.running_before = shown_running_sums(before);
    std::erase_if(before, [&](const AreaValue& value) {
        return value.period.within > weeks.weeks.back().number;
    });
    if (!before.empty()) weeks.year_before_by_then = shown_sum_of_weeks(before);
    // Where weeks of the year before are hidden, only its sum by the same week is told.
    const bool hidden =
        std::any_of(weeks.running_before.begin(), weeks.running_before.end(),
                    [](const AreaValue& sum) { return sum.state == CellState::suppressed; });
    if (hidden) weeks.running_before = shown_running_sums(before);
    weeks.official = official_count(reading, area, weeks.year);
    name_half_terms(reading.database, area, weeks);
    mark_flashpoints(weeks);
    return weeks;
}

/// The measures of the chosen one's topic in each phase: suspension_rate_primary and so on.
std::vector<MeasureHere> phases_of(db::Queries& database, Comparisons& comparisons,
                                   const MeasureHere& chosen, AreaCode area)
{
    std::vector<MeasureHere> phases;
    auto stem = chosen.measure->key;
    const auto phase = chosen.measure->phase();
    if (!phase.empty()) stem = stem.substr(0, stem.rfind('_'));
    for (const char* name : {"_primary", "_secondary", "_special"})
        if (const auto* measure = find_measure(stem + name))
            if (auto found = here_if_known(database, comparisons, *measure, area, chosen.period))
                phases.push_back(std::move(*found));
    return phases;
}

void fill(const Reading& reading, const AreaQuestion& question, const Period& period,
          AreaPicture& picture)
{
    auto& database = reading.database;
    auto& comparisons = reading.comparisons;
    const auto area = picture.area.code;
    const auto& measure = *picture.chosen.measure;
    picture.chosen = here(database, comparisons, measure, period);
    const bool ranked = area.level() == AreaLevel::authority;
    if (ranked) picture.chosen.rank_ranges = comparisons.rank_intervals(database, measure, period);
    for (const auto* one : headline_measures())
        if (auto found = here_if_known(database, comparisons, *one, area, period)) {
            if (ranked)
                found->rank_ranges = comparisons.rank_intervals(database, *one, found->period);
            picture.headline.push_back(std::move(*found));
        }
    picture.phases = phases_of(database, comparisons, picture.chosen, area);
    for (const auto& one : measures())
        if (!one.headline && one.topic != "suspensions" && one.topic != "permanent_exclusions")
            if (auto found = here_if_known(database, comparisons, one, area, period))
                picture.others.push_back(std::move(*found));
    picture.neighbours = comparisons.neighbours(database, area, measure, period);
    // Over five years, or from the first year there is.
    auto from = period;
    for (const auto& one : picture.periods)
        if (one.kind == period.kind && one.year >= period.year - 5 && one < from) from = one;
    if (from != period)
        picture.growth = growth_in_words(
            growth_of(database, comparisons, measure, picture.area, from, period), measure);
    picture.groups = groups_here(database, comparisons, area, period);
    const bool permanent = measure.topic == "permanent_exclusions";
    if (period.kind == PeriodKind::academic_year) {
        picture.reasons =
            reasons_of(reading, area, period, permanent ? "permanent_" : "suspension_");
        if (!permanent) picture.durations = durations_of(reading, area, period);
    }
    // An area's own records; regions and England have none.
    if (area.level() == AreaLevel::authority)
        picture.weeks = weeks_of(reading, area, question.year);
}

} // namespace area_picture_detail

std::vector<Period> periods_of(const MeasureValues& values, AreaCode area)
{
    std::vector<Period> periods;
    for (const auto& value : values.of(area))
        if (value.state != CellState::not_available && value.state != CellState::missing)
            periods.push_back(value.period);
    return periods;
}

Result<AreaPicture> area_picture(db::Queries& database, Comparisons& comparisons,
                                 PageMemory& memory, const AreaQuestion& question)
{
    AreaPicture picture;
    picture.gazetteer = comparisons.gazetteer(database);
    const auto* area = picture.gazetteer->find(question.area);
    if (!area)
        return not_found("No area of England has that code. Choose one from the list of areas");
    picture.area = *area;
    if (area->region)
        if (const auto* region = picture.gazetteer->find(*area->region)) picture.region = *region;
    picture.chosen.measure = headline_measures().front();
    if (!question.measure.empty()) {
        const auto named = measure_named(question.measure);
        if (!named) return named.error();
        picture.chosen.measure = *named;
    }
    picture.releases = releases_in_use(database);
    picture.changes = changes_of(database, area->code);
    picture.periods =
        periods_of(*comparisons.values(database, *picture.chosen.measure), area->code);
    if (picture.periods.empty()) return picture;
    auto period = picture.periods.back();
    for (const auto& one : picture.periods)
        if (question.year && one.year == *question.year) period = one;
    area_picture_detail::fill({database, comparisons, memory, revision(database)}, question, period,
                              picture);
    return picture;
}

} // namespace onroll::insight
