// What another agency shares opens to the receiver exactly while the share runs, shows the fields
// that it names and nothing beside, and shows in who has seen the record. trust.md W-04, W-05.
#include "people/store_consents.h"
#include "people/store_limits.h"
#include "people/store_received.h"
#include "people/store_restrictions.h"
#include "people/store_schools.h"
#include "people/tests/office.h"

#include "audit/store.h"
#include "helpers/test_database.h"

namespace received_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

/// A council's child with a family, and a school, an advice service and another school beside it.
struct Neighbours {
    Office office;
    access::AgencyId school, other_school, advice;
    access::User senco, stranger, adviser, school_officer;
    PersonId child, mother, father;
    ConsentId consent = ConsentId::parse(std::string(32, '0')).value();

    explicit Neighbours(db::Database& database)
        : office(database),
          school(office.house.add_agency(access::AgencyKind::school, "Reed High")),
          other_school(office.house.add_agency(access::AgencyKind::school, "Fen High")),
          advice(office.house.add_agency(access::AgencyKind::advice_service, "Advice")),
          senco(add(school, "Ada Reed", "ada@example.org", access::Role::senco)),
          stranger(add(other_school, "Bo Fen", "bo@example.org", access::Role::senco)),
          adviser(add(advice, "Cy Wren", "cy@example.org", access::Role::adviser)),
          school_officer(
              add(school, "Di Reed", "di@example.org", access::Role::data_protection_officer)),
          child(office.child("Maya", "CHILDname")), mother(parent("MOTHERname", Bond::mother)),
          father(parent("FATHERname", Bond::father))
    {
        auto& store = database;
        const auto scope = office.scope_for(office.officer);
        did(store, [&](db::Transaction& t) {
            return add_school(
                t, scope, child,
                {Urn::parse("100007").value(), date(2024, 9, 2), {}, PlacementKind::main});
        });
        did(store, [&](db::Transaction& t) {
            return state_sen(t, scope, child,
                             {date(2025, 1, 6), SenStatus::suspected, "SPEECHneed", "NOTEwords"});
        });
        did(store, [&](db::Transaction& t) {
            return move_person(t, scope, office.safe, child,
                               {.lines = {"77 HIDDENlane"}, .postcode = "ZZ9 9ZZ"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        for (const auto& [adult, number] :
             {std::pair{mother, "MOTHERphone"}, std::pair{father, "FATHERphone"}})
            did(store, [&](db::Transaction& t) {
                return save_contacts(t, scope, adult, {{Channel::telephone, number}});
            });
        did(store, [&](db::Transaction& t) {
            return save_safe_contact(
                t, scope, mother,
                {.channels = {Channel::telephone}, .asked = true, .code_name = "CODEname"});
        });
    }

    access::User add(const access::AgencyId& agency, std::string name, std::string email,
                     access::Role role)
    {
        return office.house.add_user(agency, std::move(name), std::move(email), {role});
    }
    PersonId parent(const char* given, Bond bond)
    {
        const auto scope = office.scope_for(office.officer);
        const auto id = made(office.database, an_adult_named(given, "Shah"), scope);
        did(office.database, [&](db::Transaction& t) {
            FamilyTie tie{child, id};
            tie.bond = bond;
            return add_tie(t, scope, tie);
        });
        return id;
    }
    /// The mother agrees today, and the officer shares these fields from `first` to `last`.
    ShareId share(std::vector<std::string> fields, Date first, Date last)
    {
        const auto scope = office.scope_for(office.officer);
        Consent given{.id = consent, .about = child, .giver = mother};
        given.purpose = ConsentPurpose::sharing;
        given.scope = "What the school needs";
        given.with = school.text();
        given.with_name = "Reed High";
        given.given_on = test_day;
        consent = doing(office.database, [&](db::Transaction& t) {
            return record_consent(t, scope, given).value();
        });
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = school.text();
        share.with_name = "Reed High";
        share.fields = std::move(fields);
        share.purpose = "To plan the return";
        share.consent = consent;
        share.starts_on = first;
        share.ends_on = last;
        return doing(office.database,
                     [&](db::Transaction& t) { return begin_share(t, scope, share).value(); });
    }
    std::size_t open_on(Date day)
    {
        auto reader = office.database.read();
        return received_shares(reader, school, day).size();
    }
};

const std::vector<std::string> everything{"names", "schools", "needs", "contacts", "home"};

TEST_CASE("a share opens from its first day to its last and not a day beside, and shuts on the day "
          "that consent is withdrawn")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        const auto id = near.share(everything, test_day + Days{2}, test_day + Days{9});
        for (int day = 0; day < 12; ++day) {
            CAPTURE(day);
            CHECK(near.open_on(test_day + Days{day}) == (day >= 2 && day <= 9 ? 1 : 0));
            auto reader = database.read();
            CHECK(shared_record(reader, near.school, id, test_day + Days{day}).has_value() ==
                  (day >= 2 && day <= 9));
            CHECK_FALSE(shared_record(reader, near.other_school, id, test_day + Days{day}));
            CHECK_FALSE(shared_record(reader, near.office.council, id, test_day + Days{day}));
        }
        const auto later = scope_of(near.office.council, near.office.officer.id,
                                    FixedClock(test_day + Days{4}).now());
        did(database, [&](db::Transaction& t) { return withdraw_consent(t, later, near.consent); });
        CHECK(near.open_on(test_day + Days{3}) == 1); // what was so then
        CHECK(near.open_on(test_day + Days{4}) == 0);
        CHECK(near.open_on(test_day + Days{5}) == 0);
    });
}

TEST_CASE("the receiver sees the fields that the share names and nothing beside them, and both "
          "agencies can see that it was opened")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        auto ada = near.office.signed_in(near.senco);
        CHECK(says(ada.get("/shared"), "Nothing is shared with you today"));
        CHECK(says(ada.get("/start"), "href=\"/shared\""));

