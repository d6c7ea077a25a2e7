#include "insight/figures_rows.h"

#include "insight/growth.h"
#include "insight/rules_quartiles.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace onroll::insight {

namespace figures_rows_detail {

/// What one table is made with: the releases are read once, and those used are named at the end.
class TableMaker {
public:
    TableMaker(db::Queries& database, const FiguresQuestion& question, std::string kind,
               std::vector<std::string> columns)
        : question_(question), releases_(releases_in_use(database))
    {
        table_.kind = std::move(kind);
        table_.columns = std::move(columns);
    }

    FiguresTable& table() { return table_; }

    /// Calls for each measure and each of its periods that were asked for.
    void for_each_period(const std::function<void(const Measure&, const Period&)>& row)
    {
        for (const auto* measure : question_.measures)
            for (int year = question_.from_year; year <= question_.to_year; ++year)
                row(*measure, {measure->period(), static_cast<std::int16_t>(year), 0});
    }

    /// "Publisher, file, row 12".
    std::string source_of(const AreaValue& value)
    {
        const auto release = releases_.find(value.release);
        if (release == releases_.end()) return "";
        used_.insert(release->first);
        return release->second.source + ", " + release->second.file_name + ", row " +
               std::to_string(value.row);
    }

    void note(std::string sentence)
    {
        auto& notes = table_.notes;
        if (std::find(notes.begin(), notes.end(), sentence) == notes.end())
            notes.push_back(std::move(sentence));
    }

    void note_missing(const Measure& measure, const Period& period)
    {
        note("There are no figures for " + measure.name + " in " + period.text() + ".");
    }

