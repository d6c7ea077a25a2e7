// Keys of programs: made once, shown once, for one thing, until a day, revoked at once.
#include "access/api.h"
#include "access/keys.h"
#include "house.h"

#include "platform/json/json.h"
#include "platform/openapi/openapi.h"

#include <functional>

namespace keys_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::Browser;
using tests::House;
using tests::place_of;
using tests::says;

/// A council with an administrator, and the route of programs beside the pages.
struct Area {
    db::Database& database;
    House house{database};
    http::Router router;
    openapi::Document description{"Onroll", "1", "For a test."};
    GuardedServices guarded{};
    AgencyId council = house.add_agency(AgencyKind::council, "Tidemoor Council");
    User administrator =
        house.add_user(council, "Ann Onn", "ann@example.org", {Role::administrator});

    explicit Area(db::Database& the_database) : database(the_database)
    {
        guarded.services = &house.services;
        guarded.guard = &house.guard;
        add_pages(router, house.pages);
        add_api(router, description, guarded);
    }
    Browser signed_in()
    {
        Browser browser(router);
        browser.get("/sign-in");
        browser.post("/sign-in",
                     {{"email", administrator.email}, {"password", std::string(a_password)}});
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", {{"code", house.code_for(administrator)}});
        return browser;
    }
    std::string made(KeyScope scope, int days = 30)
    {
        const Actor by{administrator.id,
                       council,
                       AgencyKind::council,
                       "Ann Onn",
                       "Council",
                       {},
                       {},
                       {},
                       {SignInId::parse(std::string(32, '1')).value()}};
        auto transaction = database.begin("make key");
        auto secret =
            make_key(transaction, by, {"Nightly copy", scope, house.clock.today() + Days(days)},
                     house.visit, house.clock.now());
        transaction.commit();
        return secret;
    }
    http::Response ask(const std::string& key, const std::string& path = "/api/v1/audit/head")
    {
        http::RequestParts parts{.method = http::Method::get, .target = path, .id = "1"};
        parts.headers.add("Host", "onroll.example");
        if (!key.empty()) parts.headers.add("Authorization", "Bearer " + key);
        return http::handle(router, http::Request::create(std::move(parts)).value());
    }
    std::vector<audit::Entry> entries()
    {
        auto reader = database.read();
        return audit::entries_between(reader, council.text(), Instant{},
                                      house.clock.now() + std::chrono::hours(1), 1000);
    }
};

TEST_CASE("a key opens the one thing that it is for, and is noted by its own id")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto key = area.made(KeyScope::check_audit);
        const auto answer = area.ask(key);
        REQUIRE(answer.status == 200);
        CHECK(answer.caching == http::Caching::no_store);
        const auto document = json::parse(answer.content());
        REQUIRE(document.has_value());
        CHECK((*document)["whole"] == true);
        CHECK((*document)["agency"] == area.council.text());
        const auto deed = area.entries().back().deed;
        CHECK(deed.act == "audit.check");
        CHECK(deed.role == "program");
        CHECK(deed.purpose == "check_audit");
        auto reader = database.read();
        const auto keys = api_keys_of_agency(reader, area.council);
        REQUIRE(keys.size() == 1);
        CHECK(deed.actor == keys[0].id.text());
        CHECK(keys[0].last_used_at == area.house.clock.now());
    });
}

TEST_CASE("a key for something else is refused as if the route were not there, and noted")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto answer = area.ask(area.made(KeyScope::read_children));
        CHECK(answer.status == 404);
        CHECK(area.entries().back().deed.outcome == audit::Outcome::refused);
    });
}

TEST_CASE("a key for something else is refused before what it brings is read, and noted once")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto policy = area.house.guard.key_policy("audit.check");
        const auto before_body = [&](const std::string& key) {
            http::RequestParts parts{.method = http::Method::get, .target = "/x", .id = "1"};
            parts.headers.add("Authorization", "Bearer " + key);
            return policy.refuses_before_body(http::Request::create(std::move(parts)).value());
        };
        const auto other = area.made(KeyScope::read_children);
        const auto fitting = area.made(KeyScope::check_audit);
        const auto earlier = area.entries().size();
        const auto refused = before_body(other);
        REQUIRE(refused);
        CHECK(refused->status == 404);
        REQUIRE(area.entries().size() == earlier + 1);
        CHECK(area.entries().back().deed.outcome == audit::Outcome::refused);
        // A key that fits is let past, and its read is noted once the route answers.
        CHECK_FALSE(before_body(fitting));
        CHECK(area.entries().size() == earlier + 1);
    });
}

TEST_CASE("no key, another word or an unknown key is answered alike, and nothing is noted")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto none = area.ask("");
        CHECK(none.status == 401);
        CHECK(none.headers["WWW-Authenticate"] == "Bearer");
        for (const auto& wrong : {std::string("onroll_x"), std::string(500, 'k')}) {
            const auto answer = area.ask(wrong);
            CHECK(answer.status == 401);
            CHECK(answer.body == none.body);
        }
        CHECK(area.entries().empty());
    });
}

