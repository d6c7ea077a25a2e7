// Lists of children from whoever brings them: by page what they may set and know of, and by a key
// all or nothing, once.
#include "people/store_care.h"
#include "people/store_import_rows.h"
#include "people/store_imports_brought.h"
#include "people/store_limits.h"
#include "people/tests/office.h"

#include "access/keys.h"
#include "platform/crypto/new_id.h"
#include "platform/db/agency_in_force.h"
#include "platform/json/json.h"

#include <array>
#include <atomic>
#include <thread>

namespace brought_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

const std::string looking = "/api/v1/children/imports/preview";
const std::string bringing = "/api/v1/children/imports";
const std::string two_children = "first name,surname,dob,NHS number,parent 1 name,urn\n"
                                 "Maya,Shah,2014-03-17,9990000018,Asha Shah,100001\n"
                                 "Tom,Lee,2013-01-02,,,\n";

struct Program {
    Office& office;
    access::ApiKeyId id = crypto::new_id<access::ApiKeyId>();
    std::string key;

    explicit Program(Office& its_office, access::KeyScope scope = access::KeyScope::bring_children)
        : office(its_office)
    {
        auto transaction = office.database.begin("make key");
        key = access::add_api_key(transaction, office.council,
                                  {"School system", scope, office.house.clock.today() + Days{30}},
                                  id, office.chief.id, office.house.clock.now());
        transaction.commit();
    }
    http::Response send(const std::string& path, std::string body,
                        const std::string& type = "text/csv")
    {
        http::RequestParts parts{.method = http::Method::post, .target = path, .id = "1"};
        parts.headers.add("Host", "onroll.example");
        parts.headers.add("Authorization", "Bearer " + key);
        if (!type.empty()) parts.headers.add("Content-Type", type);
        parts.body = std::move(body);
        return http::handle(office.router, http::Request::create(std::move(parts)).value());
    }
    json::Value answer(const std::string& path, const std::string& body)
    {
        const auto sent = send(path, body);
        REQUIRE(sent.status == 200);
        return json::parse(sent.content()).value();
    }
};

std::int64_t children_of(Office& office)
{
    auto reader = office.database.read();
    return count_children(reader, office.council);
}

std::optional<Person> found(Office& office, const std::string& words)
{
    auto reader = office.database.read();
    const auto all = search_people(reader, office.council, question_of(words), 5).found;
    if (all.size() != 1) return std::nullopt;
    return all[0].person;
}

TEST_CASE("a program looks at a list, which stores no child, and brings it, once")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        const auto looked = program.answer(looking, two_children);
        CHECK(looked["rows"]["new"] == 2);
        CHECK(looked["stored"] == false);
        CHECK(looked["notes"].size() == 1);
        CHECK(children_of(office) == 0);
        CHECK(office.entries().back().deed.kind == audit::Kind::read);

        const auto brought = program.answer(bringing, two_children);
        CHECK(brought["rows"]["new"] == 2);
        CHECK(brought["stored"] == true);
        CHECK(brought["already"] == false);
        CHECK(children_of(office) == 2);
        const auto deed = office.entries().back().deed;
        CHECK(deed.act == "people.import");
        CHECK(deed.role == "program");
        CHECK(deed.purpose == "bring_children");
        CHECK(deed.actor == program.id.text());

        // The answer was lost, and the same list comes again.
        const auto again = program.answer(bringing, two_children);
        CHECK(again["already"] == true);
        CHECK(again["list"] == brought["list"]);
        CHECK(again["rows"] == brought["rows"]);
        // A list between the two: it is done again, and changes nothing.
        office.house.clock.move_on(std::chrono::seconds(1));
        program.answer(bringing, "first name,surname,dob\nAna,Rao,2012-01-02\n");
        office.house.clock.move_on(std::chrono::seconds(1));
        const auto once_more = program.answer(bringing, two_children);
        CHECK(once_more["already"] == false);
        CHECK(once_more["rows"]["unchanged"] == 2);
        CHECK(children_of(office) == 3);
    });
}

