#include "casework/rules_accounts.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_rules_accounts_test {

using namespace onroll;
using namespace onroll::casework;

const Date today = date(2026, 11, 26);

Event an_exclusion(std::vector<std::pair<Fact, std::string>> given = {})
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = EventKind::permanent_exclusion,
                .added_at = {},
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = {}};
    event.facts.set(Fact::happened_on, "2026-11-18");
    for (const auto& [fact, value] : given) event.facts.set(fact, value);
    return event;
}

KeptDate last_day(const Event& event, const char* name, Date due)
{
    return {.name = std::string(name) + " " + event.id.text(), .event = event.id, .due = due};
}

TEST_CASE("a meeting is ahead by its last day in law until a day is recorded, and then on that day")
{
    const auto event = an_exclusion();
    const std::vector dates{last_day(event, "GB-10 decide_by governing_board", date(2026, 12, 9)),
                            last_day(event, "IRP-06 hold_by panel", date(2027, 1, 20)),
                            last_day(event, "GB-21 decide_by governing_board", date(2026, 12, 4))};
    const auto ahead = meetings_ahead({event}, dates, today);
    REQUIRE(ahead.size() == 2);
    CHECK(ahead.front() ==
          MeetingAhead{event.id, MeetingKind::governors, date(2026, 12, 9), date(2026, 11, 18)});
    CHECK(ahead.back().kind == MeetingKind::review_panel);
    auto known = event;
    known.facts.set(Fact::board_met_on, "2026-12-02");
    CHECK(meetings_ahead({known}, dates, today).front().on == date(2026, 12, 2));
    CHECK(task_day(ahead.front(), today) == date(2026, 12, 8));
    CHECK(task_day(ahead.front(), date(2026, 12, 9)) == date(2026, 12, 9));
}

TEST_CASE("a meeting that was held, cancelled or decided is not ahead; going back is by its day")
{
    const auto held = an_exclusion({{Fact::board_met_on, "2026-11-25"}});
    CHECK(meetings_ahead({held}, {}, today).empty());
    const auto cancelled =
        an_exclusion({{Fact::cancelled_on, "2026-11-25"}, {Fact::board_met_on, "2026-12-02"}});
    CHECK(meetings_ahead({cancelled}, {}, today).empty());
    const auto back =
        an_exclusion({{Fact::board_met_on, "2026-11-25"}, {Fact::back_to_school_on, "2026-11-30"}});
    const auto ahead = meetings_ahead({back}, {}, today);
    REQUIRE(ahead.size() == 1);
    CHECK(ahead.front().kind == MeetingKind::going_back);
    // What was said for the governors says nothing of going back.
    CHECK(ahead.front().since == date(2026, 11, 25));
}

TEST_CASE("an account counts for a meeting when it came since, about that event or none")
{
    const auto event = an_exclusion({{Fact::board_met_on, "2026-12-02"}});
    const auto meeting = meetings_ahead({event}, {}, today).front();
    NewAccount account{.happened = "I was pushed first"};
    CHECK(is_heard_for(meeting, account, date(2026, 11, 18)));
    CHECK_FALSE(is_heard_for(meeting, account, date(2026, 11, 17)));
    account.event = event.id;
    CHECK(is_heard_for(meeting, account, today));
    account.event = an_exclusion().id;
    CHECK_FALSE(is_heard_for(meeting, account, today));
}

} // namespace casework_rules_accounts_test
