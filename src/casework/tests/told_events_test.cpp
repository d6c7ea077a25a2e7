#include "casework/told_events.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_told_events_test {

using namespace onroll;
using namespace onroll::casework;

const auto noon = std::chrono::sys_time<std::chrono::milliseconds>(
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(12));

Contact a_call(std::vector<WhatHappened> happened)
{
    Contact contact{.id = crypto::new_id<ContactId>(),
                    .told = {.happened = std::move(happened),
                             .first_day = date(2026, 11, 23),
                             .school_name = "Harbour Light Academy"},
                    .taken_at = noon,
                    .taken_on = date(2026, 11, 24),
                    .taken_by = crypto::new_id<access::UserId>()};
    contact.told.school = *Urn::parse("123456");
    return contact;
}

Event an_event(EventKind kind, std::chrono::hours after_the_call, const char* day)
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = kind,
                .added_at = noon + after_the_call,
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = {}};
    event.facts.set(Fact::happened_on, day);
    return event;
}

TEST_CASE("what a caller told becomes an event with its school and first day")
{
    const auto call = a_call({WhatHappened::suspended});
    const auto told = told_without_event({call}, {});
    REQUIRE(told.size() == 1);
    CHECK(told.front().contact == call.id);
    CHECK(told.front().kind == EventKind::suspension);
    CHECK(told.front().facts.text(Fact::school) == "123456");
    CHECK(told.front().facts.text(Fact::school_name) == "Harbour Light Academy");
    CHECK(told.front().facts.day(Fact::happened_on) == date(2026, 11, 23));
    CHECK(told_event(call, EventKind::suspension));
    CHECK_FALSE(told_event(call, EventKind::permanent_exclusion));
}

TEST_CASE("sent home without a letter is told with no letter, and a question tells of no event")
{
    const auto told =
        told_without_event({a_call({WhatHappened::sent_home, WhatHappened::asking_before})}, {});
    REQUIRE(told.size() == 1);
    CHECK(told.front().kind == EventKind::sent_home);
    CHECK(told.front().facts.yes(Fact::letter) == false);
}

TEST_CASE("what was recorded after the call, or is of the same day, is not offered again")
{
    using std::chrono::hours;
    const std::vector<Contact> call{a_call({WhatHappened::sent_home})};
    CHECK(
        told_without_event(call, {an_event(EventKind::cool_off, hours(1), "2026-11-20")}).empty());
    CHECK(told_without_event(call, {an_event(EventKind::sent_home, hours(-1), "2026-11-23")})
              .empty());
    CHECK(told_without_event(call, {an_event(EventKind::sent_home, hours(-1), "2026-09-01")})
              .size() == 1);
    CHECK(told_without_event(call, {an_event(EventKind::suspension, hours(1), "2026-11-23")})
              .size() == 1);
}

} // namespace casework_told_events_test
