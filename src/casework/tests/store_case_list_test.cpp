#include "casework/store_case_list.h"
#include "casework/tests/each_place.h"
#include "people/address_safe.h"
#include "people/store.h"
#include "people/store_merge.h"
#include "platform/crypto/crypto.h"

namespace casework_store_case_list_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

TEST_CASE("an adviser is shown their own caseload, a manager the whole service")
{
    on_each_engine(noon, [](const AdviceService& service) {
        service.open({.child = service.child("Asha", "Underhill"), .caseworker = service.adviser});
        service.open({.child = service.child("Bela", "Underhill"), .caseworker = service.manager});
        auto reading = service.database->read();
        const auto own =
            list_cases(reading, service.agency, {.reach = {.caseloads = {service.adviser}}}, 10);
        REQUIRE(own.size() == 1);
        CHECK(own.front().caseworker == service.adviser);
        CHECK(list_cases(reading, service.agency, {.reach = {.whole_service = true}}, 10).size() ==
              2);
        CHECK(list_cases(reading, service.agency, {.reach = {}}, 10).empty());
        CHECK(
            search_cases(reading, service.agency, {.caseloads = {service.adviser}}, "Underhill", 10)
                .size() == 1);
    });
}

TEST_CASE("a case is found by its number, by a name as it sounds, and by an adult of the child")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto child = service.child("Sami", "Rahman");
        const auto id = service.open({.child = child});
        const auto scope = people::scope_of(service.agency, service.adviser, noon.now());
        auto transaction = service.database->begin("add adult");
        const auto adult =
            people::create_person(transaction, scope,
                                  {.kind = people::PersonKind::adult,
                                   .name = {.given = "Amina", .family = "Winterbourne"}});
        REQUIRE(adult);
        REQUIRE(people::add_tie(transaction, scope, {.child = child, .adult = *adult}));
        transaction.commit();
        auto reading = service.database->read();
        const Reach all{.whole_service = true};
        for (const auto* words : {"1001", "case 1001", "Sammy Rahmen", "Amina Winterborne"}) {
            CAPTURE(words);
            const auto found = search_cases(reading, service.agency, all, words, 10);
            REQUIRE(found.size() == 1);
            CHECK(found.front().found.id == id);
            CHECK_FALSE(found.front().why.empty());
        }
        CHECK(search_cases(reading, service.agency, all, "Nobody Of That Name", 10).empty());
    });
}

TEST_CASE(
    "a case is found by the child’s pupil number and by the postcode of the home, only in reach")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto scope = people::scope_of(service.agency, service.adviser, noon.now());
        const auto upn = Upn::parse("P123456789013");
        REQUIRE(upn);
        static const crypto::Key safe_key = crypto::Key::create();
        const people::AddressSafe safe(safe_key);
        std::optional<people::PersonId> child;
        REQUIRE(service.in_transaction([&](db::Transaction& to) -> Result<void> {
            auto made = people::create_person(
                to, scope, {.name = {.given = "Sami", .family = "Rahman"}, .upn = *upn});
            if (!made) return made.error();
            child = *made;
            const auto moved = people::move_person(to, scope, safe, *made,
                                                   {{"3 Harbour Row", "Tidemoor"}, "TM4 7QX", {}},
                                                   people::Protection::open, date(2026, 1, 1));
            return moved ? Result<void>() : Result<void>(moved.error());
        }));
        const auto id = service.open({.child = *child, .caseworker = service.adviser});
        service.open({.child = service.child("Asha", "Hill"), .caseworker = service.adviser});
        auto reading = service.database->read();
        const Reach all{.whole_service = true};
        for (const auto* words : {"P123456789013", "TM4 7QX", "tm47qx"}) {
            CAPTURE(words);
            const auto found = search_cases(reading, service.agency, all, words, 10);
            REQUIRE(found.size() == 1);
            CHECK(found.front().found.id == id);
            CHECK(search_cases(reading, service.agency, {.caseloads = {service.manager}}, words, 10)
                      .empty());
        }
        CHECK(search_cases(reading, service.agency, all, "TM4 7QZ", 10).empty());
    });
}

TEST_CASE("lists narrow by state, level and caseworker, and go on page by page")
{
    on_each_engine(noon, [](const AdviceService& service) {
        for (int each = 0; each < 5; ++each)
            service.open({.child = service.child("Invented", "Child"),
                          .level = each == 0 ? Level::four : Level::one});
        auto reading = service.database->read();
        CaseQuestion question{.reach = {.whole_service = true}};
        const auto first = list_cases(reading, service.agency, question, 3);
        REQUIRE(first.size() == 3);
        question.before = first.back().number;
        CHECK(list_cases(reading, service.agency, question, 3).size() == 2);
        question.before = {};
        question.level = Level::four;
        CHECK(list_cases(reading, service.agency, question, 9).size() == 1);
        question.level = {};
        question.state = CaseState::closed;
        CHECK(list_cases(reading, service.agency, question, 9).empty());
        question.state = {};
        question.worked = Worked::by_nobody;
        CHECK(list_cases(reading, service.agency, question, 9).size() == 5);
        question.worked = Worked::by_anybody;
        question.caseworker = service.manager;
        CHECK(list_cases(reading, service.agency, question, 9).empty());
    });
}

