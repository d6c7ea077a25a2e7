// Figures over time for up to four areas: ours thickest, each with its own dash, named at its end.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct Line {
    std::string name{};
    std::vector<Value> values{}; ///< one for each period
    bool provisional = false;    ///< of in-year records: thin where it is ours, open at its end,
                                 ///< and said in the table; no symbol stands where it has not come
};

/// Periods that are not like the others, shaded and named.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string label{};
};

struct LineChart {
    Figure figure{};
    std::string period_name = "School year"; ///< head of the table's first column
    std::vector<std::string> periods{};      ///< oldest first
    std::vector<Line> lines{};               ///< one to four; the first is ours
    std::vector<Span> spans{};
    std::vector<std::size_t> breaks{}; ///< before these periods the counting changed: no line joins
    std::optional<std::size_t> provisional_from{}; ///< in-year figures: thin, open, said in words
};

/// Throws Bug for no line, more than four, or a line whose length is not that of the periods.
Html render(const LineChart& chart);
std::string picture_file(const LineChart& chart, std::string_view source);
Rows rows_of(const LineChart& chart);

} // namespace onroll::design::chart