    FiguresTable finish(std::string title)
    {
        table_.title = std::move(title);
        for (const auto id : used_) {
            const auto& release = releases_.at(id);
            table_.sources.push_back(release.source + ": " + release.title + " (" +
                                     release.file_name + "). " + release.licence + ".");
        }
        return std::move(table_);
    }

private:
    const FiguresQuestion& question_;
    std::map<ReleaseId, Release> releases_;
    std::set<ReleaseId> used_;
    FiguresTable table_;
};

std::string span_of(const FiguresQuestion& question)
{
    const auto first = SchoolYear{question.from_year}.text(),
               last = SchoolYear{question.to_year}.text();
    return first == last ? first : first + " to " + last;
}

/// Area, year and measure: how each row begins.
std::vector<FigureCell> beginning(const Area& area, const Measure& measure, const Period& period)
{
    return {FigureCell::words(area.code.text()), FigureCell::words(area.name),
            FigureCell::words(period.text()), FigureCell::words(measure.key)};
}

/// The value as it is and rounded to two decimals, or its symbol twice.
void add_value(std::vector<FigureCell>& row, const AreaValue* value)
{
    if (!value || !value->value) {
        const auto state = value ? value->state : CellState::not_available;
        row.push_back(FigureCell::absent(state));
        row.push_back(FigureCell::absent(state));
        return;
    }
    row.push_back(FigureCell::exact(*value->value));
    const auto steps =
        value->count ? shown_rate_steps(*value->count, value->pupils, 2) : std::nullopt;
    row.push_back(
        FigureCell::rounded(steps ? static_cast<double>(*steps) / 100 : *value->value, 2));
}

void add_interval(std::vector<FigureCell>& row, const std::optional<Interval>& interval)
{
    row.push_back(interval ? FigureCell::rounded(interval->low, 6) : FigureCell::none());
    row.push_back(interval ? FigureCell::rounded(interval->high, 6) : FigureCell::none());
}

void note_range(TableMaker& maker, const Measure& measure)
{
    switch (measure.counted) {
    case CountedAs::events:
        maker.note("Ranges are 95% intervals of the count (Byar from 10 up, exact below). Events "
                   "repeat in one pupil, so true ranges are wider.");
        break;
    case CountedAs::pupils:
        maker.note("Ranges of a share of pupils are 95% Wilson intervals.");
        break;
    case CountedAs::share:
        break;
    }
    maker.note("z: no range can be given, since the file has no counts. c: hidden to protect "
               "pupils. x: not available.");
}

/// A rank is a whole number, or a half where equals share the middle.
FigureCell rank_cell(double rank)
{
    return rank == static_cast<double>(static_cast<int>(rank))
               ? FigureCell::number(static_cast<int>(rank))
               : FigureCell::rounded(rank, 1);
}

void add_place(std::vector<FigureCell>& row, const CountryPicture& country, const Place* place,
               const RankIntervals& intervals, AreaCode area)
{
    row.push_back(place ? rank_cell(place->rank) : FigureCell::none());
    row.push_back(FigureCell::number(country.ranking.of));
    row.push_back(place ? FigureCell::number(place->tie_from) : FigureCell::none());
    row.push_back(place ? FigureCell::number(place->tie_to) : FigureCell::none());
    const auto interval = intervals.find(area);
    const bool known = place && interval != intervals.end();
    row.push_back(known ? FigureCell::number(interval->second.low) : FigureCell::none());
    row.push_back(known ? FigureCell::number(interval->second.high) : FigureCell::none());
}

void note_ranking(TableMaker& maker, const FiguresQuestion& question)
{
    maker.note("Rank 1 is the highest value. " + std::string(in_words(question.ties)) + " " +
               std::string(in_words(question.rounding)) +
               " Areas with a hidden or missing value are left out.");
    maker.note("The range of a rank holds it 95 times in 100: 100,000 draws of the true rates. "
               "z: not to be given, since the file has no counts.");
}

/// The quarter by rank, and the values between quarters.
void note_quarter(TableMaker& maker, const Measure& measure, const Period& period,
                  const CountryPicture& country, AreaCode area)
{
    const auto* place = country.place(area);
    if (!place || !country.quartiles) return;
    const auto first = quarter_by_rank(place->tie_from, country.ranking.of);
    const auto last = quarter_by_rank(place->tie_to, country.ranking.of);
    if (!first || !last) return;
    const auto number = [](int quarter) { return std::to_string(quarter); };
    maker.note(measure.name + ", " + period.text() + ": quarter " + number(*first) +
               (*first == *last ? "" : " or " + number(*last)) +
               " of the ranks, 1 being the highest. The values between quarters are " +
               shown_number((*country.quartiles)[0], measure.decimals) + ", " +
               shown_number((*country.quartiles)[1], measure.decimals) + " and " +
               shown_number((*country.quartiles)[2], measure.decimals) +
               " (type 7; ours, not DfE's bands).");
}

/// From the first to the last year that was asked for and has a value.
void note_growth(db::Queries& database, Comparisons& comparisons, const FiguresQuestion& question,
                 const Measure& measure, TableMaker& maker)
{
    std::optional<Period> first, last;
    for (const auto& value : comparisons.values(database, measure)->of(question.area.code)) {
        const int year = value.period.year;
        if (!value.value || year < question.from_year || year > question.to_year) continue;
        if (!first) first = value.period;
        last = value.period;
    }
    if (!first || *first == *last) return;
    const auto words = growth_in_words(
        growth_of(database, comparisons, measure, question.area, *first, *last), measure);
    if (!words.empty()) maker.note(words);
}

} // namespace figures_rows_detail

std::optional<std::pair<int, int>> years_of(db::Queries& database, Comparisons& comparisons,
                                            AreaCode area,
                                            const std::vector<const Measure*>& measures)
{
    std::optional<std::pair<int, int>> years;
    for (const auto* measure : measures)
        for (const auto& value : comparisons.values(database, *measure)->of(area)) {
            const int year = value.period.year;
            if (!years) years = {year, year};
            years->first = std::min(years->first, year);
            years->second = std::max(years->second, year);
        }
    return years;
}

FiguresTable rates_table(db::Queries& database, Comparisons& comparisons,
                         const FiguresQuestion& question)
{
    using namespace figures_rows_detail;
    TableMaker maker(
        database, question, "rates",
        {"area_code", "area", "year", "measure", "value", "value_2dp", "low", "high", "source"});
    maker.for_each_period([&](const Measure& measure, const Period& period) {
        const auto values = comparisons.values(database, measure);
        const auto* value = values->find(question.area.code, period);
        if (!value) maker.note_missing(measure, period);
        auto row = beginning(question.area, measure, period);
        add_value(row, value);
        add_interval(row, value ? value->interval : std::nullopt);
        row.push_back(FigureCell::words(value ? maker.source_of(*value) : "no figures"));
        maker.table().add(std::move(row));
        note_range(maker, measure);
    });
    for (const auto* measure : question.measures)
        note_growth(database, comparisons, question, *measure, maker);
    for (const auto& change : changes_of(database, question.area.code)) maker.note(change.words);
    return maker.finish(question.area.name + ": rates, " + span_of(question));
}

