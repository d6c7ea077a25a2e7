// The data protection officer’s work: complaints with their clock, a breach from the audit to the
// list of who was affected, records of processing and notices. trust.md G-01, G-03, G-10, G-11.
#include "people/processing_register.h"
#include "people/rules_data_protection.h"
#include "people/store_consents.h"
#include "people/store_data_protection.h"
#include "people/store_erasure.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

#include "helpers/readability.h"
#include "helpers/shared_data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace data_protection_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

TEST_CASE("a complaint is acknowledged within 30 days that begin with the one on which it came")
{
    for (const auto& [received, by] : {std::pair{date(2026, 11, 25), date(2026, 12, 24)},
                                       std::pair{date(2027, 2, 1), date(2027, 3, 2)},
                                       std::pair{date(2028, 2, 1), date(2028, 3, 1)},
                                       std::pair{date(2026, 12, 31), date(2027, 1, 29)}})
        CHECK(acknowledge_by(received) == by);
}

TEST_CASE("a breach is reported within 72 hours, over a weekend and a change of the clocks alike")
{
    const auto friday = start_of_day_in_london(date(2026, 3, 27)) + std::chrono::hours(17);
    const auto monday = in_london(report_by(friday));
    CHECK(monday.date == date(2026, 3, 30));
    CHECK(monday.since_midnight == std::chrono::hours(18)); // summer time came between
}

TEST_CASE("a complaint goes from the day it came to its answer, and each step only once")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const std::string page = "/data-protection/complaints";
        auto kim = office.signed_in(office.officer);
        CHECK(kim.get(page).status == 404);
        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get(page), "Nobody has complained"));
        CHECK(filled_in(ewa, page, {}).status == 400);
        const auto made =
            place_of(filled_in(ewa, page,
                               dated("received_on", "2", "11", "2026") +
                                   http::Fields{{"came_from", "The father of a child"},
                                                {"about", "A letter went astray"}}));
        REQUIRE(made.starts_with(page + "/"));
        CHECK(says(ewa.get(made), "Acknowledge by Tuesday 1 December 2026"));
        CHECK(says(ewa.get("/data-protection"), "The father of a child"));
        const auto step = [&](std::string what, const http::Fields& more) {
            return filled_in(ewa, made, more + http::Fields{{"step", std::move(what)}});
        };
        CHECK(step("acknowledged", dated("on", "1", "11", "2026")).status == 400);
        CHECK(step("acknowledged", dated("on", "1", "11", "2030")).status == 400);
        CHECK(place_of(step("acknowledged", dated("on", "9", "11", "2026"))) == made);
        CHECK(step("acknowledged", dated("on", "9", "11", "2026")).status == 400);
        CHECK(step("progress", {}).status == 400);
        CHECK(place_of(step("progress", {{"words", "We asked the post room"}})) == made);
        CHECK(says(ewa.get(made), "25 November 2026: We asked the post room"));
        CHECK(step("answered", dated("on", "20", "11", "2026")).status == 400);
        CHECK(place_of(step("answered", dated("on", "20", "11", "2026") +
                                            http::Fields{{"words", "We are sorry"}})) == made);
        CHECK(says(ewa.get(made), "Answered on 20 November 2026"));
        CHECK_FALSE(says(ewa.get("/data-protection"), "The father of a child"));
        CHECK(office.entries().back().deed.act == "data_protection.view");
        auto reader = database.read();
        CHECK(complaints_of(reader, another_agency).empty());
    });
}

