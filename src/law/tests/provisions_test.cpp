// What the law data answers, and that each of its rows can be shown.
#include "helpers/shared_data.h"
#include "law/provisions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace provisions_test {

using namespace onroll;
using namespace onroll::law;

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool found(const std::vector<const Rule*>& rules, RuleId id)
{
    return std::ranges::any_of(rules, [&](const auto* each) { return each->id == id; });
}

bool in_use(const std::vector<Code>& codes, std::string_view code)
{
    return std::ranges::any_of(codes, [&](const auto& each) { return each.code == code; });
}

TEST_CASE("every rule that the reference names is in the data")
{
    const auto path = tests::shared_file("reference/exclusion-law.md");
    if (!path) return;
    const auto text = read_file(*path);
    const std::regex id("\\b[A-Z]{2,3}-[0-9]{2}T?\\b");
    std::set<std::string> named;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), id); at != std::sregex_iterator();
         ++at)
        named.insert(at->str());
    CHECK(named.size() > 150);
    for (const auto& each : named) CHECK_MESSAGE(find_rule(each).has_value(), each);
}

TEST_CASE("a rule is found by its name in any case, and only by a name that exists")
{
    CHECK(find_rule("irp-02") == RuleId::irp_02);
    CHECK(find_rule("NT-05T") == RuleId::nt_05t);
    CHECK(name_of(RuleId::nt_05t) == "NT-05T");
    CHECK_FALSE(find_rule("IRP-99"));
    CHECK_FALSE(find_rule(""));
}

TEST_CASE("each rule stands at the place of its id")
{
    CHECK(rules().size() == rule_count);
    for (const auto& each : rules()) CHECK(&rule(each.id) == &each);
    for (const auto& each : values()) CHECK(&value(each.id) == &each);
    for (const auto& each : instruments()) CHECK(&instrument(each.id) == &each);
}

TEST_CASE(
    "each rule can be cited on the first day of each of its rows, and not the day before the first")
{
    for (const auto& each : rules()) {
        for (const auto& row : each.in_force) {
            const auto cited = citation(each.id, row.from);
            REQUIRE_MESSAGE(cited, each.name);
            CHECK_FALSE(cited->source.empty());
            CHECK(cited->from == row.from);
            CHECK(row.checked >= date(2026, 1, 1));
            if (row.until) CHECK(in_force_on(each.id, *row.until) == &row);
        }
        CHECK_FALSE(citation(each.id, each.in_force.front().from - Days{1}));
    }
}

TEST_CASE("no text shows a place that was left to be filled in")
{
    for (const auto& each : rules())
        for (const auto& row : each.in_force)
            for (const auto& source : row.sources)
                for (const auto& place : source.places)
                    CHECK(place.text.find_first_of("{}") == std::string_view::npos);
}

TEST_CASE("a finding says what to ask and what can be done next, and keeps what it rests on")
{
    for (const auto& each : rules()) {
        if (each.topic != Topic::findings) continue;
        CHECK_FALSE(each.ask.empty());
        CHECK_FALSE(each.next.empty());
        CHECK_FALSE(each.severities.empty());
        CHECK_FALSE(each.see.empty());
    }
    CHECK(rule(RuleId::fnd_13).severities.size() == 2);
}

TEST_CASE("guidance is cited in the edition of the day, with its own part number")
{
    const auto in_2022 = citation(RuleId::fnd_01, date(2022, 10, 3));
    REQUIRE(in_2022);
    CHECK(in_2022->edition == "July 2022, reissued September 2022");
    CHECK(in_2022->source == "Exclusion guidance, part 3, paragraph 19");
    const auto in_2023 = citation(RuleId::fnd_01, date(2023, 10, 2));
    REQUIRE(in_2023);
    CHECK(in_2023->source == "Exclusion guidance, part 3, paragraph 20");
    // Reconsidering is part 11 without remote meetings before it, and part 12 with them.
    const auto& reconsidering = in_force_on(RuleId::irp_13, date(2022, 10, 3))->sources[1];
    CHECK(place_on(reconsidering, date(2022, 10, 3))->text == "Exclusion guidance, part 11");
    CHECK(place_on(reconsidering, date(2023, 10, 2))->text == "Exclusion guidance, part 12");
    // The numbers of the 2026 edition were not seen.
    CHECK(place_on(reconsidering, date(2026, 10, 5))->text ==
          "Exclusion guidance, the part on reconsidering");
}

TEST_CASE("the version goes by the day of the decision, and there is none before September 2012")
{
    CHECK_FALSE(law_version_on(date(2012, 8, 31)));
    CHECK(law_version_on(date(2012, 9, 1)) == "LV-2012");
    CHECK(law_version_on(date(2020, 7, 1)) == "LV-2012");
    CHECK(law_version_on(date(2022, 8, 31)) == "LV-2012");
    CHECK(law_version_on(date(2022, 9, 1)) == "LV-2022");
    CHECK(law_version_on(date(2023, 9, 1)) == "LV-2023");
    CHECK(law_version_on(date(2024, 8, 18)) == "LV-2023");
    CHECK(law_version_on(date(2024, 8, 19)) == "LV-2024");
    CHECK(law_version_on(date(2026, 7, 25)) == "LV-2024");
    CHECK(law_version_on(date(2026, 7, 26)) == "LV-2026");
}

