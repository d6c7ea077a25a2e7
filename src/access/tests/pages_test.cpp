// The pages of signing in and of staff: a browser asks, the page's words are read.
#include "council.h"

namespace pages_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::Browser;
using tests::House;
using Area = tests::Council;
using tests::place_of;
using tests::says;

TEST_CASE("a page behind the door asks to sign in and leads back to itself afterwards")
{
    Area area;
    Browser browser(area.router);
    CHECK(place_of(browser.get("/account?changed=no")) ==
          "/sign-in?next=%2Faccount%3Fchanged%3Dno");
    const auto response = area.sign_in(browser, area.officer, "/account?changed=no");
    CHECK(place_of(response) == "/account?changed=no");
    const auto page = browser.get("/account");
    CHECK(page.status == 200);
    CHECK(says(page, "Kim Lee"));
    CHECK(says(page, "Tidemoor Council"));
    CHECK(page.caching == http::Caching::no_store);
}

TEST_CASE("nobody is led away from here after signing in")
{
    Area area;
    for (const auto* next : {"//evil.example", "https://evil.example", "/\\evil.example"}) {
        Browser browser(area.router);
        CHECK(place_of(area.sign_in(browser, area.officer, next)) == "/start");
        area.house.clock.move_on(30s);
    }
}

TEST_CASE("the start page leads to what is open to everybody, after what is one's own")
{
    Area area;
    area.house.site.menu = {{"Before you exclude", "/check/schools"}};
    Browser browser(area.router);
    area.sign_in(browser, area.officer);
    const auto page = std::string(browser.get("/start").content());
    const auto own = page.find("href=\"/drafts\"");
    const auto open = page.find("Open to everybody");
    REQUIRE(open != std::string::npos);
    CHECK(own < open);
    CHECK(page.find("href=\"/check/schools\"", open) != std::string::npos);
    area.house.site.menu.clear();
    CHECK_FALSE(says(browser.get("/start"), "Open to everybody"));
}

TEST_CASE("the sign-in cookie is bound to this host, hidden from scripts, and new at each step")
{
    Area area;
    Browser browser(area.router);
    const auto response = browser.post(
        "/sign-in", {{"email", "kim@example.org"}, {"password", std::string(a_password)}});
    REQUIRE(response.cookies.size() == 1);
    CHECK(response.cookies[0].name == "__Host-onroll");
    CHECK(response.cookies[0].secure);
    CHECK(http::set_cookie_value(response.cookies[0]).find("HttpOnly") != std::string::npos);
    const auto before = browser.cookie("__Host-onroll");
    browser.get("/sign-in/code");
    browser.post("/sign-in/code", {{"code", area.house.code_for(area.officer)}});
    CHECK(browser.cookie("__Host-onroll") != before);
    CHECK_FALSE(browser.cookie("__Host-onroll-browser").empty());
    browser.set_cookie("__Host-onroll", before);
    CHECK(place_of(browser.get("/account")) == "/sign-in?next=%2Faccount");
}

TEST_CASE("with the password alone, no page but the code's is open")
{
    Area area;
    Browser browser(area.router);
    browser.post("/sign-in", {{"email", "kim@example.org"}, {"password", std::string(a_password)}});
    for (const auto* path : {"/start", "/account", "/account/password", "/staff"})
        CHECK(place_of(browser.get(path)) == "/sign-in/code");
    CHECK(place_of(browser.get("/sign-in/set-up-codes")) == "/sign-in/code");
}

TEST_CASE("a form without its token, with another's, or from another site changes nothing")
{
    Area area;
    Browser browser(area.router), other(area.router);
    area.sign_in(browser, area.officer);
    area.house.clock.move_on(30s);
    area.sign_in(other, area.administrator);
    browser.get("/account");
    const auto path = "/account/sign-ins/end-others";
    CHECK(browser.post_without_token(path, {}).status == 403);
    CHECK(browser.post_without_token(path, {{"form_token", "x"}}).status == 403);
    CHECK(browser.post(path, {}).status == 303);
    browser.come_from("https://evil.example");
    CHECK(browser.post(path, {}).status == 403);
    CHECK(browser.post("/sign-in", {{"email", "a@b.example"}, {"password", "x"}}).status == 403);
    CHECK(browser.post("/sign-out", {}).status == 403);
    browser.come_from("https://onroll.example");
    CHECK(browser.get("/account").status == 200);
}

