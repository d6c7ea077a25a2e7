// Requests to see a record with their clock, and an agency's own periods.
#include "people/store_requests.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

namespace pages_requests_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

TEST_CASE(
    "a request starts its clock when they show who they are, stands still while they are asked, "
    "and is answered")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text() + "/requests";
        auto kim = office.signed_in(office.officer);
        CHECK(kim.get(page).status == 404);

        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get("/people/requests"), "None waits for an answer"));
        CHECK(says(filled_in(ewa, page, {}), "Enter"));
        const auto received = dated("received_on", "2", "11", "2026");
        const auto made = place_of(filled_in(
            ewa, page,
            received + http::Fields{{"asked_by", "The child’s mother"}, {"identity", "yes"}}));
        REQUIRE(made.starts_with(page + "/"));
        CHECK(says(ewa.get(made), "The clock has not started"));
        CHECK(says(ewa.get("/people/requests"), "The child’s mother"));
        CHECK(says(ewa.get("/people/requests"), "open a request to see whose record"));
        CHECK(says(ewa.get(made), "Maya"));

        const auto step = [&](std::string what, http::Fields more) {
            more.add("step", std::move(what));
            return filled_in(ewa, made, more);
        };
        CHECK(step("identity", dated("on", "1", "11", "2026")).status == 400);
        CHECK(place_of(step("identity", dated("on", "9", "11", "2026"))) == made);
        CHECK(says(ewa.get(made), "Answer by Wednesday 9 December 2026"));
        CHECK(place_of(step("ask", dated("on", "10", "11", "2026"))) == made);
        CHECK(says(ewa.get(made), "The clock stands still"));
        CHECK(step("ask", dated("on", "11", "11", "2026")).status == 400);
        CHECK(place_of(step("told", dated("on", "15", "11", "2026"))) == made);
        CHECK(says(ewa.get(made), "Answer by Monday 14 December 2026"));
        const auto unsaid = step("longer", {});
        CHECK(unsaid.status == 400);
        CHECK(says(unsaid, "href=\"#words\""));
        CHECK(place_of(step("longer", {{"words", "Thousands of pages"}})) == made);
        // 9 February 2027 and five days is a Sunday: the next working day.
        CHECK(says(ewa.get(made), "Answer by Monday 15 February 2027"));
        CHECK(place_of(step("answered", dated("on", "20", "11", "2026") +
                                            http::Fields{{"words", "Sent by post"}})) == made);
        CHECK(says(ewa.get(made), "Answered on 20 November 2026"));
        CHECK(says(ewa.get("/people/requests"), "None waits for an answer"));
        CHECK(office.entries().back().deed.act == "records_request.list");
    });
}

TEST_CASE("two officers who move one clock at once do not undo each other")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto scope = office.scope_for(office.guardian);
        const auto id = doing(database, [&](db::Transaction& transaction) {
            return receive_request(transaction, scope, child,
                                   {"The mother", date(2026, 11, 2), false})
                .value();
        });
        const auto seen = [&] {
            auto reader = database.read();
            return find_request(reader, office.council, id).value();
        }();
        CHECK(doing(database, [&](db::Transaction& transaction) {
                  return ask_what_is_meant(transaction, scope, seen, date(2026, 11, 3));
              }).has_value());
        const auto second = doing(database, [&](db::Transaction& transaction) {
            return take_longer(transaction, scope, seen, "Much paper");
        });
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().kind == ErrorKind::conflict);
        auto reader = database.read();
        CHECK(find_request(reader, another_agency, id).error().kind == ErrorKind::not_found);
    });
}

TEST_CASE("a period is looked at before it is saved, and only then counts")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        // Born so that the published period, to the 25th birthday, is not over.
        made(database, a_child_named("Old", "Record", date(2004, 3, 17)),
             office.scope_for(office.officer));
        auto ewa = office.signed_in(office.guardian);
        const auto page = std::string("/people/retention/pupil_record/birth");
        CHECK(says(ewa.get("/people/retention"), page));
        const auto shown = ewa.get(page);
        REQUIRE(shown.status == 200);
        CHECK(says(shown, "after birth, then “Delete”."));
        const http::Fields shorter{
            {"years", "20"}, {"action", "review"}, {"source", "Our schedule of March 2026"}};
        CHECK(filled_in(ewa, page, {{"years", "-3"}}).status == 400);
        const auto preview = filled_in(ewa, page, shorter + http::Fields{{"then", "preview"}});
        CHECK(says(preview, "Due today: 0. With this period: 1."));
        CHECK(says(ewa.get("/people/retention"), "None is due today"));
        CHECK(place_of(filled_in(ewa, page, shorter + http::Fields{{"then", "save"}})) ==
              "/people/retention");
        CHECK(says(ewa.get("/people/retention"), "Our schedule of March 2026"));
        CHECK_FALSE(says(ewa.get("/people/retention"), "None is due today"));
        CHECK(ewa.get("/people/retention/pupil_record/never").status == 404);
    });
}

} // namespace pages_requests_test