TEST_CASE("on the waiting list urgent ones come first, then who has waited longest")
{
    FixedClock clock(date(2026, 11, 2));
    on_each_engine(clock, [&](const AdviceService& service) {
        const auto wait = [&](Date day, Priority priority) {
            clock.set(FixedClock(day).now());
            return service.open({.child = service.child("Invented", "Child"),
                                 .state = CaseState::waiting,
                                 .reason = "No adviser is free",
                                 .priority = priority});
        };
        const auto later = wait(date(2026, 11, 5), Priority::ordinary);
        const auto first = wait(date(2026, 11, 2), Priority::ordinary);
        const auto urgent = wait(date(2026, 11, 9), Priority::urgent);
        auto reading = service.database->read();
        const auto list = waiting_cases(reading, service.agency, {.whole_service = true}, 10);
        REQUIRE(list.size() == 3);
        CHECK(list[0].id == urgent);
        CHECK(list[1].id == first);
        CHECK(list[2].id == later);
        const auto loads = caseloads_of(reading, service.agency);
        REQUIRE(loads.size() == 1);
        CHECK(loads.front().waiting == 3);
        CHECK_FALSE(loads.front().caseworker);
    });
}

TEST_CASE("a case follows its child’s record into the one that it is joined to")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto kept = service.child("Sami", "Rahman");
        const auto joined = service.child("Sami", "Rahmann");
        const auto id = service.open({.child = joined, .caseworker = service.adviser});
        const auto merge = service.in_transaction([&](db::Transaction& transaction) {
            return people::propose_merge(
                transaction, people::scope_of(service.agency, service.adviser, noon.now()), kept,
                joined);
        });
        REQUIRE(merge);
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return people::agree_to_merge(
                transaction, people::scope_of(service.agency, service.manager, noon.now()),
                merge->id);
        }));
        auto reading = service.database->read();
        CHECK(present_child(reading, service.agency, service.find(id)) == kept);
        const auto cases = cases_of_child(reading, service.agency, kept);
        REQUIRE(cases.size() == 1);
        CHECK(cases.front().id == id);
    });
}

TEST_CASE("the names of many children are asked for at once, with what a joined record adds")
{
    on_each_engine(noon, [](const AdviceService& service) {
        std::vector<people::PersonId> children;
        for (int number = 0; number < 30; ++number)
            children.push_back(service.child("Child " + std::to_string(number), "Underhill"));
        children.push_back(crypto::new_id<people::PersonId>());
        auto reading = service.database->read();
        const auto before = reading.query_count();
        const auto names = people::names_of_people(reading, service.agency, children);
        CHECK(reading.query_count() - before == 1);
        CHECK(names.size() == 30);
        CHECK(names.at(children[7]) == "Child 7 Underhill");
        CHECK(people::names_of_people(reading, service.agency, {}).empty());
        CHECK(
            people::names_of_people(reading, crypto::new_id<access::AgencyId>(), children).empty());
    });
}

TEST_CASE("a caseload is the same found by whose it is and by walking the service")
{
    on_each_engine(noon, [](const AdviceService& service) {
        std::vector<access::UserId> many{service.adviser};
        for (int number = 0; number < 9; ++number) many.push_back(crypto::new_id<access::UserId>());
        for (int number = 0; number < 6; ++number)
            service.open({.child = service.child("Child " + std::to_string(number), "Underhill"),
                          .caseworker = many[static_cast<std::size_t>(number)]});
        auto reading = service.database->read();
        for (const std::size_t few : {1U, 3U, 8U}) {
            const std::vector<access::UserId> some(many.begin(),
                                                   many.begin() + static_cast<int>(few));
            auto padded = some;
            // Nine or more are found by walking.
            while (padded.size() < 9) padded.push_back(crypto::new_id<access::UserId>());
            for (const auto& question :
                 {CaseQuestion{}, CaseQuestion{.caseworker = service.adviser},
                  CaseQuestion{.level = Level::one}, CaseQuestion{.before = 1003}}) {
                auto one = question;
                one.reach = {.caseloads = some};
                auto other = question;
                other.reach = {.caseloads = padded};
                CHECK(list_cases(reading, service.agency, one, 10) ==
                      list_cases(reading, service.agency, other, 10));
            }
        }
    });
}

} // namespace casework_store_case_list_test
