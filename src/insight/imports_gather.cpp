#include "insight/imports_gather.h"

#include "insight/store_cells.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace onroll::insight {

namespace imports_gather_detail {

constexpr std::size_t most_problems = 1'000;

using store_cells::PackedCell;

auto order(const PackedCell& cell)
{
    return std::tuple(cell.area, cell.year, cell.within);
}

/// A row of a table: whose and when. Its figures lie beside those of the other rows.
struct RowOfCells {
    std::int32_t area = 0;
    std::int16_t year = 0;
    std::int16_t within = 0;
    std::uint32_t row = 0;
};

struct StateOfCell {
    std::uint8_t state = 0;
    std::uint8_t decimals = 0;
};
/// No state: the cell could not be read.
constexpr std::uint8_t unread = 255;

struct Lists {
    Gatherer::Place place{};
    std::vector<std::vector<PackedCell>> of_indicator{};
    std::vector<RowOfCells> rows{};
    std::vector<double> values{};      ///< for each row, one for each indicator
    std::vector<StateOfCell> states{}; ///< likewise
};

} // namespace imports_gather_detail

struct Gatherer::Inside {
    std::string dataset;
    std::vector<std::string> indicators;
    std::vector<Breakdown> breakdowns{};
    std::map<std::string, std::uint32_t, std::less<>> breakdown_numbers{};
    std::vector<imports_gather_detail::Lists> lists{};
    std::unordered_map<std::uint64_t, std::uint32_t> list_of{};
    std::size_t chosen = 0;
};

Gatherer::Gatherer(std::string dataset, std::vector<std::string> indicators)
    : inside_(std::make_unique<Inside>(Inside{std::move(dataset), std::move(indicators)}))
{
}

Gatherer::~Gatherer() = default;
Gatherer::Gatherer(Gatherer&&) noexcept = default;
Gatherer& Gatherer::operator=(Gatherer&&) noexcept = default;

std::uint32_t Gatherer::breakdown(const Breakdown& breakdown)
{
    const auto next = static_cast<std::uint32_t>(inside_->breakdowns.size());
    const auto [at, fresh] = inside_->breakdown_numbers.try_emplace(breakdown.text(), next);
    if (fresh) inside_->breakdowns.push_back(breakdown);
    return at->second;
}

void Gatherer::at(const Place& place)
{
    auto& inside = *inside_;
    if (!inside.lists.empty() && inside.lists[inside.chosen].place == place) return;
    const auto key = (static_cast<std::uint64_t>(place.breakdown) << 32) |
                     (static_cast<std::uint64_t>(place.authority) << 8) |
                     (static_cast<std::uint64_t>(place.level) << 4) |
                     static_cast<std::uint64_t>(place.kind);
    const auto next = static_cast<std::uint32_t>(inside.lists.size());
    const auto [found, fresh] = inside.list_of.try_emplace(key, next);
    if (fresh) {
        inside.lists.push_back({place, {}, {}, {}, {}});
        inside.lists.back().of_indicator.resize(inside.indicators.size());
    }
    inside.chosen = found->second;
}

void Gatherer::add(std::size_t indicator, AreaCode area, const Period& period, const Figure& figure)
{
    inside_->lists[inside_->chosen].of_indicator[indicator].push_back(
        {figure.value, figure.row, area.number(), period.year, period.within,
         static_cast<std::uint8_t>(figure.state), figure.decimals, 0});
}

void Gatherer::add_row(AreaCode area, const Period& period, std::uint32_t row,
                       std::span<const std::optional<Figure>> figures)
{
    using namespace imports_gather_detail;
    auto& lists = inside_->lists[inside_->chosen];
    lists.rows.push_back({area.number(), period.year, period.within, row});
    for (const auto& figure : figures) {
        lists.values.push_back(figure ? figure->value : 0);
        lists.states.push_back(
            figure ? StateOfCell{static_cast<std::uint8_t>(figure->state), figure->decimals}
                   : StateOfCell{unread, 0});
    }
}

