// How the cells of a series are packed in the table insight_figures: 24 bytes each, by area, then
// period, little-endian, so that one query answers a whole series. Pure: no database.
#pragma once

#include "insight/types.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace onroll::insight::store_cells {

/// The bytes of these cells, which are all of one level and one kind of period.
std::string pack(std::span<const Cell> cells);

/// Adds the cells packed in `bytes`. A Bug where the bytes are no cells.
void unpack(std::span<const std::byte> bytes, AreaLevel level, PeriodKind period, ReleaseId release,
            std::vector<Cell>& cells);

/// By area, then period.
void sort(std::vector<Cell>& cells);

/// The years in the cells, as "2006 2007": which figures a later file takes the place of.
std::string periods_of(std::span<const Cell> cells);

} // namespace onroll::insight::store_cells
