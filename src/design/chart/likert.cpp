#include "design/chart/likert.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace onroll::design::chart {
namespace likert_detail {

// Which inks of the five-part palette a scale of 2, 3, 4 or 5 answers uses.
Ink ink_of(std::size_t answer, std::size_t of)
{
    static constexpr std::array<std::array<std::size_t, 5>, 4> places{
        {{0, 4}, {0, 2, 4}, {0, 1, 3, 4}, {0, 1, 2, 3, 4}}};
    return answer_ink(places.at(of - 2).at(answer));
}

void check(const LikertChart& chart)
{
    ensure(!chart.rows.empty(), "a chart of answers has questions");
    ensure(chart.answers.size() >= 2 && chart.answers.size() <= answers.size(),
           "a scale has two to five answers");
    for (const auto& row : chart.rows)
        ensure(row.counts.size() == chart.answers.size(), "a question has a count for each answer");
}

void draw_bar(Drawing& drawing, const LikertRow& row, const Box& box)
{
    const auto total = std::accumulate(row.counts.begin(), row.counts.end(), std::int64_t{0});
    if (row.hidden || total == 0) {
        drawing.box(Ink::hidden, box);
        drawing.words({box.x + box.width / 2, box.y + box.height / 2 + 6},
                      row.hidden ? "[c]" : "no answers", Words::soft, Anchor::middle);
        return;
    }
    const auto shares = shares_of(row.counts);
    double x = box.x;
    for (std::size_t n = 0; n < row.counts.size(); ++n) {
        const double width =
            box.width * static_cast<double>(row.counts[n]) / static_cast<double>(total);
        if (row.counts[n] == 0) continue;
        const auto ink = ink_of(n, row.counts.size());
        drawing.box(ink, {x, box.y, width, box.height});
        const auto words = std::to_string(shares[n]) + "%";
        if (width_of(words) + 6 < width)
            drawing.words({x + width / 2, box.y + box.height / 2 + 6}, words,
                          wants_white_words(ink) ? Words::white : Words::plain, Anchor::middle);
        x += width;
    }
}

Sketch draw(const LikertChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const bool wide = width == Width::wide;
    const double left = wide ? 330 : 0;
    double y = 4;
    double x = left;
    for (std::size_t n = 0; n < chart.answers.size(); ++n) {
        const double room = width_of(chart.answers[n]) + 44;
        if (x > left && x + room > sketch.width) {
            x = left;
            y += 28;
        }
        sketch.drawing.box(ink_of(n, chart.answers.size()), {x, y, 20, 20});
        sketch.drawing.words({x + 27, y + 16}, chart.answers[n], Words::soft);
        x += room;
    }
    y += 36;
    for (const auto& row : chart.rows) {
        const auto count = static_cast<double>(lines_of(row.name, wide ? left - 20 : 286).size());
        double height = 36;
        if (wide) {
            height = std::max(height, 20 * count + 4);
            sketch.drawing.wrapped({left - 14, y + height / 2 + 6 - 10 * (count - 1)}, row.name,
                                   left - 20, Words::plain, Anchor::end);
        } else {
            y = sketch.drawing.wrapped({0, y + 16}, row.name, 286) - 12;
        }
        draw_bar(sketch.drawing, row, {left, y, sketch.width - left, height});
        y += height + 12;
    }
    sketch.height = y;
    return sketch;
}

} // namespace likert_detail

std::vector<int> shares_of(const std::vector<std::int64_t>& counts)
{
    const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    std::vector<int> shares(counts.size(), 0);
    if (total == 0) return shares;
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), 0);
    int left = 100;
    for (std::size_t n = 0; n < counts.size(); ++n) {
        shares[n] = static_cast<int>(counts[n] * 100 / total);
        left -= shares[n];
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return counts[a] * 100 % total > counts[b] * 100 % total;
    });
    for (std::size_t n = 0; n < order.size() && left > 0; ++n, --left) ++shares[order[n]];
    return shares;
}

Rows rows_of(const LikertChart& chart)
{
    likert_detail::check(chart);
    Rows rows{.head = {chart.name_of_rows}};
    for (const auto& answer : chart.answers) rows.head.push_back(answer + " (%)");
    rows.head.emplace_back("Answers");
    for (const auto& row : chart.rows) {
        std::vector<std::string> cells{row.name};
        const auto shares = shares_of(row.counts);
        const auto total = std::accumulate(row.counts.begin(), row.counts.end(), std::int64_t{0});
        for (const auto share : shares)
            cells.push_back(row.hidden ? "[c]" : total == 0 ? "[z]" : std::to_string(share));
        cells.push_back(row.hidden ? "[c]" : std::to_string(total));
        rows.cells.push_back(std::move(cells));
    }
    return rows;
}

Html render(const LikertChart& chart)
{
    const auto rows = rows_of(chart);
    return render(
        chart.figure,
        {likert_detail::draw(chart, Width::wide), likert_detail::draw(chart, Width::narrow)}, rows);
}

std::string picture_file(const LikertChart& chart, std::string_view source)
{
    likert_detail::check(chart);
    return picture_file(chart.figure, likert_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
