// Facts in rows and columns. GOV.UK Design System: table. Needs a caption; numbers right-aligned
// (CV-11).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Cell {
    Html content{};
    std::string format{}; ///< "numeric" aligns right with tabular digits
    std::string classes{};
    int colspan = 0; ///< 0 for one column
    int rowspan = 0; ///< 0 for one row
    Attributes attributes{};
};

struct Table {
    std::string caption{};
    std::string caption_classes{};
    std::vector<Cell> head{};
    std::vector<std::vector<Cell>> rows{};
    bool first_cell_is_header = false;
    std::string classes{};
    Attributes attributes{};
};

Html render(const Table& table);

/// The same table, which on a narrow screen becomes one block a row with each column's name before
/// its cell. Cells have no spans. `caption` and `head` are needed.
Html render_stacking(const Table& table);

} // namespace onroll::design
