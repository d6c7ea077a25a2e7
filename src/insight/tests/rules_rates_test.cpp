#include "insight/rules_quartiles.h"
#include "insight/rules_rates.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

namespace rules_rates_test {

using namespace onroll::insight;

doctest::Approx nearly(double value)
{
    return doctest::Approx(value).epsilon(1e-8).scale(1);
}

TEST_CASE("a share has the published Wilson and Clopper-Pearson intervals")
{
    struct Row {
        double x, n, wilson_low, wilson_high, exact_low, exact_high;
    };
    const std::vector<Row> rows = {
        {0, 10, 0, .27753280, 0, .30849711},
        {1, 10, .01787621, .40415003, .00252858, .44501612},
        {5, 32, .06864420, .31754150, .05275056, .32787877},
        {3, 650, .00157086, .01348089, .00095282, .01342839},
        {81, 263, .25528852, .36620958, .25273675, .36762192},
        {10, 10, .72246720, 1, .69150289, 1},
    };
    for (const auto& row : rows) {
        CAPTURE(row.x);
        CAPTURE(row.n);
        const auto wilson = wilson_interval(row.x, row.n).value();
        const auto exact = clopper_pearson_interval(row.x, row.n).value();
        CHECK(wilson.low == nearly(row.wilson_low));
        CHECK(wilson.high == nearly(row.wilson_high));
        CHECK(exact.low == nearly(row.exact_low));
        CHECK(exact.high == nearly(row.exact_high));
    }
    CHECK_FALSE(wilson_interval(0, 0));
    CHECK_FALSE(clopper_pearson_interval(0, 0));
}

TEST_CASE("a count has the published Byar and exact Poisson intervals")
{
    struct Row {
        double count, byar_low, byar_high, exact_low, exact_high;
    };
    const std::vector<Row> rows = {
        {0, 0, 3.66801183, 0, 3.68887945},
        {1, .01307213, 5.56375558, .02531781, 5.57164339},
        {3, .60297257, 8.76536440, .61867212, 8.76727307},
        {5, 1.61134772, 11.66816412, 1.62348639, 11.66833208},
        {9, 4.10688502, 17.08578069, 4.11537310, 17.08480345},
        {10, 4.78744991, 18.39145861, 4.79538870, 18.39035604},
        {27, 17.78896447, 39.28509867, 17.79317013, 39.28358245},
        {112, 92.21868958, 134.76620433, 92.22045353, 134.76510329},
    };
    for (const auto& row : rows) {
        CAPTURE(row.count);
        CHECK(byar_interval(row.count).low == nearly(row.byar_low));
        CHECK(byar_interval(row.count).high == nearly(row.byar_high));
        CHECK(exact_poisson_interval(row.count).low == nearly(row.exact_low));
        CHECK(exact_poisson_interval(row.count).high == nearly(row.exact_high));
    }
}

TEST_CASE("ten events or more use Byar, fewer the exact interval")
{
    CHECK(count_method(10) == CountMethod::byar);
    CHECK(count_method(9.9) == CountMethod::exact_poisson);
    CHECK(count_interval(9) == exact_poisson_interval(9));
    CHECK(count_interval(10) == byar_interval(10));
    const auto somerset = rate_interval_per_100(38, 68045).value();
    CHECK(somerset.low == doctest::Approx(0.03951).epsilon(1e-4));
    CHECK(somerset.high == doctest::Approx(0.07665).epsilon(1e-4));
    const auto rutland = rate_interval_per_100(8, 5676).value();
    CHECK(rutland.low == doctest::Approx(0.06085).epsilon(1e-4));
    CHECK(rutland.high == doctest::Approx(0.27772).epsilon(1e-4));
    CHECK_FALSE(rate_interval_per_100(8, 0));
}

TEST_CASE("a rate is rounded half away from zero, from its count and pupils")
{
    CHECK(shown_rate_steps(70, 448, 2) == 1563); // 15.625 exactly
    CHECK(shown_rate_steps(3, 82962, 2) == 0);   // published as 0, and not a count of 0
    CHECK(shown_rate_steps(3713, 68614, 2) == 541);
    CHECK(shown_rate_steps(45.9412, 42688, 2) == 11);
    CHECK(shown_rate_steps(1, 8, 1) == 125);
    CHECK_FALSE(shown_rate_steps(1, 0, 2));
}

TEST_CASE("a published decimal is read as what its digits mean before it is rounded")
{
    CHECK(shown_value_steps(0.14027000000000001, 2) == 14);
    CHECK(shown_value_steps(0.14499999999999999, 2) == 15); // the double nearest to 0.145
    CHECK(shown_value_steps(-0.145, 2) == -15);
    CHECK(shown_value_steps(9.705, 2) == 971);
    CHECK(shown_value_steps(7'826'658.4, 0) == 7'826'658);
    CHECK(shown_value_steps(12'345'678.25, 1) == 123'456'783);
}

TEST_CASE("a rate rounded in whole numbers is within half a step of the true rate")
{
    rc::check([] {
        const auto pupils = *rc::gen::inRange(1, 10'000'000);
        const auto count = *rc::gen::inRange(0, 500'000);
        const auto steps = shown_rate_steps(count, pupils, 2).value();
        const double exact = rate_per_100_pupils(count, pupils).value();
        RC_ASSERT(std::abs(static_cast<double>(steps) / 100 - exact) <= 0.005 + 1e-9);
    });
}

TEST_CASE("intervals hold their rate, and more events make a higher interval")
{
    rc::check([] {
        const auto count = *rc::gen::inRange(0, 3000);
        const auto here = count_interval(count), next = count_interval(count + 1);
        RC_ASSERT(here.low <= count && count <= here.high);
        RC_ASSERT(here.low < here.high);
        // At ten the method changes, and with it the limits by less than a hundredth.
        RC_ASSERT(next.low > here.low - 0.01 && next.high > here.high);
    });
}

TEST_CASE("quantiles follow the named rule")
{
    const std::vector<double> values = {3.1, 4.7, 5.2, 5.9, 6.4, 7.7, 8.8, 9.1, 10.5, 12.0, 15.3};
    const auto linear = quartile_cuts(values).value();
    CHECK(linear[0] == nearly(5.55));
    CHECK(linear[1] == nearly(7.7));
    CHECK(linear[2] == nearly(9.8));
    const auto weibull = quartile_cuts(values, QuantileRule::weibull).value();
    CHECK(weibull[0] == nearly(5.2));
    CHECK(weibull[2] == nearly(10.5));
    const auto hazen = quartile_cuts(values, QuantileRule::hazen).value();
    CHECK(hazen[0] == nearly(5.375));
    CHECK(hazen[2] == nearly(10.15));
    CHECK_FALSE(quartile_cuts({}));
}

TEST_CASE("a value on a cut point goes to the better quarter")
{
    const std::array<double, 3> cuts = {1, 2, 3};
    CHECK(quartile_band(1, cuts, Polarity::low_is_good) == 1);
    CHECK(quartile_band(1.1, cuts, Polarity::low_is_good) == 2);
    CHECK(quartile_band(9, cuts, Polarity::low_is_good) == 4);
    CHECK(quartile_band(3, cuts, Polarity::high_is_good) == 1);
    CHECK(quartile_band(0, cuts, Polarity::high_is_good) == 4);
}

TEST_CASE("the top quarter of 152 ends at 38")
{
    CHECK(in_top_quarter(38, 152));
    CHECK_FALSE(in_top_quarter(39, 152));
    CHECK(quarter_by_rank(24, 152) == 1);
    CHECK(quarter_by_rank(38, 152) == 1);
    CHECK(quarter_by_rank(40, 152) == 2);
    CHECK(quarter_by_rank(76, 152) == 2);
    CHECK(quarter_by_rank(77, 152) == 3);
    CHECK(quarter_by_rank(152, 152) == 4);
    CHECK_FALSE(quarter_by_rank(153, 152));
    CHECK_FALSE(quarter_by_rank(0, 152));
}

} // namespace rules_rates_test
