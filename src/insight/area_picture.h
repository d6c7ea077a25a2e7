// Everything that the page of one area shows, gathered from the store by the comparisons: values
// only, no words of the page. Made anew for each request; what is costly is kept by Comparisons.
#pragma once

#include "insight/comparisons.h"
#include "insight/page_memory.h"
#include "insight/rules_flashpoints.h"
#include "insight/types.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace onroll::insight {

/// What a reader chose; the address holds nothing else.
struct AreaQuestion {
    AreaCode area = AreaCode::england();
    std::string measure{};     ///< a key of measures(); empty for the first headline one
    std::optional<int> year{}; ///< the calendar year the period begins in; nothing for the latest
};

/// One measure of the area, beside others.
struct MeasureHere {
    const Measure* measure = nullptr;
    Period period{};
    std::shared_ptr<const MeasureValues> values;
    std::shared_ptr<const CountryPicture> country;    ///< of that period
    std::shared_ptr<const RankIntervals> rank_ranges; ///< nothing where they are not shown
};

/// The groups of pupils for one headline measure.
struct GroupsHere {
    const Measure* measure = nullptr;
    Period period{}; ///< the chosen one, or the latest that has groups
    GroupPicture picture;
};

/// A count of the area, or of England where the files have none for the area.
struct CountedThing {
    std::string name{}; ///< as recorded: "persistent_disruptive", "5"
    AreaValue value;
};
struct CountedThings {
    bool of_england_instead = false;
    Period period{};
    std::vector<CountedThing> things{};
};

struct SchoolWeek {
    int number = 0;          ///< of the school year
    std::string half_term{}; ///< "Autumn 1"; empty where the file does not say
    AreaValue suspensions;
    std::int64_t school_days = 0;
    std::optional<Flashpoint> flashpoint{}; ///< this week beside all the others
};
/// The weeks of one school year, and how far they had come a year before.
struct WeeksPicture {
    SchoolYear year{};
    std::vector<SchoolWeek> weeks{};
    double so_far = 0;
    bool so_far_is_rounded = false; ///< to the nearest five, as some week is hidden
    std::optional<double> year_before_by_then{};
    std::vector<AreaValue> running{};        ///< sums up to each week
    std::vector<AreaValue> running_before{}; ///< of the year before
    std::optional<AreaValue> official{};     ///< the latest whole year that was published
    bool half_terms_known = false;           ///< from the council's own term dates
    int small = 0, hidden_to_protect = 0;    ///< weeks hidden, and why
    bool fewest_hidden = false;
};

struct AreaPicture {
    Area area{AreaCode::england()};
    std::optional<Area> region{};
    std::shared_ptr<const Gazetteer> gazetteer;
    MeasureHere chosen;
    std::vector<Period> periods{}; ///< of the chosen measure in which this area has a figure
    std::vector<MeasureHere> headline{};
    std::vector<MeasureHere> phases{}; ///< of the chosen measure's kind
    std::vector<MeasureHere> others{}; ///< measures of other kinds, each in its latest period
    std::string growth{}; ///< one sentence: the change over five years beside other areas
    NeighbourPicture neighbours;
    std::vector<GroupsHere> groups{}; ///< one for each headline measure
    CountedThings reasons;
    CountedThings durations;
    std::optional<WeeksPicture> weeks{};
    std::vector<AreaChange> changes{};
    std::map<ReleaseId, Release> releases{};

    bool any_figures() const { return !periods.empty(); }
};

/// Not found for a code that no list or file had, or an area that is no council, region or England;
/// bad input for a measure that is none.
Result<AreaPicture> area_picture(db::Queries& database, Comparisons& comparisons,
                                 PageMemory& memory, const AreaQuestion& question);

/// The periods of a measure in which that area has a cell with a number or a symbol.
std::vector<Period> periods_of(const MeasureValues& values, AreaCode area);

} // namespace onroll::insight