TEST_CASE("where a form came from: what the browser says of the site decides, then its origin")
{
    const auto from = [](http::Headers headers) {
        headers.set("Host", "onroll.example");
        return is_from_own_page(http::Request::get("/", headers));
    };
    CHECK(from({}));
    CHECK(from({{"Sec-Fetch-Site", "same-origin"}, {"Origin", "null"}}));
    CHECK(from({{"Sec-Fetch-Site", "none"}}));
    CHECK(from({{"Origin", "null"}}));
    CHECK(from({{"Origin", "https://onroll.example"}}));
    CHECK_FALSE(from({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}}));
    CHECK_FALSE(from({{"Sec-Fetch-Site", "same-site"}, {"Origin", "https://onroll.example"}}));
    CHECK_FALSE(from({{"Origin", "https://onroll.example.evil.example"}}));
    CHECK_FALSE(from({{"Origin", "https://evil.example"}}));
}

TEST_CASE("half an hour of stillness ends a sign-in, a page in between carries it on, eight hours "
          "end it in any case")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.officer);
    for (int i = 0; i < 16; ++i) {
        area.house.clock.move_on(29min);
        CHECK(browser.get("/account").status == 200);
    }
    area.house.clock.move_on(29min);
    CHECK(browser.get("/account").status == 303);
    area.sign_in(browser, area.officer);
    area.house.clock.move_on(30min);
    CHECK(place_of(browser.get("/account")) == "/sign-in?next=%2Faccount");
}

TEST_CASE("administrators are signed out after a quarter of an hour")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.administrator);
    area.house.clock.move_on(14min);
    CHECK(browser.get("/staff").status == 200);
    area.house.clock.move_on(15min);
    CHECK(browser.get("/staff").status == 303);
}

TEST_CASE("signing out ends it on the server, and asks the browser to forget our pages")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.officer);
    browser.get("/account");
    const auto token = browser.cookie("__Host-onroll");
    const auto out = browser.post("/sign-out", {});
    CHECK(place_of(out) == "/sign-in/signed-out");
    CHECK(out.headers["Clear-Site-Data"] == "\"cache\", \"storage\"");
    CHECK(browser.cookie("__Host-onroll").empty());
    browser.set_cookie("__Host-onroll", token);
    CHECK(browser.get("/account").status == 303);
}

TEST_CASE("a person sees their sign-ins and ends another one")
{
    Area area;
    Browser here(area.router), there(area.router);
    area.sign_in(there, area.officer);
    area.house.clock.move_on(30s);
    area.sign_in(here, area.officer);
    const auto page = here.get("/account");
    const std::string_view mark = "action=\"/account/sign-ins/";
    const auto at = page.content().find(mark);
    REQUIRE(at != std::string_view::npos);
    const auto id = std::string(page.content().substr(at + mark.size(), 32));
    CHECK(here.post("/account/sign-ins/" + id + "/end", {}).status == 303);
    CHECK(there.get("/account").status == 303);
    CHECK(here.get("/account").status == 200);
    CHECK(here.post("/account/sign-ins/" + id + "/end", {}).status == 404);
}

TEST_CASE("what matters most asks for the proof again once ten minutes have passed")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.officer);
    CHECK(browser.get("/account/password").status == 200);
    area.house.clock.move_on(10min);
    CHECK(place_of(browser.get("/account/password")) ==
          "/account/prove?next=%2Faccount%2Fpassword");
    browser.get("/account/prove?next=%2Faccount%2Fpassword");
    const auto before = browser.cookie("__Host-onroll");
    CHECK(says(browser.post("/account/prove", {{"password", "x"}, {"code", "000000"}}),
               "There is a problem"));
    const auto proved = browser.post("/account/prove", {{"password", std::string(a_password)},
                                                        {"code", area.house.code_for(area.officer)},
                                                        {"next", "/account/password"}});
    CHECK(place_of(proved) == "/account/password");
    CHECK(browser.cookie("__Host-onroll") != before);
    CHECK(browser.get("/account/password").status == 200);
    const auto changed = browser.post("/account/password", {{"password", "seven almonds rust"}});
    CHECK(place_of(changed) == "/account?changed=password");
}

