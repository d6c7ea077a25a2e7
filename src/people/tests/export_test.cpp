// One's own list of children as a file: who is on it, what it says, and the second person for a
// long one. trust.md Z-10, A-11, L-01, U-08.
#include "people/list_file.h"
#include "people/rules_export.h"
#include "people/store_export.h"
#include "people/store_limits.h"
#include "people/tests/office.h"

#include <algorithm>

namespace export_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

http::Response taken(tests::Browser& browser, std::string_view format = "csv")
{
    return filled_in(browser, "/people/export",
                     {{"purpose", "quality_check"}, {"format", std::string(format)}});
}

std::vector<std::string> exported_fields(Office& office)
{
    std::vector<std::string> fields;
    for (const auto& entry : office.entries())
        if (entry.deed.kind == audit::Kind::exported)
            fields.insert(fields.end(), entry.deed.fields.begin(), entry.deed.fields.end());
    return fields;
}

TEST_CASE("a list holds the children whom somebody works with, says who made it, and no home")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto maya = office.child("=Maya", "Shah");
        const auto lena = office.child("Lena", "Shah");
        const auto kept = office.child("Kept", "Back");
        const auto own = office.child("Niece", "Lee");
        made(database, a_child_named("Not", "Mine"), office.scope_for(office.colleague));
        did(database, [&](db::Transaction& transaction) {
            return move_person(transaction, office.scope_for(office.officer), office.safe, maya,
                               {.lines = {"77 Hidden Canary Lane"}, .postcode = "ZZ9 9ZZ"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        did(database, [&](db::Transaction& transaction) {
            return move_person(transaction, office.scope_for(office.officer), office.safe, lena,
                               {.lines = {"10 Sea Street"}, .postcode = "TM1 2AB"},
                               Protection::open, date(2026, 1, 1));
        });
        did(database, [&](db::Transaction& transaction) {
            return withhold(transaction, office.scope_for(office.officer), kept, "Danger");
        });
        did(database, [&](db::Transaction& transaction) {
            return declare_conflict(transaction, office.scope_for(office.officer), own,
                                    office.officer.id);
        });
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get("/people"), "/people/export"));
        CHECK(says(kim.get("/people/export"), "2 children on your list"));
        CHECK(filled_in(kim, "/people/export", {{"format", "csv"}}).status == 400);
        CHECK(filled_in(kim, "/people/export", {{"purpose", "quality_check"}}).status == 400);
        CHECK(exported_fields(office).empty());

        const auto file = taken(kim);
        REQUIRE(file.status == 200);
        CHECK(file.headers["Content-Disposition"].starts_with("attachment"));
        CHECK(file.content().starts_with("\xEF\xBB\xBF\"Made by Kim Lee, Tidemoor Council, at "));
        CHECK(says(file, "2 children"));
        CHECK(says(file, "'=Maya,Shah"));
        CHECK(says(file, "Lena,Shah,,2014-03-17"));
        for (const auto* never : {"Canary", "ZZ9", "Sea Street", "TM1", "Kept", "Niece", "Mine"})
            CHECK_FALSE(says(file, never));
        const auto last = office.entries().back().deed;
        CHECK(last.act == "people.export");
        CHECK(last.kind == audit::Kind::exported);
        CHECK(last.purpose == "quality_check");
        CHECK(last.fields == std::vector<std::string>{"children:2", "csv"});
        CHECK(taken(kim, "workbook").content().starts_with("PK"));
    });
}

TEST_CASE("a list is taken after a fresh proof, by those who work with children")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.child("Maya", "Shah");
        auto kim = office.signed_in(office.officer);
        office.house.clock.move_on(std::chrono::minutes(11));
        CHECK(place_of(kim.get("/people/export")).starts_with("/account/prove"));
        auto dev = office.signed_in(office.leader);
        CHECK(dev.get("/people/export").status == 404);
        CHECK(dev.get("/people/export/waiting").status == 404);
        auto ewa = office.signed_in(office.guardian);
        CHECK(ewa.get("/people/export").status == 404);
        CHECK(says(ewa.get("/people/export/waiting"), "Nothing waits"));
    });
}