TEST_CASE("a key works through its last day, and not from the moment when it is revoked")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto key = area.made(KeyScope::check_audit, 30);
        area.house.clock.move_on(std::chrono::hours(24 * 30));
        CHECK(area.ask(key).status == 200);
        area.house.clock.move_on(std::chrono::hours(24));
        CHECK(area.ask(key).status == 401);
        CHECK(area.entries().back().deed.outcome == audit::Outcome::refused);

        const auto other = area.made(KeyScope::check_audit);
        CHECK(area.ask(other).status == 200);
        auto browser = area.signed_in();
        std::optional<ApiKeyId> id;
        {
            auto reader = database.read();
            id = api_keys_of_agency(reader, area.council).front().id;
        }
        const auto page = "/staff/keys/" + id->text();
        CHECK(says(browser.get(page), "Revoke the key"));
        CHECK(place_of(browser.post(page + "/revoke", {})) == "/staff/keys?done=revoked");
        CHECK(area.ask(other).status == 401);
        CHECK(browser.post(page + "/revoke", {}).status == 409);
        CHECK(says(browser.get("/staff/keys?done=revoked"), "Revoked"));
    });
}

TEST_CASE("what a key was let in to is not stored once the key is revoked or has ended meanwhile")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto key = area.made(KeyScope::check_audit, 30);
        std::function<void()> meanwhile;
        area.router.get(
            "/held", area.house.guard.key_policy("audit.check"), [&](const http::Request& request) {
                CHECK_NOTHROW(area.house.guard.check_still_let_in(request));
                meanwhile();
                CHECK_THROWS_AS(area.house.guard.check_still_let_in(request), NoLongerLetIn);
                return http::text("held");
            });
        meanwhile = [&] { area.house.clock.move_on(std::chrono::hours(24 * 31)); };
        CHECK(area.ask(key, "/held").body == "held");
        const auto other = area.made(KeyScope::check_audit, 30);
        meanwhile = [&] {
            auto transaction = database.begin("revoke");
            for (const auto& one : api_keys_of_agency(transaction, area.council))
                revoke_api_key(transaction, area.council, one.id, area.house.clock.now());
            transaction.commit();
        };
        CHECK(area.ask(other, "/held").body == "held");
    });
}

TEST_CASE("a key opens no page, and a sign-in opens no route of programs")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        const auto page = area.ask(area.made(KeyScope::check_audit), "/staff/keys");
        CHECK(page.status == 303);
        CHECK(place_of(page).starts_with("/sign-in"));
        auto browser = area.signed_in();
        CHECK(browser.get("/staff/keys").status == 200);
        CHECK(browser.get("/api/v1/audit/head").status == 401);
    });
}

TEST_CASE("an administrator makes a key, sees it once, and a form sent twice makes one")
{
    tests::for_each_engine([](db::Database& database) {
        Area area(database);
        auto browser = area.signed_in();
        CHECK(says(browser.get("/staff/keys"), "There are no keys yet"));
        const auto form_page = browser.get("/staff/keys/new");
        const auto form_key = [&] {
            const std::string text(form_page.content());
            const std::string mark = "name=\"form_key\" value=\"";
            const auto at = text.find(mark) + mark.size();
            return text.substr(at, text.find('"', at) - at);
        }();
        const auto nothing_said = browser.post("/staff/keys/new", {{"form_key", form_key}});
        for (const auto* words : {"Enter what the program is called", "Select what the key is for",
                                  "Select how long the key works"})
            CHECK(says(nothing_said, words));
        CHECK(says(browser.post("/staff/keys/new", {{"form_key", form_key}, {"name", "Copy"}}),
                   "Select what the key is for"));
        const http::Fields form{{"form_key", form_key},
                                {"name", "Nightly copy"},
                                {"scope", "check_audit"},
                                {"days", "90"}};
        const auto made = browser.post("/staff/keys/new", form);
        CHECK(made.status == 200);
        CHECK(made.caching == http::Caching::no_store);
        const std::string text(made.content());
        const auto at = text.find("onroll_");
        REQUIRE(at != std::string::npos);
        CHECK(area.ask(text.substr(at, text.find('<', at) - at)).status == 200);
        CHECK(place_of(browser.post("/staff/keys/new", form)) == "/staff/keys?done=made");
        const auto list = browser.get("/staff/keys");
        CHECK(says(list, "Nightly copy"));
        CHECK(says(list, "Ann Onn"));
        CHECK_FALSE(says(list, "onroll_"));
        auto reader = database.read();
        CHECK(api_keys_of_agency(reader, area.council).size() == 1);
    });
}

TEST_CASE("an advice service has no key that reads or brings children")
{
    const Actor adviser{UserId::parse(std::string(32, '1')).value(),
                        AgencyId::parse(std::string(32, 'a')).value(),
                        AgencyKind::advice_service,
                        "Ada",
                        "Advice",
                        {},
                        {},
                        {},
                        {SignInId::parse(std::string(32, '2')).value()}};
    CHECK_FALSE(key_asked_for(adviser, "Copy", "read_children", "30", date(2026, 11, 25)));
    CHECK_FALSE(key_asked_for(adviser, "Copy", "bring_children", "30", date(2026, 11, 25)));
    CHECK(key_asked_for(adviser, "Copy", "check_audit", "30", date(2026, 11, 25)).has_value());
}

} // namespace keys_test
