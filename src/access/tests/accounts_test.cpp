// How accounts begin, change and end, on both databases.
#include "house.h"

#include "platform/crypto/new_id.h"

namespace accounts_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::House;

Actor actor_of(const User& user, AgencyKind kind = AgencyKind::council)
{
    return {user.id,
            user.agency,
            kind,
            user.name,
            "Tidemoor Council",
            user.roles,
            user.teams,
            {},
            {SignInId::parse(std::string(32, '0')).value()}};
}

/// The newest messages are all of one moment, so the one with the link is looked for.
std::string token_in(const std::vector<mail::Message>& messages)
{
    for (const auto& message : messages)
        if (const auto at = message.body.find("/join/"); at != std::string::npos)
            return message.body.substr(at + 6, 43);
    FAIL("no message holds a link");
    return {};
}

User again(House& house, const User& user)
{
    auto reading = house.database.read();
    return find_user(reading, user.agency, user.id).value();
}

const auto with_two_administrators = [](const auto& test) {
    tests::for_each_engine([&](db::Database& database) {
        House house(database);
        const auto agency = house.add_agency(AgencyKind::council, "Tidemoor Council");
        const auto ann = house.add_user(agency, "Ann", "ann@example.org", {Role::administrator});
        const auto bo = house.add_user(agency, "Bo", "bo@example.org", {Role::administrator});
        test(house, ann, bo);
    });
};

FirstAgency a_first_agency(std::string secret)
{
    return {std::move(secret),
            {AgencyKind::advice_service, "Tidemoor Advice"},
            "Ann Onn",
            "ann@example.org",
            std::string(a_password)};
}

TEST_CASE("an empty store is set up once, by whoever has the secret, within half an hour")
{
    tests::for_each_engine([](db::Database& database) {
        House house(database);
        const auto old = new_setup_secret(database, house.clock).value();
        const auto secret = new_setup_secret(database, house.clock).value();
        CHECK_FALSE(set_up(house.services, a_first_agency(old), house.visit));
        CHECK_FALSE(set_up(house.services, a_first_agency(""), house.visit));
        auto weak = a_first_agency(secret);
        weak.password = "tidemooradvice";
        CHECK(set_up(house.services, weak, house.visit).error().where == "password");
        house.clock.move_on(29min);
        const auto done = set_up(house.services, a_first_agency(secret), house.visit);
        REQUIRE(done);
        CHECK(done->stage == Stage::enrol);
        CHECK(set_up(house.services, a_first_agency(secret), house.visit).error().kind ==
              ErrorKind::not_allowed);
        CHECK_FALSE(new_setup_secret(database, house.clock));
    });
}

TEST_CASE("a secret that has ended sets nothing up")
{
    tests::for_each_engine([](db::Database& database) {
        House house(database);
        const auto secret = new_setup_secret(database, house.clock).value();
        house.clock.move_on(30min);
        CHECK(set_up(house.services, a_first_agency(secret), house.visit).error().where ==
              "secret");
        auto reading = database.read();
        CHECK(count_agencies(reading) == 0);
    });
}

TEST_CASE("an invited person chooses their own password by a link that works once, for three days")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        const auto id =
            invite(house.services, actor_of(ann),
                   {"Cy", "Cy@Example.org", {Role::inclusion_officer}, {}}, house.visit);
        REQUIRE(id);
        const auto post = house.post();
        REQUIRE(post.size() == 1);
        CHECK(post[0].to == "cy@example.org");
        CHECK(post[0].body.find("https://onroll.example/join/") != std::string::npos);
        const auto token = token_in(post);
        CHECK(whose_link(house.services, token)->id == *id);
        CHECK_FALSE(choose_password(house.services, token, "short", house.visit));
        CHECK(choose_password(house.services, token, a_password, house.visit));
        CHECK_FALSE(choose_password(house.services, token, a_password, house.visit));
        const auto first =
            sign_in_with_password(house.services, "cy@example.org", a_password, house.visit);
        REQUIRE(first);
        CHECK(first->stage == Stage::enrol);
        const auto late =
            invite(house.services, actor_of(ann),
                   {"Di", "di@example.org", {Role::inclusion_officer}, {}}, house.visit);
        const auto late_token = token_in(house.post());
        house.clock.move_on(72h);
        CHECK_FALSE(whose_link(house.services, late_token));
    });
}