TEST_CASE("two officers who move one complaint at once do not undo each other")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto scope = office.scope_for(office.guardian);
        const auto id = doing(database, [&](db::Transaction& t) {
            return receive_complaint(t, scope, {date(2026, 11, 2), "A mother", "A letter"}).value();
        });
        const auto seen = [&] {
            auto reader = database.read();
            return find_complaint(reader, office.council, id).value();
        }();
        did(database, [&](db::Transaction& t) { return note_progress(t, scope, seen, "One"); });
        const auto second = doing(
            database, [&](db::Transaction& t) { return note_progress(t, scope, seen, "Two"); });
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a drill: a stolen account’s two days give the records that it opened and no other, with "
          "what was seen, and the clock runs until both decisions are made")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto opened = office.child("Maya", "OPENEDname");
        const auto untouched = office.child("Olek", "OTHERname");
        auto sam = office.signed_in(office.colleague);
        const auto why = place_of(sam.get("/people/" + opened.text()));
        filled_in(sam, why, {{"purpose", "duty_desk"}}, "/purpose");
        REQUIRE(sam.get("/people/" + opened.text()).status == 200);
        REQUIRE(sam.get("/people/" + untouched.text()).status != 200); // asked why, and left

        const std::string page = "/data-protection/breaches";
        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get(page), "No breach is recorded"));
        CHECK(says(filled_in(ewa, page, {{"aware_at", "25:99"}}), "Enter the time like 14:05"));
        const auto made = place_of(
            filled_in(ewa, page,
                      dated("aware_on", "24", "11", "2026") + dated("from", "24", "11", "2026") +
                          dated("until", "25", "11", "2026") +
                          http::Fields{{"what", "A password was stolen"},
                                       {"aware_at", "14:05"},
                                       {"account", office.colleague.id.text()}}));
        REQUIRE(made.starts_with(page + "/"));
        const auto shown = ewa.get(made);
        CHECK(says(shown, "Report by Friday 27 November 2026 at 2:05pm"));
        CHECK(says(shown, "/audit/records/person/" + opened.text()));
        CHECK_FALSE(says(shown, untouched.text()));
        CHECK_FALSE(says(shown, "OPENEDname"));
        CHECK(says(shown, "Sam Doe"));
        const auto file = ewa.get(made + "/records.csv");
        CHECK(says(file, opened.text()));
        CHECK_FALSE(says(file, untouched.text()));
        CHECK_FALSE(says(file, "OPENEDname"));

        const auto step = [&](std::string what, const http::Fields& more) {
            return filled_in(ewa, made, more + http::Fields{{"step", std::move(what)}});
        };
        CHECK(step("close", {{"words", "Use keys"}}).status == 400);
        CHECK(step("report", {}).status == 400);
        CHECK(place_of(step("report", dated("on", "25", "11", "2026"))) == made);
        CHECK(place_of(step("tell", {{"words", "Nothing was seen but a name"}})) == made);
        CHECK(step("close", {}).status == 400);
        CHECK(place_of(step("close", {{"words", "Use keys"}})) == made);
        CHECK(says(ewa.get(made), "Closed on 25 November 2026"));
        CHECK_FALSE(says(ewa.get(made), "What happened next"));
    });
}

TEST_CASE("who was affected is counted by record, whoever’s account, without what was refused")
{
    Breach breach{BreachId::parse(std::string(32, '1')).value()};
    const auto entry = [](std::string actor, std::string record, audit::Outcome outcome,
                          int second) {
        audit::Entry one;
        one.deed.actor = std::move(actor);
        one.deed.record_kind = "person";
        one.deed.record = std::move(record);
        one.deed.act = "people.view";
        one.deed.fields = {"names"};
        one.deed.outcome = outcome;
        one.at = Instant{} + std::chrono::seconds(second);
        return one;
    };
    const std::string one(32, 'a'), other(32, 'b');
    const std::vector<audit::Entry> entries{
        entry(one, "x", audit::Outcome::done, 5), entry(other, "y", audit::Outcome::done, 1),
        entry(other, "y", audit::Outcome::done, 9), entry(one, "z", audit::Outcome::refused, 2),
        entry(one, "", audit::Outcome::done, 3)};
    const auto all = affected_by(breach, entries);
    REQUIRE(all.size() == 2);
    CHECK(all[0].record == "y");
    CHECK(all[0].times == 2);
    CHECK(all[0].last - all[0].first == std::chrono::seconds(8));
    CHECK(all[0].acts == std::vector<std::string>{"people.view"});
    breach.whose_account = access::UserId::parse(one).value();
    const auto theirs = affected_by(breach, entries);
    REQUIRE(theirs.size() == 1);
    CHECK(theirs[0].record == "x");
}

