// Published figures reproduced: the rows of DfE's files, Table 1 of the 2021 Somerset paper, and
// reference values computed in R and SciPy from the same files.
#include "insight/comparisons.h"
#include "insight/growth.h"
#include "insight/rules_quartiles.h"
#include "real_figures.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

namespace comparisons_test {

using namespace onroll;
using namespace onroll::insight;

const Measure& measure(std::string_view key)
{
    const auto* found = find_measure(key);
    REQUIRE(found);
    return *found;
}

Period year(std::string_view text)
{
    return Period::of(SchoolYear::parse(text).value());
}

const AreaCode somerset = AreaCode::authority(933);

TEST_CASE("every measure says what it is, which end is good and where it comes from")
{
    CHECK(measures().size() >= 25);
    CHECK(headline_measures().size() == 3);
    for (const auto& each : measures()) {
        CAPTURE(each.key);
        CHECK(each.definition.size() > 30);
        CHECK_FALSE(each.name.empty());
        CHECK_FALSE(each.in_sentence.empty());
        CHECK_FALSE(each.published_by.empty());
        CHECK(topic_in_words(each.topic) != each.topic);
        CHECK(each.period() == each.sources.back().period);
        CHECK(find_measure(each.key) == &each);
    }
    CHECK_FALSE(measure_named("league_table"));
    CHECK(measure("suspension_rate_primary").phase() == "Primary");
}

/// A row of the reference table computed from the same files.
struct Reference {
    int area;
    const char* measure;
    const char* year;
    double per_100;
    const char* published;
    int of, all;
    int from, to;
    double middle;
    int by_name, by_number, exact;
    double low, high;
    double mean_rank;
    int rank_low, rank_high;
};

const std::vector<Reference> references = {
    {933, "permanent_exclusion_rate", "2014/15", 0.05585, "0.06", 149, 152, 81, 91, 86, 88, 91, 91,
     0.03951, 0.07665, 90.0, 66, 111},
    {933, "permanent_exclusion_rate", "2015/16", 0.09473, "0.09", 148, 152, 57, 65, 61, 64, 65, 57,
     0.07311, 0.12075, 59.0, 37, 85},
    {933, "suspension_rate", "2015/16", 5.41143, "5.41", 152, 152, 24, 24, 24, 24, 24, 24, 5.23876,
     5.58835, 24.0, 20, 29},
    {933, "permanent_exclusion_rate", "2012/13", 0.03113, "0.03", 142, 152, 108, 119, 113.5, 115,
     118, 112, 0.01926, 0.04759, 112.5, 91, 129},
    {845, "permanent_exclusion_rate", "2015/16", 0.13710, "0.14", 148, 152, 22, 27, 24.5, 24, 26,
     26, 0.11024, 0.16852, 27.9, 14, 45},
    {353, "permanent_exclusion_rate", "2015/16", 0.18247, "0.18", 148, 152, 8, 13, 10.5, 11, 9, 10,
     0.14423, 0.22773, 11.3, 3, 24},
    {885, "permanent_exclusion_rate", "2013/14", 0.06900, "0.07", 145, 152, 59, 69, 64, 69, 69, 63,
     0.05168, 0.09025, 65.7, 42, 88},
    {857, "permanent_exclusion_rate", "2015/16", 0.14094, "0.14", 148, 152, 22, 27, 24.5, 25, 27,
     22, 0.06085, 0.27772, 41.2, 4, 102},
    {933, "permanent_exclusion_rate_secondary", "2015/16", 0.17180, "0.17", 148, 151, 70, 74, 72,
     73, 74, 71, 0.12791, 0.22589, 72.7, 46, 99},
    {304, "permanent_exclusion_rate", "2009/10", 0.10762, "0.11", 149, 152, 30, 44, 37, 32, 32, 43,
     0.07877, 0.14358, 40.9, 14, 71},
    {873, "permanent_exclusion_rate", "2015/16", 0.00362, "0.00", 148, 152, 144, 148, 146, 144, 148,
     144, 0.00075, 0.01057, 146.9, 144, 148},
};

TEST_CASE("rates, ranks and ranges of the published files are as computed independently")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    auto& comparisons = real->comparisons;
    for (const auto& row : references) {
        CAPTURE(row.area);
        CAPTURE(row.year);
        const auto& rate = measure(row.measure);
        const auto area = AreaCode::authority(row.area);
        const auto period = year(row.year);
        const auto rank = [&](TieRule ties, RankedRounding rounding) {
            return comparisons.country(reading, rate, period, ties, rounding)->place(area)->rank;
        };
        const auto country = comparisons.country(reading, rate, period);
        const auto* value = country->find(area);
        REQUIRE(value);
        CHECK(std::abs(*value->value - row.per_100) < 6e-6);
        CHECK(shown(*value, rate) == row.published);
        CHECK(std::abs(value->interval->low - row.low) < 6e-6);
        CHECK(std::abs(value->interval->high - row.high) < 6e-6);
        CHECK(country->ranking.of == row.of);
        CHECK(country->ranking.all == row.all);
        CHECK(country->place(area)->tie_from == row.from);
        CHECK(country->place(area)->tie_to == row.to);
        CHECK(rank(TieRule::middle, RankedRounding::two_decimals) == row.middle);
        CHECK(rank(TieRule::name, RankedRounding::two_decimals) == row.by_name);
        CHECK(rank(TieRule::number, RankedRounding::two_decimals) == row.by_number);
        CHECK(rank(TieRule::lowest, RankedRounding::exact) == row.exact);
        // Fewer draws than a page has, so one rank more of tolerance.
        const auto& interval = comparisons.rank_intervals(reading, rate, period)->at(area);
        CHECK(std::abs(interval.mean - row.mean_rank) < 1);
        CHECK(std::abs(interval.low - row.rank_low) <= 2);
        CHECK(std::abs(interval.high - row.rank_high) <= 3);
    }
}

