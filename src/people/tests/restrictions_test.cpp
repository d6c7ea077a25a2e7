// A record that is kept and not used, and facts with both views. trust.md G-04.
#include "people/store_restrictions.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

namespace restrictions_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

TEST_CASE("a restricted record changes no more, asks everybody why, stays past its period, and is "
          "used again once the person was told")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = made(database, a_child_named("Maya", "Shah", date(2000, 1, 1)),
                                office.scope_for(office.officer));
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(kim.get(page + "/edit").status == 200);
        CHECK(kim.get(page + "/restriction").status == 404);

        auto ewa = office.signed_in(office.guardian);
        CHECK(says(filled_in(ewa, page + "/restriction", {}), "Choose why its use is restricted"));
        CHECK(place_of(filled_in(ewa, page + "/restriction",
                                 {{"ground", "accuracy"}, {"reason", "A date is checked"}})) ==
              page + "/restriction");
        CHECK(filled_in(ewa, page + "/restriction", {}, page + "/restriction/end").status == 400);

        CHECK(kim.get(page + "/edit").status == 404);
        CHECK(kim.get(page + "/shares/new").status == 404);
        const auto why = place_of(kim.get(page));
        REQUIRE(why.starts_with("/purpose"));
        filled_in(kim, why, {{"purpose", "statutory_duty"}}, "/purpose");
        CHECK(says(kim.get(page), "The use of this record is restricted"));
        CHECK_FALSE(says(kim.get(page), page + "/edit"));

        const auto scope = office.scope_for(office.guardian);
        const auto proposed = doing(database, [&](db::Transaction& transaction) {
            return propose_deletion(transaction, scope, child);
        });
        REQUIRE_FALSE(proposed.has_value());
        CHECK(proposed.error().message == "The use of this record is restricted, so it stays");
        {
            auto reader = database.read();
            CHECK(due_for_deletion(reader, office.council, test_day).empty());
        }
        CHECK(filled_in(ewa, page + "/restriction", dated("told_on", "1", "1", "2030"),
                        page + "/restriction/end")
                  .status == 400);
        CHECK(place_of(filled_in(ewa, page + "/restriction", dated("told_on", "24", "11", "2026"),
                                 page + "/restriction/end")) == page + "/restriction");
        CHECK(says(ewa.get(page + "/restriction"), "24 November 2026"));
        CHECK(kim.get(page + "/edit").status == 200);
        auto reader = database.read();
        CHECK(due_for_deletion(reader, office.council, test_day).size() == 1);
    });
}

TEST_CASE("a disputed fact carries both views, shows on the record, and is settled once")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        const auto disputes = page + "/disputes";
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), disputes));
        CHECK(says(kim.get(disputes), "Nothing in this record is disputed"));
        const http::Fields views{{"about", "The date of the meeting"},
                                 {"recorded", "It was on 3 November"},
                                 {"said", "Nobody met that day"}};
        CHECK(filled_in(kim, disputes, views).status == 400);
        CHECK(place_of(filled_in(kim, disputes, views + http::Fields{{"said_by", "The mother"}})) ==
              disputes);
        const auto shown = kim.get(disputes);
        for (const auto* view : {"It was on 3 November", "Nobody met that day", "The mother says"})
            CHECK_MESSAGE(says(shown, view), view);
        CHECK(says(kim.get(page), "1 fact in this record is disputed"));

        const auto id = [&] {
            auto reader = database.read();
            return disputes_of(reader, office.council, child).at(0).id;
        }();
        const auto settle = disputes + "/" + id.text();
        CHECK(filled_in(kim, disputes, {}, settle).status == 400);
        CHECK(place_of(filled_in(kim, disputes,
                                 {{"outcome." + id.text(), "We met on 4 November, and wrote so"}},
                                 settle)) == disputes);
        CHECK(says(kim.get(disputes), "We met on 4 November, and wrote so"));
        CHECK_FALSE(says(kim.get(page), "in this record is disputed"));
        const auto again = doing(database, [&](db::Transaction& transaction) {
            return settle_dispute(transaction, office.scope_for(office.officer), child, id,
                                  "Again");
        });
        REQUIRE_FALSE(again.has_value());
        CHECK(again.error().kind == ErrorKind::conflict);
    });
}

} // namespace restrictions_test