TEST_CASE("a list of more than a hundred children leaves once somebody else agrees, within a day, "
          "and no longer than was agreed to")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        did(database, [&](db::Transaction& transaction) -> Result<void> {
            for (int number = 0; number < 101; ++number)
                if (const auto made =
                        create_person(transaction, office.scope_for(office.officer),
                                      a_child_named("Child " + std::to_string(number), "Shah"));
                    !made)
                    return made.error();
            return {};
        });
        auto kim = office.signed_in(office.officer);
        CHECK(place_of(taken(kim)) == "/people/export");
        CHECK(says(kim.get("/people/export"), "It waits for a second person"));
        CHECK(exported_fields(office).empty());
        const auto asked = [&] {
            auto reader = database.read();
            return exports_asked(reader, office.council, office.house.clock.now()).at(0);
        };
        const auto action = "/people/export/" + asked().id.text();
        const auto take = [&](tests::Browser& browser) {
            browser.get("/people/export");
            return browser.post(action, {{"format", "csv"}});
        };
        CHECK(take(kim).status == 400);
        // Not by oneself.
        CHECK_FALSE(says(kim.get("/people/export/waiting"), "Agree to this list"));
        auto own_word = form_in(kim.get("/people/export"), "/people/export");
        own_word.add("list", asked().id.text());
        CHECK(kim.post("/people/export/waiting", own_word).status == 400);
        CHECK_FALSE(asked().agreed_at);

        auto sam = office.signed_in(office.colleague);
        const auto waiting = sam.get("/people/export/waiting");
        CHECK(says(waiting, "101 children, asked for by Kim Lee"));
        CHECK_FALSE(says(waiting, "Shah"));
        CHECK(place_of(
                  sam.post("/people/export/waiting", form_in(waiting, "/people/export/waiting"))) ==
              "/people/export/waiting");
        CHECK(asked().agreed_by == office.colleague.id);
        // What was agreed to is the asker's alone.
        CHECK(take(sam).status != 200);

        CHECK(says(kim.get("/people/export"), "Take it as CSV"));
        CHECK(says(take(kim), "101 children"));
        CHECK(exported_fields(office) == std::vector<std::string>{"children:101", "csv"});
        // One more than was agreed to.
        office.child("One", "More");
        CHECK(take(kim).status == 400);
        office.house.clock.move_on(std::chrono::hours(25));
        auto reader = database.read();
        CHECK(exports_asked(reader, office.council, office.house.clock.now()).empty());
    });
}

TEST_CASE("who agrees to a list, and until when")
{
    ExportAsked asked{.id = ExportId::parse(std::string(32, '1')).value(),
                      .asked_by = an_officer,
                      .asked_at = FixedClock(test_day).now()};
    asked.children = 150;
    const auto later = asked.asked_at + std::chrono::hours(1);
    CHECK_FALSE(takes_second_person(100));
    CHECK(takes_second_person(101));
    CHECK(may_agree(asked, a_colleague, later));
    CHECK_FALSE(may_agree(asked, an_officer, later));
    CHECK_FALSE(may_agree(asked, a_colleague, asked.asked_at + export_counts_for));
    CHECK_FALSE(may_take(asked, an_officer, 150, later));
    asked.agreed_by = a_colleague;
    asked.agreed_at = later;
    CHECK_FALSE(may_agree(asked, a_colleague, later));
    CHECK(may_take(asked, an_officer, 150, later));
    CHECK_FALSE(may_take(asked, an_officer, 151, later));
    CHECK_FALSE(may_take(asked, a_colleague, 150, later));
    CHECK_FALSE(may_take(asked, an_officer, 150, asked.asked_at + export_counts_for));
}

} // namespace export_test
