#include "insight/rules_rank_intervals.h"
#include "insight/rules_ranks.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rules_ranks_test {

using namespace onroll::insight;

RankedValue valued(const std::string& code, const std::string& name, std::optional<double> value)
{
    return {code, name, value};
}

std::vector<RankedValue> five_areas()
{
    return {valued("301", "Yarrow", 0.09), valued("302", "alder", 0.091),
            valued("303", "Birch", 0.2), valued("304", "Cedar", std::nullopt),
            valued("305", "Beech", 0.05)};
}

TEST_CASE("equals share a band, and what is hidden takes no place")
{
    const auto ranking = rank_values(five_areas(), TieRule::lowest, RankedRounding::two_decimals);
    CHECK(ranking.of == 4);
    CHECK(ranking.all == 5);
    CHECK_FALSE(ranking.find("304"));
    CHECK(*ranking.find("303") == Place{"303", 1, 1, 1});
    CHECK(*ranking.find("301") == Place{"301", 2, 2, 3});
    CHECK(*ranking.find("302") == Place{"302", 2, 2, 3});
    CHECK(*ranking.find("305") == Place{"305", 4, 4, 4});
}

TEST_CASE("each rule for ties gives its own rank inside the band")
{
    struct Row {
        TieRule ties;
        double yarrow, alder;
    };
    const std::vector<Row> rows = {{TieRule::lowest, 2, 2},
                                   {TieRule::middle, 2.5, 2.5},
                                   {TieRule::last, 3, 3},
                                   {TieRule::name, 3, 2},
                                   {TieRule::number, 2, 3}};
    for (const auto& row : rows) {
        const auto ranking = rank_values(five_areas(), row.ties, RankedRounding::two_decimals);
        CHECK(ranking.find("301")->rank == row.yarrow);
        CHECK(ranking.find("302")->rank == row.alder);
    }
}

TEST_CASE("without rounding only true equals are tied")
{
    const auto ranking = rank_values(five_areas(), TieRule::lowest, RankedRounding::exact);
    CHECK(ranking.find("302")->rank == 2);
    CHECK(ranking.find("301")->rank == 3);
    // 15.625 from the counts rounds up, whatever a binary fraction would do.
    std::vector<RankedValue> halves = {{"1", "One", 15.62, 70.0, 448}, {"2", "Two", 15.63}};
    CHECK(rank_values(halves, TieRule::lowest, RankedRounding::two_decimals).find("1")->tie_to ==
          2);
}

TEST_CASE("rules are chosen by name and say themselves")
{
    CHECK(tie_rule_named("middle") == TieRule::middle);
    CHECK_FALSE(tie_rule_named("fair"));
    CHECK(rounding_named("none") == RankedRounding::exact);
    CHECK_FALSE(rounding_named("3"));
    CHECK(in_words(TieRule::name) == "Areas with the same value are put in order of name.");
}

TEST_CASE("the order of the rows makes no difference to the ranks")
{
    rc::check([] {
        const auto cents =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12)));
        std::vector<RankedValue> values;
        for (std::size_t i = 0; i < cents.size(); ++i)
            values.push_back(
                valued(std::to_string(300 + i), "Area " + std::to_string(i), cents[i] / 100.0));
        auto turned = values;
        std::reverse(turned.begin(), turned.end());
        for (const auto rule : {TieRule::lowest, TieRule::middle, TieRule::name, TieRule::number})
            RC_ASSERT(rank_values(values, rule, RankedRounding::two_decimals).places ==
                      rank_values(turned, rule, RankedRounding::two_decimals).places);
    });
}

TEST_CASE("the ranks of all add up to the same sum, however equals are ranked")
{
    rc::check([] {
        const auto cents =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9)));
        std::vector<RankedValue> values;
        for (std::size_t i = 0; i < cents.size(); ++i)
            values.push_back(valued(std::to_string(300 + i), "Same", cents[i] / 100.0));
        const auto n = static_cast<double>(values.size());
        for (const auto rule : {TieRule::middle, TieRule::name, TieRule::number}) {
            double sum = 0;
            for (const auto& place : rank_values(values, rule, RankedRounding::two_decimals).places)
                sum += place.rank;
            RC_ASSERT(sum == n * (n + 1) / 2);
        }
    });
}