        const auto few = near.share({"names", "needs"}, test_day, test_day + Days{9});
        CHECK(says(ada.get("/shared"), "/shared/" + few.text()));
        const auto page = ada.get("/shared/" + few.text());
        for (const auto* named :
             {"CHILDname", "SPEECHneed", "To plan the return", "Tidemoor Council"})
            CHECK_MESSAGE(says(page, named), named);
        for (const auto* other : {"MOTHERname", "FATHERname", "MOTHERphone", "FATHERphone",
                                  "NOTEwords", "HIDDENlane", "School 100007", "CODEname"})
            CHECK_MESSAGE(!says(page, other), other);

        const auto all = near.share(everything, test_day, test_day + Days{9});
        const auto whole = ada.get("/shared/" + all.text());
        for (const auto* named : {"CHILDname", "SPEECHneed", "School 100007", "MOTHERname",
                                  "MOTHERphone", "CODEname", "A protected address is never shared"})
            CHECK_MESSAGE(says(whole, named), named);
        for (const auto* other : {"FATHERname", "FATHERphone", "NOTEwords", "HIDDENlane"})
            CHECK_MESSAGE(!says(whole, other), other);

        // The giving agency's own audit has it, without the name of a member of staff elsewhere.
        const auto entry = near.office.entries().back();
        CHECK(entry.deed.act == "people.view");
        CHECK(entry.deed.record == near.child.text());
        CHECK(entry.deed.relation == "shared");
        auto kim = near.office.signed_in(near.office.officer);
        const auto seen = kim.get("/audit/records/person/" + near.child.text());
        CHECK(says(seen, "Somebody at Reed High"));
        CHECK(says(seen, "Shared with them"));
        CHECK_FALSE(says(seen, "Ada Reed"));
        CHECK(says(kim.get("/audit/records/person/" + near.child.text() + "?for=family"),
                   "Somebody at Reed High"));
    });
}

TEST_CASE("the list names those whose names are shared, and each naming is in the giver's audit")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        near.share({"schools"}, test_day, test_day + Days{9});
        auto ada = near.office.signed_in(near.senco);
        const auto before = near.office.entries().size();
        ada.get("/shared");
        const auto named = [&] {
            const auto entries = near.office.entries();
            return std::count_if(entries.begin() + static_cast<std::ptrdiff_t>(before),
                                 entries.end(), [&](const audit::Entry& one) {
                                     return one.deed.act == "people.view" &&
                                            one.deed.record == near.child.text() &&
                                            one.deed.relation == "shared";
                                 });
        };
        CHECK(named() == 0);
        near.share({"names"}, test_day, test_day + Days{9});
        const auto page = ada.get("/shared");
        CHECK(says(page, "CHILDname"));
        CHECK(named() == 1);
        auto kim = near.office.signed_in(near.office.officer);
        CHECK(says(kim.get("/audit/records/person/" + near.child.text()), "Somebody at Reed High"));
    });
}