TEST_CASE("roles are those of the agency, and an address is one person's of the agency")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        house.add_user(ann.agency, "Eli", "eli@example.org", {Role::inclusion_officer});
        const auto asked = [&](std::string email, std::vector<Role> roles) {
            return invite(house.services, actor_of(ann), {"Eli", std::move(email), roles, {}},
                          house.visit);
        };
        CHECK(asked("eli@example.org", {Role::inclusion_officer}).error().where == "email");
        CHECK(asked("new@example.org", {Role::adviser}).error().where == "roles");
        CHECK(asked("new@example.org", {Role::system_administrator}).error().where == "roles");
        CHECK(asked("new@example.org", {}).error().where == "roles");
        CHECK(asked("new", {Role::inclusion_officer}).error().where == "email");
    });
}

TEST_CASE("an invitation says the same whether or not the address signs in to another organisation")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        const auto other = house.add_agency(AgencyKind::advice_service, "Advice");
        const auto eli = house.add_user(other, "Eli", "eli@example.org", {Role::adviser});
        house.post();
        const auto asked = [&](std::string email) {
            const auto id =
                invite(house.services, actor_of(ann),
                       {"Eli", std::move(email), {Role::inclusion_officer}, {}}, house.visit);
            REQUIRE(id.has_value());
            auto reading = house.database.read();
            return find_user(reading, ann.agency, *id).value();
        };
        const auto known = asked("eli@example.org");
        const auto letter = house.post();
        const auto unknown = asked("new@example.org");
        const auto other_letter = house.post();
        CHECK(known.state == unknown.state);
        CHECK(known.roles == unknown.roles);
        REQUIRE(letter.size() == 1);
        REQUIRE(other_letter.size() == 1);
        CHECK(letter[0].subject == other_letter[0].subject);

        // Only whoever reads that mail is told, and the account of before goes on.
        const auto token = token_in(letter);
        const auto chosen =
            choose_password(house.services, token, "seven almonds rust", house.visit);
        CHECK(chosen.error().kind == ErrorKind::conflict);
        CHECK(again(house, known).state == UserState::invited);
        const auto first =
            sign_in_with_password(house.services, "eli@example.org", a_password, house.visit);
        REQUIRE(first);
        auto reading = house.database.read();
        CHECK(find_sign_in(reading, first->token)->owner.user == eli.id);
    });
}

TEST_CASE("a name is on one line, without characters that are not seen")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        const auto named = [&](const std::string& name) {
            return open_team(house.services, actor_of(ann), name, house.visit);
        };
        for (const std::string bad :
             {"Tide\nmoor", "Tide\tmoor", "Tide\x01moor", "Tide\x7fmoor", "Tide\xc2\x85moor",
              "Tide\xe2\x80\xa8moor", "Tide\xe2\x80\xaemoor", "Tide\xe2\x81\xa6moor",
              "Tide\xe2\x80\x8emoor", "Tide\xe2\x80\x8fmoor", "Tide\xe2\x80\x8bmoor",
              "Tide\xd8\x9cmoor", "Tide\xef\xbb\xbfmoor"}) {
            CAPTURE(bad);
            const auto refused = named(bad);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == ErrorKind::bad_input);
            CHECK(refused.error().message.find("on one line") != std::string::npos);
        }
        for (const std::string good : {"Tîdemoor", "Cyngor Sir Gâr", "Tide–moor’s team",
                                       "\xc2\xa0Team", "Tide\xe2\x80\x8cmoor", "  Team\n"}) {
            CAPTURE(good);
            CHECK(named(good).has_value());
        }
    });
}

/// What the audit says of teams, newest last: "kind record".
std::vector<std::string> deeds_on_teams(House& house, const AgencyId& agency)
{
    constexpr db::Sql deeds{"deeds on teams", "SELECT kind, record FROM audit_entry WHERE agency = "
                                              "? AND record_kind = 'team' ORDER BY sequence"};
    std::vector<std::string> found;
    auto reading = house.database.read();
    auto rows = reading.query(deeds, agency.text());
    while (rows.next()) found.push_back(rows.text("kind") + " " + rows.text("record"));
    return found;
}

