// Charts of when: the year so far beside the year before and the official count, and the weeks of
// term.
#include "insight/charts_area_inside.h"

#include "design/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace onroll::insight::charts_detail {

namespace chart = design::chart;

/// Weeks that stand out: far more than the rest for their days, not by chance.
bool stands_out(const SchoolWeek& week)
{
    return week.flashpoint && week.flashpoint->ratio >= 1.25 && week.flashpoint->chance < 0.001;
}

std::string half_term_of(const SchoolWeek& week)
{
    if (!week.half_term.empty()) return week.half_term;
    static constexpr std::array<std::pair<int, const char*>, 6> ends{{{7, "Autumn 1"},
                                                                      {14, "Autumn 2"},
                                                                      {20, "Spring 1"},
                                                                      {26, "Spring 2"},
                                                                      {32, "Summer 1"},
                                                                      {60, "Summer 2"}}};
    for (const auto& [last, name] : ends)
        if (week.number <= last) return name;
    return ends.back().second;
}

/// A season stands once under its half terms; a numbered term under each.
std::string label_of(const std::string& half_term)
{
    if (half_term.starts_with("Term ")) return half_term;
    return half_term.back() == '1' ? half_term.substr(0, half_term.find(' ')) : "";
}

/// What was hidden among the weeks, and at what cost. Never how many suspensions the weeks that
/// protect others have: beside the sum that would tell those others.
std::string hiding_in_words(const WeeksPicture& weeks)
{
    if (weeks.small + weeks.hidden_to_protect == 0) return {};
    return " " + sentence_case(design::counted(weeks.small, "week")) +
           (weeks.small == 1 ? " is hidden for its small number, and "
                             : " are hidden for their "
                               "small numbers, and ") +
           design::counted(weeks.hidden_to_protect, "more week") +
           " so that nobody can work these back" +
           (weeks.fewest_hidden ? ": the least that is safe."
                                : ". That is safe, and may be a week or two more than the least.");
}

std::string counted_whole(double count)
{
    return design::with_thousands(static_cast<std::int64_t>(count));
}

/// Sums as the values of a line, for weeks 1 to `last`.
std::vector<chart::Value> sums_by_week(const std::vector<AreaValue>& sums, int last)
{
    std::vector<chart::Value> values(static_cast<std::size_t>(last), chart::symbol("z"));
    for (const auto& sum : sums) {
        auto& value = values[static_cast<std::size_t>(sum.period.within - 1)];
        value = sum.value ? chart::shown_as(*sum.value, counted_whole(*sum.value))
                          : chart::symbol(symbol_of(sum.state));
    }
    return values;
}

std::string so_far_message(const AreaPicture& picture, const WeeksPicture& weeks)
{
    auto words =
        fmt::format("{}: {} suspensions by week {} of {}", picture.area.name,
                    counted_whole(weeks.so_far), weeks.weeks.back().number, weeks.year.text());
    if (weeks.year_before_by_then)
        words += ", and " + counted_whole(*weeks.year_before_by_then) +
                 " by the same week a year before";
    return words;
}

std::optional<AreaChart> so_far_chart(const AreaPicture& picture)
{
    if (!picture.weeks || picture.weeks->weeks.empty()) return std::nullopt;
    const auto& weeks = *picture.weeks;
    int last = weeks.weeks.back().number;
    if (!weeks.running_before.empty())
        last = std::max<int>(last, weeks.running_before.back().period.within);
    chart::LineChart lines{.figure =
                               figure_named(picture, "so-far", "suspensions so far by week",
                                            weeks.weeks.front().suspensions.release, "so-far"),
                           .period_name = "School week"};
    for (int week = 1; week <= last; ++week)
        lines.periods.push_back("Week " + std::to_string(week));
    lines.lines.push_back({weeks.year.text() + " so far", sums_by_week(weeks.running, last), true});
    const SchoolYear before{weeks.year.start - 1};
    if (!weeks.running_before.empty())
        lines.lines.push_back(
            {before.text() + ", own records", sums_by_week(weeks.running_before, last), true});
    if (weeks.official) {
        const auto words = counted_whole(*weeks.official->count);
        lines.lines.push_back(
            {"Whole of " + weeks.official->period.text() + ", official",
             std::vector<chart::Value>(static_cast<std::size_t>(last),
                                       chart::shown_as(*weeks.official->count, words))});
    }
    lines.figure.message = so_far_message(picture, weeks);
    lines.figure.subtitle =
        fmt::format("Suspensions from the start of the school year, {}", picture.area.name);
    lines.figure.description =
        fmt::format("{} over {} school weeks. {}.",
                    design::counted(static_cast<std::int64_t>(lines.lines.size()), "line"), last,
                    lines.figure.message);
    lines.figure.notes =
        std::string("Provisional: these come from the area’s own records. Late records will raise "
                    "the later numbers more than the earlier ones, and the official figure can "
                    "differ from both. ") +
        (weeks.so_far_is_rounded
             ? "Sums are to the nearest 5, and not shown for each week, as some weeks are hidden."
             : "");
    return lines;
}

std::optional<AreaChart> weeks_chart(const AreaPicture& picture)
{
    if (!picture.weeks || picture.weeks->weeks.empty()) return std::nullopt;
    const auto& weeks = *picture.weeks;
    chart::ColumnChart columns{.name_of_values = "Suspensions for each school day",
                               .axis = "School weeks, with holidays left as gaps"};
    std::vector<std::string> high;
    for (const auto& week : weeks.weeks) {
        const auto half_term = half_term_of(week);
        if (columns.groups.empty() || columns.groups.back().name != half_term)
            columns.groups.push_back({half_term, label_of(half_term), {}});
        chart::Bar bar{.name = "Week " + std::to_string(week.number),
                       .looked_at = stands_out(week)};
        if (week.suspensions.value && week.school_days > 0) {
            const double rate = *week.suspensions.value / static_cast<double>(week.school_days);
            bar.value = chart::shown_as(rate, shown_number(rate, 1));
        } else if (week.suspensions.value) {
            bar.value = chart::symbol("z");
        } else {
            const auto symbol = symbol_of(week.suspensions.state);
            bar.value = chart::symbol(symbol.empty() ? "x" : symbol);
        }
        if (bar.looked_at) high.push_back(std::to_string(week.number));
        columns.groups.back().bars.push_back(std::move(bar));
    }
    columns.figure = figure_named(picture, "weeks", "school weeks",
                                  weeks.weeks.front().suspensions.release, "weeks-of-term");
    columns.figure.message = high.empty()       ? "No week stands out from the others"
                             : high.size() == 1 ? "Week " + high.front() + " stands out"
                                                : "Weeks " + design::listed(high) + " stand out";
    columns.figure.subtitle = fmt::format("Suspensions for each school day, by school week, {}, {}",
                                          picture.area.name, weeks.year.text());
    columns.figure.description =
        fmt::format("Bars for {} school weeks. {}.", weeks.weeks.size(), columns.figure.message);
    columns.figure.notes =
        std::string("A week is dark where it has a quarter more than the other weeks and chance "
                    "would hardly give that. One incident can lead to several suspensions. ") +
        (weeks.half_terms_known ? "Half terms are by the council’s own term dates."
                                : "Half terms are the usual ones: the council’s term dates for "
                                  "this year are not known here.") +
        hiding_in_words(weeks);
    return columns;
}

} // namespace onroll::insight::charts_detail