namespace imports_gather_detail {

/// The rows' places by area, then period.
std::vector<std::uint32_t> sorted_places(const std::vector<RowOfCells>& rows)
{
    std::vector<std::uint32_t> places(rows.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = i;
    const auto key = [&](std::uint32_t place) {
        const auto& row = rows[place];
        return std::tuple(row.area, row.year, row.within);
    };
    const auto before = [&](std::uint32_t one, std::uint32_t other) {
        return key(one) < key(other);
    };
    if (!std::is_sorted(places.begin(), places.end(), before))
        std::stable_sort(places.begin(), places.end(), before);
    return places;
}

/// Spreads the rows of a list over its indicators, in order.
void spread(Lists& lists)
{
    const auto indicators = lists.of_indicator.size();
    const auto places = sorted_places(lists.rows);
    for (std::size_t i = 0; i < indicators; ++i) {
        auto& cells = lists.of_indicator[i];
        cells.reserve(cells.size() + places.size());
        for (const auto place : places) {
            const auto at = place * indicators + i;
            const auto state = lists.states[at];
            if (state.state == unread) continue;
            const auto& row = lists.rows[place];
            cells.push_back({lists.values[at], row.row, row.area, row.year, row.within, state.state,
                             state.decimals, 0});
        }
    }
    lists.rows = {};
    lists.values = {};
    lists.states = {};
}

bool same(const PackedCell& one, const PackedCell& other)
{
    return one.state == other.state && one.value == other.value;
}

/// Sorts, and keeps one of each that is said twice.
void tidy(std::vector<PackedCell>& cells, std::string_view indicator, StatisticsFile& file)
{
    const auto before = [](const PackedCell& one, const PackedCell& other) {
        return order(one) < order(other);
    };
    if (!std::is_sorted(cells.begin(), cells.end(), before))
        std::stable_sort(cells.begin(), cells.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (kept == 0 || order(cells[kept - 1]) != order(cells[i])) {
            cells[kept++] = cells[i];
            continue;
        }
        if (!same(cells[kept - 1], cells[i]))
            add_problem(file, cells[i].row, indicator,
                        "Rows " + std::to_string(cells[kept - 1].row) + " and " +
                            std::to_string(cells[i].row) +
                            " give two figures for the same area, period and group. Remove one, or "
                            "say in a meta file which column tells them apart");
    }
    cells.resize(kept);
}

std::string periods_of(const std::vector<PackedCell>& cells)
{
    std::set<std::pair<int, int>> periods;
    std::pair<int, int> last{-1, -1};
    for (const auto& cell : cells) {
        const std::pair<int, int> now{cell.year, cell.within};
        if (now != last) periods.insert(now);
        last = now;
    }
    return store_cells::periods_text(periods);
}

} // namespace imports_gather_detail

void Gatherer::finish(StatisticsFile& file)
{
    using namespace imports_gather_detail;
    for (auto& lists : inside_->lists) {
        spread(lists);
        for (std::size_t i = 0; i < lists.of_indicator.size(); ++i) {
            auto cells = std::move(lists.of_indicator[i]);
            if (cells.empty()) continue;
            tidy(cells, inside_->indicators[i], file);
            const auto& place = lists.place;
            NewFigures figures{{inside_->dataset, inside_->indicators[i],
                                inside_->breakdowns[place.breakdown], place.kind},
                               place.level,
                               place.authority,
                               static_cast<std::int64_t>(cells.size()),
                               std::string(reinterpret_cast<const char*>(cells.data()),
                                           cells.size() * sizeof(PackedCell)),
                               periods_of(cells)};
            file.cells += figures.cells;
            file.figures.push_back(std::move(figures));
        }
    }
    std::sort(file.figures.begin(), file.figures.end(),
              [](const NewFigures& one, const NewFigures& other) {
                  return std::tie(one.key, one.level, one.authority) <
                         std::tie(other.key, other.level, other.authority);
              });
}

void add_problem(StatisticsFile& file, std::size_t row, std::string_view column,
                 std::string message)
{
    ++file.problem_count;
    if (file.problems.size() < imports_gather_detail::most_problems)
        file.problems.push_back({row, std::string(column), std::move(message)});
}

} // namespace onroll::insight
