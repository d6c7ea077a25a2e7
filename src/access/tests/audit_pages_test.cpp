// Who has seen a record, the check of the chain, and unusual use.
#include "access/tests/guarded_office.h"

namespace onroll::access::tests_of_guard::audit_pages_test {

TEST_CASE(
    "who has seen a record shows names to the officer, roles to the family, and is itself noted")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        CHECK(office.get("/people/" + maya).status == 200);
        const auto own = office.get("/audit/records/person/" + maya);
        CHECK(says(own, "Amina Shah"));
        CHECK(says(own, "Looked at the record"));
        CHECK(says(own, "Works with the child"));

        office.records[maya].relation = Relation::same_agency;
        office.sign_in("Bryn Hale", Role::inclusion_officer);
        CHECK(office.get("/audit/records/person/" + maya).status == 404);

        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto page = office.get("/audit/records/person/" + maya);
        CHECK(page.status == 200);
        CHECK(says(page, "Refused"));
        const auto family = office.get("/audit/records/person/" + maya + "?for=family");
        CHECK_FALSE(says(family, "Amina Shah"));
        CHECK(says(family, "Inclusion officer, Tidemoor Council"));
        CHECK_FALSE(says(family, "Refused"));
        CHECK(office.entries().back().deed.act == "audit.record");
        // A record that was deleted, or never was, has its entries still.
        CHECK(office.get("/audit/records/person/" + nobody).status == 200);
    });
}

TEST_CASE("who has seen a record goes on page by page")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        for (int i = 0; i < 60; ++i) office.get("/people/" + maya);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto first = office.get("/audit/records/person/" + maya);
        CHECK(says(first, "?before=12"));
        CHECK_FALSE(
            says(office.get("/audit/records/person/" + maya + "?before=12"), "Older entries"));
    });
}

TEST_CASE("the check of the chain says that it is whole, or which entry is not")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.get("/people/" + nobody);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get("/audit/check"), "Every entry is as it was written"));
        {
            auto transaction = database.begin("tamper");
            transaction.run_script(
                database.engine() == db::Engine::sqlite
                    ? db::Sql{"tamper", "DROP TRIGGER audit_entry_is_not_changed; "
                                        "UPDATE audit_entry SET actor = 'x' WHERE sequence = 1"}
                    : db::Sql{"tamper", "ALTER TABLE audit_entry DISABLE TRIGGER USER; "
                                        "UPDATE audit_entry SET actor = 'x' WHERE sequence = 1"});
            transaction.commit();
        }
        CHECK(says(office.get("/audit/check"), "Entry 1 is not as it was written"));
    });
}

TEST_CASE("unusual use names who and what, and asks about likeness by the name of the colleague")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.guarded.kinds["person"].alike = [&](const AgencyId& agency, std::string_view name,
                                                   std::string_view record) {
            return agency == office.council && name == "Amina Shah" && record == maya;
        };
        office.post(
            "/purpose",
            {{"kind", "person"}, {"record", maya}, {"next", "/"}, {"purpose", "duty_desk"}});
        office.get("/people/" + maya);
        for (char c = '0'; c <= '9'; ++c) office.get("/people/" + std::string(32, c));
        office.clock.move_on(std::chrono::minutes(1));
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto page = office.get("/audit/unusual");
        CHECK(says(page, "Opened a record with their own surname"));
        CHECK(says(page, "/audit/records/person/" + maya));
        CHECK(says(page, "Tried to open 10 records that they may not see"));
        CHECK(says(office.get("/audit"), "/audit/unusual"));
        CHECK(says(page, "so nothing earlier is shown"));
        office.clock.move_on(std::chrono::hours(24 * 8));
        CHECK(says(office.get("/audit/unusual"), "Nothing stood out"));
    });
}

TEST_CASE("unusual use of a week gone by is found by going back, as far as entries are kept")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        for (char c = '0'; c <= '9'; ++c) office.get("/people/" + std::string(32, c));
        office.clock.move_on(std::chrono::hours(24 * 16)); // 11 December
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto stood_out = "Tried to open 10 records that they may not see";
        const auto now = office.get("/audit/unusual");
        CHECK(says(now, "5 to 11 December 2026"));
        CHECK_FALSE(says(now, stood_out));
        CHECK(says(now, "href=\"/audit/unusual?until=2026-12-04\""));
        CHECK_FALSE(says(now, "Week after"));
        const auto before = office.get("/audit/unusual?until=2026-12-04");
        CHECK(says(before, "28 November to 4 December 2026"));
        CHECK_FALSE(says(before, stood_out));
        CHECK(says(before, "href=\"/audit/unusual?until=2026-11-27\""));
        CHECK(says(before, "href=\"/audit/unusual\" rel=\"next\""));
        const auto oldest = office.get("/audit/unusual?until=2026-11-27");
        CHECK(says(oldest, stood_out));
        CHECK(says(oldest, "href=\"/audit/unusual?until=2026-12-04\""));
        CHECK_FALSE(says(oldest, "Week before"));
        CHECK(says(oldest, "so nothing earlier is shown"));
        // Neither the time before the first entry nor the future has a page of its own.
        CHECK(says(office.get("/audit/unusual?until=2020-01-01"), "19 to 25 November 2026"));
        for (const auto* other : {"2027-01-01", "soon", ""})
            CHECK(says(office.get("/audit/unusual?until=" + std::string(other)),
                       "5 to 11 December 2026"));

        // What was emptied is no longer offered.
        {
            auto transaction = database.begin("empty old entries");
            const audit::Deed deed{.agency = office.council.text(),
                                   .actor = office.staff.at("Ewa Nowak").text(),
                                   .act = "audit.erase"};
            REQUIRE(audit::erase_before(transaction, office.clock.now() - std::chrono::hours(24),
                                        deed, office.clock.now()) > 0);
            transaction.commit();
        }
        const auto after = office.get("/audit/unusual");
        CHECK(says(after, "5 to 11 December 2026"));
        CHECK_FALSE(says(after, "Week before"));
        CHECK(says(after, "so nothing earlier is shown"));
    });
}

} // namespace onroll::access::tests_of_guard::audit_pages_test
