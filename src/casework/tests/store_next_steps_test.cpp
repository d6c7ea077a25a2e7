#include "casework/store_next_steps.h"

#include "casework/chronology.h"
#include "casework/chronology_events.h"
#include "casework/rules_keep.h"
#include "casework/store_reports.h"

#include "casework/tests/each_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

namespace casework_store_next_steps_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

NewNextStep a_step(NextStepKind kind, std::string where)
{
    return {.kind = kind,
            .where = std::move(where),
            .starts_on = date(2027, 1, 5),
            .advised = "Visit first",
            .advised_on = date(2026, 11, 20)};
}

TEST_CASE("a next step keeps what was advised and all that was learnt of it, in its own case alone")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        auto to = service.database->begin("next steps");
        const auto told = a_step(NextStepKind::new_school, "Harbour Academy");
        const auto step = add_next_step(to, service.agency, id, told, service.adviser, noon.now());
        const auto learn = [&](const CaseId& of, NextStepResult result) {
            return add_next_step_result(to, service.agency, of, step, result, "Rang the school",
                                        service.manager, noon.now());
        };
        CHECK_FALSE(next_steps_of_case(to, service.agency, id).front().result().has_value());
        REQUIRE(learn(id, NextStepResult::waiting));
        REQUIRE(learn(id, NextStepResult::began));
        CHECK(learn(crypto::new_id<CaseId>(), NextStepResult::began).error().kind ==
              ErrorKind::not_found);
        const auto steps = next_steps_of_case(to, service.agency, id);
        REQUIRE(steps.size() == 1);
        CHECK(steps.front().told == told);
        REQUIRE(steps.front().learnt.size() == 2);
        CHECK(steps.front().learnt.front().result == NextStepResult::waiting);
        CHECK(steps.front().result() == NextStepResult::began);
        CHECK(steps.front().learnt.back().by == service.manager);
        CHECK(next_steps_of_case(to, service.agency, crypto::new_id<CaseId>()).empty());
    });
}

TEST_CASE(
    "a next step stands in the chronology and is counted; one entered by mistake is in neither")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        auto to = service.database->begin("next steps");
        const auto add = [&](NextStepKind kind, std::optional<NextStepResult> result) {
            const auto step = add_next_step(to, service.agency, id, a_step(kind, "Quayside"),
                                            service.adviser, noon.now());
            if (result)
                REQUIRE(add_next_step_result(to, service.agency, id, step, *result, "",
                                             service.adviser, noon.now()));
        };
        add(NextStepKind::new_school, NextStepResult::began);
        add(NextStepKind::new_school, std::nullopt);
        add(NextStepKind::after_16, NextStepResult::something_else);
        add(NextStepKind::after_16, NextStepResult::mistake);
        const auto entries = entries_of_next_steps(to, service.agency, id);
        CHECK(entries.size() == 5); // three were advised, of two something was learnt
        CHECK(std::count_if(entries.begin(), entries.end(), [](const ChronologyEntry& entry) {
                  return entry.title == "A new school: It began";
              }) == 1);
        // Advice is confidential: a pack for governors takes the events of the school alone.
        CHECK(narrowed(entries, {.kinds = {EntryKind::event}}).empty());
        CHECK(narrowed(entries, {.kinds = {EntryKind::action}}).size() == entries.size());
        const auto year = school_year_from(2026);
        const auto counted = counted_in(to, service.agency, year, noon.today());
        const auto& schools = counted.next_steps.at(NextStepKind::new_school);
        CHECK(schools.at(NextStepEnd::began) == 1);
        CHECK(schools.at(NextStepEnd::open) == 1);
        const auto& later = counted.next_steps.at(NextStepKind::after_16);
        CHECK(later.at(NextStepEnd::not_so) == 1);
        CHECK_FALSE(later.contains(NextStepEnd::open));
        // What is kept once the case is removed counts the same.
        CaseFigures told{.opened_on = noon.today(), .closed_on = noon.today()};
        for (const auto& step : next_steps_of_case(to, service.agency, id))
            told.next_steps.push_back({step.told.advised_on, step.told.kind, step.result()});
        Counted kept;
        add_kept(figures_of(told), year, kept);
        CHECK(kept.next_steps == counted.next_steps);
        for (const auto& table : tables_of(counted))
            if (table.key == "next_steps")
                CHECK(table.rows.at(1) == ReportRow{"A new school", {1, 0, 1}});
    });
}

} // namespace casework_store_next_steps_test
