// Somebody who looks after the server is let in by an agency, for some hours. trust.md W-08.
#include "council.h"

#include "access/store_support.h"
#include "access/support.h"

namespace support_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::Browser;
using tests::says;
using Area = tests::Council;

const http::Fields asked{{"name", "Sol Tern"},
                         {"email", "sol@support.example"},
                         {"hours", "4"},
                         {"reason", "Single sign-on does not lead back"}};

std::string newest_deed(Area& area)
{
    constexpr db::Sql newest{"newest entry", "SELECT act, role FROM audit_entry WHERE agency = ? "
                                             "ORDER BY sequence DESC LIMIT 1"};
    auto reading = area.database->read();
    auto rows = reading.query(newest, area.council.text());
    REQUIRE(rows.next());
    return rows.text("act") + " as " + rows.text("role");
}

/// The helper takes the invitation up: the password, and codes as the store has them by now.
User takes_up(Area& area)
{
    std::string token;
    for (const auto& letter : area.house.post())
        if (const auto at = letter.body.find("/join/"); at != std::string::npos)
            token = letter.body.substr(at + 6, 43);
    REQUIRE(choose_password(area.house.services, token, a_password, area.house.visit));
    return db::with_retry(*area.database, "set codes up", [&](db::Transaction& transaction) {
        const auto id = user_of_agency_with(transaction, area.council, "sol@support.example");
        save_code_seed(transaction, area.house.keys.seeds, {area.council, *id}, new_code_seed());
        confirm_code_seed(transaction, {area.council, *id}, area.house.clock.now());
        return find_user(transaction, area.council, *id).value();
    });
}

TEST_CASE("support sees staff and settings while its hours run, changes nothing, and is out after")
{
    Area area;
    Browser administrator(area.router), helper(area.router);
    area.sign_in(administrator, area.administrator);
    CHECK(says(administrator.get("/staff/support"), "nobody has yet"));
    CHECK(administrator.post("/staff/support", asked).status == 303);
    CHECK(newest_deed(area) == "support.change as ");
    CHECK(says(administrator.get("/staff/support"), "Sol Tern"));
    const auto sol = takes_up(area);
    area.sign_in(helper, sol);
    CHECK(says(helper.get("/staff"), "Kim Lee"));
    CHECK(newest_deed(area) == "staff.view as support");
    CHECK(helper.get("/staff/keys").status == 200);
    for (const auto* path : {"/staff/new", "/staff/teams", "/staff/cover", "/agencies"})
        CHECK(helper.get(path).status == 404);
    helper.get("/account");
    CHECK(helper.post("/staff/new", {{"name", "X"}}).status == 404);
    CHECK(helper.post("/staff/support", asked).status == 404);
    CHECK(helper.post("/staff/" + area.officer.id.text() + "/disable", {}).status == 404);

    for (int i = 0; i < 11; ++i) {
        area.house.clock.move_on(20min);
        CHECK(helper.get("/staff").status == 200);
    }
    area.house.clock.move_on(20min);
    const auto out = helper.get("/staff");
    CHECK(out.status == 403);
    CHECK(helper.get("/staff").status == 303);
    // Nor by signing in anew.
    area.sign_in(helper, sol);
    CHECK(helper.get("/account").status == 403);
    area.sign_in(administrator, area.administrator);
    CHECK(says(administrator.get("/staff/support"), "Ended on"));
}

TEST_CASE("support is taken back at once, and can be given again")
{
    Area area;
    Browser administrator(area.router), helper(area.router);
    area.sign_in(administrator, area.administrator);
    administrator.get("/staff/support");
    REQUIRE(administrator.post("/staff/support", asked).status == 303);
    const auto sol = takes_up(area);
    area.sign_in(helper, sol);
    CHECK(helper.get("/staff").status == 200);
    administrator.get("/staff/support");
    const auto end = "/staff/support/" + sol.id.text() + "/end";
    CHECK(administrator.post(end, {}).status == 303);
    CHECK(helper.get("/staff").status == 303);
    CHECK(administrator.post(end, {}).status == 404);
    CHECK(administrator.post("/staff/support", asked).status == 303);
    area.house.clock.move_on(30s);
    const auto again = takes_up(area);
    CHECK(again.id == sol.id);
    area.sign_in(helper, again);
    CHECK(helper.get("/staff").status == 200);
}

TEST_CASE("support is for whoever is no member of staff, for hours of the list, with a reason")
{
    Area area;
    Browser administrator(area.router), officer(area.router);
    area.sign_in(officer, area.officer);
    CHECK(officer.get("/staff/support").status == 404);
    area.sign_in(administrator, area.administrator);
    administrator.get("/staff/support");
    const auto with = [&](std::string name, std::string value) {
        auto form = asked;
        form.set(std::move(name), std::move(value));
        return administrator.post("/staff/support", form);
    };
    CHECK(says(with("name", ""), "Enter their name"));
    CHECK(says(with("email", "kim@example.org"), "They are one of your staff"));
    CHECK(says(with("hours", "400"), "Select for how long"));
    CHECK(says(with("hours", ""), "Select for how long"));
    CHECK(says(with("reason", "look"), "10 characters or more"));
    CHECK(with("name", "Sol Tern").status == 303);
    administrator.get("/staff/support");
    CHECK(says(with("name", "Sol Tern"), "They may look already"));
    // Nor do they become anything else.
    const auto sol = [&] {
        auto reading = area.database->read();
        return *user_of_agency_with(reading, area.council, "sol@support.example");
    }();
    administrator.get("/staff/" + sol.text());
    CHECK(says(administrator.post("/staff/" + sol.text(),
                                  {{"name", "Sol Tern"}, {"roles", "inclusion_officer"}}),
               "have no other role here"));
}

TEST_CASE("who looks after the machine has no way into an agency that did not let them")
{
    for (const auto& act : all_acts()) {
        CAPTURE(act.name);
        const bool own = act.concerns == Concerns::self || act.name == "agency.open";
        for (const auto kind : all_agency_kinds()) {
            const Actor who{.user = UserId::parse(std::string(32, '1')).value(),
                            .agency = AgencyId::parse(std::string(32, '2')).value(),
                            .agency_kind = kind,
                            .name = {},
                            .agency_name = {},
                            .roles = {Role::system_administrator},
                            .teams = {},
                            .covers_for = {},
                            .sign_in = {SignInId::parse(std::string(32, '3')).value()}};
            if (!own) CHECK_FALSE(may_ever(who, act.name));
        }
    }
}

} // namespace support_test