TEST_CASE("a team gets another name, which no other team of the agency has, and only once from a "
          "form that shows the name of before")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto by = actor_of(ann);
        const auto north = open_team(house.services, by, "North", house.visit).value();
        const auto south = open_team(house.services, by, "South", house.visit).value();
        const auto renamed = [&](const Team& was, const std::string& name) {
            return rename_team(house.services, by, was, name, house.visit);
        };
        CHECK(renamed({north, "North"}, "  ").error().where == "name");
        const auto taken = renamed({north, "North"}, "South");
        REQUIRE_FALSE(taken);
        CHECK(taken.error().kind == ErrorKind::conflict);
        CHECK(taken.error().where == "name");
        CHECK(renamed({north, "North"}, " North and east ").has_value());
        CHECK(renamed({south, "South"}, "South").has_value());
        const auto late =
            rename_team(house.services, actor_of(bo), {north, "North"}, "Coast", house.visit);
        REQUIRE_FALSE(late);
        CHECK(late.error().kind == ErrorKind::conflict);
        const auto nobodys = TeamId::parse(std::string(32, 'f')).value();
        CHECK(renamed({nobodys, "North"}, "Coast").error().kind == ErrorKind::not_found);

        const auto school = house.add_agency(AgencyKind::school, "School");
        const auto head = house.add_user(school, "Hari", "hari@example.org", {Role::administrator});
        CHECK(rename_team(house.services, actor_of(head, AgencyKind::school), {south, "South"},
                          "Coast", house.visit)
                  .error()
                  .kind == ErrorKind::not_found);
        {
            auto reading = house.database.read();
            CHECK(teams_of_agency(reading, ann.agency) ==
                  std::vector<Team>{{north, "North and east"}, {south, "South"}});
        }
        CHECK(deeds_on_teams(house, ann.agency) ==
              std::vector<std::string>{"recorded " + north.text(), "recorded " + south.text(),
                                       "changed " + north.text()});
    });
}

TEST_CASE("a team is removed once nobody is in it, disabled accounts too, and no record is on its "
          "caseload")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto by = actor_of(ann);
        const auto team = open_team(house.services, by, "North", house.visit).value();
        const auto kept = open_team(house.services, by, "South", house.visit).value();
        const auto put = [&](std::vector<TeamId> teams) {
            db::with_retry(house.database, "put in teams", [&](db::Transaction& transaction) {
                set_teams(transaction, bo, teams);
            });
        };
        const auto removed = [&] { return remove_team(house.services, by, team, house.visit); };
        put({team, kept});
        REQUIRE(disable_user(house.services, by, bo.id, house.visit));
        REQUIRE_FALSE(removed());
        CHECK(removed().error().kind == ErrorKind::conflict);
        const auto holds = held_by_team(house.services, by, team);
        REQUIRE(holds.people.size() == 1);
        CHECK(holds.people[0].id == bo.id);
        put({kept});
        CHECK(held_by_team(house.services, by, team).nothing());
        house.services.records_of_team = [&](const Actor&, const TeamId& asked) {
            return std::int64_t{asked == team ? 1 : 0};
        };
        CHECK(held_by_team(house.services, by, team).records == 1);
        REQUIRE_FALSE(removed());
        CHECK(removed().error().kind == ErrorKind::conflict);
        house.services.records_of_team = [](const Actor&, const TeamId&) {
            return std::int64_t{0};
        };

        const auto school = house.add_agency(AgencyKind::school, "School");
        const auto head = house.add_user(school, "Hari", "hari@example.org", {Role::administrator});
        CHECK(remove_team(house.services, actor_of(head, AgencyKind::school), team, house.visit)
                  .error()
                  .kind == ErrorKind::not_found);
        CHECK(removed().has_value());
        CHECK(removed().error().kind == ErrorKind::not_found);
        {
            auto reading = house.database.read();
            CHECK(teams_of_agency(reading, ann.agency) == std::vector<Team>{{kept, "South"}});
        }
        CHECK(deeds_on_teams(house, ann.agency) ==
              std::vector<std::string>{"recorded " + team.text(), "recorded " + kept.text(),
                                       "removed " + team.text()});
        // A team of the name of before is another one.
        CHECK(open_team(house.services, by, "North", house.visit).value() != team);
    });
}

TEST_CASE("of two organisations that invite one address the first that is answered has it")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        const auto other = house.add_agency(AgencyKind::school, "School");
        const auto head = house.add_user(other, "Hari", "hari@example.org",
                                         {Role::administrator, Role::headteacher});
        const Invitation here{"Eli", "eli@example.org", {Role::inclusion_officer}, {}};
        const Invitation there{"Eli", "eli@example.org", {Role::senco}, {}};
        const auto earlier = invite(house.services, actor_of(ann), here, house.visit);
        const auto earlier_token = token_in(house.post());
        const auto later =
            invite(house.services, actor_of(head, AgencyKind::school), there, house.visit);
        const auto later_token = token_in(house.post());
        REQUIRE(earlier.has_value());
        REQUIRE(later.has_value());
        CHECK(choose_password(house.services, later_token, a_password, house.visit));
        CHECK_FALSE(choose_password(house.services, earlier_token, a_password, house.visit));
        // The link is not used up by that: it works when the other account is gone.
        CHECK(
            disable_user(house.services, actor_of(head, AgencyKind::school), *later, house.visit));
        CHECK(choose_password(house.services, earlier_token, a_password, house.visit));
        auto reading = house.database.read();
        CHECK(find_user_by_email(reading, "eli@example.org")->id == *earlier);
    });
}

