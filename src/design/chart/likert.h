// Answers on a scale, as parts of a bar of 100%: one bar a question, each part with its share
// written in it where it fits.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct LikertRow {
    std::string name{};
    std::vector<std::int64_t> counts{}; ///< one for each answer, from the worst to the best
    bool hidden = false;                ///< too few answers to show: drawn as [c]
};

struct LikertChart {
    Figure figure{};
    std::string name_of_rows = "Question";
    std::vector<std::string> answers{}; ///< two to five, from the worst to the best
    std::vector<LikertRow> rows{};
};

/// Shares of 100 that add up to 100, by the largest remainders; all 0 for no answers.
std::vector<int> shares_of(const std::vector<std::int64_t>& counts);

/// Throws Bug for no row, fewer than two or more than five answers, or a row that does not fit.
Html render(const LikertChart& chart);
std::string picture_file(const LikertChart& chart, std::string_view source);
Rows rows_of(const LikertChart& chart);

} // namespace onroll::design::chart