const std::vector<Exposure> twelve_areas = {
    {12, 21000}, {31, 30500}, {8, 15200},  {55, 41000}, {22, 18800}, {40, 52000},
    {5, 9100},   {77, 60500}, {19, 25400}, {28, 23300}, {64, 39800}, {3, 7600},
};

/// The published table counts from the lowest; ours from the highest.
struct FromLowest {
    double mean;
    int low, high;
};
const std::vector<FromLowest> published = {
    {3.143, 1, 8},  {7.083, 3, 11}, {3.249, 1, 8}, {9.998, 7, 12}, {8.152, 4, 12},  {4.353, 1, 8},
    {4.151, 1, 10}, {9.693, 7, 12}, {4.536, 1, 9}, {8.529, 4, 12}, {11.489, 9, 12}, {3.623, 1, 9},
};

TEST_CASE("drawn ranks of twelve areas agree with the exact ones")
{
    const auto prior = fit_rate_prior(twelve_areas).value();
    const auto exact = exact_rank_intervals(twelve_areas, prior, 2'000);
    const auto drawn = rank_intervals(twelve_areas, prior, {400'000, 1});
    for (std::size_t i = 0; i < twelve_areas.size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(13 - exact[i].mean - published[i].mean) < 0.002);
        CHECK(std::abs(13 - drawn[i].mean - published[i].mean) < 0.02);
        // Quantiles taken from the other side move by one where a chance lies on the line.
        CHECK(std::abs(13 - exact[i].high - published[i].low) <= 1);
        CHECK(std::abs(13 - exact[i].low - published[i].high) <= 1);
        CHECK(std::abs(drawn[i].low - exact[i].low) <= 1);
        CHECK(std::abs(drawn[i].high - exact[i].high) <= 1);
    }
}

TEST_CASE("the same seed gives the same intervals, and another seed nearly the same")
{
    const auto prior = fit_rate_prior(twelve_areas).value();
    const auto one = rank_intervals(twelve_areas, prior, {20'000, 7});
    CHECK(one == rank_intervals(twelve_areas, prior, {20'000, 7}));
    const auto other = rank_intervals(twelve_areas, prior, {20'000, 8});
    CHECK_FALSE(one == other);
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(std::abs(one[i].mean - other[i].mean) < 0.1);
}

TEST_CASE("mean ranks add up to the sum of all places")
{
    const auto prior = fit_rate_prior(twelve_areas).value();
    double sum = 0;
    for (const auto& interval : rank_intervals(twelve_areas, prior, {5'000, 3}))
        sum += interval.mean;
    CHECK(sum == doctest::Approx(78).epsilon(1e-9));
    CHECK(rank_intervals({{5, 100}}, prior, {100, 1}).front().high == 1);
}

TEST_CASE("the chance that one area's rate is the higher is exact for two areas")
{
    CHECK(chance_first_is_higher({12, 21000}, {31, 30500}) ==
          doctest::Approx(.0405496565).epsilon(1e-8));
    CHECK(chance_first_is_higher({64, 39800}, {77, 60500}) ==
          doctest::Approx(.9163782127).epsilon(1e-8));
}

TEST_CASE("shapes below one are drawn too")
{
    // Two areas with no prior to speak of and few events: the exact chance is the beta's.
    const RatePrior prior{0.5, 1e-9, 0, true};
    const std::vector<Exposure> two = {{0, 100}, {1, 100}};
    const auto drawn = rank_intervals(two, prior, {200'000, 5});
    const double first_higher = chance_first_is_higher(two[0], two[1]);
    CHECK(std::abs(2 - drawn[0].mean - first_higher) < 0.005);
}

} // namespace rules_ranks_test
