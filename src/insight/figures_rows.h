// The tables of figures of one area: rates, ranks, neighbours, the funnel, groups. The command
// line, the API and the downloads of pages are these tables.
#pragma once

#include "insight/comparisons.h"
#include "insight/figures_table.h"

#include <vector>

namespace onroll::insight {

/// What is asked of an area's figures.
struct FiguresQuestion {
    Area area;
    std::vector<const Measure*> measures;
    int from_year = 0; ///< the calendar year in which the first period begins
    int to_year = 0;   ///< included
    TieRule ties = TieRule::lowest;
    RankedRounding rounding = RankedRounding::two_decimals;
};

/// The first and last year that the measures have for the area; nothing where they have none.
std::optional<std::pair<int, int>> years_of(db::Queries&, Comparisons&, AreaCode,
                                            const std::vector<const Measure*>&);

/// A row for each measure and year: value, range and source. A year without figures has a row with
/// a symbol, and a note.
FiguresTable rates_table(db::Queries&, Comparisons&, const FiguresQuestion&);
/// The same with rank, tie band and range of the rank among all authorities.
FiguresTable ranks_table(db::Queries&, Comparisons&, const FiguresQuestion&);
/// The area and its neighbours, by DfE's newest list.
FiguresTable neighbours_table(db::Queries&, Comparisons&, const FiguresQuestion&);
/// Distance from the whole of England, and the lines of the funnel at the area's size.
FiguresTable funnel_table(db::Queries&, Comparisons&, const FiguresQuestion&);
/// Each group of pupils beside all others.
FiguresTable disproportion_table(db::Queries&, Comparisons&, const FiguresQuestion&);

} // namespace onroll::insight