TEST_CASE(
    "a child of a program’s list is on nobody’s caseload, without an NHS number, and the list "
    "is taken back on its page")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        const auto list =
            "/people/import/" + program.answer(bringing, two_children)["list"].get<std::string>();
        const auto child = found(office, "Maya Shah");
        REQUIRE(child);
        CHECK_FALSE(child->nhs_number);
        {
            auto reader = database.read();
            CHECK(caseload_of(reader, office.council, child->id) == Caseload{});
        }
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(list), "From School system"));
        CHECK(place_of(filled_in(kim, list, {}, list + "/undo")) == list);
        CHECK(children_of(office) == 0);
        // What was taken back is brought anew.
        CHECK(program.answer(bringing, two_children)["rows"]["new"] == 2);
    });
}

TEST_CASE("one row that cannot be read stops a program’s whole list, and each is said without a "
          "value")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        const auto faulty = two_children + "Canary,,31/31/2014,,,\n";
        CHECK(program.answer(looking, faulty)["rows"]["unreadable"] == 1);
        const auto refused = program.send(bringing, faulty);
        CHECK(refused.status == 400);
        CHECK(refused.content().find("Row 4, column B (surname): Enter the child") !=
              std::string_view::npos);
        CHECK(refused.content().find("Canary") == std::string_view::npos);
        CHECK(refused.content().find("31/31") == std::string_view::npos);
        CHECK(children_of(office) == 0);
    });
}

TEST_CASE("a row of a program that is like a record waits for a person, and one kept from it too")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto hidden = office.child("Lena", "Rath");
        did(database, [&](db::Transaction& t) {
            return withhold(t, office.scope_for(office.officer), hidden, "Danger");
        });
        office.child("Jenifer", "Clark");
        Program program(office);
        const std::string list = "first name,surname,dob,postcode\n"
                                 "Lena,Rath,2014-03-17,TM1 2AB\n"
                                 "Jennifer,Clarke,2014-03-17,TM1 2AB\n";
        for (const auto& path : {looking, bringing}) {
            const auto answer = program.answer(path, list);
            REQUIRE(answer["waiting"].size() == 2);
            // The same is said of both.
            CHECK(answer["waiting"][0]["why"] == answer["waiting"][1]["why"]);
        }
        CHECK(child_in(database, hidden, office.council).addresses.empty());
        // Nor does a colleague’s list change it, or say whose it is.
        auto sam = office.signed_in(office.colleague);
        const auto id = doing(database, [&](db::Transaction& t) {
            return send_list(t, office.scope_for(office.colleague), office.safe, "list.csv", list)
                .value();
        });
        const auto page = sam.get("/people/import/" + id.text());
        CHECK(says(page, "A record here is much like this row"));
        CHECK_FALSE(says(page, hidden.text()));
        CHECK(place_of(filled_in(sam, "/people/import/" + id.text(), {})) ==
              "/people/import/" + id.text());
        CHECK(child_in(database, hidden, office.council).addresses.empty());
    });
}

TEST_CASE("a row that fits a hidden record and an open one waits as any row in doubt")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto hidden = office.child("Maya", "Shah");
        office.child("Maya", "Shah");
        const std::string list = "first name,surname,dob\nMaya,Shah,2014-03-17\n";
        const auto shown_to = [&](const access::User& user) {
            const auto id = doing(database, [&](db::Transaction& t) {
                return send_list(t, office.scope_for(user), office.safe, "list.csv", list).value();
            });
            return std::string(office.signed_in(user).get("/people/import/" + id.text()).content());
        };
        const std::string both = "Two records here fit this row";
        const std::string like = "A record here is much like this row";
        CHECK(shown_to(office.colleague).find(both) != std::string::npos);
        did(database, [&](db::Transaction& t) {
            return withhold(t, office.scope_for(office.officer), hidden, "Danger");
        });
        CHECK(shown_to(office.colleague).find(like) != std::string::npos);
        CHECK(shown_to(office.colleague).find(both) == std::string::npos);
    });
}