TEST_CASE("to everybody else, and once it has ended, a share answers as one that never was")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        const auto id = near.share(everything, test_day, test_day + Days{9});
        const auto page = "/shared/" + id.text();
        const auto never = "/shared/" + std::string(32, 'e');
        for (const auto& who : {near.stranger, near.adviser}) {
            auto browser = near.office.signed_in(who);
            CHECK(says(browser.get("/shared"), "Nothing is shared with you today"));
            const auto answer = browser.get(page);
            CHECK(answer.status == 404);
            CHECK(answer.content() == browser.get(never).content());
        }
        // Of the receiver, only those who work with children.
        auto officer = near.office.signed_in(near.school_officer);
        CHECK(officer.get("/shared").status == 404);
        CHECK(officer.get(page).status == 404);
        // The giver's own staff find it on the record, not here.
        auto kim = near.office.signed_in(near.office.officer);
        CHECK(kim.get(page).status == 404);

        auto ada = near.office.signed_in(near.senco);
        CHECK(ada.get(page).status == 200);
        CHECK(ada.get("/people/" + near.child.text()).status == 404);
        const auto scope = near.office.scope_for(near.office.officer);
        did(database, [&](db::Transaction& t) { return withdraw_consent(t, scope, near.consent); });
        const auto ended = ada.get(page);
        CHECK(ended.status == 404);
        CHECK(ended.content() == ada.get(never).content());
        CHECK(says(ada.get("/shared"), "Nothing is shared with you today"));
    });
}

TEST_CASE("a share of a record that is withheld, restricted or gone opens nothing")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        near.share(everything, test_day, test_day + Days{9});
        const auto scope = near.office.scope_for(near.office.officer);
        CHECK(near.open_on(test_day) == 1);
        const auto restricted = doing(database, [&](db::Transaction& t) {
            return restrict_use(t, scope, near.child, RestrictionGround::accuracy, "A date");
        });
        REQUIRE(restricted.has_value());
        CHECK(near.open_on(test_day) == 0);
        did(database,
            [&](db::Transaction& t) { return end_restriction(t, scope, near.child, test_day); });
        CHECK(near.open_on(test_day) == 1);
        did(database,
            [&](db::Transaction& t) { return withhold(t, scope, near.child, "In danger"); });
        CHECK(near.open_on(test_day) == 0);
        auto kim = near.office.signed_in(near.office.officer);
        CHECK(says(kim.get("/people/" + near.child.text() + "/consents"),
                   "open to named people only"));
    });
}

/// An advice service's own store beside the one of the others, with the same child in it.
struct Apart {
    Neighbours near;
    db::Database& own;
    PersonId child, mother;
    Scope scope;

    Apart(db::Database& database, db::Database& store)
        : near(database), own((prepared(store), store)),
          child(made(own, a_child_named("Maya", "ADVICEname"), scope_of(near))),
          mother(made(own, an_adult_named("ADVICEmother", "Shah"), scope_of(near))),
          scope(scope_of(near))
    {
        near.office.services.apart = [this] { return std::vector<db::Database*>{&own}; };
        did(own, [&](db::Transaction& t) {
            FamilyTie tie{child, mother};
            tie.bond = Bond::mother;
            return add_tie(t, scope, tie);
        });
        did(own, [&](db::Transaction& t) {
            return save_contacts(t, scope, mother, {{Channel::telephone, "ADVICEphone"}});
        });
    }
    static Scope scope_of(const Neighbours& near)
    {
        return people::scope_of(near.advice, near.adviser.id, near.office.house.clock.now());
    }
    Consent to_share(std::vector<std::string> fields) const
    {
        Consent given{
            .id = ConsentId::parse(std::string(32, '0')).value(), .about = child, .giver = mother};
        given.purpose = ConsentPurpose::sharing;
        given.fields = std::move(fields);
        given.with = near.school.text();
        given.with_name = "Reed High";
        given.given_on = test_day;
        return given;
    }
    Share of(const ConsentId& consent, std::vector<std::string> fields) const
    {
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = near.school.text();
        share.with_name = "Reed High";
        share.fields = std::move(fields);
        share.purpose = "To plan the return";
        share.consent = consent;
        share.starts_on = test_day;
        share.ends_on = test_day + Days{9};
        return share;
    }
};

