#include "casework/store_service.h"

#include "casework/store.h"
#include "casework/store_reports.h"

#include "casework/tests/each_place.h"

#include <doctest/doctest.h>

namespace casework_store_service_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;

const FixedClock noon(date(2026, 11, 26));

ContactId a_contact(const AdviceService& office)
{
    auto transaction = office.database->begin("record contact");
    auto id =
        record_contact(transaction, office.agency, {.story = "A call"}, office.adviser, noon.now());
    transaction.commit();
    return id;
}

TEST_CASE("a service sets how it works, version by version, and a stale change is refused")
{
    casework::tests::on_each_engine(noon, [](const AdviceService& office) {
        const ServicePolicy first{.eligibility = Eligibility::send_and_signposts,
                                  .kind = ServiceKind::outsourced,
                                  .run_by = "An invented charity",
                                  .exclusions_team = "Exclusions line",
                                  .will = "A call back within 2 working days",
                                  .published = true};
        const auto set = [&](std::int64_t version, const ServicePolicy& policy) {
            return office.in_transaction([&](db::Transaction& transaction) {
                return set_policy(transaction, office.agency, version, policy, office.manager,
                                  noon.now());
            });
        };
        {
            auto reading = office.database->read();
            CHECK_FALSE(policy_of(reading, office.agency));
        }
        CHECK(set(0, first).has_value());
        CHECK(set(0, first).error().kind == ErrorKind::conflict);
        CHECK(set(1, {.eligibility = Eligibility::everyone}).has_value());
        auto reading = office.database->read();
        const auto now = policy_of(reading, office.agency);
        REQUIRE(now);
        CHECK(now->version == 2);
        CHECK(now->policy == ServicePolicy{});
        CHECK_FALSE(policy_of(reading, crypto::new_id<access::AgencyId>()));
    });
}

TEST_CASE("a family is sent on to somebody of the register or to another, with what happened next")
{
    casework::tests::on_each_engine(noon, [](const AdviceService& office) {
        const auto contact = a_contact(office);
        auto transaction = office.database->begin("signpost");
        const auto place =
            add_signpost_place(transaction, office.agency,
                               {.id = SignpostPlaceId::parse(std::string(32, '0')).value(),
                                .name = "An invented helpline",
                                .kind = SignpostKind::helpline,
                                .help = "Debt",
                                .reach = "01632 960000"});
        const auto first =
            record_signpost(transaction, office.agency, contact, place, "An invented helpline",
                            "No SEND", office.adviser, noon.now());
        record_signpost(transaction, office.agency, contact, std::nullopt, "A food bank", "",
                        office.adviser, noon.now());
        const auto say = [&](const ContactId& of, SignpostResult result, const char* note) {
            return record_signpost_result(transaction, office.agency, of, first, result, note,
                                          office.adviser, noon.now());
        };
        CHECK(say(contact, SignpostResult::waiting, "").has_value());
        CHECK(say(contact, SignpostResult::helped, "Rang back").has_value());
        CHECK(say(crypto::new_id<ContactId>(), SignpostResult::helped, "").error().kind ==
              ErrorKind::not_found);
        CHECK(retire_signpost_place(transaction, office.agency, place).has_value());
        CHECK_FALSE(retire_signpost_place(transaction, office.agency, place).has_value());
        transaction.commit();

        auto reading = office.database->read();
        CHECK(signpost_places(reading, office.agency).empty());
        const auto of_contact = signposts_of_contact(reading, office.agency, contact);
        REQUIRE(of_contact.size() == 2);
        std::int64_t helped = 0, open = 0;
        for (const auto& one : of_contact) {
            if (one.result == SignpostResult::helped) {
                ++helped;
                CHECK(one.note == "Rang back");
            }
            if (!one.result) ++open;
        }
        CHECK(helped == 1);
        CHECK(open == 1);
        CHECK(latest_signposts(reading, office.agency, 1).size() == 1);
        const auto not_asked = signposts_not_asked(reading, office.agency, 10);
        REQUIRE(not_asked.size() == 1);
        CHECK(not_asked.front().place_name == "A food bank");
        CHECK(signposts_not_asked(reading, office.agency, 10, 1).empty());
        const auto counts = signpost_counts(reading, office.agency);
        REQUIRE(counts.size() == 2);
        CHECK(counts[0].place_name == "A food bank");
        CHECK(counts[1].result == SignpostResult::helped);
        CHECK(signposts_of_contact(reading, crypto::new_id<access::AgencyId>(), contact).empty());
    });
}

TEST_CASE("what was given to anybody is counted, and a mistake is taken out")
{
    casework::tests::on_each_engine(noon, [](const AdviceService& office) {
        auto transaction = office.database->begin("offers");
        const NewOpenOffer talk{.held_on = date(2026, 11, 20),
                                .kind = OfferKind::school_talk,
                                .title = "Your rights",
                                .people = 25,
                                .minutes = 60};
        const auto kept =
            record_open_offer(transaction, office.agency, talk, office.adviser, noon.now());
        const auto mistake =
            record_open_offer(transaction, office.agency, {.held_on = date(2026, 11, 21)},
                              office.adviser, noon.now());
        CHECK(withdraw_open_offer(transaction, office.agency, mistake, office.adviser, noon.now())
                  .has_value());
        CHECK_FALSE(
            withdraw_open_offer(transaction, office.agency, mistake, office.adviser, noon.now())
                .has_value());
        transaction.commit();
        auto reading = office.database->read();
        const auto offers =
            open_offers_between(reading, office.agency, date(2026, 9, 1), date(2026, 11, 26));
        REQUIRE(offers.size() == 1);
        CHECK(offers.front().id == kept);
        CHECK(offers.front().offer == talk);
        CHECK(open_offers_between(reading, office.agency, date(2026, 11, 21), date(2026, 11, 26))
                  .empty());
    });
}

TEST_CASE("a report counts each family that was sent on once, however often it was")
{
    casework::tests::on_each_engine(noon, [](const AdviceService& office) {
        const auto alone = a_contact(office);
        const auto rang = a_contact(office);
        const auto rang_again = a_contact(office);
        const auto child = office.child("Asha", "Hill");
        const auto of_case = office.open({.child = child});
        auto to = office.database->begin("send on");
        REQUIRE(attach_contact(to, office.agency, rang, of_case, child));
        REQUIRE(attach_contact(to, office.agency, rang_again, of_case, child));
        const auto send_on = [&](const ContactId& contact) {
            return record_signpost(to, office.agency, contact, std::nullopt, "A food bank", "",
                                   office.adviser, noon.now());
        };
        send_on(alone);
        send_on(rang);
        REQUIRE(record_signpost_result(to, office.agency, rang_again, send_on(rang_again),
                                       SignpostResult::waiting, "", office.adviser, noon.now()));
        to.commit();
        auto reading = office.database->read();
        const auto counted =
            counted_in(reading, office.agency, school_year_from(2026), noon.today());
        using Numbers = std::map<std::optional<SignpostResult>, std::int64_t>;
        CHECK(counted.families_sent_on == Numbers{{std::nullopt, 1}, {SignpostResult::waiting, 1}});
        CHECK(counted.signposts == Numbers{{std::nullopt, 2}, {SignpostResult::waiting, 1}});
    });
}

} // namespace casework_store_service_test
