#include "casework/store_needs.h"
#include "casework/rules_journey.h"
#include "casework/views_needs.h"

#include "casework/tests/each_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_store_needs_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const Date today = date(2026, 11, 26);
const FixedClock noon(today);

TEST_CASE("a need keeps each of its steps, in its own case alone")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = crypto::new_id<people::PersonId>()});
        auto transaction = service.database->begin("needs");
        const auto need = add_need(transaction, service.agency, id, NeedKind::hearing, "",
                                   {NeedStep::noticed, date(2026, 9, 15), "School nurse", ""},
                                   service.adviser, noon.now());
        CHECK(add_need_step(transaction, service.agency, id, need,
                            {NeedStep::met, date(2026, 11, 2), "Hearing service", "Aids fitted"},
                            service.adviser, noon.now()));
        CHECK_FALSE(add_need_step(transaction, service.agency, crypto::new_id<CaseId>(), need,
                                  {NeedStep::seen, today, "", ""}, service.adviser, noon.now()));
        const auto needs = needs_of_case(transaction, service.agency, id);
        REQUIRE(needs.size() == 1);
        REQUIRE(needs.front().steps.size() == 2);
        CHECK(needs.front().last().note == "Aids fitted");
        CHECK(needs.front().unmet_on(date(2026, 10, 1)));
        CHECK_FALSE(needs.front().unmet_on(date(2026, 11, 2)));
        CHECK_FALSE(needs.front().unmet_on(date(2026, 9, 1)));
    });
}

TEST_CASE("what is taken out of a journey is not drawn")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = crypto::new_id<people::PersonId>()});
        auto transaction = service.database->begin("journey");
        const auto first = add_journey_part(transaction, service.agency, id,
                                            {.kind = JourneyKind::contact,
                                             .from = date(2026, 10, 1),
                                             .who = "Early help",
                                             .words = "Somebody listened at last.",
                                             .feeling = 4},
                                            service.adviser, noon.now());
        add_journey_part(
            transaction, service.agency, id,
            {.kind = JourneyKind::moment, .from = date(2026, 9, 1), .words = "New school"},
            service.adviser, noon.now());
        CHECK(journey_of_case(transaction, service.agency, id).size() == 2);
        CHECK(take_out_journey_part(transaction, service.agency, id, first));
        CHECK_FALSE(
            take_out_journey_part(transaction, service.agency, crypto::new_id<CaseId>(), first));
        const auto parts = journey_of_case(transaction, service.agency, id);
        REQUIRE(parts.size() == 1);
        CHECK(parts.front().told.words == "New school");
        CHECK_FALSE(parts.front().told.feeling);
    });
}

Event an_event(EventKind kind, Date on)
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = kind,
                .added_at = {},
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = {}};
    event.facts.set(Fact::happened_on, iso(on));
    return event;
}

Need a_need(std::vector<NeedStepTold> steps)
{
    return {.id = crypto::new_id<NeedId>(),
            .case_id = crypto::new_id<CaseId>(),
            .kind = NeedKind::dyslexia,
            .words = "",
            .steps = std::move(steps)};
}

TEST_CASE("sanctions are counted beside the needs that were known and unmet that day")
{
    auto in_error = an_event(EventKind::suspension, date(2026, 10, 2));
    in_error.facts.set(Fact::recorded_in_error, "Another pupil");
    const std::vector<Event> events{an_event(EventKind::suspension, date(2026, 9, 1)),
                                    an_event(EventKind::cool_off, date(2026, 10, 1)),
                                    an_event(EventKind::suspension, date(2026, 11, 20)),
                                    an_event(EventKind::managed_move, date(2026, 10, 1)), in_error};
    const auto need = a_need({{NeedStep::noticed, date(2026, 9, 10), "", ""},
                              {NeedStep::seen, date(2026, 11, 1), "", ""}});
    const auto unmet = sanctions_while_unmet(events, {need});
    CHECK(unmet.sanctions == 3);
    CHECK(unmet.while_unmet == 1);
}

TEST_CASE("a need that was turned down is unmet still")
{
    const auto need = a_need({{NeedStep::noticed, date(2026, 9, 10), "", ""},
                              {NeedStep::refused, date(2026, 10, 1), "", ""}});
    CHECK(need.unmet_on(date(2026, 10, 5)));
}

TEST_CASE("a journey has school first, then what came, on one line of time up to today")
{
    const auto need = a_need({{NeedStep::asked, date(2026, 9, 10), "School nurse", ""}});
    const auto journey = journey_of({an_event(EventKind::suspension, date(2026, 10, 1))}, {need},
                                    {{crypto::new_id<JourneyId>(),
                                      {.kind = JourneyKind::contact,
                                       .from = date(2026, 8, 1),
                                       .until = {},
                                       .who = "Early help",
                                       .words = "They came",
                                       .feeling = 5}}},
                                    today);
    CHECK(journey.lanes ==
          std::vector<std::string>{"School", "Early help", "Reading and writing (dyslexia)"});
    CHECK(journey.from == date(2026, 8, 1));
    CHECK(journey.until == today);
    const auto rows = rows_of(journey);
    CHECK(rows.cells.size() == journey.stretches.size());
    CHECK(rows.cells.front()[3] == "They came. It felt: Good");
    const auto picture = picture_of(journey);
    CHECK(picture.wide.height > 0);
    CHECK(picture.narrow.drawing.markup().find("Early help") != std::string::npos);
    CHECK(journey_of({}, {}, {}, today).empty());
}

} // namespace casework_store_needs_test