TEST_CASE("Table 1 of the 2021 Somerset paper is reproduced, or the difference is explained")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    struct Stated {
        const char* year;
        int permanent, fixed;
    };
    const std::vector<Stated> stated = {{"2014/15", 88, 36},
                                        {"2015/16", 64, 24},
                                        {"2016/17", 51, 17},
                                        {"2017/18", 24, 20},
                                        {"2018/19", 40, 11}};
    int equal = 0, explained = 0;
    for (const auto& row : stated) {
        CAPTURE(row.year);
        const auto& permanent = measure("permanent_exclusion_rate");
        const auto picture = real->comparisons.country(reading, permanent, year(row.year));
        // No one rule for ties gives all five; each lies in the band of those with the same rate.
        const auto* place = picture->place(somerset);
        CHECK(place->tie_from <= row.permanent);
        CHECK(row.permanent <= place->tie_to);
        const auto by = [&](TieRule ties) {
            return real->comparisons
                .country(reading, permanent, year(row.year), ties, RankedRounding::two_decimals)
                ->place(somerset)
                ->rank;
        };
        const bool by_a_rule =
            by(TieRule::name) == row.permanent || by(TieRule::number) == row.permanent;
        by_a_rule ? ++equal : ++explained;

        const auto fixed =
            real->comparisons.country(reading, measure("suspension_rate"), year(row.year));
        const auto rank = fixed->place(somerset)->rank;
        if (std::string_view(row.year) == "2018/19") {
            // The present file has one authority more above: an earlier edition, or one left out.
            CHECK(rank == row.fixed + 1);
            ++explained;
        } else {
            CHECK(rank == row.fixed);
            ++equal;
        }
        CHECK(in_top_quarter(static_cast<int>(rank), fixed->ranking.of));
    }
    MESSAGE("Table 1: " << equal << " cells equal by a stated rule, " << explained
                        << " inside the tie band or one rank away");
    CHECK(equal == 8);
    CHECK(explained == 2);
}

