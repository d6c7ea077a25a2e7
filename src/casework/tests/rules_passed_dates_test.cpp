#include "casework/rules_passed_dates.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>

namespace casework_rules_passed_dates_test {

using namespace onroll;
using namespace onroll::casework;

Facts with(std::initializer_list<std::pair<Fact, const char*>> told)
{
    Facts facts;
    for (const auto& [fact, value] : told) facts.set(fact, value);
    return facts;
}

TEST_CASE("what somebody had to do by a day is asked about, and what is only counted is not")
{
    CHECK(asks_whether_it_happened("GB-01 decide_by governing_board e1"));
    CHECK(asks_whether_it_happened("HT-01 notify head_teacher e1 2"));
    CHECK(asks_whether_it_happened("PT-01 end_by school e1"));
    CHECK_FALSE(asks_whether_it_happened("X-01 public_place_days parent e1"));
    CHECK_FALSE(asks_whether_it_happened("X-01 budget_gains local_authority e1"));
    CHECK_FALSE(asks_whether_it_happened("decide_by"));
    CHECK_FALSE(asks_whether_it_happened(""));
}

TEST_CASE("the fact that answers a date says that it happened, and another does not")
{
    const auto happened = [](const char* name, const Facts& facts) {
        return happened_as_recorded(name, "The governors must meet", facts);
    };
    CHECK(happened("R decide_by governing_board e", with({{Fact::board_met_on, "2026-11-20"}})));
    CHECK_FALSE(
        happened("R decide_by governing_board e", with({{Fact::board_told_on, "2026-11-20"}})));
    CHECK(happened("R apply_by parent e", with({{Fact::review_waived_on, "2026-11-20"}})));
    CHECK(happened("R hold_by local_authority e", with({{Fact::panel_outcome, "uphold"}})));
    CHECK(happened("R claim_by parent e", with({{Fact::claim_on, "2026-11-20"}})));
    CHECK(happened("R provide_from local_authority e", with({{Fact::day_six, "yes"}})));
    CHECK_FALSE(happened("R provide_from local_authority e", with({{Fact::day_six, "no"}})));
    CHECK(happened("R notify governing_board e", with({{Fact::board_letter_on, "2026-11-20"}})));
    CHECK_FALSE(happened("R end_by school e", with({{Fact::ends_on, "2026-11-20"}})));
}

TEST_CASE("everybody who had to be told must have been: a letter tells the parents alone")
{
    const char* name = "HT-01 notify head_teacher e";
    const auto letter = with({{Fact::letter, "yes"}});
    const auto both = with({{Fact::letter, "yes"}, {Fact::board_told_on, "2026-11-18"}});
    const std::string parents = "The head teacher must tell the parents without delay";
    const std::string governors = "The head teacher must tell the governors without delay";
    const std::string council =
        "The head teacher must tell the governors and the council without delay";
    CHECK(happened_as_recorded(name, parents, letter));
    CHECK_FALSE(happened_as_recorded(name, parents, with({{Fact::letter, "no"}})));
    CHECK_FALSE(happened_as_recorded(name, governors, letter));
    CHECK(happened_as_recorded(name, governors, both));
    CHECK_FALSE(happened_as_recorded(name, council, both));
}

} // namespace casework_rules_passed_dates_test
