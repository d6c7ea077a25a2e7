#include "casework/store_hand_over.h"

#include "casework/rules_hand_over.h"
#include "casework/store.h"
#include "casework/store_enquiries.h"

#include "casework/tests/each_place.h"

#include <doctest/doctest.h>

namespace casework_store_hand_over_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));

check::HandedOver a_story()
{
    check::HandedOver story{.id = std::string(32, 'a'), .made_on = date(2026, 11, 20)};
    story.answers.happened = check::Happened::sent_home;
    story.answers.started = date(2026, 11, 18);
    story.answers.times = 3;
    story.answers.account = "He says he only asked to leave the room; 50% true & more.";
    return story;
}

TEST_CASE("a family's answers become a contact once, and stay as they were given")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const auto told = contact_of_story(a_story().answers, "");
        const auto take = [&] {
            return office.in_transaction([&](db::Transaction& transaction) {
                return take_over(transaction, office.agency, a_story(), told, office.adviser,
                                 noon.now());
            });
        };
        const auto first = take();
        REQUIRE(first.has_value());
        const auto again = take();
        REQUIRE_FALSE(again.has_value());
        CHECK(again.error().kind == ErrorKind::conflict);

        auto reading = office.database->read();
        CHECK(count_contacts(reading, office.agency) == 1);
        const auto contact = find_contact(reading, office.agency, *first).value();
        CHECK(contact.told.happened == std::vector{WhatHappened::sent_home});
        CHECK(contact.told.first_day == date(2026, 11, 18));
        CHECK(contact.told.source == ReferralSource::checker);
        const auto kept = story_of_contact(reading, office.agency, *first);
        REQUIRE(kept.has_value());
        CHECK(kept->read() == a_story().answers);
        CHECK(kept->made_on == date(2026, 11, 20));
        CHECK(find_story(reading, office.agency, a_story().id)->contact == *first);
        CHECK_FALSE(find_story(reading, crypto::new_id<access::AgencyId>(), a_story().id));
        CHECK_FALSE(story_of_contact(reading, office.agency, crypto::new_id<ContactId>()));
    });
}

TEST_CASE("a case has the stories of its contacts")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const auto child = office.child("Invented", "Child");
        const auto work = office.open({.child = child});
        const auto contact = office.in_transaction([&](db::Transaction& transaction) {
            auto taken =
                take_over(transaction, office.agency, a_story(), {}, office.adviser, noon.now());
            if (taken)
                REQUIRE(
                    attach_contact(transaction, office.agency, *taken, work, child).has_value());
            return taken;
        });
        auto reading = office.database->read();
        const auto stories = stories_of_case(reading, office.agency, work);
        REQUIRE(stories.size() == 1);
        CHECK(stories.front().contact == *contact);
    });
}

TEST_CASE("enquiries are counted by day, by how they came and whether they came to a case")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const auto child = office.child("Invented", "Child");
        const auto work = office.open({.child = child});
        auto transaction = office.database->begin("record contacts");
        const NewContact call{.story = "A call", .minutes = 10, .source = ReferralSource::school};
        record_contact(transaction, office.agency, call, office.adviser, noon.now());
        record_contact(transaction, office.agency, call, office.adviser, noon.now());
        const auto third =
            record_contact(transaction, office.agency, call, office.adviser, noon.now());
        REQUIRE(attach_contact(transaction, office.agency, third, work, child).has_value());
        transaction.commit();

        auto reading = office.database->read();
        const auto counts =
            enquiries_between(reading, office.agency, date(2026, 11, 26), date(2026, 11, 26));
        REQUIRE(counts.size() == 2);
        std::int64_t with_case = 0, without = 0, minutes = 0;
        for (const auto& count : counts) {
            (count.has_case ? with_case : without) += count.contacts;
            minutes += count.minutes;
            CHECK(count.source == ReferralSource::school);
        }
        CHECK(with_case == 1);
        CHECK(without == 2);
        CHECK(minutes == 30);
        CHECK(enquiries_between(reading, office.agency, date(2026, 11, 27), date(2026, 12, 1))
                  .empty());
    });
}

} // namespace casework_store_hand_over_test
