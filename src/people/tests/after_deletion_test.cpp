// What is left of a child in the whole store after a deletion, on either engine: nothing that names
// them, but for a complaint, which goes by itself when its period is over. trust.md G-08.
#include "people/store_consents.h"
#include "people/store_data_protection.h"
#include "people/store_erasure.h"
#include "people/store_imports.h"
#include "people/store_let_go.h"
#include "people/store_requests.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

#include "helpers/test_database.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace after_deletion_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;

constexpr db::Sql all_tables{"all tables",
                             "SELECT table_name AS name FROM information_schema.tables "
                             "WHERE table_schema = current_schema()"};

/// Every byte of the files of the store, or every column of every row of the schema.
std::string everything_in(const tests::TestDatabase& place)
{
    std::string all;
    if (!place.folder().empty()) {
        for (const auto& file : std::filesystem::recursive_directory_iterator(place.folder())) {
            if (!file.is_regular_file()) continue;
            std::ifstream stream(file.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(stream), {});
        }
        return all;
    }
    const auto database = place.open();
    std::vector<std::string> tables;
    auto reader = database->read();
    {
        auto rows = reader.query(all_tables);
        while (rows.next()) tables.push_back(rows.text("name"));
    }
    CHECK(tables.size() > 40);
    for (const auto& table : tables) {
        const auto text =
            "SELECT coalesce(string_agg(one::text, ' '), '') AS words FROM " + table + " AS one";
        const db::Sql sql{"words of a table", text};
        auto rows = reader.query(sql);
        if (rows.next()) all += rows.text("words");
    }
    return all;
}

bool holds(const std::string& all, const char* words)
{
    return all.find(words) != std::string::npos;
}

/// What is said of the child in the record itself.
void say_in_the_record(Office& office, const PersonId& child)
{
    auto& database = office.database;
    const auto scope = office.scope_for(office.officer);
    did(database, [&](db::Transaction& t) {
        return save_contacts(t, scope, child, {{Channel::email, "CANARYmail"}});
    });
    did(database, [&](db::Transaction& t) {
        return state_sen(t, scope, child,
                         {date(2020, 1, 6), SenStatus::suspected, "CANARYneed", "CANARYnote"});
    });
    did(database, [&](db::Transaction& t) {
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = another_agency.text();
        share.fields = {"statement"};
        share.statement = "CANARYstatement";
        share.purpose = "CANARYpurpose";
        share.basis = ShareBasis::legal_duty;
        share.law = "An Act";
        share.starts_on = share.ends_on = scope.today();
        return begin_share(t, scope, share);
    });
}

/// A list whose name and rows name the child, made into the record.
void name_in_a_list(Office& office)
{
    const std::string bytes =
        "first name,surname,dob,upn\nCANARYgiven,CANARYfamily,2000-01-01,\nSTAYSlisted,"
        "STAYSfamily,2014-02-03,\n";
    auto transaction = office.database.begin("import");
    const auto scope = office.scope_for(office.officer);
    const auto id =
        send_list(transaction, scope, office.safe, "CANARYlist of one child.csv", bytes).value();
    REQUIRE(make_import(transaction, scope, office.safe, id, FaultyRows::refuse).has_value());
    transaction.commit();
}

access::Actor acting(const Office& office, const access::User& user)
{
    return {.user = user.id,
            .agency = office.council,
            .agency_kind = access::AgencyKind::council,
            .sign_in = {.id = access::SignInId::parse(std::string(32, '0')).value()}};
}

/// What is said of the child beside the record.
void say_beside_the_record(Office& office, const PersonId& child)
{
    auto& database = office.database;
    const auto scope = office.scope_for(office.officer);
    const auto now = office.house.clock.now();
    did(database, [&](db::Transaction& t) {
        return receive_erasure(
            t, scope, child,
            {.asked_by = "CANARYasks", .wanted = "CANARYwanted", .received_on = scope.today()});
    });
    did(database, [&](db::Transaction& t) {
        return receive_request(t, scope, child,
                               {.asked_by = "CANARYrequest", .received_on = scope.today()});
    });
    did(database, [&](db::Transaction& t) {
        return access::set_alerted(t, office.council, {office.leader.id, office.chief.id});
    });
    const auto opener = acting(office, office.colleague);
    const auto reviewer = acting(office, office.leader);
    const auto glass = doing(database, [&](db::Transaction& t) {
        return access::break_glass(t, opener, "person", child.text(),
                                   "CANARYreason why this cannot wait", now)
            .value();
    });
    did(database, [&](db::Transaction& t) {
        return access::review_glass(t, reviewer, glass, access::Finding::justified, "CANARYfinding",
                                    now);
    });
    http::Form draft;
    draft.fields = {{"form_page", "/people/" + child.text() + "/edit"},
                    {"form_key", crypto::random_token()},
                    {"given_name", "CANARYdraft"}};
    REQUIRE(forms::keep_draft(database, office.drafts,
                              {office.council.text(), office.officer.id.text()}, draft, now));
}

