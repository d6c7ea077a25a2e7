#include "casework/held_items.h"
#include "casework/store_opening.h"
#include "casework/tests/family_world.h"

namespace casework_store_messages_test {

using namespace onroll;
using namespace onroll::casework;
using namespace onroll::casework::tests;
using namespace std::chrono_literals;

TEST_CASE("messages are read by the other side once, and a held one is not seen until it is let go")
{
    in_each_world([](World& world) {
        const auto thread = world.with(*world.mother);
        auto transaction = world.database->begin("write");
        const auto first =
            add_message(transaction, world.agency, thread,
                        {.said_by = Speaker::adviser, .adviser = world.adviser, .words = "Hello"},
                        world.clock.now());
        world.clock.move_on(1min);
        const auto held = add_message(
            transaction, world.agency, thread,
            {.said_by = Speaker::school, .words = "At home", .held = true}, world.clock.now());
        mark_read(transaction, world.agency, thread, Speaker::family, {}, world.clock.now());
        auto all = messages_of_thread(transaction, world.agency, thread);
        REQUIRE(all.size() == 2);
        CHECK(all[0].id == first);
        CHECK(all[0].read_by_family_at.has_value());
        CHECK_FALSE(all[1].is_shown());
        CHECK_FALSE(all[1].read_by_family_at.has_value());
        let_go(transaction, world.agency, held, world.adviser, "They know it", world.clock.now());
        all = messages_of_thread(transaction, world.agency, thread);
        CHECK(all[1].is_shown());
        CHECK(entries_of_messages(transaction, world.agency, *world.case_id).size() == 2);
        CHECK_FALSE(begin_thread(transaction, world.agency, *world.case_id,
                                 {.kind = ThreadKind::with_family, .person = *world.mother},
                                 world.adviser, world.clock.now()));
        transaction.commit();
    });
}

TEST_CASE("a child's account is kept as it was told, and cannot be altered or removed")
{
    in_each_world([](World& world) {
        const NewAccount told{.written_by = WrittenBy::child,
                              .meeting = "Governors",
                              .happened = "I was sent out.",
                              .felt = "Not fair",
                              .wanted = "A quiet place",
                              .trusted = "The librarian",
                              .who_may_know = WhoMayKnow::school};
        {
            auto transaction = world.database->begin("tell");
            add_account(transaction, world.agency, *world.case_id, told, world.clock.now());
            transaction.commit();
        }
        auto reading = world.database->read();
        const auto all = accounts_of_case(reading, world.agency, *world.case_id);
        REQUIRE(all.size() == 1);
        CHECK(all[0].told == told);
        CHECK(entries_of_accounts(reading, world.agency, *world.case_id).front().detail ==
              "I was sent out.\nHow it felt: Not fair\nWhat the child wants: A quiet place\n"
              "An adult the child trusts: The librarian");
        if (world.database->engine() != db::Engine::postgres) return;
        // The serving role may not.
        auto transaction = world.database->begin("alter");
        CHECK_THROWS(transaction.run({"alter", "UPDATE casework_account SET happened = 'x'"}));
    });
}

TEST_CASE("where things stand keeps what was said before")
{
    in_each_world([](World& world) {
        auto transaction = world.database->begin("say");
        say_status(transaction, world.agency, *world.case_id, {"We write to the school.", {}},
                   world.adviser, world.clock.now());
        world.clock.move_on(1h);
        say_status(transaction, world.agency, *world.case_id,
                   {"The governors meet.", date(2026, 12, 4)}, world.adviser, world.clock.now());
        const auto all = statuses_of_case(transaction, world.agency, *world.case_id);
        REQUIRE(all.size() == 2);
        CHECK(all[0].next == NextStep{"The governors meet.", date(2026, 12, 4)});
        transaction.commit();
    });
}

TEST_CASE("a copy of the record holds the case with its chronology for the child, and for an adult "
          "their own conversation alone")
{
    in_each_world([](World& world) {
        {
            auto transaction = world.database->begin("talk");
            const auto now = world.clock.now();
            const auto thread = begin_thread(transaction, world.agency, *world.case_id,
                                             {.person = *world.mother}, world.adviser, now)
                                    .value();
            add_message(transaction, world.agency, thread,
                        {.said_by = Speaker::family, .words = "MOTHERwords"}, now);
            add_message(transaction, world.agency, thread,
                        {.adviser = world.adviser, .words = "HELDwords", .held = true}, now);
            transaction.commit();
        }
        auto reading = world.database->read();
        const auto says = [&](const people::PersonId& person, std::string_view words) {
            int marked = 0;
            for (const auto& item : held_items_of(reading, world.agency, person))
                for (const auto& [name, value] : item.facts)
                    if (value.find(words) != std::string::npos) {
                        CHECK(item.third_party);
                        ++marked;
                    }
            return marked;
        };
        CHECK(says(*world.child, "MOTHERwords") == 1);
        CHECK(says(*world.mother, "MOTHERwords") == 1);
        CHECK(says(*world.mother, "HELDwords") == 0);
        CHECK(says(*world.father, "MOTHERwords") == 0);
        CHECK(held_items_of(reading, world.agency, *world.father).empty());
        CHECK(held_items_of(reading, world.agency, *world.child)
                  .front()
                  .section.starts_with("Case "));
    });
}

} // namespace casework_store_messages_test