TEST_CASE("an administrator invites; an officer finds no page of staff at all")
{
    Area area;
    Browser officer(area.router), administrator(area.router);
    area.sign_in(officer, area.officer);
    for (const auto* path : {"/staff/new", "/staff/teams", "/agencies"})
        CHECK(officer.get(path).status == 404);
    area.sign_in(administrator, area.administrator);
    CHECK(says(administrator.get("/staff/new"), "Invite somebody"));
    const auto wrong = administrator.post(
        "/staff/new", {{"name", ""}, {"email", "cy@example.org"}, {"roles", "panel_chair"}});
    CHECK(says(wrong, "Enter their name"));
    CHECK(says(wrong, "value=\"cy@example.org\""));
    CHECK(says(wrong, "Error: "));
    const auto unknown = administrator.post(
        "/staff/new", {{"name", "Cy"}, {"email", "cy@example.org"}, {"roles", "owner"}});
    CHECK(says(unknown, "Select roles from the list"));
    const auto invited = administrator.post(
        "/staff/new", {{"name", "Cy Orme"}, {"email", "cy@example.org"}, {"roles", "panel_chair"}});
    CHECK(place_of(invited) == "/staff?done=invited");
    CHECK(says(administrator.get("/staff"), "Cy Orme"));
}

TEST_CASE("cover ends only once an administrator was shown whose it is, and presses again")
{
    Area area;
    const auto today = area.house.clock.today();
    db::with_retry(*area.database, "cover", [&](db::Transaction& transaction) {
        add_cover(transaction, area.council,
                  {area.officer.id, area.second.id, today, today + Days{3}}, area.second.id);
    });
    const std::string asked = "/staff/cover/end?absent=" + area.officer.id.text() +
                              "&covered_by=" + area.second.id.text() + "&first_day=" + iso(today);
    Browser browser(area.router);
    area.sign_in(browser, area.administrator);
    const auto list = browser.get("/staff/cover");
    CHECK(says(list, "End the cover"));
    CHECK_FALSE(says(list, "action=\"/staff/cover/end\""));
    const auto question = browser.get(asked);
    CHECK(question.status == 200);
    CHECK(says(question, "Bo Ray stands in for Kim Lee"));
    CHECK(says(question, "Keep the cover"));
    const auto covers = [&] {
        auto reading = area.database->read();
        return covers_of_agency(reading, area.council, today).size();
    };
    CHECK(covers() == 1);
    CHECK(place_of(browser.post("/staff/cover/end", {{"absent", area.officer.id.text()},
                                                     {"covered_by", area.second.id.text()},
                                                     {"first_day", iso(today)}})) ==
          "/staff/cover");
    CHECK(covers() == 0);
    CHECK(place_of(browser.get(asked)) == "/staff/cover");
    CHECK(browser.get("/staff/cover/end?absent=nobody").status == 404);
    Browser officer(area.router);
    area.house.clock.move_on(30s);
    area.sign_in(officer, area.officer);
    CHECK(officer.get(asked).status == 404);
}

TEST_CASE("an administrator gives a team another name, and removes it once nobody is in it")
{
    Area area;
    Browser browser(area.router);
    area.sign_in(browser, area.administrator);
    browser.get("/staff/teams");
    CHECK(place_of(browser.post("/staff/teams", {{"name", "Noth"}})) == "/staff/teams");
    const auto team = [&] {
        auto reading = area.database->read();
        return teams_of_agency(reading, area.council).at(0);
    }();
    const auto page = "/staff/teams/" + team.id.text();
    CHECK(says(browser.get("/staff/teams"), "href=\"" + page + "\""));
    CHECK(says(browser.get(page), "value=\"Noth\""));
    const auto empty = browser.post(page, {{"name", ""}, {"was", "Noth"}});
    CHECK(empty.status == 400);
    CHECK(says(empty, "There is a problem"));
    CHECK(place_of(browser.post(page, {{"name", "North"}, {"was", "Noth"}})) ==
          page + "?done=saved");
    const auto late = browser.post(page, {{"name", "South"}, {"was", "Noth"}});
    CHECK(late.status == 400);
    CHECK(says(late, "Somebody else gave the team another name"));
    CHECK(says(late, "value=\"South\""));
    CHECK(says(late, "name=\"was\" value=\"North\""));

    db::with_retry(*area.database, "put in team", [&](db::Transaction& transaction) {
        set_teams(transaction, area.officer, {team.id});
    });
    const auto asked = browser.get(page + "/remove");
    CHECK(says(asked, "It cannot be removed yet"));
    CHECK(says(asked, "href=\"/staff/" + area.officer.id.text() + "\""));
    CHECK_FALSE(says(asked, "action=\"" + page + "/remove\""));
    CHECK(browser.post(page + "/remove", {}).status == 409);
    db::with_retry(*area.database, "take out of team",
                   [&](db::Transaction& transaction) { set_teams(transaction, area.officer, {}); });
    CHECK(says(browser.get(page + "/remove"), "action=\"" + page + "/remove\""));
    CHECK(place_of(browser.post(page + "/remove", {})) == "/staff/teams?done=removed");
    CHECK(browser.get(page).status == 404);
    Browser officer(area.router);
    area.house.clock.move_on(30s);
    area.sign_in(officer, area.officer);
    CHECK(officer.get(page).status == 404);
}