TEST_CASE("the records of processing of each kind of agency are as they were reviewed")
{
    std::string written;
    for (const auto kind : access::all_agency_kinds()) {
        written += std::string(key_of(kind)) + "\n";
        for (const auto& one : processing_of(kind))
            written += "  " + one.key + ": " + one.basis +
                       (one.condition.empty() ? "" : "; " + one.condition) + "; " +
                       kept_in_words(one.group, published_retention_rules()) + "; " + one.security +
                       "\n";
        for (const auto& risk : risks_of(kind))
            written += "  risk " + risk.key + ": " + risk.proofs + "\n";
    }
    const auto path = tests::source_file("src/people/tests/cases/processing.golden");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written;
    std::ifstream file(path);
    CHECK(written == std::string(std::istreambuf_iterator<char>(file), {}));
    CHECK(written.find("advice_cases") != std::string::npos);
}

TEST_CASE("the officer sees and downloads the records of processing and the assessment, and nobody "
          "else does")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get("/data-protection/processing"), "No contact is set yet"));
        CHECK(filled_in(ewa, "/data-protection/notice", {{"officer", "The officer"}}).status ==
              400);
        CHECK(place_of(filled_in(ewa, "/data-protection/notice",
                                 {{"officer", "The officer"}, {"email", "dpo@example.org"}})) ==
              "/data-protection");
        CHECK(says(ewa.get("/data-protection/processing"), "dpo@example.org"));
        CHECK(says(ewa.get("/data-protection/processing"), "25 years after birth, then delete"));
        CHECK_FALSE(says(ewa.get("/data-protection/processing"), "Advice and support"));
        const auto file = ewa.get("/data-protection/processing.csv");
        CHECK(file.headers["Content-Disposition"].find("attachment") == 0);
        CHECK(says(file, "Tidemoor Council,\"The officer, dpo@example.org\",Children on record"));
        CHECK(says(ewa.get("/data-protection/processing"),
                   "Kept safe by: each organisation’s records are kept apart"));
        CHECK(says(ewa.get("/data-protection/assessment"), "Advice lies in a store of its own"));
        // The ids of promises are for those who make this system.
        for (const auto* page : {"/data-protection/processing", "/data-protection/assessment",
                                 "/data-protection/processing.csv"})
            CHECK_FALSE(says(ewa.get(page), "W-01"));
        auto kim = office.signed_in(office.officer);
        for (const auto* path : {"/data-protection", "/data-protection/processing",
                                 "/data-protection/processing.csv", "/data-protection/assessment",
                                 "/data-protection/breaches", "/data-protection/notice"})
            CHECK_MESSAGE(kim.get(path).status == 404, path);
    });
}

TEST_CASE("each agency’s notices are open to all and read plainly, the child’s more plainly still")
{
    tests::TestDatabase place(db::Engine::sqlite);
    const auto opened = place.open();
    auto& database = *opened;
    Office office(database);
    tests::Browser anybody(office.router);
    const auto list = anybody.get("/privacy/organisations");
    for (const auto kind : access::all_agency_kinds()) {
        CAPTURE(std::string(key_of(kind)));
        const auto agency = office.house.add_agency(kind, "Org");
        const auto page = anybody.get("/privacy/" + agency.text());
        REQUIRE(page.status == 200);
        const std::vector<std::string> terms{"Information Commissioner", "organisation"};
        const auto words = readability::shown_words(page.content(), {"govuk-details"});
        REQUIRE(words.size() > 500);
        CHECK(readability::grade(words, terms) <= 6);
        const auto child = anybody.get("/privacy/" + agency.text() + "/children");
        REQUIRE(child.status == 200);
        CHECK(readability::grade(readability::shown_words(child.content(), {}), terms) <= 4);
        CHECK(says(child, "You can ask on your own"));
    }
    CHECK(says(list, "Tidemoor Council"));
    CHECK(anybody.get("/privacy/" + std::string(32, 'e')).status == 404);
}