TEST_CASE("why a row of a program waits is said in the same words, whatever the record says")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto kept = office.child("Maya", "Shah");
        did(database, [&](db::Transaction& t) {
            return move_person(t, office.scope_for(office.officer), office.safe, kept,
                               {.lines = {"2 Hill Road"}, .postcode = "TM2 1AA"},
                               Protection::protected_address, office.house.clock.today());
        });
        const auto cared = office.child("Tom", "Lee");
        did(database, [&](db::Transaction& t) {
            return state_care(
                t, office.scope_for(office.officer), cared,
                {office.house.clock.today(), CareStatus::section_20, "Tidemoor Council"});
        });
        Program program(office);
        const std::string list = "first name,surname,dob,postcode,looked after\n"
                                 "Maya,Shah,2014-03-17,TM1 2AB,\n"
                                 "Tom,Lee,2014-03-17,,no\n"
                                 "Tom,Lee,2014-03-17,,\n";
        for (const auto& path : {looking, bringing, bringing}) {
            const auto answer = program.answer(path, list);
            REQUIRE(answer["waiting"].size() == 3);
            for (const auto& row : answer["waiting"])
                CHECK(row["why"] == "Look at this row on the page of the list");
        }
    });
}

TEST_CASE("what a program sends wrongly is said, and stores nothing; a key for reading brings none")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        CHECK(program.send(bringing, two_children, "").status == 415);
        CHECK(program.send(bringing, two_children, "application/json").status == 415);
        CHECK(program.send(bringing, "").status == 400);
        CHECK(program.send(bringing, "colour\nred\n").status == 400);
        CHECK(program.send(bringing, "<html/>", "application/xml").status == 400);
        std::string many = "first name,surname,dob\n";
        for (std::size_t child = 0; child <= most_children_in_list; ++child)
            many += "Maya,Shah,2014-03-17\n";
        CHECK(program.send(bringing, many).status == 413);
        CHECK(program.send(looking, many).status == 413);
        CHECK(program.send(bringing + "?preview=yes", two_children).status == 400);
        Program reading(office, access::KeyScope::read_children);
        CHECK(reading.send(bringing, two_children).status == 404);
        CHECK(reading.send(looking, two_children).status == 404);
        CHECK(program.send("/api/v1/children/search", "{\"words\": \"shah\"}", "application/json")
                  .status == 404);
        CHECK(children_of(office) == 0);
    });
}

std::int64_t lists_counted(Office& office)
{
    auto reader = office.database.read();
    auto rows = reader.query({"count", "SELECT count(*) AS sent FROM people_list_sent"});
    return rows.next() ? rows.integer("sent") : 0;
}

TEST_CASE("a program sends so many lists in an hour and no more, and another key sends its own")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        auto scope = office.scope_for(office.officer);
        scope.user = access::UserId::parse(program.id.text()).value();
        for (std::int64_t sent = 0; sent + 1 < lists_in_an_hour; ++sent)
            CHECK(doing(database, [&](db::Transaction& t) {
                return count_list(t, scope, lists_in_an_hour);
            }));
        // Of two at once, the one that is left.
        std::atomic<int> taken = 0, refused = 0;
        const auto one_more = [&] {
            const db::WorkFor its(office.council.text());
            ++(program.send(looking, two_children).status == 200 ? taken : refused);
        };
        std::thread other_request(one_more);
        one_more();
        other_request.join();
        CHECK(taken == 1);
        CHECK(refused == 1);
        const auto late = program.send(bringing, two_children);
        CHECK(late.status == 429);
        CHECK(late.headers["Retry-After"] == "3600");
        CHECK(children_of(office) == 0);
        Program other(office);
        CHECK(other.send(looking, two_children).status == 200);
        office.house.clock.move_on(std::chrono::hours(1) + std::chrono::seconds(1));
        CHECK(program.send(looking, two_children).status == 200);
    });
}

TEST_CASE("of the same list sent twice at once one is brought, and the other says that it was")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        std::array<std::string, 2> answers;
        const auto bring = [&](std::size_t which) {
            const db::WorkFor its(office.council.text());
            answers[which] = std::string(program.send(bringing, two_children).content());
        };
        std::thread other_request(bring, 1);
        bring(0);
        other_request.join();
        const auto one = json::parse(answers[0]).value();
        const auto other = json::parse(answers[1]).value();
        CHECK(one["stored"] == true);
        CHECK(other["stored"] == true);
        CHECK((one["already"] == true) != (other["already"] == true));
        CHECK(one["list"] == other["list"]);
        CHECK(one["rows"] == other["rows"]);
        CHECK(children_of(office) == 2);
        auto reader = database.read();
        auto rows = reader.query({"lists", "SELECT count(*) AS lists FROM people_import"});
        REQUIRE(rows.next());
        CHECK(rows.integer("lists") == 1);
    });
}

