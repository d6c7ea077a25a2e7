#include "casework/event_form.h"
#include "casework/rules_date_changes.h"
#include "casework/rules_day_list.h"
#include "casework/rules_event_states.h"
#include "casework/rules_school_days.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace casework_rules_events_test {

using namespace onroll;
using namespace onroll::casework;

const Date today = date(2026, 11, 26);

Event an_exclusion(std::initializer_list<std::pair<Fact, std::string>> told,
                   EventKind kind = EventKind::permanent_exclusion)
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = kind,
                .added_at = {},
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = {}};
    event.facts.set(Fact::happened_on, "2026-11-18");
    for (const auto& [fact, value] : told) event.facts.set(fact, value);
    return event;
}

TEST_CASE("an exclusion changes its state with what is decided, and is still counted")
{
    using enum EventStanding;
    CHECK(state_of(an_exclusion({})).standing == stands);
    CHECK(state_of(an_exclusion({{Fact::board_outcome, "not_reinstate"}})).standing ==
          upheld_by_board);
    const auto back = state_of(
        an_exclusion({{Fact::board_met_on, "2026-12-01"}, {Fact::board_outcome, "reinstate"}}));
    CHECK(back == EventState{reinstated, date(2026, 12, 1)});
    CHECK(counted_as(back.standing).find("still counted") != std::string::npos);
    CHECK(state_of(an_exclusion({{Fact::board_outcome, "not_reinstate"},
                                 {Fact::review_asked_on, "2026-12-05"}}))
              .standing == review_asked);
    CHECK(state_of(an_exclusion({{Fact::panel_outcome, "quash"}})).standing == back_to_board);
    CHECK(state_of(an_exclusion({{Fact::panel_outcome, "quash"},
                                 {Fact::reconsidered_outcome, "reinstated"}}))
              .standing == reinstated_after_review);
    CHECK(state_of(an_exclusion({{Fact::cancelled_on, "2026-11-20"}})).standing == cancelled);
    CHECK(state_of(an_exclusion({{Fact::recorded_in_error, "Another pupil"}})).standing ==
          in_error);
    CHECK(state_of(an_exclusion({}, EventKind::cool_off)).standing == recorded);
    CHECK(counted_as(recorded).empty());
}

TEST_CASE("closed days between two countings are named; opened ones too")
{
    const DaysSeen before{date(2026, 11, 23), "11111001111100"};
    const DaysSeen now{date(2026, 11, 23), "11111000111100"};
    const auto changed = days_changed(before, now, date(2026, 11, 23), date(2026, 12, 6));
    CHECK(in_words(changed) == "the school is closed on Monday 30 November 2026");
    CHECK(in_words(days_changed(now, before, date(2026, 11, 23), date(2026, 12, 6))) ==
          "the school is open on Monday 30 November 2026");
    CHECK(days_changed(before, now, date(2026, 11, 23), date(2026, 11, 27)).none());
}

TEST_CASE("dates of an event that had none are answers, not changes")
{
    const auto event = crypto::new_id<EventId>();
    const auto other = crypto::new_id<EventId>();
    const std::vector<KeptDate> before{{"a", event, "The board must meet", today, true, {}}};
    const std::vector<KeptDate> now{{"a", event, "The board must meet", today + Days{1}, true, {}},
                                    {"b", event, "A parent may write", today, false, {}},
                                    {"c", other, "The head must tell", today, false, {}}};
    const auto changes = date_changes(before, now, {}, {}, "a fact was told");
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].was == today);
    CHECK(changes[0].now == today + Days{1});
    CHECK(changes[0].why == "a fact was told");
    CHECK_FALSE(changes[1].was);
    const auto gone = date_changes(before, {}, {}, {}, "it was cancelled");
    REQUIRE(gone.size() == 1);
    CHECK_FALSE(gone.front().now);
}

TEST_CASE("school days to a day are counted on the days that were seen, today not counted")
{
    // Thursday 26 November 2026 is the fourth digit.
    const DaysSeenBySchool days{{"990022", {date(2026, 11, 23), "11111001111100"}}};
    CHECK(school_days_to(days, today, today) == 0);
    CHECK(school_days_to(days, today, date(2026, 11, 30)) == 2);
    CHECK(school_days_to(days, today, date(2026, 11, 24)) == -2);
    CHECK_FALSE(school_days_to(days, today, date(2027, 1, 8)));
    CHECK_FALSE(school_days_to({}, today, date(2026, 11, 30)));
}

DayTask a_task(std::optional<Date> due, TaskState state = TaskState::open)
{
    return {{.id = crypto::new_id<TaskId>(),
             .told = {.title = "Ring back", .due_on = due},
             .state = state,
             .added_at = {},
             .added_by = crypto::new_id<access::UserId>()},
            std::nullopt};
}

