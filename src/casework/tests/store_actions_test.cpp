#include "casework/store_actions.h"
#include "casework/store_cases.h"
#include "casework/store_day.h"
#include "casework/store_open.h"

#include "ready_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_store_actions_test {

using namespace onroll;
using namespace onroll::casework;
using std::chrono::minutes;

const FixedClock noon(date(2026, 11, 26));
const Date today = date(2026, 11, 26);

struct Work {
    Work(const AdvicePlace& place, const access::AgencyId& the_agency)
        : stores(place, noon), agency(the_agency), database(*stores.of(agency).value())
    {
        auto transaction = database.begin("open case");
        of = *open_case(transaction, agency, {.child = crypto::new_id<people::PersonId>()}, adviser,
                        today);
        other = *open_case(transaction, agency, {.child = crypto::new_id<people::PersonId>()},
                           adviser, today);
        transaction.commit();
    }
    ActionId record(const NewAction& done)
    {
        auto transaction = database.begin("record action");
        const auto id = record_action(transaction, agency, of, done, adviser, noon.now());
        transaction.commit();
        return id;
    }
    ProfessionalId professional()
    {
        auto transaction = database.begin("add professional");
        const auto id =
            add_professional(transaction, agency, of, "Invented Senco", "SENCO", "Invented School");
        transaction.commit();
        return id;
    }
    AdviceStores stores;
    access::AgencyId agency;
    access::UserId adviser = crypto::new_id<access::UserId>();
    db::Database& database;
    CaseId of = crypto::new_id<CaseId>();
    CaseId other = crypto::new_id<CaseId>();
};

/// A service with two cases on each engine in turn.
void for_each_place(const std::function<void(Work&)>& test)
{
    casework::tests::for_each_place([&](const AdvicePlace& place, const access::AgencyId& agency) {
        Work work(place, agency);
        test(work);
    });
}

TEST_CASE("an action is kept with its minutes, topics and professionals, and found in its case")
{
    for_each_place([](Work& work) {
        const auto senco = work.professional();
        const NewAction call{.kind = ActionKind::school,
                             .stage = Stage::governing_board,
                             .took = minutes{15},
                             .on = today,
                             .what = "Asked for the papers.",
                             .topics = {Topic::permanent_exclusion, Topic::plan},
                             .with = {senco},
                             .worker = work.adviser};
        const auto id = work.record(call);
        auto reading = work.database.read();
        const auto found = find_action(reading, work.agency, work.of, id);
        REQUIRE(found);
        CHECK(found->done == call);
        CHECK(actions_of(reading, work.agency, work.of).front() == *found);
        CHECK(professionals_of(reading, work.agency, work.of).front().role == "SENCO");
        CHECK(professionals_of(reading, work.agency, work.other).empty());
        CHECK_FALSE(find_action(reading, work.agency, work.other, id));
        CHECK_FALSE(find_action(reading, crypto::new_id<access::AgencyId>(), work.of, id));
    });
}

TEST_CASE("a correction keeps what the action said before, and a stale one changes nothing")
{
    for_each_place([](Work& work) {
        const NewAction first{.kind = ActionKind::reading,
                              .took = minutes{30},
                              .on = today,
                              .topics = {Topic::suspension}};
        const auto id = work.record(first);
        auto corrected = first;
        corrected.took = minutes{45};
        corrected.topics = {Topic::permanent_exclusion};
        const auto correct = [&](std::int64_t version, const NewAction& done) {
            auto transaction = work.database.begin("correct action");
            const auto answer = correct_action(transaction, work.agency, work.of, id, version, done,
                                               work.adviser, noon.now());
            if (answer) transaction.commit();
            return answer;
        };
        CHECK(correct(1, corrected));
        CHECK(correct(1, first).error().kind == ErrorKind::conflict);
        auto reading = work.database.read();
        const auto now = find_action(reading, work.agency, work.of, id);
        CHECK(now->done.took == minutes{45});
        CHECK(now->done.topics == corrected.topics);
        CHECK(now->version == 2);
        const auto before = versions_before(reading, work.agency, id);
        REQUIRE(before.size() == 1);
        CHECK(before.front().done.took == minutes{30});
        CHECK(before.front().done.topics == first.topics);
    });
}

TEST_CASE("hours are told by stage and by kind, of a case and of the service in a time")
{
    for_each_place([](Work& work) {
        work.record({.kind = ActionKind::family,
                     .stage = Stage::early_help,
                     .took = minutes{10},
                     .on = today});
        work.record({.kind = ActionKind::reading,
                     .stage = Stage::governing_board,
                     .took = minutes{60},
                     .on = today});
        work.record({.kind = ActionKind::drafting,
                     .stage = Stage::governing_board,
                     .took = minutes{90},
                     .on = today - Days{40}});
        auto reading = work.database.read();
        const auto hours = hours_of(reading, work.agency, work.of);
        CHECK(hours.total == minutes{160});
        CHECK(hours.by_stage == std::vector<HoursByStage>{{Stage::early_help, minutes{10}},
                                                          {Stage::governing_board, minutes{150}}});
        CHECK(hours.by_kind.size() == 3);
        CHECK(hours_of(reading, work.agency, work.other).total == minutes{0});
        CHECK(hours_between(reading, work.agency, today, today + Days{1}).total == minutes{70});
        CHECK(hours_between(reading, crypto::new_id<access::AgencyId>(), today, today + Days{1})
                  .total == minutes{0});
        const auto figures = figures_of_worker(
            reading, work.agency, crypto::new_id<access::UserId>(), start_of_day_in_london(today));
        CHECK(figures.recorded_today == minutes{0});
        CHECK(figures.recorded_in_service == minutes{70});
    });
}

TEST_CASE("the chronology tells what was done, but not the time that another entry took")
{
    for_each_place([](Work& work) {
        work.record({.kind = ActionKind::meeting,
                     .took = minutes{60},
                     .on = today - Days{1},
                     .what = "Met the headteacher."});
        work.record({.kind = ActionKind::family,
                     .took = minutes{10},
                     .on = today,
                     .shown = Shown::with_another_entry});
        auto reading = work.database.read();
        const auto entries = entries_of_actions(actions_of(reading, work.agency, work.of));
        REQUIRE(entries.size() == 1);
        CHECK(entries.front().title == "At a meeting");
        CHECK(entries.front().on == today - Days{1});
        CHECK_FALSE(entries.front().at);
        CHECK(entries.front().took == minutes{60});
    });
}

TEST_CASE("hours are written as people say them")
{
    CHECK(hours_in_words(minutes{0}) == "0 minutes");
    CHECK(hours_in_words(minutes{1}) == "1 minute");
    CHECK(hours_in_words(minutes{60}) == "1 hour");
    CHECK(hours_in_words(minutes{385}) == "6 hours 25 minutes");
    CHECK(hours_in_words(minutes{121}) == "2 hours 1 minute");
}

} // namespace casework_store_actions_test
