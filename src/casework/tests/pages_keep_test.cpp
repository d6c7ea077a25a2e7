#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_keep.h"

#include "audit/store.h"
#include "casework/tests/advice_office.h"
#include "people/store.h"

#include <algorithm>

namespace casework_pages_keep_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

/// A case that was closed long ago.
CaseId old_case(AdviceOffice& office)
{
    auto to = office.database.begin("fill");
    const auto child =
        people::create_person(
            to, people::scope_of(office.agency, office.signed_in->user, office.clock.now()),
            {.name = {.given = "Asha", .family = "Hill"}})
            .value();
    const auto id =
        open_case(to, office.agency, {.child = child}, office.signed_in->user, date(2019, 3, 4))
            .value();
    REQUIRE(close_case(to, office.agency, id, 1, {.summary = "Went back"}, office.signed_in->user,
                       start_of_day_in_london(date(2020, 11, 20))));
    to.commit();
    return id;
}

bool was_noted(db::Database& database, const access::AgencyId& agency, const CaseId& id,
               std::string_view act)
{
    auto reading = database.read();
    const auto entries = audit::entries_about(reading, agency.text(), id.text(), 100);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const audit::Entry& entry) { return entry.deed.act == act; });
}

TEST_CASE("an officer proposes, a manager agrees, and neither sees what was told")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        const auto id = old_case(office);
        CHECK(office.get("/advice/keep").status == 404); // an adviser has no part in this
        office.sign_in(access::Role::data_protection_officer);
        const auto officer = office.signed_in;
        const auto list = office.get("/advice/keep");
        CHECK(has_words(list, "Case 1001"));
        CHECK_FALSE(has_words(list, "Asha"));
        const auto own = "/advice/keep/cases/" + id.text();
        CHECK(has_words(list, own));
        const auto shown = office.get(own);
        CHECK(has_words(shown, "6 years after closing"));
        CHECK_FALSE(has_words(shown, "Went back"));
        CHECK(office.post(own + "/hold", {{"reason", ""}}).status == 400);
        CHECK(office.post(own + "/remove", {}).status == 303);
        CHECK(office.post(own + "/remove", {}).status == 400); // the same person again
        CHECK(has_words(office.get(own), "Take it back"));
        CHECK(leads_to(office.post(own + "/take-back", {})) == own);
        CHECK(was_noted(database, office.agency, id, "retention.take_back"));
        CHECK(has_words(office.get("/advice/keep"), "Nobody has proposed to remove it"));
        CHECK(office.post(own + "/take-back", {}).status == 400);
        CHECK(office.post(own + "/remove", {}).status == 303);
        CHECK(has_words(office.get("/advice/keep"), "A second person must agree"));
        CHECK_FALSE(has_words(office.get("/advice/keep"), "Agree to remove it"));
        office.sign_in(access::Role::advice_manager);
        CHECK(office.get(own).status == 404);
        const auto waits = office.get("/advice/keep");
        CHECK(has_words(waits, "Agree to remove it"));
        CHECK_FALSE(has_words(waits, own));
        CHECK(office.post("/advice/keep/agree", {{"kind", "case"}}).status == 400);
        const http::Fields word{{"kind", "case"}, {"record", id.text()}, {"step", "remove"}};
        CHECK(leads_to(office.post("/advice/keep/agree", word)) == "/advice/keep");
        const auto after = office.get("/advice/keep");
        CHECK(has_words(after, "The line that stays"));
        CHECK(has_words(after, "Nothing is due."));
        CHECK(office.post("/advice/keep/agree", word).status == 400);
        auto reading = database.read();
        CHECK_FALSE(find_case(reading, office.agency, id).has_value());
    });
}

TEST_CASE("a closed case is found by its number, held, and let go by two")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        const auto id = old_case(office);
        const auto own = "/advice/keep/cases/" + id.text();
        office.sign_in(access::Role::data_protection_officer);
        CHECK(has_words(office.post("/advice/keep/find", {{"number", "1001"}}), own));
        CHECK(has_words(office.post("/advice/keep/find", {{"number", "77"}}),
                        "No closed case has this number"));
        CHECK(leads_to(office.post(own + "/hold", {{"reason", "A complaint"}})) == own);
        CHECK(has_words(office.get("/advice/keep"), "On hold"));
        CHECK(has_words(office.get(own), "A complaint"));
        CHECK(office.post(own + "/remove", {}).status == 400);
        CHECK(office.post(own + "/end-hold", {}).status == 303);
        CHECK(office.post(own + "/end-hold", {}).status == 400);
        office.sign_in(access::Role::administrator);
        CHECK(office
                  .post("/advice/keep/agree",
                        {{"kind", "case"}, {"record", id.text()}, {"step", "end_hold"}})
                  .status == 303);
        CHECK(has_words(office.get("/advice/keep"), "Nobody has proposed to remove it"));
    });
}

TEST_CASE("an open case that is held stands in the list, and its hold is ended there")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        const auto id = old_case(office);
        const auto own = "/advice/keep/cases/" + id.text();
        office.sign_in(access::Role::data_protection_officer);
        CHECK(leads_to(office.post(own + "/hold", {{"reason", "A complaint"}})) == own);
        {
            auto to = database.begin("reopen");
            REQUIRE(change_state(to, office.agency, id, 2, {CaseState::open, "Rang again"},
                                 office.signed_in->user, office.clock.now()));
            to.commit();
        }
        const auto list = office.get("/advice/keep");
        CHECK(has_words(list, "Not over: the case is open"));
        CHECK(has_words(list, own));
        CHECK(has_words(office.get(own), "A complaint"));
        CHECK(leads_to(office.post(own + "/end-hold", {})) == own);
        office.sign_in(access::Role::administrator);
        CHECK(leads_to(
                  office.post("/advice/keep/agree",
                              {{"kind", "case"}, {"record", id.text()}, {"step", "end_hold"}})) ==
              "/advice/keep");
        office.sign_in(access::Role::data_protection_officer);
        CHECK(office.get(own).status == 404);
    });
}

TEST_CASE(
    "a page that others have emptied leads to the first one, and does not say that nothing is due")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        office.sign_in(access::Role::data_protection_officer);
        CHECK(has_words(office.get("/advice/keep"), "Nothing is due."));
        for (const auto* list : {"due", "held", "removed"}) {
            const auto later = office.get("/advice/keep?" + std::string(list) + "=2");
            CHECK(has_words(later, "Nothing is on this page any more."));
            CHECK(has_words(later, "href=\"/advice/keep#" + std::string(list) + "\""));
        }
        CHECK_FALSE(has_words(office.get("/advice/keep?due=2"), "Nothing is due."));
        office.sign_in(access::Role::adviser);
        CHECK(has_words(office.get("/advice/signposts?page=2"),
                        "href=\"/advice/signposts#not-asked\""));
        CHECK_FALSE(has_words(office.get("/advice/signposts?page=2"), "Of every family"));
    });
}

} // namespace casework_pages_keep_test