FiguresTable ranks_table(db::Queries& database, Comparisons& comparisons,
                         const FiguresQuestion& question)
{
    using namespace figures_rows_detail;
    TableMaker maker(database, question, "ranks",
                     {"area_code", "area", "year", "measure", "value", "value_2dp", "rank", "of",
                      "tie_from", "tie_to", "rank_low", "rank_high", "source"});
    note_ranking(maker, question);
    maker.for_each_period([&](const Measure& measure, const Period& period) {
        const auto country =
            comparisons.country(database, measure, period, question.ties, question.rounding);
        const auto* value = country->find(question.area.code);
        if (!value) maker.note_missing(measure, period);
        if (country->ranking.of < country->ranking.all)
            maker.note(measure.name + ", " + period.text() + ": " +
                       std::to_string(country->ranking.of) + " of " +
                       std::to_string(country->ranking.all) +
                       " areas in the file have a value and are ranked.");
        note_quarter(maker, measure, period, *country, question.area.code);
        auto row = beginning(question.area, measure, period);
        add_value(row, value);
        add_place(row, *country, country->place(question.area.code),
                  *comparisons.rank_intervals(database, measure, period), question.area.code);
        row.push_back(FigureCell::words(
            value ? maker.source_of(*value) + "; ties " + std::string(key_of(question.ties)) +
                        ", rounding " + std::string(key_of(question.rounding))
                  : "no figures"));
        maker.table().add(std::move(row));
    });
    return maker.finish(question.area.name + ": rank among all authorities, " + span_of(question));
}

FiguresTable neighbours_table(db::Queries& database, Comparisons& comparisons,
                              const FiguresQuestion& question)
{
    using namespace figures_rows_detail;
    TableMaker maker(database, question, "neighbours",
                     {"area_code", "area", "year", "measure", "place", "closeness", "value",
                      "value_2dp", "low", "high", "source"});
    maker.for_each_period([&](const Measure& measure, const Period& period) {
        const auto picture = comparisons.neighbours(database, question.area.code, measure, period);
        const auto add = [&](const Area& area, int place, const std::string& closeness,
                             const AreaValue* value) {
            auto row = beginning(area, measure, period);
            row.push_back(FigureCell::number(place));
            row.push_back(FigureCell::words(closeness));
            add_value(row, value);
            add_interval(row, value ? value->interval : std::nullopt);
            row.push_back(FigureCell::words(value ? maker.source_of(*value) : "no figures"));
            maker.table().add(std::move(row));
        };
        const auto values = comparisons.values(database, measure);
        const auto* own = values->find(question.area.code, period);
        if (!own) maker.note_missing(measure, period);
        add(question.area, 0, "the area itself", own);
        for (const auto& neighbour : picture.neighbours)
            add({neighbour.neighbour.area, neighbour.name}, neighbour.neighbour.place,
                neighbour.neighbour.closeness, neighbour.value ? &*neighbour.value : nullptr);
        if (picture.neighbours.empty()) {
            maker.note("No list of statistical neighbours names this area. Import DfE's list.");
        } else {
            maker.note("Neighbours are those of DfE's list of " + std::to_string(picture.list) +
                       ", the closest first.");
        }
        if (picture.among)
            maker.note(measure.name + ", " + period.text() + ": the middle of the neighbours is " +
                       shown_number(picture.among->median, measure.decimals) + "; " +
                       std::to_string(picture.among->higher) + " of " +
                       std::to_string(picture.among->with_value) + " are higher.");
    });
    return maker.finish(question.area.name + " and its statistical neighbours, " +
                        span_of(question));
}