TEST_CASE("a number is not known outside its dates, never the nearest one")
{
    CHECK_FALSE(value_on(ValueId::year_cap, date(2012, 8, 31)));
    CHECK(value_on(ValueId::year_cap, date(2012, 9, 1)) == 45);
    CHECK_FALSE(value_on(ValueId::covid_board_limit_25, date(2020, 5, 31)));
    CHECK(value_on(ValueId::covid_board_limit_25, date(2020, 6, 1)) == 25);
    CHECK(value_on(ValueId::covid_board_limit_60, date(2020, 9, 24)) == 60);
    CHECK_FALSE(value_on(ValueId::covid_board_limit_60, date(2020, 9, 25)));
    CHECK(value_on(ValueId::managed_move_trial_allowed, date(2026, 7, 25)) == 1);
    CHECK(value_on(ValueId::managed_move_trial_allowed, date(2026, 7, 26)) == 0);
    CHECK(value_on(ValueId::provision_day, date(2026, 11, 23)) == 6);
    CHECK(value_on(ValueId::payment_on_quashing, date(2026, 11, 23)) == 4000);
}

TEST_CASE("a limit that no paper gives stays unset until somebody sets it")
{
    CHECK(value(ValueId::ias_level_2_hours).setting);
    CHECK_FALSE(value_on(ValueId::ias_level_2_hours, date(2026, 11, 23)));
}

TEST_CASE("law that has not begun is off on every day")
{
    CHECK(switches().size() == 3);
    for (const auto& each : switches()) {
        CHECK_FALSE(each.from);
        CHECK_FALSE(switched_on(each.id, date(2099, 1, 1)));
    }
}

TEST_CASE("reason codes follow the school year 2020 to 2021")
{
    CHECK(in_use(reasons_on(date(2020, 7, 31)), "OT"));
    CHECK_FALSE(in_use(reasons_on(date(2020, 7, 31)), "LG"));
    CHECK_FALSE(in_use(reasons_on(date(2020, 8, 1)), "OT"));
    CHECK(in_use(reasons_on(date(2020, 8, 1)), "LG"));
    CHECK(reasons_on(date(2019, 1, 7)).size() == 12);
    CHECK(reasons_on(date(2021, 1, 7)).size() == 16);
}

TEST_CASE("a reason code whose first census is not confirmed is listed and not in use")
{
    CHECK(std::ranges::count_if(exclusion_reasons(), [](const auto& each) { return !each.from; }) ==
          13);
    CHECK_FALSE(in_use(reasons_on(date(2026, 11, 23)), "MP"));
}

TEST_CASE("attendance codes change on 19 August 2024")
{
    CHECK_FALSE(in_use(attendance_codes_on(date(2024, 8, 18)), "C2"));
    CHECK(in_use(attendance_codes_on(date(2024, 8, 18)), "Y"));
    CHECK(in_use(attendance_codes_on(date(2024, 8, 19)), "C2"));
    CHECK(in_use(attendance_codes_on(date(2024, 8, 19)), "Y7"));
    CHECK_FALSE(in_use(attendance_codes_on(date(2024, 8, 19)), "Y"));
}

TEST_CASE("what the census calls a suspension changes with it")
{
    CHECK(in_use(exclusion_categories_on(date(2020, 7, 31)), "FIXD"));
    CHECK(in_use(exclusion_categories_on(date(2020, 8, 1)), "SUSP"));
    CHECK(in_use(exclusion_categories_on(date(2026, 1, 5)), "LNCH"));
}

TEST_CASE("searching forgives case, word order and words half typed")
{
    CHECK(search_rules("REVIEW last day").front()->id == RuleId::irp_02);
    CHECK(search_rules("day last revi").front()->id == RuleId::irp_02);
    CHECK(search_rules("irp 02").front()->id == RuleId::irp_02);
    CHECK(search_rules("").size() == rules().size());
    CHECK(search_rules("zebra crossing").empty());
}

TEST_CASE("a title that holds the words comes before a text that holds them")
{
    const auto found_rules = search_rules("register");
    const auto in_title = [](const Rule* each) {
        return each->title.find("egister") != std::string_view::npos;
    };
    CHECK(std::ranges::is_partitioned(found_rules, in_title));
    CHECK(in_title(found_rules.front()));
}

TEST_CASE("searching can keep to a topic, or to what stood on a day")
{
    for (const auto* each : search_rules("", Topic::money)) CHECK(each->topic == Topic::money);
    CHECK_FALSE(found(search_rules("termly report", {}, date(2026, 1, 5)), RuleId::nt_04t));
    CHECK(found(search_rules("termly report", {}, date(2016, 1, 5)), RuleId::nt_04t));
}

TEST_CASE("the list begins with the decision and goes on as a case does")
{
    const auto all = search_rules("");
    CHECK(all.front()->topic == Topic::the_power);
    const auto place = [&](RuleId id) {
        return std::ranges::find_if(all, [&](const Rule* each) { return each->id == id; }) -
               all.begin();
    };
    CHECK(place(RuleId::ht_13) < place(RuleId::nt_01));
    CHECK(place(RuleId::nt_01) < place(RuleId::edu_00));
    CHECK(place(RuleId::edu_00) < place(RuleId::gb_10));
    CHECK(place(RuleId::gb_10) < place(RuleId::irp_02));
    CHECK(place(RuleId::irp_02) < place(RuleId::reg_02));
    CHECK(place(RuleId::reg_02) < place(RuleId::ias_01));
    CHECK(search_rules("exam").front()->id == RuleId::gb_16);
}

TEST_CASE("every topic has words and at least one rule")
{
    for (const auto topic : topics()) {
        CHECK_FALSE(words_for(topic).empty());
        CHECK_FALSE(search_rules("", topic).empty());
    }
}

} // namespace provisions_test
