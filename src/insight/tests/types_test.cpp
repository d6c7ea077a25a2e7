#include "insight/types.h"

#include <doctest/doctest.h>

using namespace onroll;
using namespace onroll::insight;

TEST_CASE("a code says which kind of area it is, and is written back as it was read")
{
    for (const auto* const text : {"933", "001", "E12000009", "E13000002", "E92000001", "9334200"})
        CHECK(AreaCode::parse(text).value().text() == text);
    CHECK(AreaCode::parse("933")->level() == AreaLevel::authority);
    CHECK(AreaCode::parse("E13000001")->level() == AreaLevel::region);
    CHECK(AreaCode::parse("9334200")->level() == AreaLevel::school);
    CHECK_FALSE(AreaCode::parse("E10000027").has_value());
    CHECK_FALSE(AreaCode::parse("z").has_value());
    CHECK_FALSE(AreaCode::parse("").has_value());
    CHECK_FALSE(AreaCode::parse("9 3").has_value());
}

TEST_CASE("a school year is read from both ways of writing it and must be of two years in a row")
{
    CHECK(SchoolYear::parse("2016/17")->start == 2016);
    CHECK(SchoolYear::parse("201617")->text() == "2016/17");
    CHECK(SchoolYear::parse("1999/00")->text() == "1999/00");
    CHECK_FALSE(SchoolYear::parse("2016/18").has_value());
    CHECK_FALSE(SchoolYear::parse("2016").has_value());
}

TEST_CASE("a breakdown is read back from its text, whatever its values hold")
{
    const Breakdown breakdown{{"phase", "Secondary"}, {"characteristic", "Age = 11; not 12 \\"}};
    CHECK(Breakdown::from_text(breakdown.text()) == breakdown);
    CHECK(breakdown.value_of("phase") == "Secondary");
    CHECK(Breakdown{}.text().empty());
    CHECK(Breakdown{{"b", "1"}, {"a", "2"}}.text() == "a=2;b=1");
}

TEST_CASE("a series answers by area and period, and says nothing of what it does not hold")
{
    const auto somerset = AreaCode::authority(933);
    const auto year = Period::of(SchoolYear{2018});
    const Series series{{},
                        {{AreaCode::authority(380), year, {.state = CellState::known, .value = 2}},
                         {somerset, year, {.state = CellState::suppressed}}}};
    REQUIRE(series.find(somerset, year) != nullptr);
    CHECK(series.find(somerset, year)->number() == std::nullopt);
    CHECK(series.find(somerset, Period::of(SchoolYear{2019})) == nullptr);
    CHECK(series.of(somerset).size() == 1);
    CHECK(series.in(year).size() == 2);
}