FiguresTable funnel_table(db::Queries& database, Comparisons& comparisons,
                          const FiguresQuestion& question)
{
    using namespace figures_rows_detail;
    TableMaker maker(
        database, question, "funnel",
        {"area_code",  "area",         "year",          "measure",    "value",
         "value_2dp",  "pupils",       "overall",       "naive_z",    "multiplicative_z",
         "additive_z", "naive_low_95", "naive_high_95", "low_95",     "high_95",
         "low_998",    "high_998",     "zone",          "dispersion", "variance_between",
         "source"});
    maker.note("Limits low_95 to high_998 allow for how much areas usually differ (Spiegelhalter "
               "2005, additive); naive limits allow for chance alone. All for each 100 pupils.");
    maker.for_each_period([&](const Measure& measure, const Period& period) {
        const auto country = comparisons.country(database, measure, period);
        const auto* value = country->find(question.area.code);
        if (!value) maker.note_missing(measure, period);
        auto row = beginning(question.area, measure, period);
        add_value(row, value);
        const auto point = country->funnel_point.find(question.area.code);
        if (!country->funnel || !value || point == country->funnel_point.end()) {
            while (row.size() + 1 < maker.table().columns.size()) row.push_back(FigureCell::none());
        } else {
            const auto& funnel = *country->funnel;
            const auto& at = funnel.points[point->second];
            const auto pupils = static_cast<double>(value->pupils);
            const auto naive = naive_limits(funnel, pupils), wide = additive_limits(funnel, pupils);
            row.push_back(FigureCell::number(value->pupils));
            row.push_back(FigureCell::rounded(100 * funnel.overall, 6));
            for (const double z : {at.naive_z, at.multiplicative_z, at.additive_z})
                row.push_back(FigureCell::rounded(z, 6));
            for (const double limit : {naive.low_95, naive.high_95, wide.low_95, wide.high_95,
                                       wide.low_998, wide.high_998})
                row.push_back(FigureCell::rounded(100 * limit, 6));
            const auto zone = zone_of(at.rate, wide);
            row.push_back(FigureCell::words(zone == FunnelZone::inside       ? "inside"
                                            : zone == FunnelZone::outside_95 ? "outside 95%"
                                                                             : "outside 99.8%"));
            row.push_back(FigureCell::rounded(funnel.dispersion, 6));
            row.push_back(FigureCell::exact(funnel.variance_between));
        }
        row.push_back(FigureCell::words(value ? maker.source_of(*value) : "no figures"));
        maker.table().add(std::move(row));
    });
    return maker.finish(question.area.name + ": distance from all areas together, " +
                        span_of(question));
}

FiguresTable disproportion_table(db::Queries& database, Comparisons& comparisons,
                                 const FiguresQuestion& question)
{
    using namespace figures_rows_detail;
    TableMaker maker(database, question, "disproportion",
                     {"area_code", "area", "year", "measure", "group", "characteristic", "count",
                      "pupils", "value", "value_2dp", "ratio", "low", "high", "exact_low",
                      "exact_high", "difference", "source"});
    maker.note("The ratio is the group's rate over the rate of all other pupils. No ratio is given "
               "where either side has fewer than three.");
    maker.for_each_period([&](const Measure& measure, const Period& period) {
        const auto picture = comparisons.groups(database, question.area.code, measure, period);
        if (picture.of_england_instead)
            maker.note("The files have no figures by group for " + question.area.name +
                       ". These are for England.");
        if (picture.rows.empty()) maker.note_missing(measure, period);
        const Area area{picture.area, picture.of_england_instead ? "England" : question.area.name};
        for (const auto& group : picture.rows) {
            auto row = beginning(area, measure, period);
            row.push_back(FigureCell::words(group.group));
            row.push_back(FigureCell::words(group.name));
            const auto& value = group.value;
            row.push_back(value.count ? FigureCell::exact(*value.count)
                                      : FigureCell::absent(value.state));
            row.push_back(value.count ? FigureCell::number(value.pupils) : FigureCell::none());
            add_value(row, &value);
            row.push_back(group.ratio ? FigureCell::rounded(group.ratio->ratio, 6)
                                      : FigureCell::none());
            add_interval(row, group.ratio ? std::optional(group.ratio->interval) : std::nullopt);
            // Slow to work out, so only for the files: no page shows it.
            add_interval(row, group.ratio ? exact_ratio_interval(
                                                {*value.count, static_cast<double>(value.pupils)},
                                                group.others)
                                          : std::nullopt);
            row.push_back(group.difference ? FigureCell::rounded(*group.difference, 6)
                                           : FigureCell::none());
            row.push_back(FigureCell::words(maker.source_of(value)));
            maker.table().add(std::move(row));
        }
    });
    return maker.finish(question.area.name + ": groups of pupils beside all others, " +
                        span_of(question));
}

} // namespace onroll::insight
