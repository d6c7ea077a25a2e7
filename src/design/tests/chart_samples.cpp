#include "design/tests/chart_samples.h"

#include <fmt/format.h>

#include <cmath>

namespace onroll::design::tests::charts {
namespace {

using chart::shown_as;
using chart::symbol;
using chart::Value;

Value two_decimals(double value)
{
    return shown_as(value, fmt::format("{:.2f}", value));
}

Value one_decimal(double value)
{
    return shown_as(value, fmt::format("{:.1f}", value));
}

std::vector<Value> all_of(std::initializer_list<double> values)
{
    std::vector<Value> shown;
    for (const double value : values) shown.push_back(two_decimals(value));
    return shown;
}

std::vector<chart::MapPoint> a_square(double west, double south)
{
    return {{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south + 1}};
}

} // namespace

chart::Figure a_figure(std::string id, std::string message, std::string about)
{
    return {.id = std::move(id),
            .message = std::move(message),
            .subtitle = "Invented figures per 100 pupils, Tidemoor, 2015/16 to 2022/23",
            .description = "What the picture shows, in words.",
            .source = "invented figures",
            .notes = "A note.",
            .about = std::move(about),
            .downloads = {{"CSV", "/area/900/trend.csv"}},
            .how_href = "/area/method#trend"};
}

chart::LineChart a_line_chart()
{
    auto ours = all_of({5.10, 5.62, 6.31, 6.98, 4.80, 5.61, 9.12, 11.94});
    ours[1] = symbol("c");
    return {.figure = a_figure("trend", "Suspensions in Tidemoor rose", "suspensions by year"),
            .periods = {"2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22",
                        "2022/23"},
            .lines = {{"Tidemoor", ours},
                      {"Similar areas", all_of({4.95, 5.4, 5.92, 6.3, 4.41, 5.05, 8.2, 10.72})},
                      {"England", all_of({4.29, 4.76, 5.08, 5.36, 3.76, 4.25, 6.91, 9.33})},
                      {"South West", all_of({4.6, 5.15, 5.7, 6.1, 4.2, 4.9, 7.65, 9.95})}},
            .spans = {{4, 5, "Schools part-closed"}},
            .breaks = {3},
            .provisional_from = 7};
}

chart::BarChart a_bar_chart()
{
    return {
        .figure = a_figure("reasons", "Persistent disruption is the main reason", "reasons"),
        .bars = {{"Persistent disruptive behaviour", shown_as(312, "312"), true},
                 {"Verbal abuse or threatening behaviour against an adult", shown_as(120, "120")},
                 {"Bullying", symbol("c")},
                 {"Theft", shown_as(0, "0")}}};
}

chart::ColumnChart a_column_chart()
{
    chart::ColumnChart sample{.figure = a_figure("weeks", "Week 6 is the flashpoint", "weeks"),
                              .axis = "School weeks, with holidays left as gaps"};
    int week = 1;
    for (const char* name : {"Autumn 1", "Autumn 2", "Spring 1"}) {
        chart::ColumnGroup group{name, std::string(name).substr(0, 6), {}};
        for (int n = 0; n < 6; ++n, ++week)
            group.bars.push_back({"Week " + std::to_string(week),
                                  week == 9 ? symbol("c") : one_decimal(2 + week % 7),
                                  week % 7 == 6});
        sample.groups.push_back(group);
    }
    return sample;
}

chart::IntervalChart an_interval_chart()
{
    return {
        .figure = a_figure("ranks", "Our rank is a range, not a number", "ranks"),
        .axis = "Rank among 151 areas",
        .from = 1,
        .to = 151,
        .ticks = {{1, "1"}, {38, "38"}, {76, "76"}, {114, "114"}, {151, "151"}},
        .bands = {{1, 38, "Lowest quarter", "Lowest"}, {114, 151, "Highest quarter", "Highest"}},
        .rows = {{"All suspensions", shown_as(98, "98"), 87, 109, "87", "109"},
                 {"Pupils with special educational needs support", shown_as(121, "121"), 108, 131,
                  "108", "131"},
                 {"Permanent exclusions", symbol("c"), 0, 0, "", ""}}};
}

chart::FunnelChart a_funnel()
{
    chart::FunnelChart sample{
        .figure = a_figure("funnel", "Two areas stand outside the limits", "areas by size"),
        .axis = "Pupils",
        .centre = 12.8,
        .centre_name = "England 12.80"};
    for (int n = 1; n <= 40; ++n) {
        const double size = n * 45;
        const double width = 60 / std::sqrt(size);
        sample.limits.push_back({size, 12.8 - 1.96 * width, 12.8 + 1.96 * width,
                                 12.8 - 3.09 * width, 12.8 + 3.09 * width});
    }
    for (int n = 0; n < 30; ++n) {
        const double size = 150 + (n * 397) % 1500;
        const double rate = 12.8 + ((n * 7) % 11 - 5) * 0.6;
        sample.points.push_back({.name = "Area " + std::to_string(n + 1),
                                 .size = size,
                                 .size_shown = fmt::format("{:.0f}", size),
                                 .rate = one_decimal(rate),
                                 .verdict = "Inside both limits"});
    }
    sample.points[3].rate = one_decimal(25.4);
    sample.points[3].standing = chart::Standing::outside;
    sample.points[3].verdict = "Above the 99.8% limit";
    sample.points[5].ours = true;
    sample.points[5].name = "Tidemoor";
    sample.points[6].rate = symbol("x");
    return sample;
}

chart::HeatMap a_heat_map()
{
    return {.figure = a_figure("groups", "Years 9 and 10 are the hardest", "groups"),
            .columns = {"Year 7", "Year 8", "Year 9", "Year 10", "Year 11"},
            .short_columns = {"Y7", "Y8", "Y9", "Y10", "Y11"},
            .begins = {10, 20, 30, 40},
            .key = {"under 10", "10 to 19.9", "20 to 29.9", "30 to 39.9", "40 and over"},
            .rows = {{"Education, health and care plan",
                      {one_decimal(17.9), one_decimal(24.6), one_decimal(31.2), one_decimal(29.8),
                       one_decimal(9.4)}},
                     {"Has a social worker",
                      {one_decimal(22.1), one_decimal(31.5), one_decimal(41.3), one_decimal(39.6),
                       symbol("c")}}}};
}

chart::LikertChart a_likert_chart()
{
    return {
        .figure = a_figure("answers", "Most feel listened to", "answers"),
        .answers = {"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"},
        .rows = {{"I feel that adults at school listen to me", {2, 5, 8, 20, 15}},
                 {"I feel safe", {0, 1, 3, 30, 25}},
                 {"I know who to go to when things go wrong at school", {1, 1, 1, 0, 0}, true}}};
}

chart::SmallMultiples small_multiples()
{
    return {.figure = a_figure("neighbours", "Most similar areas rose", "similar areas"),
            .periods = {"2019/20", "2020/21", "2021/22", "2022/23"},
            .panels = {{"Tidemoor", all_of({4.8, 5.61, 9.12, 11.94}), true},
                       {"Northmere", all_of({3.1, 3.3, 5.2, 7.4})},
                       {"Ashcombe and the Vale of Long Names",
                        {two_decimals(4), symbol("x"), two_decimals(6), two_decimals(5.5)}},
                       {"Saltby", all_of({2.1, 2.2, 2.3, 2.2})}},
            .compared = all_of({3.76, 4.25, 6.91, 9.33}),
            .compared_name = "England"};
}

chart::AreaMap an_area_map()
{
    return {
        .figure = a_figure("map", "The south is highest", "areas"),
        .begins = {5, 10},
        .key = {"under 5", "5 to 9.99", "10 and over"},
        .areas = {{"900", "Tidemoor", "/area/900", {a_square(-3, 50)}, two_decimals(11.94), true},
                  {"901", "Northmere", "/area/901", {a_square(-2, 51)}, two_decimals(4.2)},
                  {"902", "Saltby & <Sea>", "/area/902", {a_square(-3, 52)}, symbol("c")}}};
}

std::vector<std::pair<std::string, Html>> every_chart()
{
    return {{"line", render(a_line_chart())},     {"bar", render(a_bar_chart())},
            {"column", render(a_column_chart())}, {"interval", render(an_interval_chart())},
            {"funnel", render(a_funnel())},       {"heat", render(a_heat_map())},
            {"likert", render(a_likert_chart())}, {"multiples", render(small_multiples())},
            {"map", render(an_area_map())}};
}

} // namespace onroll::design::tests::charts
