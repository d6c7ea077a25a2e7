#include "insight/table_network.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::insight {

TableNetwork::TableNetwork(const CountTable& table) : rows_(table.rows), columns_(table.columns)
{
    ensure(table.counts.size() == rows_ * columns_ && rows_ > 0 && columns_ > 0,
           "a table has a count for each cell");
    const std::size_t all_rows = rows_, first_column = rows_ + 1,
                      all_columns = rows_ + 1 + columns_;
    const auto count_at = [&](std::size_t row, std::size_t column) {
        return table.counts[row * columns_ + column];
    };
    for (std::size_t row = 0; row <= rows_; ++row)
        for (std::size_t column = 0; column <= columns_; ++column) {
            Pipe pipe;
            for (std::size_t r = 0; r < rows_; ++r)
                for (std::size_t c = 0; c < columns_; ++c)
                    if ((row == rows_ || r == row) && (column == columns_ || c == column))
                        pipe.count += count_at(r, c);
            const std::size_t row_place = row == rows_ ? all_rows : row;
            const std::size_t column_place =
                column == columns_ ? all_columns : first_column + column;
            // A total flows against its parts; the total of totals with them again.
            const bool with_the_parts = (row == rows_) == (column == columns_);
            pipe.from = with_the_parts ? row_place : column_place;
            pipe.to = with_the_parts ? column_place : row_place;
            pipes_.push_back(pipe);
            const bool total_of_column = row == rows_, total_of_row = column == columns_;
            exists_.push_back(!(total_of_column && rows_ == 1) && !(total_of_row && columns_ == 1));
        }
}

std::vector<std::int64_t> TableNetwork::capacities(const std::vector<CellShown>& cells,
                                                   std::size_t without, std::int64_t floor) const
{
    std::vector<std::int64_t> capacity(places() * places());
    for (std::size_t cell = 0; cell < pipes_.size(); ++cell) {
        if (cell == without || cells[cell] == CellShown::shown) continue;
        const auto& pipe = pipes_[cell];
        const std::int64_t least = cells[cell] == CellShown::no_cell ? 0 : floor;
        capacity[pipe.from * places() + pipe.to] += without_limit;
        capacity[pipe.to * places() + pipe.from] += std::max<std::int64_t>(0, pipe.count - least);
    }
    return capacity;
}

std::int64_t TableNetwork::most_flow(std::vector<std::int64_t> capacity, std::size_t from,
                                     std::size_t to, std::int64_t enough) const
{
    const std::size_t nobody = places();
    std::int64_t flow = 0;
    while (flow < enough) {
        std::vector<std::size_t> came_from(places(), nobody);
        std::vector<std::size_t> queue{from};
        came_from[from] = from;
        for (std::size_t next = 0; next < queue.size() && came_from[to] == nobody; ++next)
            for (std::size_t place = 0; place < places(); ++place)
                if (came_from[place] == nobody && capacity[queue[next] * places() + place] > 0) {
                    came_from[place] = queue[next];
                    queue.push_back(place);
                }
        if (came_from[to] == nobody) break;
        std::int64_t more = without_limit;
        for (auto place = to; place != from; place = came_from[place])
            more = std::min(more, capacity[came_from[place] * places() + place]);
        for (auto place = to; place != from; place = came_from[place]) {
            capacity[came_from[place] * places() + place] -= more;
            capacity[place * places() + came_from[place]] += more;
        }
        flow += more;
    }
    return std::min(flow, enough);
}

AttackerBounds TableNetwork::bounds(const std::vector<CellShown>& cells, std::size_t cell,
                                    std::int64_t floor) const
{
    const auto& pipe = pipes_[cell];
    if (cells[cell] == CellShown::shown) return {pipe.count, pipe.count};
    const auto capacity = capacities(cells, cell, floor);
    // More through the pipe must flow back from its end, and less must come round another way.
    const auto up = most_flow(capacity, pipe.to, pipe.from, without_limit);
    const auto down = std::min(std::max<std::int64_t>(0, pipe.count - floor),
                               most_flow(capacity, pipe.from, pipe.to, without_limit));
    return {pipe.count - down, pipe.count + up};
}

bool TableNetwork::is_safe(const std::vector<CellShown>& cells, std::size_t cell,
                           std::int64_t floor, std::int64_t width) const
{
    const auto& pipe = pipes_[cell];
    const auto capacity = capacities(cells, cell, floor);
    const auto up = most_flow(capacity, pipe.to, pipe.from, width);
    if (up >= width) return true;
    const auto down = std::min(std::max<std::int64_t>(0, pipe.count - floor),
                               most_flow(capacity, pipe.from, pipe.to, width));
    return up + down >= width;
}

} // namespace onroll::insight
