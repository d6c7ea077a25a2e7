#include "insight/store_cells.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace onroll::insight::store_cells {

static_assert(std::endian::native == std::endian::little, "cells are packed as memory holds them");

namespace store_cells_detail {

AreaCode area_at(AreaLevel level, std::int32_t number)
{
    switch (level) {
    case AreaLevel::national:
        return AreaCode::england();
    case AreaLevel::region:
        return AreaCode::region(number);
    case AreaLevel::authority:
        return AreaCode::authority(number);
    case AreaLevel::school:
        return AreaCode::school(number);
    }
    return AreaCode::england();
}

} // namespace store_cells_detail

void unpack(std::span<const std::byte> bytes, AreaLevel level, PeriodKind period, ReleaseId release,
            std::vector<Cell>& cells)
{
    ensure(bytes.size() % sizeof(PackedCell) == 0, "only whole cells are packed");
    const auto count = bytes.size() / sizeof(PackedCell);
    cells.reserve(cells.size() + count);
    for (std::size_t i = 0; i < count; ++i) {
        PackedCell packed;
        std::memcpy(&packed, bytes.data() + i * sizeof packed, sizeof packed);
        ensure(packed.state <= static_cast<std::uint8_t>(CellState::missing),
               "a state is one of ours");
        cells.push_back({store_cells_detail::area_at(level, packed.area),
                         {period, packed.year, packed.within},
                         {static_cast<CellState>(packed.state), packed.decimals, packed.value,
                          packed.row, release}});
    }
}

void sort(std::vector<Cell>& cells)
{
    const auto before = [](const Cell& one, const Cell& other) {
        if (one.area != other.area) return one.area < other.area;
        return one.period < other.period;
    };
    if (!std::is_sorted(cells.begin(), cells.end(), before))
        std::stable_sort(cells.begin(), cells.end(), before);
}

std::string periods_text(const std::set<std::pair<int, int>>& periods)
{
    std::string text;
    for (const auto& [year, within] : periods) {
        if (!text.empty()) text += ' ';
        text += std::to_string(year);
        if (within != 0) text += "." + std::to_string(within);
    }
    return text;
}

} // namespace onroll::insight::store_cells
