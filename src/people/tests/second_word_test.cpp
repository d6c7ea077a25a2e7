// The second word for a deletion or the end of a hold, from somebody who opens no record; and
// sharing without consent, which another manager allows and somebody reviews.
#include "people/store_consents.h"
#include "people/store_limits.h"
#include "people/store_overrides.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

#include <algorithm>

namespace second_word_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

PersonId somebody_due(Office& office, std::string given)
{
    return made(office.database, a_child_named(std::move(given), "Shah", date(1999, 3, 17)),
                office.scope_for(office.officer));
}

TEST_CASE("an agency with one officer for data protection deletes by the word of its leader, who "
          "sees no name")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto due = somebody_due(office, "Maya");
        const auto page = "/people/" + due.text();
        auto ewa = office.signed_in(office.guardian);
        CHECK(place_of(filled_in(ewa, page + "/keep", {}, page + "/delete")) == page + "/keep");
        const auto own = ewa.get("/people/agree");
        CHECK(says(own, "Somebody else must agree"));
        CHECK_FALSE(says(own, "Agree to delete it"));

        auto kim = office.signed_in(office.officer);
        CHECK(kim.get("/people/agree").status == 404);

        auto dev = office.signed_in(office.leader);
        CHECK(dev.get(page).status == 404);
        const auto list = dev.get("/people/agree");
        CHECK(says(list, "Ewa Nowak"));
        CHECK(says(list, "Pupil record: kept until 17 March 2024"));
        CHECK_FALSE(says(list, "Maya"));
        CHECK_FALSE(says(list, "Shah"));
        const auto form = form_in(list, "/people/agree");
        CHECK(place_of(dev.post("/people/agree", form)) == "/people/agree");
        CHECK(says(dev.get("/people/agree"), "Nothing waits"));
        const auto entries = office.entries();
        CHECK(std::any_of(entries.begin(), entries.end(), [&](const audit::Entry& entry) {
            return entry.deed.record == due.text() && entry.deed.kind == audit::Kind::removed &&
                   entry.deed.actor == office.leader.id.text();
        }));
        auto reader = database.read();
        CHECK_FALSE(find_person(reader, office.council, due).has_value());
    });
}

TEST_CASE("nobody agrees to their own request, to what nobody asked for, or about a relative")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto due = somebody_due(office, "Maya");
        const auto unasked = somebody_due(office, "Lena");
        auto ewa = office.signed_in(office.guardian);
        const auto page = "/people/" + due.text() + "/keep";
        auto dev = office.signed_in(office.leader);
        filled_in(ewa, page, {}, "/people/" + due.text() + "/delete");
        const auto form = form_in(dev.get("/people/agree"), "/people/agree");
        const auto own = form_in(ewa.get(page), page);
        const auto with_person = [&](const PersonId& id, std::string step,
                                     const http::Fields& of_page) {
            http::Fields sent;
            for (const auto& field : of_page)
                if (field.name != "person" && field.name != "step")
                    sent.add(field.name, field.value);
            sent.add("person", id.text());
            sent.add("step", std::move(step));
            return sent;
        };
        CHECK(dev.post("/people/agree", with_person(unasked, "delete", form)).status == 400);
        CHECK(dev.post("/people/agree", with_person(due, "end_hold", form)).status == 400);
        CHECK(ewa.post("/people/agree", with_person(due, "delete", own)).status == 400);
        did(database, [&](db::Transaction& transaction) {
            return declare_conflict(transaction, office.scope_for(office.leader), due,
                                    office.leader.id);
        });
        CHECK(says(dev.get("/people/agree"), "Nothing waits"));
        CHECK(dev.post("/people/agree", with_person(due, "delete", form)).status == 400);
        auto reader = database.read();
        CHECK(find_person(reader, office.council, due).has_value());
        CHECK(find_person(reader, office.council, unasked).has_value());
    });
}

TEST_CASE("the end of a hold takes a second word too")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto due = somebody_due(office, "Maya");
        const auto page = "/people/" + due.text() + "/keep";
        auto ewa = office.signed_in(office.guardian);
        filled_in(ewa, page, {{"reason", "An inquiry"}});
        filled_in(ewa, page, {}, page + "/end");
        auto dev = office.signed_in(office.leader);
        const auto list = dev.get("/people/agree");
        CHECK(says(list, "End a hold on a record"));
        CHECK_FALSE(says(list, "An inquiry"));
        CHECK(place_of(dev.post("/people/agree", form_in(list, "/people/agree"))) ==
              "/people/agree");
        auto reader = database.read();
        CHECK_FALSE(on_hold(reader, office.council, due));
    });
}