void complain(Office& office)
{
    const auto scope = office.scope_for(office.guardian);
    const auto id = doing(office.database, [&](db::Transaction& t) {
        return receive_complaint(t, scope,
                                 {.received_on = scope.today(),
                                  .came_from = "The father of a child",
                                  .about = "CANARYcomplaint"})
            .value();
    });
    const auto complaint = [&] {
        auto reader = office.database.read();
        return find_complaint(reader, office.council, id).value();
    };
    did(office.database, [&](db::Transaction& t) {
        return acknowledge_complaint(t, scope, complaint(), scope.today());
    });
    did(office.database, [&](db::Transaction& t) {
        return answer_complaint(t, scope, complaint(), scope.today(), "CANARYoutcome");
    });
}

std::size_t drafts_in(db::Database& database, const Office& office)
{
    auto reader = database.read();
    return forms::drafts_of(reader, {office.council.text(), office.officer.id.text()}).size();
}

void delete_by_two(Office& office, const PersonId& child)
{
    const auto second =
        office.add("Una Bell", "una@example.org", access::Role::data_protection_officer);
    const auto page = "/people/" + child.text();
    auto ewa = office.signed_in(office.guardian);
    REQUIRE(filled_in(ewa, page + "/keep", {}, page + "/delete").status == 303);
    auto una = office.signed_in(second);
    REQUIRE(place_of(filled_in(una, page + "/keep", {}, page + "/delete")) == "/people/retention");
    CHECK(una.get(page).status == 404);
}

TEST_CASE("after a deletion nothing in the store names the child: not why it was opened in an "
          "emergency, nor a draft, a list, a request; a complaint stays six years")
{
    tests::for_each_engine_unopened([](tests::TestDatabase& place) {
        {
            const auto opened = place.open();
            Office office(*opened);
            name_in_a_list(office);
            const auto child = [&] {
                auto reader = opened->read();
                return due_for_deletion(reader, office.council, test_day).at(0).id;
            }();
            say_in_the_record(office, child);
            say_beside_the_record(office, child);
            complain(office);
            CHECK(drafts_in(*opened, office) == 1);
            delete_by_two(office, child);
            CHECK(drafts_in(*opened, office) == 0);
        }
        const auto left = everything_in(place);
        CHECK(holds(left, "STAYSlisted"));
        CHECK(holds(left, "Taken out when the record was deleted"));
        for (const auto* gone :
             {"CANARYgiven", "CANARYfamily", "CANARYmail", "CANARYneed", "CANARYnote",
              "canarygiven", "canaryfamily", "CANARYlist", "CANARYasks", "CANARYwanted",
              "CANARYrequest", "CANARYreason", "CANARYfinding", "CANARYdraft", "CANARYstatement",
              "CANARYpurpose"})
            CHECK_MESSAGE(!holds(left, gone), gone);
        // What shows how a complaint was met is kept as long as somebody may claim.
        CHECK(holds(left, "CANARYcomplaint"));
        CHECK(holds(left, "CANARYoutcome"));
    });
}

TEST_CASE(
    "lists lose their rows and names after 30 days, complaints and breaches go six years after "
    "they were settled, and the audit says how many")
{
    tests::for_each_engine_unopened([](tests::TestDatabase& place) {
        {
            const auto opened = place.open();
            Office office(*opened);
            const auto started = office.house.clock.now();
            const auto let_go = [&](Instant now) {
                return doing(*opened, [&](db::Transaction& t) {
                    return let_go_of_old(t, office.council, now);
                });
            };
            name_in_a_list(office);
            complain(office);
            CHECK(let_go(started + std::chrono::hours(30 * 24)) == 0);
            CHECK(let_go(started + std::chrono::hours(30 * 24 + 1)) == 1);
            CHECK(let_go(started + std::chrono::hours(30 * 24 + 1)) == 0);
            const auto last = FixedClock(date(2032, 11, 25)).now();
            CHECK(let_go(last) == 0);
            CHECK(let_go(last + std::chrono::hours(24)) == 1);
            office.house.clock.set(last + std::chrono::hours(48));
            const auto entry = office.entries().back().deed;
            CHECK(entry.act == "retention.delete");
            CHECK(entry.fields ==
                  std::vector<std::string>{"lists:0", "complaints:1", "breaches:0"});
        }
        const auto left = everything_in(place);
        CHECK_FALSE(holds(left, "CANARYlist"));
        CHECK_FALSE(holds(left, "CANARYcomplaint"));
        CHECK_FALSE(holds(left, "CANARYoutcome"));
        // The child was in the list and is still a record of its own.
        CHECK(holds(left, "CANARYfamily"));
    });
}

} // namespace after_deletion_test
