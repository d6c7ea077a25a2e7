// One area's value of a measure, and all areas' together: the rows that pages, commands, API and
// downloads share, so that they say the same numbers. Asks the store once for each import and keeps
// what it worked out.
#pragma once

#include "insight/measures.h"
#include "insight/rules_funnel.h"
#include "insight/rules_neighbours.h"
#include "insight/rules_rank_intervals.h"
#include "insight/rules_ranks.h"
#include "insight/rules_rates.h"
#include "insight/store.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace onroll::insight {

/// One area's value of one measure in one period.
struct AreaValue {
    AreaCode area;
    Period period;
    CellState state = CellState::missing;
    std::optional<double> value{};      ///< from the counts where they are known, else as published
    std::optional<double> count{};      ///< numerator
    std::int64_t pupils = 0;            ///< denominator; 0 where it is not published
    std::optional<Interval> interval{}; ///< 95%, in the measure's unit; only from counts
    ReleaseId release = 0;
    std::uint32_t row = 0; ///< of the file
};

/// The value for show: "5.41", or "[c]" and so on, which the key of symbols explains.
std::string shown(const AreaValue&, const Measure&);
/// The ends of the range for show, to one decimal more than the value where it is below 1; empty
/// where there is none.
std::string shown_low(const AreaValue&, const Measure&);
std::string shown_high(const AreaValue&, const Measure&);
/// Any number in the measure's unit, rounded half away from zero.
std::string shown_number(double value, int decimals);

/// A measure's values of all areas and periods. Kept until the next import.
class MeasureValues {
public:
    explicit MeasureValues(const Measure& measure) : measure_(measure) {}

    const Measure& measure() const { return measure_; }
    /// nullptr where no file has the cell.
    const AreaValue* find(AreaCode area, const Period& period) const;
    /// By period.
    std::vector<AreaValue> of(AreaCode area) const;
    /// All authorities that the files have in that period, by code.
    std::vector<AreaValue> authorities_in(const Period& period) const;
    /// Periods in which any area has a cell, oldest first.
    std::vector<Period> periods() const;

    /// Adds a value unless the cell already has one with a number.
    void add(const AreaValue& value);

private:
    const Measure& measure_;
    std::map<std::pair<AreaCode, Period>, AreaValue> values_;
};

/// All authorities in one period: their ranks and the funnel.
struct CountryPicture {
    const Measure* measure = nullptr;
    Period period{};
    std::vector<AreaValue> values; ///< of all authorities, by code
    Ranking ranking;
    std::optional<Funnel> funnel;                   ///< nothing where there are no counts
    std::map<AreaCode, std::size_t> funnel_point;   ///< which of funnel->points is whose
    std::optional<std::array<double, 3>> quartiles; ///< cut points, type 7: ours, not DfE's

    const AreaValue* find(AreaCode area) const;
    const Place* place(AreaCode area) const { return ranking.find(area.text()); }
};

/// An area's neighbours in DfE's list, with their values.
struct NeighbourValue {
    Neighbour neighbour;
    std::string name;
    std::optional<AreaValue> value; ///< nothing where no file has it in that period
};
struct NeighbourPicture {
    int list = 0; ///< the year of the list
    std::vector<NeighbourValue> neighbours;
    std::optional<AmongNeighbours> among; ///< nothing where the area or all of them have no value
};

/// All areas by code, with names: kept until the next import.
struct Gazetteer {
    std::map<AreaCode, Area> areas; ///< England, regions, authorities
    std::string name_of(AreaCode area) const;
    const Area* find(AreaCode area) const;
};

/// How sure each area's rank is; empty where the files have no counts.
using RankIntervals = std::map<AreaCode, RankInterval>;

/// A group of pupils beside all others.
struct GroupRow {
    std::string group;                  ///< "Gender", as recorded
    std::string name;                   ///< "Gender male", as recorded
    AreaValue value;                    ///< the group's own rate
    std::string shown_value;            ///< as shown() gives it
    std::optional<RateRatio> ratio{};   ///< to all other pupils; nothing below three on a side
    GroupCount others{};                ///< all other pupils, where there is a ratio
    std::optional<double> difference{}; ///< for each 100 pupils
};

/// The groups of pupils of one area, or of England where the files have none for the area; by
/// group, then name. Groups that cross two characteristics are left out.
struct GroupPicture {
    AreaCode area = AreaCode::england();
    bool of_england_instead = false;
    std::vector<GroupRow> rows;
    std::vector<Period> periods; ///< that have groups, oldest first
};

/// Keeps what was worked out for the newest import. Safe to share between threads. After the first
/// time each answer costs one small question to the store: whether anything was imported since.
class Comparisons {
public:
    /// 100,000 draws take about 0.3 s for all authorities of England, once for each import.
    explicit Comparisons(int rank_draws = 100'000) : rank_draws_(rank_draws) {}

    std::shared_ptr<const MeasureValues> values(db::Queries&, const Measure&);
    std::shared_ptr<const CountryPicture> country(db::Queries&, const Measure&, const Period&,
                                                  TieRule = TieRule::lowest,
                                                  RankedRounding = RankedRounding::two_decimals);
    std::shared_ptr<const RankIntervals> rank_intervals(db::Queries&, const Measure&,
                                                        const Period&);
    std::shared_ptr<const Gazetteer> gazetteer(db::Queries&);
    /// By the newest list, or the one named.
    NeighbourPicture neighbours(db::Queries&, AreaCode, const Measure&, const Period&,
                                std::optional<int> list = {});
    /// `measure` must be a headline one; others have no groups.
    GroupPicture groups(db::Queries&, AreaCode, const Measure&, const Period&);

private:
    struct GroupSeries;
    template <class Key, class T>
    using Kept = std::map<Key, std::shared_ptr<const T>>;

    /// What is kept under the key, or what `make` answers, which is then kept.
    template <class Key, class T, class Make>
    std::shared_ptr<const T> keep(db::Queries&, Kept<Key, T>& kept, const Key& key, Make make);
    std::shared_ptr<const std::vector<GroupSeries>> group_series(db::Queries&, const Measure&,
                                                                 AreaLevel);

    int rank_draws_;
    std::mutex mutex_;
    std::int64_t revision_ = -1;
    Kept<std::string, MeasureValues> values_;
    Kept<std::tuple<std::string, Period, TieRule, RankedRounding>, CountryPicture> countries_;
    Kept<std::pair<std::string, Period>, RankIntervals> rank_intervals_;
    Kept<int, Gazetteer> gazetteers_;
    Kept<std::pair<std::string, AreaLevel>, std::vector<GroupSeries>> groups_;
};

} // namespace onroll::insight
