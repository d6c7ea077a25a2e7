// Properties of the duties that hold for every history, on the invented calendar of builders.h.
#include "law/evaluate.h"
#include "law/tests/builders.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace duties_properties_test {

using namespace onroll;
using namespace onroll::law;

/// A day from September 2023 on, so many days later.
Date day_between(int from, int to)
{
    return date(2023, 9, 4) + Days{*rc::gen::inRange(from, to)};
}

/// What may follow the last exclusion: representations, the board's decision, and after a permanent
/// one a request for a review, its decision and a claim.
void add_events_at_random(build::Story& story)
{
    const auto decided = story.last().decided_on;
    if (*rc::gen::arbitrary<bool>())
        story.happened(EventType::representations, decided + Days{*rc::gen::inRange(1, 10)});
    if (!*rc::gen::arbitrary<bool>()) return;
    const auto outcome = *rc::gen::element(Outcome::reinstate, Outcome::not_reinstate);
    story.happened(EventType::board_meeting, decided + Days{15});
    story.happened(EventType::board_decision_notice, decided + Days{16}, outcome);
    if (story.last().kind != Kind::permanent || outcome == Outcome::reinstate) return;
    if (*rc::gen::arbitrary<bool>())
        story.happened(EventType::discrimination_claim, decided + Days{18});
    if (!*rc::gen::arbitrary<bool>()) return;
    story.happened(EventType::irp_application, decided + Days{20});
    story.happened(EventType::irp_decision_notice, decided + Days{40},
                   *rc::gen::element(Outcome::uphold, Outcome::recommend, Outcome::quash));
}

bool same(const Duty& a, const Duty& b)
{
    return a.rule == b.rule && a.exclusion == b.exclusion && a.type == b.type &&
           a.actor == b.actor && a.date == b.date &&
           std::equal(a.dates.begin(), a.dates.end(), b.dates.begin(), b.dates.end());
}

/// Each dated duty of `first` with the duty of `second` for the same rule, type and person.
std::vector<std::pair<Date, Date>> pairs_of_dates(const Evaluation& first, const Evaluation& second)
{
    std::vector<std::pair<Date, Date>> pairs;
    for (const auto& a : first.duties)
        for (const auto& b : second.duties)
            if (a.rule == b.rule && a.type == b.type && a.actor == b.actor && a.date && b.date)
                pairs.emplace_back(*a.date, *b.date);
    return pairs;
}

} // namespace duties_properties_test

TEST_CASE("an unrelated later exclusion never changes what followed from an earlier one")
{
    using namespace duties_properties_test;
    rc::check("earlier duties stay", [] {
        auto story = build::a_history();
        const int count = *rc::gen::inRange(1, 5);
        auto last = date(2023, 9, 4);
        for (int i = 0; i < count; ++i) {
            const auto decided = std::max(last, day_between(i * 60, i * 60 + 40));
            last = decided + Days{1};
            const auto kind = *rc::gen::element(Kind::suspension, Kind::lunchtime, Kind::permanent);
            story.add(build::an_exclusion(kind, decided, *rc::gen::inRange(1, 12)));
            add_events_at_random(story);
        }
        const auto before = evaluate(story.history());
        story.add(build::an_exclusion(*rc::gen::element(Kind::suspension, Kind::permanent),
                                      last + Days{*rc::gen::inRange(1, 200)},
                                      *rc::gen::inRange(1, 20)));
        add_events_at_random(story);
        const auto after = evaluate(story.history());
        RC_ASSERT(after.duties.size() > before.duties.size());
        RC_ASSERT(
            std::equal(before.duties.begin(), before.duties.end(), after.duties.begin(), same));
    });
}

TEST_CASE("a longer closure never makes a date earlier")
{
    using namespace duties_properties_test;
    rc::check("dates move only later", [] {
        const auto start = date(2024, 9, 3) + Days{*rc::gen::inRange(0, 100)};
        const int length = *rc::gen::inRange(0, 10), longer = length + *rc::gen::inRange(1, 10);
        const auto calendar = [&](int days) {
            return SchoolCalendar::create({{"Autumn", date(2024, 9, 3), date(2024, 12, 20)},
                                           {"Spring", date(2025, 1, 6), date(2025, 4, 4)},
                                           {"Summer", date(2025, 4, 22), date(2025, 7, 22)}},
                                          {{start, start + Days{days}, ClosureReason::unplanned}},
                                          TermSystem::three)
                .value();
        };
        const School shorter_closed{"A", SchoolType::maintained, 901, calendar(length)},
            longer_closed{"A", SchoolType::maintained, 901, calendar(longer)};
        History history;
        history.id = "H";
        history.schools = {&shorter_closed};
        Exclusion one = build::an_exclusion(*rc::gen::element(Kind::suspension, Kind::permanent),
                                            date(2024, 9, 9) + Days{*rc::gen::inRange(0, 80)},
                                            *rc::gen::inRange(1, 30));
        history.exclusions = {one};
        history.events = {
            Event{EventType::representations, 0, one.decided_on, Method::delivered, Outcome::none},
            Event{EventType::board_decision_notice, 0, one.decided_on + Days{20}, Method::delivered,
                  Outcome::not_reinstate}};
        const auto first = evaluate(history);
        history.schools = {&longer_closed};
        const auto second = evaluate(history);
        const auto pairs = pairs_of_dates(first, second);
        RC_ASSERT(!pairs.empty());
        for (const auto& [earlier, later] : pairs) RC_ASSERT(earlier <= later);
    });
}
