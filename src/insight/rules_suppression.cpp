#include "insight/rules_suppression.h"

#include "insight/table_network.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

namespace onroll::insight {

namespace rules_suppression_detail {

/// With more cells than this to choose from, trying every choice takes too long.
constexpr std::size_t most_to_try_all = 16;

/// A table on its way to being safe.
struct Hiding {
    const TableNetwork& network;
    const SuppressionRule& rule;
    std::vector<CellShown> cells;
    std::vector<std::size_t> small;

    bool is_safe() const
    {
        return std::all_of(small.begin(), small.end(), [&](std::size_t cell) {
            return network.is_safe(cells, cell, rule.floor, rule.width);
        });
    }
    std::int64_t count(std::size_t cell) const { return network.pipes()[cell].count; }
};

Hiding begin_hiding(const TableNetwork& network, const SuppressionRule& rule)
{
    Hiding hiding{network, rule, {}, {}};
    for (std::size_t cell = 0; cell < network.pipes().size(); ++cell) {
        const bool hidden = network.exists()[cell] && is_small(hiding.count(cell), rule);
        hiding.cells.push_back(!network.exists()[cell] ? CellShown::no_cell
                               : hidden                ? CellShown::primary
                                                       : CellShown::shown);
        if (hidden) hiding.small.push_back(cell);
    }
    return hiding;
}

/// Cells that may be hidden besides the small ones: totals only where a total is small itself,
/// since readers count on totals. Zeros are always shown.
std::vector<std::size_t> choices(const Hiding& hiding, std::size_t rows, std::size_t columns)
{
    const auto is_total = [&](std::size_t cell) {
        return cell / (columns + 1) == rows || cell % (columns + 1) == columns;
    };
    const bool totals_too = std::any_of(hiding.small.begin(), hiding.small.end(), is_total);
    std::vector<std::size_t> choices;
    for (std::size_t cell = 0; cell < hiding.cells.size(); ++cell)
        if (hiding.cells[cell] == CellShown::shown && hiding.count(cell) > 0 &&
            (totals_too || !is_total(cell)))
            choices.push_back(cell);
    return choices;
}

void hide(Hiding& hiding, const std::vector<std::size_t>& choices, std::uint32_t chosen)
{
    for (std::size_t i = 0; i < choices.size(); ++i)
        hiding.cells[choices[i]] = (chosen >> i) & 1 ? CellShown::secondary : CellShown::shown;
}

/// Tries all choices from the cheapest; false where none is safe.
bool hide_cheapest(Hiding& hiding, const std::vector<std::size_t>& choices)
{
    struct Choice {
        std::int64_t first_cost;
        std::int64_t second_cost;
        std::uint32_t row_order; ///< smaller comes first: earlier cells are hidden first
        std::uint32_t chosen;
    };
    std::vector<Choice> all;
    const std::uint32_t count = std::uint32_t{1} << choices.size();
    for (std::uint32_t chosen = 0; chosen < count; ++chosen) {
        std::int64_t sum = 0;
        std::uint32_t turned = 0;
        for (std::size_t i = 0; i < choices.size(); ++i)
            if ((chosen >> i) & 1) {
                sum += hiding.count(choices[i]);
                turned |= std::uint32_t{1} << (choices.size() - 1 - i);
            }
        const std::int64_t cells = std::popcount(chosen);
        const bool by_sum = hiding.rule.goal == HidingGoal::least_hidden_count;
        all.push_back({by_sum ? sum : cells, by_sum ? cells : sum, count - turned, chosen});
    }
    std::sort(all.begin(), all.end(), [](const Choice& one, const Choice& other) {
        return std::tie(one.first_cost, one.second_cost, one.row_order) <
               std::tie(other.first_cost, other.second_cost, other.row_order);
    });
    for (const auto& choice : all) {
        hide(hiding, choices, choice.chosen);
        if (hiding.is_safe()) return true;
    }
    return false;
}

/// One direction through a cell: with its flow (the cell grows) or against it (it shrinks).
struct Step {
    std::size_t cell;
    std::size_t from, to;
    std::int64_t room;
};

std::vector<Step> steps_through(const Hiding& hiding, const std::vector<std::size_t>& choices,
                                std::size_t without)
{
    std::vector<Step> steps;
    const auto add = [&](std::size_t cell, std::int64_t floor) {
        const auto& pipe = hiding.network.pipes()[cell];
        steps.push_back({cell, pipe.from, pipe.to, without_limit});
        steps.push_back({cell, pipe.to, pipe.from, pipe.count - floor});
    };
    for (std::size_t cell = 0; cell < hiding.cells.size(); ++cell)
        if (cell != without && hiding.cells[cell] != CellShown::shown)
            add(cell, hiding.cells[cell] == CellShown::no_cell ? 0 : hiding.rule.floor);
    for (const auto cell : choices)
        if (cell != without && hiding.cells[cell] == CellShown::shown) add(cell, hiding.rule.floor);
    return steps;
}

/// The shown cells on the cheapest way round that lets the cell grow by `room`; nothing where there
/// is no way round.
std::optional<std::vector<std::size_t>> cheapest_way_round(const Hiding& hiding,
                                                           const std::vector<Step>& steps,
                                                           std::size_t cell, std::int64_t room)
{
    constexpr auto far = std::numeric_limits<std::int64_t>::max();
    const auto& pipe = hiding.network.pipes()[cell];
    std::vector<std::int64_t> cost(hiding.network.places(), far);
    std::vector<const Step*> last(hiding.network.places(), nullptr);
    cost[pipe.to] = 0;
    // Costs are never negative and the places few: relaxing until nothing changes is quick enough.
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& step : steps) {
            if (step.room < room || cost[step.from] == far) continue;
            const bool hidden = hiding.cells[step.cell] != CellShown::shown;
            const bool by_sum = hiding.rule.goal == HidingGoal::least_hidden_count;
            const std::int64_t price = hidden ? 0 : by_sum ? hiding.count(step.cell) : 1;
            if (cost[step.from] + price < cost[step.to]) {
                cost[step.to] = cost[step.from] + price;
                last[step.to] = &step;
                changed = true;
            }
        }
    }
    if (cost[pipe.from] == far) return std::nullopt;
    std::vector<std::size_t> to_hide;
    for (auto place = pipe.from; place != pipe.to; place = last[place]->from)
        if (hiding.cells[last[place]->cell] == CellShown::shown)
            to_hide.push_back(last[place]->cell);
    return to_hide;
}