TEST_CASE("a third administrator needs a second one's word, and nobody agrees to their own request")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto cy =
            house.add_user(ann.agency, "Cy", "cy@example.org", {Role::inclusion_officer});
        const Invitation more{"Cy", {}, {Role::inclusion_officer, Role::administrator}, {}};
        CHECK(change_user(house.services, actor_of(ann), cy.id, more, house.visit));
        CHECK_FALSE(again(house, cy).has(Role::administrator));
        const auto kind = RequestKind::make_administrator;
        CHECK_FALSE(agree_to(house.services, actor_of(ann), cy.id, kind, house.visit));
        CHECK_FALSE(agree_to(house.services, actor_of(cy), cy.id, kind, house.visit));
        CHECK(agree_to(house.services, actor_of(bo), cy.id, kind, house.visit));
        CHECK(again(house, cy).has(Role::administrator));
        CHECK_FALSE(agree_to(house.services, actor_of(bo), cy.id, kind, house.visit));
    });
}

TEST_CASE("while there is one administrator, that one appoints the second")
{
    tests::for_each_engine([](db::Database& database) {
        House house(database);
        const auto agency = house.add_agency(AgencyKind::school, "School");
        const auto ann = house.add_user(agency, "Ann", "ann@example.org", {Role::administrator});
        const auto by = actor_of(ann, AgencyKind::school);
        const auto id = invite(house.services, by,
                               {"Bo", "bo@example.org", {Role::administrator}, {}}, house.visit);
        REQUIRE(id);
        auto reading = database.read();
        CHECK(find_user(reading, agency, *id)->has(Role::administrator));
    });
}

TEST_CASE("the last administrator stays one, and nobody disables themselves")
{
    tests::for_each_engine([](db::Database& database) {
        House house(database);
        const auto agency = house.add_agency(AgencyKind::school, "School");
        const auto ann = house.add_user(agency, "Ann", "ann@example.org", {Role::administrator});
        const auto by = actor_of(ann, AgencyKind::school);
        CHECK(change_user(house.services, by, ann.id, {"Ann", {}, {Role::headteacher}, {}},
                          house.visit)
                  .error()
                  .where == "roles");
        CHECK_FALSE(disable_user(house.services, by, ann.id, house.visit));
    });
}

TEST_CASE("a disabled account is out at once: sign-ins, password, codes and links")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto step =
            sign_in_with_password(house.services, "bo@example.org", a_password, house.visit);
        REQUIRE(step);
        ask_for_new_password(house.services, "bo@example.org", house.visit);
        const auto token = token_in(house.post());
        CHECK(disable_user(house.services, actor_of(ann), bo.id, house.visit));
        auto reading = house.database.read();
        CHECK_FALSE(find_sign_in(reading, step->token));
        CHECK_FALSE(whose_link(house.services, token));
        CHECK_FALSE(
            sign_in_with_password(house.services, "bo@example.org", a_password, house.visit));
        CHECK_FALSE(find_code_seed(reading, house.keys.seeds, {bo.agency, bo.id}));
    });
}

TEST_CASE("one agency's administrator has no hold on another agency's user")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        const auto other = house.add_agency(AgencyKind::advice_service, "Advice");
        const auto eli = house.add_user(other, "Eli", "eli@example.org", {Role::adviser});
        const auto by = actor_of(ann);
        for (const auto act : {disable_user, enable_user, end_sign_ins_of, invite_again})
            CHECK(act(house.services, by, eli.id, house.visit).error().kind ==
                  ErrorKind::not_found);
        CHECK(replace_factor(house.services, by, eli.id, house.visit).error().kind ==
              ErrorKind::not_found);
        CHECK(change_user(house.services, by, eli.id, {"X", {}, {Role::inclusion_officer}, {}},
                          house.visit)
                  .error()
                  .kind == ErrorKind::not_found);
        CHECK(again(house, eli).name == "Eli");
    });
}

