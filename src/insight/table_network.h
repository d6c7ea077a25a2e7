// A table with its totals as a network: rows and columns are places, cells are pipes between them,
// and what flows in flows out. Used by the rules of suppression only. Pure.
#pragma once

#include "insight/rules_suppression.h"

#include <cstdint>
#include <vector>

namespace onroll::insight {

/// More than any count in a table.
inline constexpr std::int64_t without_limit = std::int64_t{1} << 50;

class TableNetwork {
public:
    struct Pipe {
        std::size_t from = 0;
        std::size_t to = 0;
        std::int64_t count = 0;
    };

    explicit TableNetwork(const CountTable& table);

    std::size_t places() const { return rows_ + columns_ + 2; }
    /// By cell, in the order of SuppressedTable::cells.
    const std::vector<Pipe>& pipes() const { return pipes_; }
    /// Which totals the table has: a list has one only.
    const std::vector<bool>& exists() const { return exists_; }

    /// As attacker_bounds, for the cell of that number.
    AttackerBounds bounds(const std::vector<CellShown>& cells, std::size_t cell,
                          std::int64_t floor) const;
    /// Whether the cell is unsure by at least `width`.
    bool is_safe(const std::vector<CellShown>& cells, std::size_t cell, std::int64_t floor,
                 std::int64_t width) const;

private:
    std::vector<std::int64_t> capacities(const std::vector<CellShown>& cells, std::size_t without,
                                         std::int64_t floor) const;
    std::int64_t most_flow(std::vector<std::int64_t> capacity, std::size_t from, std::size_t to,
                           std::int64_t enough) const;

    std::size_t rows_;
    std::size_t columns_;
    std::vector<Pipe> pipes_;
    std::vector<bool> exists_;
};

} // namespace onroll::insight
