// How the cells of a series are packed in the table insight_figures: 24 bytes each, by area, then
// period, little-endian, so that one query answers a whole series. Pure: no database.
#pragma once

#include "insight/types.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight::store_cells {

/// A cell as it lies in the table.
struct PackedCell {
    double value = 0;
    std::uint32_t row = 0;
    std::int32_t area = 0;
    std::int16_t year = 0;
    std::int16_t within = 0;
    std::uint8_t state = 0;
    std::uint8_t decimals = 0;
    std::uint16_t unused = 0;
};
static_assert(sizeof(PackedCell) == 24, "no gaps, so that equal cells are equal bytes");

/// Adds the cells packed in `bytes`. A Bug where the bytes are no cells.
void unpack(std::span<const std::byte> bytes, AreaLevel level, PeriodKind period, ReleaseId release,
            std::vector<Cell>& cells);

/// By area, then period.
void sort(std::vector<Cell>& cells);

/// "2006 2007", with the week or month as "2023.5": which figures a later file takes the place of.
std::string periods_text(const std::set<std::pair<int, int>>& periods);

} // namespace onroll::insight::store_cells