TEST_CASE("the paper's trend and shares of pupils come out as printed")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto shown_in = [&](const char* key, const char* period) {
        const auto values = real->comparisons.values(reading, measure(key));
        const auto* value = values->find(somerset, year(period));
        REQUIRE(value);
        return shown(*value, values->measure());
    };
    CHECK(shown_in("pupils_suspended_rate_primary", "2018/19") == "1.05");
    CHECK(shown_in("pupils_suspended_rate_secondary", "2018/19") == "6.33");
    const std::vector<std::pair<const char*, const char*>> fixed = {
        {"2012/13", "3.36"}, {"2013/14", "3.91"}, {"2014/15", "4.55"}, {"2015/16", "5.41"},
        {"2016/17", "7.20"}, {"2017/18", "7.53"}, {"2018/19", "9.71"}};
    for (const auto& [period, rate] : fixed) CHECK(shown_in("suspension_rate", period) == rate);
    const std::vector<std::pair<const char*, const char*>> permanent = {
        {"2012/13", "0.03"}, {"2013/14", "0.05"}, {"2014/15", "0.06"}, {"2015/16", "0.09"},
        {"2016/17", "0.13"}, {"2017/18", "0.16"}, {"2018/19", "0.14"}};
    for (const auto& [period, rate] : permanent)
        CHECK(shown_in("permanent_exclusion_rate", period) == rate);
}

TEST_CASE("the funnel of 148 authorities is as computed independently")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto country =
        real->comparisons.country(reading, measure("permanent_exclusion_rate"), year("2015/16"));
    const auto& funnel = *country->funnel;
    CHECK(funnel.points.size() == 148);
    CHECK(std::abs(100 * funnel.overall - 0.08531100) < 1e-8);
    CHECK(std::abs(funnel.low_quantile + 4.367876) < 1e-6);
    CHECK(std::abs(funnel.high_quantile - 6.049466) < 1e-6);
    CHECK(std::abs(funnel.dispersion - 10.447892) < 1e-6);
    CHECK(std::abs(funnel.variance_between - 1.541331583e-7) < 1e-14);
    int outside_naive = 0, outside_wide = 0;
    for (const auto& value : country->values) {
        if (!value.count) continue;
        const auto& point = funnel.points[country->funnel_point.at(value.area)];
        const auto pupils = static_cast<double>(value.pupils);
        outside_naive +=
            zone_of(point.rate, naive_limits(funnel, pupils)) == FunnelZone::outside_998;
        outside_wide +=
            zone_of(point.rate, additive_limits(funnel, pupils)) == FunnelZone::outside_998;
    }
    CHECK(outside_naive == 57);
    CHECK(outside_wide == 4);
    const auto& point = funnel.points[country->funnel_point.at(somerset)];
    CHECK(std::abs(point.naive_z - 0.844968) < 1e-6);
    CHECK(std::abs(point.multiplicative_z - 0.261412) < 1e-6);
    CHECK(std::abs(point.additive_z - 0.230857) < 1e-6);
}

TEST_CASE("every published rate of an authority is given by rounding its count over its pupils")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    int rates = 0, of_pupils = 0;
    for (const auto& each : measures()) {
        const auto& source = each.sources.front();
        if (source.dataset != "exclusions") continue;
        const auto published =
            figures(reading, {source.dataset, source.value, source.breakdown, source.period},
                    AreaLevel::authority);
        const auto values = real->comparisons.values(reading, each);
        for (const auto& cell : published.cells) {
            const auto* value = values->find(cell.area, cell.period);
            REQUIRE(value);
            if (!cell.figure.known() || !value->count) continue;
            ++(each.counted == CountedAs::pupils ? of_pupils : rates);
            CHECK(shown(*value, each) == shown_number(cell.figure.value, 2));
        }
    }
    MESSAGE(rates << " published rates of authorities reproduced, and " << of_pupils
                  << " shares of pupils");
    CHECK(rates == 11'188);
    CHECK(of_pupils == 5'914);
}

TEST_CASE("national counts are those published, and authorities add up to them but for rounding")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto values = real->comparisons.values(reading, measure("suspension_rate"));
    const auto* england = values->find(AreaCode::england(), year("2015/16"));
    REQUIRE(england);
    CHECK(*england->count == 339'360);
    CHECK(england->pupils == 7'916'225);
    CHECK(shown(*england, values->measure()) == "4.29");
    double sum = 0;
    for (const auto& value : values->authorities_in(year("2015/16")))
        sum += value.count.value_or(0);
    CHECK(std::abs(sum - *england->count) < 3);
}

TEST_CASE("a year is given by one file only, and a hidden value is not filled from another")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    // Both files have 2015/16; the one with counts is taken whole, hidden cells included.
    int hidden = 0;
    for (const auto& value : real->comparisons.values(reading, measure("permanent_exclusion_rate"))
                                 ->authorities_in(year("2015/16"))) {
        if (value.state != CellState::suppressed) continue;
        ++hidden;
        CHECK_FALSE(value.value);
        CHECK(shown(value, measure("permanent_exclusion_rate")) == "[c]");
    }
    CHECK(hidden == 4);
}

