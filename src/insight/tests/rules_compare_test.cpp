// Reference values computed with R 4.2, SciPy and PHEindicatormethods; see the names of the cases.
#include "insight/rules_change.h"
#include "insight/rules_disproportion.h"
#include "insight/rules_flashpoints.h"
#include "insight/rules_funnel.h"
#include "insight/rules_neighbours.h"
#include "insight/rules_shrinkage.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace rules_compare_test {

using namespace onroll::insight;

doctest::Approx nearly(double value, double tolerance = 1e-6)
{
    return doctest::Approx(value).epsilon(tolerance).scale(0);
}

void check_all(const std::vector<double>& found, const std::vector<double>& expected,
               double tolerance)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(found[i] - expected[i]) <= tolerance);
    }
}

const std::vector<Exposure> twelve_areas = {
    {12, 21000}, {31, 30500}, {8, 15200},  {55, 41000}, {22, 18800}, {40, 52000},
    {5, 9100},   {77, 60500}, {19, 25400}, {28, 23300}, {64, 39800}, {3, 7600},
};

TEST_CASE("the funnel of twelve areas is as Spiegelhalter's formulas give it")
{
    const auto funnel = funnel_of(twelve_areas).value();
    CHECK(100 * funnel.overall == nearly(.10575247, 1e-7));
    std::vector<double> naive, additive;
    for (const auto& point : funnel.points) {
        naive.push_back(point.naive_z);
        additive.push_back(point.additive_z);
    }
    check_all(naive,
              {-2.166140, -.220890, -2.013918, 1.767955, .475129, -2.021585, -1.490399, 1.627721,
               -1.516780, .676821, 3.377270, -1.776790},
              1e-6);
    check_all(additive,
              {-1.440112, -.131223, -1.455781, .949800, .325538, -.995228, -1.198252, .755888,
               -.954163, .436820, 1.833563, -1.472051},
              1e-6);
    CHECK(funnel.low_quantile == nearly(-2.020818));
    CHECK(funnel.high_quantile == nearly(1.753932));
    CHECK(funnel.dispersion == nearly(2.45306899, 1e-8));
    CHECK(funnel.variance_between == nearly(6.357526862e-8, 1e-8));
    const auto naive_at = naive_limits(funnel, 20'000), wide_at = additive_limits(funnel, 20'000);
    CHECK(100 * naive_at.low_95 == nearly(.06068342));
    CHECK(100 * naive_at.high_95 == nearly(.15082151));
    CHECK(100 * wide_at.low_95 == nearly(.03886872));
    CHECK(100 * wide_at.high_95 == nearly(.17263622));
}

TEST_CASE("the one area beyond 99.8% by chance alone is inside once areas usually differ")
{
    const auto funnel = funnel_of(twelve_areas).value();
    int outside = 0;
    for (std::size_t i = 0; i < twelve_areas.size(); ++i) {
        const auto pupils = twelve_areas[i].pupils;
        const auto rate = funnel.points[i].rate;
        if (zone_of(rate, naive_limits(funnel, pupils)) == FunnelZone::outside_998) {
            ++outside;
            CHECK(i == 10);
            CHECK(zone_of(rate, additive_limits(funnel, pupils)) == FunnelZone::inside);
        }
    }
    CHECK(outside == 1);
}

