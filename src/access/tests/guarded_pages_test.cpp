// What opens a record, what is refused, and what is kept meanwhile.
#include "access/tests/guarded_office.h"

namespace onroll::access::tests_of_guard::guarded_pages_test {

TEST_CASE(
    "a record outside the caseload opens only after a purpose, which is noted, and only in this "
    "sign-in")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto asked = office.get("/people/" + maya);
        REQUIRE(asked.status == 303);
        CHECK(location(asked) ==
              "/purpose?kind=person&record=" + maya + "&next=%2Fpeople%2F" + maya);
        CHECK(office.entries().empty());
        CHECK(says(office.get(location(asked)), "Why are you opening this record?"));

        CHECK(office
                  .post("/purpose",
                        {{"kind", "person"}, {"record", maya}, {"next", "/people/" + maya}})
                  .status == 400);
        const auto given = office.post("/purpose", {{"kind", "person"},
                                                    {"record", maya},
                                                    {"next", "/people/" + maya},
                                                    {"purpose", "statutory_duty"}});
        CHECK(location(given) == "/people/" + maya);
        CHECK(office.get("/people/" + maya).status == 200);
        const auto entries = office.entries();
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].deed.act == "purpose.give");
        CHECK(entries[1].deed.act == "people.view");
        CHECK(entries[1].deed.purpose == "statutory_duty");
        CHECK(entries[1].deed.relation == "same_agency");
        CHECK(entries[1].deed.role == "inclusion_officer");

        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK(office.get("/people/" + maya).status == 303);
    });
}

TEST_CASE("a purpose leads back to a page of ours only")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        for (const auto* next : {"https://else.example", "//else.example", "javascript:alert(1)"})
            CHECK(location(office.post("/purpose", {{"kind", "person"},
                                                    {"record", maya},
                                                    {"next", next},
                                                    {"purpose", "complaint"}})) == "/");
    });
}

TEST_CASE(
    "no such record, a record of others and a role that opens none are answered and noted alike")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[elsewhere] = {.relation = Relation::other_agency};
        const auto none = office.get("/people/" + nobody);
        const auto others = office.get("/people/" + elsewhere);
        CHECK(none.status == 404);
        CHECK(others.status == none.status);
        CHECK(others.body == none.body);
        auto entries = office.entries();
        REQUIRE(entries.size() == 2);
        entries[0].deed.record = entries[1].deed.record;
        entries[0].deed.request = entries[1].deed.request;
        CHECK(entries[0].deed == entries[1].deed);
        CHECK(entries[0].deed.kind == audit::Kind::denied);
        CHECK(entries[0].deed.relation.empty());

        office.sign_in("Dev Rao", Role::area_leader);
        const auto leader = office.get("/people/" + maya);
        CHECK(leader.status == 404);
        CHECK(leader.body == none.body);
        CHECK(office.entries().size() == 3);
    });
}

TEST_CASE("nobody signed in is asked to sign in, and nothing is noted")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.signed_in = nullptr;
        for (const auto* path : {"/audit", "/alerts", "/drafts", "/break-glass", "/purpose"})
            CHECK(location(office.get(path)) == "/sign-in");
        CHECK(office.entries().empty());
    });
}

TEST_CASE("a change is noted with the names of its fields, and needs the same purpose")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        CHECK(office.post("/people/" + maya, {{"known_as", "May"}}).status == 303);
        const auto entries = office.entries();
        REQUIRE(entries.size() == 1);
        CHECK(entries[0].deed.fields == std::vector<std::string>{"known_as"});
        CHECK(entries[0].deed.relation == "own_caseload");
        CHECK(entries[0].deed.purpose.empty());
    });
}

TEST_CASE("what was typed is kept when a purpose is asked at the moment of saving")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto page = "/people/" + maya;
        const auto asked =
            office.post(page, {{"known_as", "May"}, {"form_page", page + "/change"}});
        CHECK(location(asked).starts_with("/purpose?"));
        CHECK(office.changes == 0);
        CHECK(says(office.get("/drafts"), page + "/change"));
        auto reader = database.read();
        const auto draft = forms::draft_of(
            reader, office.key, {office.council.text(), office.staff.at("Amina Shah").text()},
            page + "/change");
        REQUIRE(draft.has_value());
        CHECK(draft->fields["known_as"] == "May");
    });
}

} // namespace onroll::access::tests_of_guard::guarded_pages_test
