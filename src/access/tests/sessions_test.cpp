// How a sign-in goes with its cookie: from whom it may come, when it is renewed, when it ends.
// trust.md and W-09.
#include "council.h"

#include "access/store_break_glass.h"

namespace sessions_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::Browser;
using tests::says;
using Area = tests::Council;

TEST_CASE(
    "a link from another site brings no administrator's sign-in along, and an officer's only to "
    "look")
{
    Area area;
    const auto same_site = [&](const User& user) {
        std::vector<http::SameSite> seen;
        Browser browser(area.router);
        for (const auto& cookie :
             browser
                 .post("/sign-in", {{"email", user.email}, {"password", std::string(a_password)}})
                 .cookies)
            if (cookie.name == "__Host-onroll") seen.push_back(cookie.same_site);
        browser.get("/sign-in/code");
        for (const auto& cookie :
             browser.post("/sign-in/code", {{"code", area.house.code_for(user)}}).cookies)
            if (cookie.name == "__Host-onroll") seen.push_back(cookie.same_site);
        area.house.clock.move_on(11min);
        browser.get("/account/prove");
        for (const auto& cookie :
             browser
                 .post("/account/prove",
                       {{"password", std::string(a_password)}, {"code", area.house.code_for(user)}})
                 .cookies)
            seen.push_back(cookie.same_site);
        return seen;
    };
    CHECK(same_site(area.administrator) == std::vector<http::SameSite>(3, http::SameSite::strict));
    CHECK(same_site(area.officer) == std::vector<http::SameSite>(3, http::SameSite::lax));
    const auto header = http::set_cookie_value(cookie_for_sign_in("x", SignInOf::administrator));
    CHECK(header.find("SameSite=Strict") != std::string::npos);
}

TEST_CASE("a change of roles gives each sign-in a new token, one's own too")
{
    Area area;
    Browser browser(area.router), elsewhere(area.router), officer(area.router);
    area.sign_in(elsewhere, area.administrator);
    area.house.clock.move_on(30s);
    area.sign_in(browser, area.administrator);
    area.sign_in(officer, area.officer);
    const auto page = "/staff/" + area.administrator.id.text();
    browser.get(page);
    const auto before = browser.cookie("__Host-onroll");
    const http::Fields as_it_is{{"name", "Ann Onn"}, {"roles", "administrator"}};
    CHECK(browser.post(page, as_it_is).status == 303);
    CHECK(browser.cookie("__Host-onroll") == before);

    auto more = as_it_is;
    more.add("roles", "panel_chair");
    CHECK(browser.post(page, more).status == 303);
    const auto after = browser.cookie("__Host-onroll");
    CHECK(after != before);
    CHECK(browser.get(page).status == 200);
    CHECK(elsewhere.get("/account").status == 303);
    browser.set_cookie("__Host-onroll", before);
    CHECK(browser.get("/account").status == 303);

    browser.set_cookie("__Host-onroll", after);
    const auto officers = "/staff/" + area.officer.id.text();
    browser.get(officers);
    CHECK(browser.post(officers, {{"name", "Kim Lee"}, {"roles", "panel_chair"}}).status == 303);
    CHECK(officer.get("/account").status == 303);
}

TEST_CASE(
    "while a record is open by break-glass a quarter of an hour of stillness ends the sign-in")
{
    Area area;
    auto& house = area.house;
    Browser browser(area.router);
    area.sign_in(browser, area.officer);
    CHECK(says(browser.get("/account"), "signed out after 30 minutes"));
    const Actor officer{area.officer.id,
                        area.council,
                        AgencyKind::council,
                        "Kim Lee",
                        {},
                        area.officer.roles,
                        {},
                        {},
                        {SignInId::parse(std::string(32, '0')).value()}};
    db::with_retry(*area.database, "break glass", [&](db::Transaction& transaction) {
        REQUIRE(set_alerted(transaction, area.council, {area.administrator.id, area.second.id}));
        REQUIRE(break_glass(transaction, officer, "person", std::string(32, 'c'),
                            "A sibling may be hurt tonight", house.clock.now()));
    });
    // From the very next page, which comes at once.
    CHECK(says(browser.get("/account"), "signed out after 15 minutes"));
    house.clock.move_on(14min);
    CHECK(browser.get("/account").status == 200);
    house.clock.move_on(15min);
    CHECK(browser.get("/account").status == 303);

    // The hour of the glass has passed.
    house.clock.move_on(1h);
    area.sign_in(browser, area.officer);
    house.clock.move_on(20min);
    CHECK(browser.get("/account").status == 200);
}

TEST_CASE(
    "signing in as somebody else ends the sign-in that the browser had, and forgets its pages")
{
    Area area;
    Browser browser(area.router);
    const auto first = area.sign_in(browser, area.officer);
    CHECK(first.headers["Clear-Site-Data"].empty());
    const auto earlier = browser.cookie("__Host-onroll");
    browser.get("/sign-in");
    const auto step = browser.post(
        "/sign-in", {{"email", area.administrator.email}, {"password", std::string(a_password)}});
    CHECK(step.headers["Clear-Site-Data"] == "\"cache\"");
    browser.get("/sign-in/code");
    browser.post("/sign-in/code", {{"code", area.house.code_for(area.administrator)}});
    CHECK(says(browser.get("/account"), "Ann Onn"));
    browser.set_cookie("__Host-onroll", earlier);
    CHECK(browser.get("/account").status == 303);
}

TEST_CASE("opening a page of an agency's settings is noted as a read")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.administrator);
    constexpr db::Sql newest{
        "newest entry",
        "SELECT act, kind FROM audit_entry WHERE agency = ? ORDER BY sequence DESC LIMIT 1"};
    for (const auto& [path, act] :
         {std::pair("/staff", "staff.view"), std::pair("/staff/new", "staff.invite"),
          std::pair("/staff/teams", "staff.change"),
          std::pair("/staff/keys/new", "api_keys.change")}) {
        CAPTURE(path);
        CHECK(browser.get(path).status == 200);
        auto reading = area.database->read();
        auto rows = reading.query(newest, area.council.text());
        REQUIRE(rows.next());
        CHECK(rows.text("act") == act);
        CHECK(rows.text("kind") == "read");
    }
}

} // namespace sessions_test
