#include "insight/rules_releases.h"

#include <doctest/doctest.h>

#include <vector>

namespace rules_releases_test {

using namespace onroll::insight;

TableRelease release(std::vector<ReleasedNumber> numbers,
                     std::vector<std::vector<std::uint32_t>> hidden = {})
{
    return {"a table", std::move(numbers), std::move(hidden)};
}

bool may_follow(const std::vector<std::int64_t>& counts, const std::vector<TableRelease>& before,
                const TableRelease& proposed)
{
    const auto verdict = check_release(counts, before, proposed);
    REQUIRE(verdict);
    return verdict->may_be_released();
}

TEST_CASE("two dates: a release a day later gives the day's few away")
{
    // Piece 0: until Monday. Piece 1: Tuesday.
    const std::vector<std::int64_t> counts = {31, 2};
    const auto monday = release({ReleasedNumber::exactly({0}, 31)});
    const auto tuesday = release({ReleasedNumber::exactly({0, 1}, 33)});
    CHECK(may_follow(counts, {}, tuesday));
    CHECK_FALSE(may_follow(counts, {monday}, tuesday));
    const auto verdict = check_release(counts, {monday}, tuesday).value();
    REQUIRE(verdict.disclosures.size() == 1);
    CHECK(verdict.disclosures[0].pieces == std::vector<std::uint32_t>{1});
    CHECK(verdict.disclosures[0].bounds == AttackerBounds{2, 2});
}

TEST_CASE("an area less all its schools but one is a school")
{
    const std::vector<std::int64_t> counts = {12, 40, 3};
    const auto schools =
        release({ReleasedNumber::exactly({0}, 12), ReleasedNumber::exactly({1}, 40)}, {{2}});
    const auto area = release({ReleasedNumber::exactly({0, 1, 2}, 55)});
    CHECK(may_follow(counts, {}, schools));
    CHECK_FALSE(may_follow(counts, {schools}, area));
    CHECK_FALSE(may_follow(counts, {area}, schools));
    // With one of the larger schools hidden as well, both may stand.
    const auto fewer = release({ReleasedNumber::exactly({1}, 40)}, {{0}, {2}});
    CHECK(may_follow(counts, {area}, fewer));
}

TEST_CASE("everybody less those without a need is those with one")
{
    // Pieces: no need, support, a plan.
    const std::vector<std::int64_t> counts = {210, 3, 1};
    const auto everybody = release({ReleasedNumber::exactly({0, 1, 2}, 214)});
    const auto no_need = release({ReleasedNumber::exactly({0}, 210)});
    CHECK_FALSE(may_follow(counts, {everybody}, no_need));
}

TEST_CASE("a percentage with a known base is a count")
{
    const std::vector<std::int64_t> counts = {3, 61};
    const auto share = ReleasedNumber::percentage({0}, 4.7, 1, 64); // 3 of 64 is 4.6875
    CHECK(share.low == 3);
    CHECK(share.high == 3);
    CHECK_FALSE(may_follow(counts, {}, release({share})));
    const auto coarse = ReleasedNumber::percentage({0}, 5, 0, 640);
    CHECK(coarse.high - coarse.low == 6);
}

TEST_CASE("rounded numbers narrow a cell too, when enough of them overlap")
{
    const std::vector<std::int64_t> counts = {2, 18, 30};
    const auto rounded =
        release({ReleasedNumber::rounded({0, 1}, 20, 5), ReleasedNumber::rounded({1}, 20, 5)});
    CHECK(ReleasedNumber::rounded({1}, 20, 5).low == 18);
    CHECK(ReleasedNumber::rounded({1}, 20, 5).high == 22);
    // Together: piece 0 is 0 to 4, which is tighter than five.
    CHECK_FALSE(may_follow(counts, {}, rounded));
    CHECK(may_follow(counts, {}, release({ReleasedNumber::rounded({0, 1}, 20, 5)})));
}

TEST_CASE("a chart, a map and a download of one page are one set of facts")
{
    const std::vector<std::int64_t> counts = {2, 9, 14, 25};
    const auto chart =
        release({ReleasedNumber::exactly({2}, 14), ReleasedNumber::exactly({3}, 25)}, {{0}, {1}});
    const auto map = release({ReleasedNumber::exactly({0, 1, 2, 3}, 50)});
    CHECK(may_follow(counts, {chart}, map));
    const auto download = release({ReleasedNumber::exactly({1, 2}, 23)});
    CHECK_FALSE(may_follow(counts, {chart, map}, download));
}

TEST_CASE("zeros and large counts need no protection, and bad registers are refused")
{
    CHECK(may_follow({0, 30}, {},
                     release({ReleasedNumber::exactly({0}, 0), ReleasedNumber::exactly({1}, 30)})));
    CHECK_FALSE(check_release({5}, {}, release({ReleasedNumber::exactly({1}, 5)})));
    CHECK_FALSE(check_release({5}, {}, release({ReleasedNumber::exactly({0}, 6)})));
    CHECK_FALSE(check_release({5}, {}, release({}, {{9}})));
    CHECK(check_release(std::vector<std::int64_t>(5'000, 9), {}, release({})).error().kind ==
          onroll::ErrorKind::too_large);
}

} // namespace rules_releases_test