TEST_CASE("a forgotten password: one link, twenty minutes, other sign-ins end, codes still needed")
{
    with_two_administrators([](House& house, const User&, const User& bo) {
        const auto before =
            sign_in_with_password(house.services, "bo@example.org", a_password, house.visit);
        ask_for_new_password(house.services, "bo@example.org", house.visit);
        const auto first = token_in(house.post());
        ask_for_new_password(house.services, "bo@example.org", house.visit);
        const auto second = token_in(house.post());
        CHECK_FALSE(whose_link(house.services, first));
        CHECK(choose_password(house.services, second, "seven almonds rust", house.visit));
        const auto told = house.post();
        REQUIRE(told.size() == 1);
        CHECK(told[0].subject == "Your password was changed");
        auto reading = house.database.read();
        CHECK_FALSE(find_sign_in(reading, before->token));
        const auto after = sign_in_with_password(house.services, "bo@example.org",
                                                 "seven almonds rust", house.visit);
        REQUIRE(after);
        CHECK(after->stage == Stage::password);
        ask_for_new_password(house.services, "bo@example.org", house.visit);
        const auto late = token_in(house.post());
        house.clock.move_on(20min);
        CHECK_FALSE(whose_link(house.services, late));
        ask_for_new_password(house.services, "nobody@example.org", house.visit);
        CHECK(house.post().empty());
        CHECK(again(house, bo).state == UserState::active);
    });
}

TEST_CASE("a lost factor: an administrator starts it, the person chooses; for administrators two")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto cy =
            house.add_user(ann.agency, "Cy", "cy@example.org", {Role::inclusion_officer});
        CHECK(*replace_factor(house.services, actor_of(ann), cy.id, house.visit));
        CHECK(again(house, cy).state == UserState::invited);
        CHECK_FALSE(again(house, cy).password_hash);
        CHECK(house.post().back().to == "cy@example.org");
        CHECK_FALSE(*replace_factor(house.services, actor_of(ann), bo.id, house.visit));
        CHECK(again(house, bo).state == UserState::active);
        const auto dee =
            house.add_user(ann.agency, "Dee", "dee@example.org", {Role::administrator});
        CHECK(agree_to(house.services, actor_of(dee), bo.id, RequestKind::replace_factor,
                       house.visit));
        CHECK(again(house, bo).state == UserState::invited);
        CHECK_FALSE(replace_factor(house.services, actor_of(ann), ann.id, house.visit));
    });
}

TEST_CASE("cover runs from its first to its last day, and ends when it is ended")
{
    with_two_administrators([](House& house, const User& ann, const User& bo) {
        const auto today = house.clock.today();
        const Cover cover{ann.id, bo.id, today, today + std::chrono::days(1)};
        CHECK(arrange_cover(house.services, actor_of(ann), cover, house.visit));
        auto covered = [&] {
            auto reading = house.database.read();
            return covered_by(reading, bo.agency, bo.id, house.clock.today()).size();
        };
        CHECK(covered() == 1);
        {
            auto reading = house.database.read();
            const auto user = find_user(reading, bo.agency, bo.id);
            const auto before = reading.query_count();
            const auto rights = rights_of(reading, bo.agency, bo.id, today);
            CHECK(reading.query_count() - before == 1);
            CHECK(rights.roles == user->roles);
            CHECK_FALSE(rights.roles.empty());
            CHECK(rights.teams == user->teams);
            CHECK(rights.covers_for == std::vector{ann.id});
            CHECK(rights_of(reading, bo.agency, bo.id, today + std::chrono::days(2))
                      .covers_for.empty());
            CHECK(rights_of(reading, crypto::new_id<AgencyId>(), bo.id, today).roles.empty());
        }
        house.clock.move_on(24h);
        CHECK(covered() == 1);
        house.clock.move_on(24h);
        CHECK(covered() == 0);
        CHECK_FALSE(arrange_cover(house.services, actor_of(ann), cover, house.visit));
        CHECK_FALSE(arrange_cover(house.services, actor_of(ann),
                                  {ann.id, ann.id, today, today + std::chrono::days(9)},
                                  house.visit));
    });
}

TEST_CASE("no message to staff holds a name")
{
    with_two_administrators([](House& house, const User& ann, const User&) {
        REQUIRE(invite(house.services, actor_of(ann),
                       {"Zebedee Quill", "zq@example.org", {Role::inclusion_officer}, {}},
                       house.visit));
        ask_for_new_password(house.services, "ann@example.org", house.visit);
        for (const auto& message : house.post())
            for (const auto* name : {"Zebedee", "Quill", "Ann", "Tidemoor", "Council"})
                CHECK((message.subject + message.body).find(name) == std::string::npos);
    });
}

} // namespace accounts_test
