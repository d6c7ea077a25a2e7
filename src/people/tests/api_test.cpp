// What programs ask about children by a key.
#include "people/api.h"
#include "people/store_limits.h"
#include "people/tests/office.h"

#include "access/keys.h"
#include "platform/crypto/new_id.h"
#include "platform/json/json.h"

namespace api_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;

struct Program {
    Office& office;
    std::string key;

    explicit Program(Office& its_office) : office(its_office)
    {
        auto transaction = office.database.begin("make key");
        key = access::add_api_key(
            transaction, office.council,
            {"School system", access::KeyScope::read_children, office.house.clock.today()},
            crypto::new_id<access::ApiKeyId>(), office.chief.id, office.house.clock.now());
        transaction.commit();
    }
    http::Response ask(http::Method method, std::string path, std::string body = {})
    {
        http::RequestParts parts{.method = method, .target = std::move(path), .id = "1"};
        parts.headers.add("Host", "onroll.example");
        parts.headers.add("Authorization", "Bearer " + key);
        parts.body = std::move(body);
        return http::handle(office.router, http::Request::create(std::move(parts)).value());
    }
    json::Value found(const std::string& words)
    {
        const auto answer = ask(http::Method::post, "/api/v1/children/search",
                                json::print(json::Value{{"words", words}}));
        REQUIRE(answer.status == 200);
        return json::parse(answer.content()).value()["children"];
    }
};

TEST_CASE("a program finds a child of its agency and reads of schooling, and nothing of the family")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        did(database, [&](db::Transaction& transaction) {
            return move_person(transaction, office.scope_for(office.officer), office.safe, child,
                               {.lines = {"77 Canary Lane"}, .postcode = "TM1 2AB"},
                               Protection::open, date(2026, 1, 1));
        });
        Program program(office);
        const auto found = program.found("shah maya");
        REQUIRE(found.size() == 1);
        CHECK(found[0]["id"] == child.text());
        CHECK(found[0]["born_on"] == "2014-03-17");
        const auto shown = program.ask(http::Method::get, "/api/v1/children/" + child.text());
        REQUIRE(shown.status == 200);
        CHECK(shown.content().find("Canary") == std::string_view::npos);
        CHECK(shown.content().find("TM1") == std::string_view::npos);
        const auto deed = office.entries().back().deed;
        CHECK(deed.act == "people.view");
        CHECK(deed.role == "program");
        CHECK(deed.record == child.text());
    });
}

TEST_CASE("a program sees neither a withheld record nor another agency’s, in a search as by its id")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto theirs = made(database, a_child_named("Maya", "Shah"), a_scope(another_agency));
        REQUIRE(doing(database, [&](db::Transaction& transaction) {
                    return withhold(transaction, office.scope_for(office.officer), child, "Danger");
                }).has_value());
        Program program(office);
        CHECK(program.found("shah maya").empty());
        const auto withheld_one =
            program.ask(http::Method::get, "/api/v1/children/" + child.text());
        const auto other = program.ask(http::Method::get, "/api/v1/children/" + theirs.text());
        const auto none =
            program.ask(http::Method::get, "/api/v1/children/" + std::string(32, 'e'));
        CHECK(none.status == 404);
        CHECK(withheld_one.body == none.body);
        CHECK(other.body == none.body);
    });
}

TEST_CASE(
    "whether there are more is said of what the program may read, and of nothing that is kept "
    "from it")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto scope = office.scope_for(office.officer);
        Program program(office);
        const auto answer = [&] {
            const auto sent =
                program.ask(http::Method::post, "/api/v1/children/search", R"({"words": "shah"})");
            REQUIRE(sent.status == 200);
            return json::parse(sent.content()).value();
        };
        const auto add = [&](int number) {
            return made(database, a_child_named("Maya" + std::to_string(number), "Shah"), scope);
        };
        for (int number = 0; number < 19; ++number) add(number);
        for (int number = 20; number < 25; ++number) {
            const auto kept = add(number);
            did(database, [&](db::Transaction& transaction) {
                return withhold(transaction, scope, kept, "Danger");
            });
        }
        CHECK(answer()["children"].size() == 19);
        CHECK(answer()["more"] == false);
        add(30);
        CHECK(answer()["children"].size() == 20);
        CHECK(answer()["more"] == false);
        add(31);
        CHECK(answer()["children"].size() == 20);
        CHECK(answer()["more"] == true);
    });
}

TEST_CASE("what a program sends wrongly is said with the member, and stores nothing")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        Program program(office);
        for (const auto* body :
             {"", "[]", "{\"words\": 3}", "{\"words\": \"  \"}",
              "{\"words\": \"shah\", \"agency\": \"another\"}", "{\"word\": \"shah\"}"})
            CHECK(program.ask(http::Method::post, "/api/v1/children/search", body).status == 400);
        CHECK(program.ask(http::Method::get, "/api/v1/children/x").status == 404);
    });
}

} // namespace api_test