TEST_CASE("a period that takes the names out leaves what may be counted, and no way back")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto second =
            office.add("Una Bell", "una@example.org", access::Role::data_protection_officer);
        const auto child =
            made(database, a_child_named("CANARYgiven", "CANARYfamily", date(2000, 3, 17)),
                 office.scope_for(office.officer));
        did(database, [&](db::Transaction& t) {
            return state_sen(t, office.scope_for(office.officer), child,
                             {date(2020, 1, 6), SenStatus::suspected, "CANARYneed", ""});
        });
        did(database, [&](db::Transaction& t) {
            return save_retention_rule(t, office.scope_for(office.guardian),
                                       {RetentionGroup::pupil_record, RetentionTrigger::birth, 25,
                                        0, RetentionAction::anonymise, "Our schedule"});
        });
        const auto page = "/people/" + child.text();
        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get(page + "/keep"), "Propose to make this record anonymous"));
        filled_in(ewa, page + "/keep", {}, page + "/delete");
        auto una = office.signed_in(second);
        CHECK(says(una.get(page + "/keep"), "Agree to make this record anonymous"));
        CHECK(place_of(filled_in(una, page + "/keep", {}, page + "/delete")) ==
              "/people/retention");
        CHECK(una.get(page).status == 404);
        CHECK(says(una.get("/people/retention"), "Made anonymous so far: 1 record"));
        auto rows = database.read();
        auto counted = rows.query(db::Sql{"counted", "SELECT * FROM people_counted", {}});
        REQUIRE(counted.next());
        CHECK(counted.integer("birth_year") == 2000);
        CHECK(counted.text("sen_status") == key_of(SenStatus::suspected));
        CHECK(counted.text("id") != child.text());
        CHECK_FALSE(counted.next());
    });
}

/// Every byte of the files below the folder.
std::string bytes_below(const std::filesystem::path& folder)
{
    std::string bytes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream(file.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    return bytes;
}

TEST_CASE("after a deletion no byte of the record is left in the files of the store")
{
    tests::TestDatabase place(db::Engine::sqlite);
    auto opened = place.open();
    auto& database = *opened;
    prepared(database);
    const auto child =
        made(database, a_child_named("CANARYgiven", "CANARYfamily", date(2000, 1, 1)));
    const auto other = made(database, a_child_named("STAYSgiven", "STAYSfamily", date(2000, 1, 1)));
    did(database, [&](db::Transaction& t) {
        return save_contacts(t, a_scope(), child, {{Channel::email, "CANARYmail"}});
    });
    did(database, [&](db::Transaction& t) {
        return move_person(t, a_scope(), a_safe(), child,
                           {.lines = {"5 CANARYroad"}, .postcode = "ZZ1 1AA"}, Protection::open,
                           date(2020, 1, 1));
    });
    did(database, [&](db::Transaction& t) {
        return state_sen(t, a_scope(), child,
                         {date(2020, 1, 6), SenStatus::suspected, "CANARYneed", "CANARYnote"});
    });
    did(database, [&](db::Transaction& t) {
        return receive_erasure(
            t, a_scope(), child,
            {.asked_by = "CANARYasks", .wanted = "CANARYwanted", .received_on = test_day});
    });
    did(database, [&](db::Transaction& t) {
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = another_agency.text();
        share.fields = {"statement"};
        share.statement = "CANARYstatement";
        share.purpose = "CANARYpurpose";
        share.basis = ShareBasis::legal_duty;
        share.law = "An Act";
        share.starts_on = share.ends_on = test_day;
        return begin_share(t, a_scope(), share);
    });
    did(database, [&](db::Transaction& t) { return propose_deletion(t, a_scope(), child); });
    did(database, [&](db::Transaction& t) {
        return agree_to_deletion(t, a_scope(the_council, a_colleague), child);
    });
    opened.reset(); // what waited beside the file is written into it
    const auto bytes = bytes_below(place.folder());
    CHECK(bytes.find("STAYSgiven") != std::string::npos);
    CHECK(bytes.find(other.text()) != std::string::npos);
    for (const auto* gone : {"CANARYgiven", "CANARYfamily", "CANARYmail", "CANARYroad",
                             "CANARYneed", "CANARYnote", "canarygiven", "canaryfamily",
                             "CANARYasks", "CANARYwanted", "CANARYstatement", "CANARYpurpose"})
        CHECK_MESSAGE(bytes.find(gone) == std::string::npos, gone);
}

} // namespace data_protection_test
