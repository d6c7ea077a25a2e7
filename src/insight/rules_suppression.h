// Hides small counts in a table, and further cells so that nobody can work the small ones back from
// the totals. One function for page, chart and download. Pure. Whether a table also gives something
// away beside an earlier one is rules_releases.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// Counts of a two-way table row by row, without totals. A list is a table of one row.
struct CountTable {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::int64_t> counts; ///< rows x columns, none below 0
};

/// What further cells should cost least.
enum class HidingGoal { least_hidden_count, fewest_cells };

struct SuppressionRule {
    std::int64_t threshold = 4; ///< counts of 1 to this are hidden
    std::int64_t width = 5;     ///< a hidden small count must be unsure by at least this much
    std::int64_t floor = 1;     ///< zeros are shown, so a hidden cell is known to be at least this
    HidingGoal goal = HidingGoal::least_hidden_count;
};

enum class CellShown : std::uint8_t {
    shown,
    primary,   ///< hidden because it is small
    secondary, ///< hidden to protect a small one
    no_cell,   ///< a total that the table does not have
};

/// What may be shown of a table and of its totals.
struct SuppressedTable {
    std::size_t rows = 0;
    std::size_t columns = 0;
    /// (rows + 1) x (columns + 1): the last column holds the rows' totals, the last row the
    /// columns', the corner the whole.
    std::vector<CellShown> cells;
    /// Of the same shape, and empty for each cell that is hidden: what is not here cannot be shown
    /// by mistake.
    std::vector<std::optional<std::int64_t>> counts;
    bool withheld = false;         ///< no choice of cells protects the small ones: nothing is shown
    bool least_cost = false;       ///< known to be the cheapest; else safe and not far from it
    std::int64_t hidden_count = 0; ///< the cost: pupils or events in secondary cells
    int hidden_cells = 0;          ///< secondary ones

    std::size_t place(std::size_t row, std::size_t column) const
    {
        return row * (columns + 1) + column;
    }
    /// The count where it may be shown. `row` may be `rows`, and `column` `columns`, for totals.
    std::optional<std::int64_t> count(std::size_t row, std::size_t column) const
    {
        return counts[place(row, column)];
    }
};

/// What somebody who sees the table can work out of one cell.
struct AttackerBounds {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t width() const { return high - low; }
    bool operator==(const AttackerBounds&) const = default;
};

/// Chooses what to hide. With up to 16 cells to choose from the answer is the cheapest that there
/// is; beyond, it is safe and its cost is stated. A total that is itself small is hidden too.
/// Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control; ONS
/// disclosure control guidance for tables from administrative sources.
SuppressedTable suppress(const CountTable&, const SuppressionRule& = {});

/// The least and the most that a hidden cell can be for somebody who knows all that is shown, that
/// counts are whole, and the floor. Integral, since a table with its totals is a network.
/// Source: Fischetti and Salazar (1999), attacker subproblems; Ford and Fulkerson, maximum flow.
AttackerBounds attacker_bounds(const CountTable&, const std::vector<CellShown>& cells,
                               std::size_t row, std::size_t column, std::int64_t floor);

/// Whether a count is hidden for being small. Source: DfE statistics: small counts are suppressed;
/// the threshold is a setting.
bool is_small(std::int64_t count, const SuppressionRule&);

/// Rounded to a multiple of `base`, halves up: each cell on its own, so that rounded cells need not
/// add up to a rounded total. Source: ONS disclosure control guidance, rounding to base 5.
std::int64_t rounded_to(std::int64_t count, std::int64_t base = 5);

/// The symbol to stand in the cell: empty where the count is shown, "c" where it is hidden.
/// Source: Government Analysis Function, symbols in tables.
std::string_view symbol_of(CellShown);

} // namespace onroll::insight