TEST_CASE("a day list puts what is late first, what waits apart, and what has no day last")
{
    DayList list;
    put_in(list,
           day_lines({a_task(today + Days{40}), a_task(today + Days{3}), a_task(today),
                      a_task(today - Days{1}), a_task(std::nullopt),
                      a_task(today - Days{9}, TaskState::waiting)},
                     {}, {}, today),
           today);
    CHECK(list.late.size() == 1);
    CHECK(list.today.size() == 1);
    CHECK(list.next.size() == 1);
    CHECK(list.later.size() == 1);
    CHECK(list.waiting.size() == 1);
    CHECK(list.undated.size() == 1);
    CHECK_FALSE(is_for_the_manager(list.late.front(), today));
    CHECK(is_for_the_manager(list.waiting.front(), today));
}

TEST_CASE("a date in law that has a task, or is said twice, is one line")
{
    const DayCase of{crypto::new_id<CaseId>(), 1042, crypto::new_id<people::PersonId>(), {}};
    auto task = a_task(today + Days{2});
    task.of = of;
    task.task.told.case_id = of.id;
    task.task.told.duty = "GB-01";
    const std::vector<DayDate> dates{{of, "GB-01", "The board must meet", today + Days{2}, true},
                                     {of, "GB-02", "The board must tell", today + Days{4}, false},
                                     {of, "GB-03", "The board must tell", today + Days{4}, false}};
    CHECK(day_lines({task}, dates, {}, today).size() == 2);
}

TEST_CASE("what was typed about an event is read over what is saved, and put right by the field")
{
    const auto& group = groups_of(EventKind::suspension).front();
    http::Form form;
    form.fields = {{"happened_on-day", "18"},     {"happened_on-month", "11"},
                   {"happened_on-year", "2026"},  {"days", "2.5"},
                   {"first_half", "pm"},          {"reasons", "behaviour"},
                   {"reasons", "parent_conduct"}, {"reasons", "nonsense"}};
    Facts saved;
    saved.set(Fact::what_was_said, "Something");
    saved.set(Fact::letter, "yes");
    const auto typed = read_group(form, group, saved, today);
    CHECK(typed.errors.empty());
    CHECK(typed.facts.half_days(Fact::days) == 5);
    CHECK(typed.facts.text(Fact::reasons) == "behaviour parent_conduct");
    CHECK(typed.facts.ticked(Fact::reasons, "parent_conduct"));
    CHECK_FALSE(typed.facts.ticked(Fact::reasons, "parent"));
    CHECK_FALSE(typed.facts.known(Fact::what_was_said)); // it was emptied
    CHECK(typed.facts.yes(Fact::letter) == true);        // another group's
    const auto again = read_group({fields_of(group, typed.facts), {}}, group, saved, today);
    CHECK(again.facts == typed.facts);

    form.fields = {{"days", "five"},
                   {"decided_on-day", "31"},
                   {"decided_on-month", "2"},
                   {"decided_on-year", "2026"}};
    const auto wrong = read_group(form, group, {}, today);
    REQUIRE(wrong.errors.size() == 3);
    CHECK(wrong.errors[0].where == "decided_on");
    CHECK(wrong.errors[1].where == "happened_on");
    CHECK(wrong.errors[2].where == "days");
}

TEST_CASE("an exclusion is asked whether an exam is missed on a day that is not known")
{
    for (const auto kind : {EventKind::suspension, EventKind::permanent_exclusion}) {
        http::Form form;
        form.fields = {{"happened_on-day", "18"},
                       {"happened_on-month", "11"},
                       {"happened_on-year", "2026"},
                       {"exam_day_not_told", "yes"}};
        const auto typed = read_group(form, groups_of(kind).front(), {}, today);
        CHECK(typed.errors.empty());
        CHECK(typed.facts.yes(Fact::exam_day_not_told) == true);
        CHECK_FALSE(typed.facts.known(Fact::exam_on));
    }
    CHECK_FALSE(question_about(EventKind::sent_home, Fact::exam_day_not_told));
}

TEST_CASE("every kind of event asks for its day, and no fact twice")
{
    for (const auto kind : all_event_kinds()) {
        const auto& first = groups_of(kind).front();
        CHECK(first.key == "first");
        CHECK(event_kind_named(key_of(kind)) == kind);
        std::vector<Fact> asked;
        bool asks_day = false;
        for (const auto& group : groups_of(kind))
            for (const auto& question : group.questions) {
                CHECK(std::find(asked.begin(), asked.end(), question.fact) == asked.end());
                asked.push_back(question.fact);
                asks_day = asks_day || (question.fact == Fact::happened_on && question.needed);
            }
        CHECK(asks_day);
    }
}

} // namespace casework_rules_events_test