TEST_CASE("a change of roles holds from the next request")
{
    Area area;
    Browser officer(area.router);
    area.sign_in(officer, area.administrator);
    CHECK(officer.get("/staff").status == 200);
    db::with_retry(*area.database, "take roles", [&](db::Transaction& transaction) {
        set_roles(transaction, area.administrator, {Role::inclusion_officer});
    });
    CHECK(officer.get("/staff/new").status == 404);
}

TEST_CASE("another agency's staff are answered as nobody's are")
{
    Area area;
    const auto school = area.house.add_agency(AgencyKind::school, "School");
    const auto head =
        area.house.add_user(school, "Eli Wren", "eli@example.org", {Role::headteacher});
    Browser browser(area.router);
    area.sign_in(browser, area.administrator);
    const auto theirs = browser.get("/staff/" + head.id.text());
    const auto nobodys = browser.get("/staff/" + std::string(32, 'a'));
    CHECK(theirs.status == 404);
    CHECK(theirs.content() == nobodys.content());
    browser.get("/staff");
    CHECK(browser.post("/staff/" + head.id.text() + "/end-sign-ins", {}).status == 404);
}

TEST_CASE("an empty store leads every staff page to its set-up, on the machine itself alone")
{
    tests::TestDatabase place{db::Engine::sqlite};
    const auto database = place.open();
    House house(*database);
    http::Router router;
    add_pages(router, house.pages);
    Browser elsewhere(router, "192.0.2.7"), here(router, "127.0.0.1");
    CHECK(place_of(here.get("/account")) == "/set-up");
    CHECK(place_of(here.get("/sign-in")) == "/set-up");
    CHECK(says(elsewhere.get("/set-up"), "Onroll is not set up yet"));
    CHECK_FALSE(says(elsewhere.get("/set-up"), "Set-up secret"));
    const auto secret = new_setup_secret(*database, house.clock).value();
    const http::Fields form{
        {"secret", secret},  {"kind", "advice_service"},   {"agency_name", "Tidemoor Advice"},
        {"name", "Ann Onn"}, {"email", "ann@example.org"}, {"password", std::string(a_password)}};
    CHECK(elsewhere.post("/set-up", form).status == 404);
    CHECK(place_of(here.post("/set-up", form)) == "/sign-in/set-up-codes");
    const auto page = here.get("/sign-in/set-up-codes");
    CHECK(says(page, "<svg"));
    CHECK(place_of(here.post("/set-up", form)) == "/sign-in");
    CHECK(place_of(elsewhere.get("/set-up")) == "/sign-in");
}

TEST_CASE("opening a link changes nothing, so that a mail scanner cannot use it up")
{
    Area area;
    Browser browser(area.router);
    browser.post("/sign-in/forgotten", {{"email", "kim@example.org"}});
    const auto post = area.house.post();
    REQUIRE(post.size() == 1);
    const auto at = post[0].body.find("/join/");
    const auto link = post[0].body.substr(at, 6 + 43);
    for (int i = 0; i < 3; ++i) CHECK(says(browser.get(link), "Choose a password"));
    CHECK(place_of(browser.post(link, {{"password", "seven almonds rust"}})) ==
          "/sign-in?chosen=yes");
    CHECK(browser.get(link).status == 404);
    CHECK(says(browser.get(link), "This link no longer works"));
}

TEST_CASE("the page after a request for a new password says the same for everybody")
{
    Area area;
    Browser browser(area.router);
    for (const auto* email : {"kim@example.org", "nobody@example.org"})
        CHECK(place_of(browser.post("/sign-in/forgotten", {{"email", email}})) ==
              "/sign-in/forgotten/sent");
    CHECK(area.house.post().size() == 1);
}

} // namespace pages_test