TEST_CASE("below ten expected events the lines are whole counts")
{
    auto funnel = funnel_of(twelve_areas).value();
    const auto limits = naive_limits(funnel, 2'000); // 2.1 expected
    CHECK(limits.exact_poisson);
    CHECK(limits.low_95 == 0);
    CHECK(limits.high_95 * 2'000 == doctest::Approx(5));
    CHECK_FALSE(naive_limits(funnel, 20'000).exact_poisson);
    // Areas that differ no more than chance: the widened lines are the naive ones.
    const auto level = funnel_of({{10, 10'000}, {11, 10'000}, {10, 10'000}}).value();
    CHECK(level.variance_between == 0);
    CHECK(additive_limits(level, 50'000).high_95 == naive_limits(level, 50'000).high_95);
    CHECK_FALSE(funnel_of({{0, 100}, {0, 200}}));
}

TEST_CASE("rates are drawn towards the whole as Marshall's estimator draws them")
{
    const auto estimate = marshall_estimate(twelve_areas).value();
    CHECK(estimate.variance_between == nearly(8.119605826e-8, 1e-8));
    CHECK(estimate.weights[0] == nearly(.617205));
    std::vector<double> per_100;
    for (const double rate : estimate.rates) per_100.push_back(100 * rate);
    check_all(per_100,
              {.075750, .102870, .077145, .127301, .112409, .082698, .084855, .123461, .085294,
               .115002, .147231, .081329},
              1e-6);
}

TEST_CASE("the gamma prior of twelve areas is the likeliest one")
{
    const auto prior = fit_rate_prior(twelve_areas).value();
    CHECK(prior.shape == nearly(10.909208, 1e-4));
    CHECK(prior.pupils == nearly(11099.6797, 1e-4));
    CHECK(prior.minus_log_likelihood == nearly(42.64851798, 1e-8));
    CHECK(prior.groups_differ);
    std::vector<double> per_100;
    for (const auto& area : twelve_areas) per_100.push_back(100 * posterior_mean(area, prior));
    check_all(per_100,
              {.071369, .100744, .071899, .126506, .110065, .080681, .078760, .122779, .081944,
               .113109, .147170, .074382},
              1e-6);
}

TEST_CASE("groups that differ no more than chance are all given the rate of the whole")
{
    const std::vector<Exposure> level = {{10, 1000}, {10, 1000}, {11, 1000}, {9, 1000}};
    const auto prior = fit_rate_prior(level).value();
    CHECK_FALSE(prior.groups_differ);
    CHECK(posterior_mean(level[2], prior) == nearly(0.01, 1e-3));
    CHECK_FALSE(fit_rate_prior({{0, 100}, {0, 100}}));
    CHECK_FALSE(fit_rate_prior({{3, 100}}));
}

TEST_CASE("a small school is drawn further to the whole than a large one")
{
    rc::check([] {
        const double rate = *rc::gen::inRange(1, 40) / 100.0;
        auto groups = twelve_areas;
        groups.push_back({rate * 100, 100});
        groups.push_back({rate * 50'000, 50'000});
        const auto prior = fit_rate_prior(groups).value();
        const double overall = prior.shape / prior.pupils;
        const double small = std::abs(posterior_mean(groups[12], prior) - overall);
        const double large = std::abs(posterior_mean(groups[13], prior) - overall);
        RC_ASSERT(small <= large + 1e-12);
    });
}

TEST_CASE("a shrunk rate has the range of its gamma distribution")
{
    const auto prior = fit_rate_prior(twelve_areas).value();
    const auto rate = shrunk_rate(twelve_areas[0], prior);
    CHECK(100 * rate.mean == nearly(.071369, 1e-4));
    // Quantiles of Gamma(12 + 10.909208, 21000 + 11099.6797), by the series of its distribution.
    CHECK(100 * rate.low == nearly(.045196285, 1e-4));
    CHECK(100 * rate.high == nearly(.103424149, 1e-4));
    CHECK(shrunk_rate({0, 40}, prior).high < 5 * prior.shape / prior.pupils);
}

TEST_CASE("a ratio of rates has Katz's interval for pupils and a wider one for events")
{
    const GroupCount group{24, 310}, others{150, 9800};
    const auto pupils = rate_ratio(group, others, Counted::pupils).value();
    CHECK(pupils.ratio == nearly(5.05806452));
    CHECK(pupils.interval.low == nearly(3.33738449));
    CHECK(pupils.interval.high == nearly(7.66588828));
    const auto events = rate_ratio(group, others, Counted::events).value();
    CHECK(events.interval.low == nearly(3.28737342));
    CHECK(events.interval.high == nearly(7.78251004));
    const auto exact = exact_ratio_interval(group, others).value();
    CHECK(exact.low == nearly(3.14245203));
    CHECK(exact.high == nearly(7.81676284));

    const auto few = rate_ratio({7, 52}, {61, 1240}, Counted::pupils).value();
    CHECK(few.ratio == nearly(2.73644388));
    CHECK(few.interval.low == nearly(1.31701925));
    CHECK(few.interval.high == nearly(5.68566110));
    const auto few_exact = exact_ratio_interval({7, 52}, {61, 1240}).value();
    CHECK(few_exact.low == nearly(1.05585743));
    CHECK(few_exact.high == nearly(5.98634784));
    CHECK(difference_per_100(group, others).value() == nearly(100 * (24.0 / 310 - 150.0 / 9800)));
}

TEST_CASE("no ratio is given where either side has fewer than three")
{
    CHECK_FALSE(rate_ratio({2, 100}, {50, 900}, Counted::pupils));
    CHECK_FALSE(rate_ratio({50, 100}, {2, 900}, Counted::pupils));
    CHECK_FALSE(rate_ratio({3, 0}, {50, 900}, Counted::pupils));
    CHECK(rate_ratio({3, 100}, {3, 900}, Counted::events));
    CHECK(exact_ratio_interval({2, 100}, {50, 900}));
    CHECK_FALSE(exact_ratio_interval({0, 100}, {0, 900}));
    CHECK_FALSE(everybody_else({10, 100}, {11, 50}));
    CHECK(everybody_else({10, 100}, {4, 30})->count == 6);
}

TEST_CASE("swapping the groups turns the ratio and its interval round")
{
    rc::check([] {
        const GroupCount one{static_cast<double>(*rc::gen::inRange(3, 200)),
                             static_cast<double>(*rc::gen::inRange(200, 5000))};
        const GroupCount other{static_cast<double>(*rc::gen::inRange(3, 200)),
                               static_cast<double>(*rc::gen::inRange(200, 5000))};
        const auto there = rate_ratio(one, other, Counted::pupils).value();
        const auto back = rate_ratio(other, one, Counted::pupils).value();
        RC_ASSERT(std::abs(there.ratio * back.ratio - 1) < 1e-9);
        RC_ASSERT(std::abs(there.interval.low * back.interval.high - 1) < 1e-9);
    });
}

TEST_CASE("the weeks before the holidays are tested on school days")
{
    const auto found = flashpoint_of({187, 23}, {1052 - 187, 190 - 23}).value();
    CHECK(found.ratio == nearly(1.56969088));
    CHECK(found.chance == nearly(1.049377622e-7, 1e-5));
    CHECK(found.chance_above == nearly(6.123607453e-8, 1e-5));
    CHECK_FALSE(flashpoint_of({0, 10}, {0, 100}));
    CHECK_FALSE(flashpoint_of({3, 0}, {9, 100}));
    CHECK(flashpoint_of({0, 10}, {9, 100})->chance_above == 1);
    CHECK(std::isinf(flashpoint_of({4, 10}, {0, 100})->ratio));
}

TEST_CASE("half-terms differ among themselves by chi-square")
{
    const auto found =
        dispersion_of({{31, 38}, {22, 38}, {27, 38}, {40, 38}, {18, 38}, {35, 38}}).value();
    CHECK(found.chi_square == nearly(11.61271676));
    CHECK(found.degrees == 5);
    CHECK(found.chance == nearly(.0404975886));
    CHECK_FALSE(dispersion_of({{31, 38}, {0, 0}}));
    CHECK_FALSE(dispersion_of({{0, 38}, {0, 38}}));
}

TEST_CASE("a running sum raises an alarm and goes on until somebody closes it")
{
    const AlarmRule rule{3, 6, 5};
    CHECK(rule.allowance() == nearly(4.32808512));
    const auto series = alarm_series({2, 1, 3, 2, 4, 6, 5, 7, 3, 8, 6, 9}, rule);
    std::vector<double> sums;
    for (const auto& point : series) sums.push_back(point.sum);
    check_all(
        sums,
        {0, 0, 0, 0, 0, 1.671915, 2.343830, 5.015745, 3.687660, 7.359574, 9.031489, 13.703404},
        1e-6);
    CHECK_FALSE(series[6].alarm);
    CHECK(series[7].alarm);
    CHECK_FALSE(series[8].alarm);
    CHECK(series[9].alarm);
}

TEST_CASE("a single change is found where the likelihood says, with its chance by shuffling")
{
    const auto found = change_point({2, 1, 3, 2, 4, 6, 5, 7, 3, 8, 6, 9}).value();
    CHECK(found.after == 4);
    CHECK(found.statistic == nearly(10.56941935, 1e-8));
    CHECK(std::abs(found.chance - .0147) <= .003);
    CHECK(change_point({2, 1, 3, 2, 4, 6, 5, 7, 3, 8, 6, 9})->chance == found.chance);
    CHECK_FALSE(change_point({5}));
    CHECK_FALSE(change_point({0, 0, 0}));
}

TEST_CASE("growth is a difference, a share and a yearly rate")
{
    CHECK(change_between(4.55, 9.71).difference == nearly(5.16));
    CHECK(change_between(4.55, 9.71).share.value() == nearly(1.134065934));
    CHECK_FALSE(change_between(0, 3).share);
    CHECK(yearly_growth(100, 121, 2).value() == nearly(0.1));
    CHECK_FALSE(yearly_growth(0, 5, 2));
    CHECK_FALSE(yearly_growth(5, 5, 0));
}

TEST_CASE("distances to other areas are standardised with n - 1")
{
    const AreaVariables areas = {{12.1, 30.2, 4.5}, {14.0, 22.5, 3.9}, {9.8, 41.1, 6.0},
                                 {13.2, 28.8, 4.1}, {20.5, 15.3, 2.2}, {11.7, 33.9, 5.1}};
    const auto distances = neighbour_distances(areas, {1, .5, .25}, 0);
    check_all(distances, {0, .830195, 1.213351, .354060, 2.713714, .389977}, 1e-6);
    CHECK(nearest(distances, 0, 3) == std::vector<std::size_t>{3, 5, 1});
    CHECK(nearest(distances, 0).size() == 5);
}

TEST_CASE("an area stands among the neighbours that have a value")
{
    const auto among = among_neighbours(5, {4, std::nullopt, 6, 9, 2}).value();
    CHECK(among.of == 5);
    CHECK(among.with_value == 4);
    CHECK(among.higher == 2);
    CHECK(among.median == nearly(5));
    CHECK(among.lowest == 2);
    CHECK(among.highest == 9);
    CHECK_FALSE(among_neighbours(5, {std::nullopt}));
}

} // namespace rules_compare_test