/// Hides ways round for one small cell until it is safe; false where there are no more.
bool protect(Hiding& hiding, const std::vector<std::size_t>& choices, std::size_t cell)
{
    const auto& rule = hiding.rule;
    while (!hiding.network.is_safe(hiding.cells, cell, rule.floor, rule.width)) {
        const auto steps = steps_through(hiding, choices, cell);
        std::optional<std::vector<std::size_t>> way;
        for (std::int64_t room = rule.width; room > 0; --room) {
            way = cheapest_way_round(hiding, steps, cell, room);
            if (way && !way->empty()) break;
        }
        if (!way || way->empty()) {
            // What is hidden is used up and no single way is left: hide all that may be.
            for (const auto choice : choices) hiding.cells[choice] = CellShown::secondary;
            return hiding.network.is_safe(hiding.cells, cell, rule.floor, rule.width);
        }
        for (const auto hidden : *way) hiding.cells[hidden] = CellShown::secondary;
    }
    return true;
}

/// Shows again what proves not to be needed, the largest first.
void show_what_is_not_needed(Hiding& hiding, std::vector<std::size_t> choices)
{
    std::stable_sort(choices.begin(), choices.end(), [&](std::size_t one, std::size_t other) {
        return hiding.count(one) > hiding.count(other);
    });
    for (const auto cell : choices) {
        if (hiding.cells[cell] != CellShown::secondary) continue;
        hiding.cells[cell] = CellShown::shown;
        if (!hiding.is_safe()) hiding.cells[cell] = CellShown::secondary;
    }
}

bool hide_safely(Hiding& hiding, const std::vector<std::size_t>& choices)
{
    auto small = hiding.small;
    std::stable_sort(small.begin(), small.end(), [&](std::size_t one, std::size_t other) {
        return hiding.count(one) < hiding.count(other);
    });
    for (const auto cell : small)
        if (!protect(hiding, choices, cell)) return false;
    if (!hiding.is_safe()) return false;
    show_what_is_not_needed(hiding, choices);
    return true;
}

} // namespace rules_suppression_detail

bool is_small(std::int64_t count, const SuppressionRule& rule)
{
    return count >= 1 && count <= rule.threshold;
}

SuppressedTable suppress(const CountTable& table, const SuppressionRule& rule)
{
    using namespace rules_suppression_detail;
    ensure(std::none_of(table.counts.begin(), table.counts.end(), [](auto c) { return c < 0; }),
           "a count is never below 0");
    const TableNetwork network(table);
    auto hiding = begin_hiding(network, rule);
    const auto cells = choices(hiding, table.rows, table.columns);
    SuppressedTable answer;
    answer.rows = table.rows;
    answer.columns = table.columns;
    answer.least_cost = cells.size() <= most_to_try_all;
    const bool safe = answer.least_cost ? hide_cheapest(hiding, cells) : hide_safely(hiding, cells);
    answer.withheld = !safe;
    answer.cells = std::move(hiding.cells);
    for (std::size_t cell = 0; cell < answer.cells.size(); ++cell) {
        const auto count = network.pipes()[cell].count;
        answer.counts.emplace_back();
        if (safe && answer.cells[cell] == CellShown::shown) answer.counts.back() = count;
        if (answer.cells[cell] != CellShown::secondary) continue;
        answer.hidden_count += count;
        ++answer.hidden_cells;
    }
    return answer;
}

AttackerBounds attacker_bounds(const CountTable& table, const std::vector<CellShown>& cells,
                               std::size_t row, std::size_t column, std::int64_t floor)
{
    return TableNetwork(table).bounds(cells, row * (table.columns + 1) + column, floor);
}

std::int64_t rounded_to(std::int64_t count, std::int64_t base)
{
    ensure(base > 0, "a base to round to is above 0");
    return (count + base / 2) / base * base;
}

std::string_view symbol_of(CellShown shown)
{
    switch (shown) {
    case CellShown::shown:
        return "";
    case CellShown::primary:
    case CellShown::secondary:
        return "c";
    case CellShown::no_cell:
        return "z";
    }
    return "";
}

} // namespace onroll::insight