TEST_CASE("a list that cannot be taken counts too, and so does one that was sent again")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        CHECK(program.send(looking, two_children, "application/json").status == 415);
        CHECK(program.send(looking, "colour\nred\n").status == 400);
        CHECK(lists_counted(office) == 2);
        CHECK(program.send(bringing, two_children + "Canary,,31/31/2014,,,\n").status == 400);
        CHECK(lists_counted(office) == 3);
        program.answer(bringing, two_children);
        const auto entries = office.entries().size();
        CHECK(program.answer(bringing, two_children)["already"] == true);
        CHECK(lists_counted(office) == 5);
        CHECK(office.entries().size() == entries + 1);
        CHECK(office.entries().back().deed.fields == std::vector<std::string>{"sent_again"});
        // They go with the next list after a day, if not before.
        office.house.clock.move_on(std::chrono::hours(25));
        program.answer(looking, two_children);
        CHECK(lists_counted(office) == 1);
    });
}

TEST_CASE("an NHS number of a list is taken only from who may set it on that record")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto theirs =
            made(database, a_child_named("Tom", "Lee"), office.scope_for(office.colleague));
        const std::string list = "first name,surname,dob,NHS number\n"
                                 "Maya,Shah,2014-03-17,9990000018\n"
                                 "Tom,Lee,2014-03-17,9990000026\n";
        const auto sent_by = [&](const access::User& user) {
            auto browser = office.signed_in(user);
            const auto id = doing(database, [&](db::Transaction& t) {
                return send_list(t, office.scope_for(user), office.safe, "list.csv", list).value();
            });
            const auto page = "/people/import/" + id.text();
            const auto shown = browser.get(page);
            CHECK(place_of(filled_in(browser, page, {})) == page);
            return std::string(shown.content());
        };
        const auto una = office.add("Una Bell", "una@example.org", access::Role::council_officer);
        CHECK(sent_by(una).find("it is for those who may see one") != std::string::npos);
        REQUIRE(found(office, "Maya Shah"));
        CHECK_FALSE(found(office, "Maya Shah")->nhs_number);
        did(database, [&](db::Transaction& t) {
            return add_worker(t, office.scope_for(office.officer), found(office, "Maya Shah")->id,
                              office.officer.id);
        });
        CHECK(sent_by(office.officer).find("the child is not on your caseload") !=
              std::string::npos);
        CHECK(found(office, "Maya Shah")->nhs_number->text() == "9990000018");
        CHECK_FALSE(child_in(database, theirs, office.council).child.nhs_number);
    });
}

TEST_CASE("a list is taken back by a colleague only where the record is theirs to change")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto kept = office.child("Maya", "Shah");
        const auto open = office.child("Tom", "Lee");
        const auto id = doing(database, [&](db::Transaction& t) {
            return send_list(t, office.scope_for(office.officer), office.safe, "list.csv",
                             "first name,surname,dob,known as\nMaya,Shah,2014-03-17,May\n"
                             "Tom,Lee,2014-03-17,Tommy\n")
                .value();
        });
        const auto page = "/people/import/" + id.text();
        auto kim = office.signed_in(office.officer);
        CHECK(place_of(filled_in(kim, page, {})) == page);
        CHECK(child_in(database, kept, office.council).child.name.known_as == "May");
        did(database, [&](db::Transaction& t) {
            return withhold(t, office.scope_for(office.officer), kept, "Danger");
        });
        auto sam = office.signed_in(office.colleague);
        CHECK(place_of(filled_in(sam, page, {}, page + "/undo")) == page);
        CHECK(child_in(database, kept, office.council).child.name.known_as == "May");
        CHECK(child_in(database, open, office.council).child.name.known_as.empty());
    });
}

} // namespace brought_test
