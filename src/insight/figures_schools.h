// The schools of one authority as a table: each rate drawn towards the whole, with its range, in
// order of name. Not a league table: no rank, and no order by rate.
#pragma once

#include "insight/figures_rows.h"

namespace onroll::insight {

/// A row for each school, measure and year. Measures that the files do not have by school give no
/// rows and a note.
FiguresTable schools_table(db::Queries&, Comparisons&, const FiguresQuestion&);

} // namespace onroll::insight