TEST_CASE("an advice service shares what the family agreed to from its own store: the named agency "
          "reads that and no more until consent is taken back, and its audit says who looked")
{
    tests::for_each_engine_unopened([](tests::TestDatabase& place) {
        const auto database = place.open();
        const tests::TestDatabase beside(database->engine());
        const auto store = beside.open();
        Apart apart(*database, *store);
        auto& near = apart.near;
        auto ada = near.office.signed_in(near.senco);
        CHECK(says(ada.get("/shared"), "Nothing is shared with you today"));
        const auto consent = doing(*store, [&](db::Transaction& t) {
            return record_consent(t, apart.scope, apart.to_share({"names", "statement"})).value();
        });
        // Consent alone opens nothing, and an act of sharing no more than the consent covers.
        CHECK(says(ada.get("/shared"), "Nothing is shared with you today"));
        auto more = apart.of(consent, {"names", "contacts"});
        {
            auto transaction = store->begin("too much");
            const auto refused = begin_share(transaction, apart.scope, more);
            REQUIRE_FALSE(refused.has_value());
            CHECK(refused.error().where == "fields");
        }
        auto act = apart.of(consent, {"names", "statement"});
        act.statement = "STATEMENTwords\nof two lines";
        const auto id = doing(
            *store, [&](db::Transaction& t) { return begin_share(t, apart.scope, act).value(); });
        const auto page = "/shared/" + id.text();
        CHECK(says(ada.get("/shared"), "ADVICEname"));
        const auto shown = ada.get(page);
        for (const auto* named : {"ADVICEname", "STATEMENTwords", "Shared by Advice"})
            CHECK_MESSAGE(says(shown, named), named);
        for (const auto* other : {"ADVICEmother", "ADVICEphone"})
            CHECK_MESSAGE(!says(shown, other), other);
        {
            auto reader = store->read();
            const auto entries =
                audit::entries_about(reader, near.advice.text(), apart.child.text(), 10);
            REQUIRE_FALSE(entries.empty());
            CHECK(entries.front().deed.act == "people.view");
            CHECK(entries.front().deed.fields.back() == "agency:" + near.school.text());
            CHECK(entries.front().deed.origin.empty());
        }
        // Nobody else, and not in the store of the others.
        const auto never = "/shared/" + std::string(32, 'e');
        for (const auto& who : {near.stranger, near.adviser}) {
            auto browser = near.office.signed_in(who);
            CHECK(says(browser.get("/shared"), "Nothing is shared with you today"));
            CHECK(browser.get(page).content() == browser.get(never).content());
        }
        for (const auto& entry : near.office.entries())
            CHECK(entry.deed.record != apart.child.text());
        did(*store, [&](db::Transaction& t) { return withdraw_consent(t, apart.scope, consent); });
        CHECK(ada.get(page).content() == ada.get(never).content());
        CHECK(says(ada.get("/shared"), "Nothing is shared with you today"));
    });
}

TEST_CASE("an officer shares from the record, and the form says where the other agency finds it")
{
    tests::for_each_engine([](db::Database& database) {
        Neighbours near(database);
        near.share({"names"}, test_day, test_day + Days{9});
        auto kim = near.office.signed_in(near.office.officer);
        const auto page = "/people/" + near.child.text() + "/shares/new";
        const auto form = kim.get(page);
        CHECK(says(form, "Where the child lives, unless it is protected"));
        CHECK_FALSE(says(form, "Suspensions and exclusions"));
        const auto answers = http::Fields{{"with", near.school.text()},
                                          {"fields", "home"},
                                          {"purpose", "To visit"},
                                          {"basis", "legal_duty"},
                                          {"law", "Children Act 1989, section 47"}} +
                             dated("starts_on", "25", "11", "2026") +
                             dated("ends_on", "1", "12", "2026");
        CHECK(place_of(filled_in(kim, page, answers)) ==
              "/people/" + near.child.text() + "/consents");
        auto ada = near.office.signed_in(near.senco);
        CHECK(says(ada.get("/shared"), "A child whose name is not shared"));
        CHECK(says(kim.get("/people/" + near.child.text() + "/consents"), "Shared with us"));
    });
}

} // namespace received_test
