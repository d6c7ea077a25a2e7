#include "insight/store_cells.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

namespace onroll::insight::store_cells {

static_assert(std::endian::native == std::endian::little, "cells are packed as memory holds them");

namespace store_cells_detail {

constexpr std::size_t cell_bytes = 24;

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

template <class T>
void put(char*& at, T value)
{
    std::memcpy(at, &value, sizeof value);
    at += sizeof value;
}

template <class T>
T take(const std::byte*& at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
}

} // namespace store_cells_detail

std::string pack(std::span<const Cell> cells)
{
    using namespace store_cells_detail;
    std::string bytes(cells.size() * cell_bytes, '\0');
    auto* at = bytes.data();
    for (const auto& cell : cells) {
        put(at, cell.figure.value);
        put(at, cell.figure.row);
        put(at, cell.area.number());
        put(at, cell.period.year);
        put(at, cell.period.within);
        put(at, static_cast<std::uint8_t>(cell.figure.state));
        put(at, cell.figure.decimals);
        put(at, std::uint16_t{0});
    }
    return bytes;
}

void unpack(std::span<const std::byte> bytes, AreaLevel level, PeriodKind period, ReleaseId release,
            std::vector<Cell>& cells)
{
    using namespace store_cells_detail;
    ensure(bytes.size() % cell_bytes == 0, "only whole cells are packed");
    cells.reserve(cells.size() + bytes.size() / cell_bytes);
    const auto* at = bytes.data();
    const auto* const end = at + bytes.size();
    while (at != end) {
        Figure figure;
        figure.value = take<double>(at);
        figure.row = take<std::uint32_t>(at);
        const auto area = area_at(level, take<std::int32_t>(at));
        Period when{period, take<std::int16_t>(at), 0};
        when.within = take<std::int16_t>(at);
        const auto state = take<std::uint8_t>(at);
        ensure(state <= static_cast<std::uint8_t>(CellState::missing), "a state is one of ours");
        figure.state = static_cast<CellState>(state);
        figure.decimals = take<std::uint8_t>(at);
        take<std::uint16_t>(at);
        figure.release = release;
        cells.push_back({area, when, figure});
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

std::string periods_of(std::span<const Cell> cells)
{
    std::set<std::pair<int, int>> periods;
    for (const auto& cell : cells) periods.emplace(cell.period.year, cell.period.within);
    std::string text;
    for (const auto& [year, within] : periods) {
        if (!text.empty()) text += ' ';
        text += std::to_string(year);
        if (within != 0) text += "." + std::to_string(within);
    }
    return text;
}

} // namespace onroll::insight::store_cells