TEST_CASE("neighbours come from DfE's list in its order, and are compared where they have a value")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto picture = real->comparisons.neighbours(
        reading, somerset, measure("permanent_exclusion_rate"), year("2015/16"));
    CHECK(picture.list == 2025);
    REQUIRE(picture.neighbours.size() == 10);
    CHECK(picture.neighbours.front().name == "Suffolk");
    CHECK(picture.among->of == 10);
    CHECK(picture.among->with_value == 9); // Dorset was another authority then
    CHECK(picture.among->higher == 3);
}

TEST_CASE("groups of England stand in for an area whose files have none, and say so")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto picture = real->comparisons.groups(
        reading, somerset, measure("permanent_exclusion_rate"), year("2015/16"));
    CHECK(picture.of_england_instead);
    CHECK(picture.area == AreaCode::england());
    CHECK(picture.periods.size() == 5);
    double boys_and_girls = 0;
    bool found = false;
    for (const auto& row : picture.rows) {
        CHECK(row.group.find(" and ") == std::string::npos);
        if (row.group == "Gender") boys_and_girls += *row.value.count;
        if (row.name != "Gender male") continue;
        found = true;
        // 5,225 of 4,034,250 boys, and 1,460 of the 3,881,975 others.
        CHECK(row.ratio->ratio == doctest::Approx(3.443685).epsilon(1e-6));
        CHECK(*row.difference == doctest::Approx(0.0919063).epsilon(1e-4));
    }
    CHECK(found);
    CHECK(boys_and_girls == 6'685); // shares of the whole add up to it
}

TEST_CASE("growth stands beside the region, England and all other areas")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto& rate = measure("suspension_rate");
    const auto area = find_area(reading, "933").value();
    const auto picture =
        growth_of(reading, real->comparisons, rate, area, year("2013/14"), year("2018/19"));
    REQUIRE(picture.area);
    CHECK(picture.area->change.difference == doctest::Approx(5.80).epsilon(0.002));
    REQUIRE(picture.england);
    CHECK(picture.england->change.difference == doctest::Approx(1.86).epsilon(0.01));
    REQUIRE(picture.region);
    CHECK(picture.of >= 148);
    CHECK(picture.grew_more < 20);
    const auto words = growth_in_words(picture, rate);
    CHECK(words.find("Suspension rate rose by 5.80 between 2013/14 and 2018/19; the region rose") ==
          0);
    CHECK(growth_in_words({}, rate).empty());
}

TEST_CASE("beside a fall it is said how many fell by less, not how many rose")
{
    const auto& rate = measure("suspension_rate");
    GrowthPicture picture{year("2013/14"), year("2018/19")};
    picture.area = Growth{5, 4, change_between(5, 4)};
    picture.grew_more = 2;
    picture.of = 3;
    CHECK(growth_in_words(picture, rate) ==
          "Suspension rate fell by 1.00 between 2013/14 and 2018/19. "
          "2 of 3 areas fell by less, or rose.");
    picture.area = Growth{4, 5, change_between(4, 5)};
    CHECK(growth_in_words(picture, rate) ==
          "Suspension rate rose by 1.00 between 2013/14 and 2018/19. 2 of 3 areas rose by more.");
    picture.area = Growth{5, 4.999, change_between(5, 4.999)};
    CHECK(growth_in_words(picture, rate) ==
          "Suspension rate did not change between 2013/14 and 2018/19. 2 of 3 areas rose by more.");
    picture.area = Growth{5000, 7500, change_between(5000, 7500)};
    CHECK(growth_in_words(picture, rate).find("rose by 2,500.00 between") != std::string::npos);
}

TEST_CASE("what was worked out is kept until something new is imported")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto& rate = measure("suspension_rate");
    const auto first = real->comparisons.country(reading, rate, year("2015/16"));
    const auto before = reading.query_count();
    CHECK(real->comparisons.country(reading, rate, year("2015/16")) == first);
    CHECK(reading.query_count() - before == 1);
}

} // namespace comparisons_test