http::Fields an_override(const Office& office, const access::AgencyId& with,
                         const access::UserId& allowed_by)
{
    http::Fields form{{"with", with.text()},
                      {"fields", "names"},
                      {"purpose", "To keep the child safe"},
                      {"basis", "override_of_consent"},
                      {"ground", "threat_to_safety"},
                      {"reason", "A threat was made to the school today"},
                      {"authorised_by", allowed_by.text()},
                      {"not_told", "It would put the child at risk"}};
    const auto today = office.house.clock.today();
    const auto add = [&](const std::string& name, Date day) {
        form = form + dated(name, std::to_string(day_of(day)), std::to_string(month_of(day)),
                            std::to_string(year_of(day)));
    };
    add("starts_on", today);
    add("ends_on", today + Days{20});
    add("review_on", today + Days{7});
    return form;
}

TEST_CASE("sharing without consent is allowed by another manager, who is told, and reviewed")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto school = office.house.add_agency(access::AgencyKind::school, "Gull School");
        const auto clerk = office.add("Lee Poe", "lee@example.org", access::Role::council_officer);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text() + "/shares/new";
        auto kim = office.signed_in(office.officer);
        const auto form = kim.get(page);
        CHECK(says(form, "Sam Doe"));
        CHECK_FALSE(says(form, "Lee Poe"));
        CHECK_FALSE(says(form, "Ann Onn"));
        office.house.post();
        // Not by one who may not do it, by nobody, or by oneself.
        for (const auto& forged :
             {clerk.id, access::UserId::parse(std::string(32, 'e')).value(), office.officer.id}) {
            const auto refused = filled_in(kim, page, an_override(office, school, forged));
            CHECK(refused.status == 400);
            CHECK(says(refused, "Name the manager who authorised"));
        }
        CHECK(office.house.post().empty());
        CHECK(place_of(filled_in(kim, page, an_override(office, school, office.colleague.id))) ==
              "/people/" + child.text() + "/consents");
        auto told = office.house.post();
        std::sort(told.begin(), told.end(),
                  [](const auto& one, const auto& other) { return one.to < other.to; });
        REQUIRE(told.size() == 2);
        CHECK(told[0].to == "ewa@example.org");
        CHECK(told[1].to == "sam@example.org");
        for (const auto& message : told) {
            CHECK(message.body.find("Maya") == std::string::npos);
            CHECK(message.body.find(child.text()) == std::string::npos);
        }
        auto sam = office.signed_in(office.colleague);
        CHECK(says(sam.get("/people/shared-in-my-name"), "Gull School"));
        CHECK(says(kim.get("/people/shared-in-my-name"), "Nobody has named you"));

        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get("/data-protection"), "1 to review"));
        const auto list = ewa.get("/data-protection/overrides");
        CHECK(says(list, "Review by"));
        CHECK_FALSE(says(list, "Late"));
        ShareId share = [&] {
            auto reader = database.read();
            return overrides_of(reader, office.council).at(0).id;
        }();
        const auto review = "/data-protection/overrides/" + share.text();
        CHECK(says(ewa.get(review), "A threat was made"));
        CHECK(filled_in(ewa, review, {{"found", " "}}).status == 400);
        CHECK(place_of(filled_in(ewa, review, {{"found", "The exception was there."}})) ==
              "/data-protection/overrides");
        CHECK(says(ewa.get("/data-protection/overrides"), "Reviewed on"));
        CHECK(says(ewa.get("/data-protection"), "0 to review"));
    });
}

TEST_CASE("a review of sharing without consent is not by those who shared, and late ones are told "
          "once")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Maya", "Shah"));
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = another_agency.text();
        share.with_name = "Gull School";
        share.fields = {"names"};
        share.purpose = "To keep the child safe";
        share.basis = ShareBasis::override_of_consent;
        share.override_of_consent = Override{.ground = OverrideGround::threat_to_safety,
                                             .reason = "A threat was made to the school.",
                                             .authorised_by = a_colleague.text(),
                                             .family_told_on = test_day,
                                             .not_told_because = {},
                                             .review_on = test_day + Days{7}};
        share.starts_on = test_day;
        share.ends_on = test_day + Days{20};
        const auto id = doing(
            database, [&](db::Transaction& t) { return begin_share(t, a_scope(), share).value(); });
        const auto reviewed = [&](const access::UserId& by, const access::AgencyId& agency) {
            return doing(database, [&](db::Transaction& t) {
                return review_override(t, a_scope(agency, by), id, "It was right.");
            });
        };
        const auto officer = access::UserId::parse(std::string(32, '3')).value();
        CHECK(reviewed(an_officer, the_council).error().kind == ErrorKind::not_allowed);
        CHECK(reviewed(a_colleague, the_council).error().kind == ErrorKind::not_allowed);
        CHECK(reviewed(officer, another_agency).error().kind == ErrorKind::not_found);
        const auto late_on = [&](Date today) {
            return doing(database, [&](db::Transaction& t) {
                return take_late_overrides(t, the_council, today);
            });
        };
        CHECK(late_on(test_day + Days{7}).empty());
        CHECK(late_on(test_day + Days{8}) == std::vector{a_colleague});
        CHECK(late_on(test_day + Days{9}).empty());
        CHECK(reviewed(officer, the_council).has_value());
        CHECK(reviewed(officer, the_council).error().kind == ErrorKind::conflict);
    });
}

} // namespace second_word_test
