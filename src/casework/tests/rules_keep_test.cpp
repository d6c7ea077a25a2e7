#include "casework/rules_keep.h"

#include "people/store_retention.h"

#include <doctest/doctest.h>

namespace casework_rules_keep_test {

using namespace onroll;
using namespace onroll::casework;

TEST_CASE("a case is kept for its period from the closing, and longer while it is held")
{
    const auto rules = people::published_retention_rules();
    const auto until = [&](KeptKind kind, Held held) {
        return kept_until(rules, kind, date(2020, 2, 29), held);
    };
    CHECK(std::get<people::KeepUntil>(until(KeptKind::case_work, Held::no)).last_day ==
          date(2026, 2, 28));
    CHECK(std::get<people::KeepUntil>(until(KeptKind::contact, Held::no)).last_day ==
          date(2022, 2, 28));
    CHECK(std::holds_alternative<people::OnLegalHold>(until(KeptKind::case_work, Held::yes)));
    // A service that set no period for cases keeps them.
    CHECK(std::holds_alternative<people::CannotTellYet>(
        kept_until({}, KeptKind::case_work, date(2020, 2, 29), Held::no)));
}

TEST_CASE("the last day that is due is told for each kind, and none where no period is known")
{
    const auto& rules = people::published_retention_rules();
    const auto today = date(2026, 11, 26);
    for (const auto kind : {KeptKind::case_work, KeptKind::contact}) {
        const auto last = due_when_over_by(rules, kind, today);
        REQUIRE(last.has_value());
        CHECK(people::is_due(kept_until(rules, kind, *last, Held::no), today));
        CHECK_FALSE(people::is_due(kept_until(rules, kind, *last + Days{1}, Held::no), today));
    }
    CHECK(due_when_over_by(rules, KeptKind::case_work, today) == date(2020, 11, 25));
    CHECK(due_when_over_by(rules, KeptKind::contact, today) == date(2024, 11, 25));
    CHECK_FALSE(due_when_over_by({}, KeptKind::contact, today).has_value());
}

TEST_CASE("what a removed case gave to the years it touched is still counted there")
{
    const CaseFigures told{
        .opened_on = date(2019, 3, 4),
        .closed_on = date(2020, 11, 20),
        .levels = {{date(2019, 3, 4), Level::one}, {date(2019, 10, 1), Level::four}},
        .needs = {all_wider_needs().front()},
        .closes = {{.told = {.outcomes = {all_outcomes().front(), all_outcomes().back()},
                             .summary = "Words that go",
                             .family = all_impacts().front()},
                    .closed_on = date(2020, 11, 20),
                    .highest_level = Level::four,
                    .closed_by = access::UserId::parse(std::string(32, '1')).value()}},
        .contacts = {{date(2019, 3, 4), Channel::email}},
        .work = {{date(2019, 4, 1), {all_stages().front(), std::chrono::minutes(90)}}},
        .topics = {{date(2019, 4, 1), {all_topics().front(), 2}}}};
    const auto kept = figures_of(told);
    for (const auto& figure : kept) {
        CHECK(day_of(figure.month) == 1);
        CHECK(figure.word.find("Words") == std::string::npos);
    }
    const auto in = [&](const Period& period) {
        Counted counted;
        add_kept(kept, period, counted);
        return counted;
    };
    const auto first = in(school_year_from(2018));
    CHECK(first.opened == 1);
    CHECK(first.closed == 0);
    CHECK(first.open_at_end == 1);
    CHECK(first.levels == std::map<Level, std::int64_t>{{Level::one, 1}});
    CHECK(first.contacts.at(Channel::email) == 1);
    CHECK(first.topics.at(all_topics().front()) == 2);
    const auto second = in(school_year_from(2019));
    CHECK(second.opened == 0);
    CHECK(second.levels == std::map<Level, std::int64_t>{{Level::four, 1}});
    CHECK(second.needs.at(all_wider_needs().front()) == 1);
    const auto third = in(school_year_from(2020));
    CHECK(third.open_at_end == 0);
    REQUIRE(third.closes.size() == 1);
    CHECK(third.closes.front().told.outcomes == told.closes.front().told.outcomes);
    CHECK(third.closes.front().told.family == all_impacts().front());
    CHECK(in(school_year_from(2021)).levels.empty());
    CHECK(kept_time(kept, school_year_from(2018)).at(all_stages().front()) ==
          std::chrono::minutes(90));
    CHECK(kept_time(kept, school_year_from(2019)).empty());
}

TEST_CASE("a family that was sent on is kept as one, and counted once in each year")
{
    const auto kept = figure_of_family_sent_on({{date(2021, 9, 20), std::nullopt},
                                                {date(2021, 7, 5), SignpostResult::not_reached},
                                                {date(2021, 7, 6), SignpostResult::helped}});
    CHECK(kept.month == date(2021, 7, 1));
    // The same in another order, so that families alike are one line.
    CHECK(kept.word == figure_of_family_sent_on({{date(2021, 7, 30), SignpostResult::helped},
                                                 {date(2021, 9, 1), std::nullopt},
                                                 {date(2021, 7, 30), SignpostResult::not_reached}})
                           .word);
    const auto in = [&](const Period& period) {
        Counted counted;
        add_kept({kept}, period, counted);
        return counted.families_sent_on;
    };
    using Families = std::map<std::optional<SignpostResult>, std::int64_t>;
    CHECK(in(school_year_from(2020)) == Families{{SignpostResult::helped, 1}});
    CHECK(in(school_year_from(2021)) == Families{{std::nullopt, 1}});
    CHECK(in(financial_year_from(2021)) == Families{{SignpostResult::helped, 1}});
    CHECK(in(school_year_from(2019)).empty());
}

TEST_CASE("a family is not kept for a year in which it was sent on in work that stays")
{
    const auto counted_with = [](const std::vector<Date>& elsewhere, const Period& period) {
        const std::vector<SentOn> given{{date(2021, 7, 5), SignpostResult::helped},
                                        {date(2022, 5, 6), std::nullopt}};
        std::vector<KeptFigure> kept{figure_of_family_sent_on(given, elsewhere)};
        for (const auto& one : given) kept.push_back(figure_of_signpost(one));
        Counted counted;
        add_kept(kept, period, counted);
        CHECK(counted.knows_families_sent_on);
        CHECK(counted.signposts.size() == 1);
        return counted.families_sent_on;
    };
    using Families = std::map<std::optional<SignpostResult>, std::int64_t>;
    const Families helped{{SignpostResult::helped, 1}};
    CHECK(counted_with({}, school_year_from(2020)) == helped);
    CHECK(counted_with({date(2020, 10, 1)}, school_year_from(2020)).empty());
    // The autumn before is in the same school year and in another financial year.
    CHECK(counted_with({date(2020, 10, 1)}, financial_year_from(2021)) == helped);
    CHECK(counted_with({date(2021, 10, 1)}, financial_year_from(2021)).empty());
    CHECK(counted_with({date(2021, 10, 1)}, school_year_from(2020)) == helped);
    CHECK(counted_with({date(2021, 8, 31)}, school_year_from(2020)).empty());
    CHECK(counted_with({date(2021, 8, 31)}, financial_year_from(2021)).empty());
    CHECK(counted_with({date(2021, 8, 31)}, financial_year_from(2022)) ==
          Families{{std::nullopt, 1}});
}

TEST_CASE("times that are kept without their families say that families are not known")
{
    const auto old = figure_of_signpost({date(2021, 7, 5), SignpostResult::helped});
    const auto known_in = [&](const Period& period) {
        Counted counted;
        add_kept({old}, period, counted);
        return counted.knows_families_sent_on;
    };
    CHECK_FALSE(known_in(school_year_from(2020)));
    CHECK(known_in(school_year_from(2021)));
}

} // namespace casework_rules_keep_test
