#include "access/guard.h"
#include "access/pages_audit.h"
#include "access/pages_break_glass.h"
#include "access/pages_purpose.h"
#include "access/rules_break_glass.h"
#include "access/store.h"
#include "access/store_break_glass.h"
#include "access/store_users.h"

#include "audit/store.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guarded_pages_test {

using namespace onroll;
using namespace onroll::access;

const std::string maya(32, 'c'), withheld(32, 'd'), nobody(32, 'e'), elsewhere(32, 'f');

/// A council with two officers, two managers and a data protection officer, the policy in front of
/// one page of a record, and somebody signed in by the test.
struct Office {
    db::Database& database;
    FixedClock clock{date(2026, 11, 25)};
    crypto::Key key = crypto::Key::create();
    design::Site site{};
    Services services{};
    audit::Recorder recorder{database, clock};
    AgencyId council;
    std::map<std::string, UserId> staff;
    std::map<std::string, Standing> records{
        {maya, {.relation = Relation::same_agency}},
        {withheld, {.relation = Relation::same_agency, .withheld = true}}};
    std::shared_ptr<const Actor> signed_in;
    bool asks_proof = false;
    std::unique_ptr<Guard> guard;
    GuardedServices guarded{};
    http::Router router;
    int changes = 0;

    explicit Office(db::Database& the_database)
        : database(the_database), council(made_council(the_database, clock))
    {
        add_staff("Amina Shah", Role::inclusion_officer);
        add_staff("Bryn Hale", Role::inclusion_officer);
        add_staff("Cora Finch", Role::administrator);
        add_staff("Dev Rao", Role::area_leader);
        add_staff("Ewa Nowak", Role::data_protection_officer);
        services.database = &database;
        services.clock = &clock;
        services.site = &site;
        make_routes();
        sign_in("Amina Shah", Role::inclusion_officer);
    }

    static AgencyId made_council(db::Database& database, const Clock& clock)
    {
        REQUIRE(prepare(database, clock).has_value());
        REQUIRE(audit::prepare(database, clock).has_value());
        REQUIRE(forms::prepare(database, clock).has_value());
        auto transaction = database.begin("add agency");
        const auto id =
            add_agency(transaction, {AgencyKind::council, "Tidemoor Council"}, clock.now());
        transaction.commit();
        return id;
    }
    void add_staff(const std::string& name, Role role)
    {
        auto transaction = database.begin("add user");
        const auto email = "u" + std::to_string(staff.size()) + "@tidemoor.example";
        const auto id = add_user(transaction, council, name, email, {role}, clock.now());
        REQUIRE(id.has_value());
        const auto user = find_user(transaction, council, *id);
        REQUIRE(user.has_value());
        set_state(transaction, *user, UserState::active, clock.now());
        transaction.commit();
        staff.emplace(name, *id);
    }
    void sign_in(const std::string& name, Role role, bool fresh = true)
    {
        const auto session = crypto::new_id<SignInId>();
        signed_in = std::make_shared<const Actor>(
            Actor{.user = staff.at(name),
                  .agency = council,
                  .agency_kind = AgencyKind::council,
                  .name = name,
                  .agency_name = "Tidemoor Council",
                  .roles = {role},
                  .teams = {},
                  .covers_for = {},
                  .sign_in = {.id = session, .fresh = fresh, .form_token = "token"}});
    }
    void make_routes()
    {
        GuardSettings settings;
        settings.ask_sign_in = [this](const http::Request& request) {
            if (!signed_in) return std::optional(http::redirect("/sign-in"));
            request.attach(signed_in);
            request.attach(
                std::make_shared<const SignIn>(SignIn{.id = signed_in->sign_in.id,
                                                      .owner = {signed_in->agency, signed_in->user},
                                                      .stage = Stage::full}));
            return std::optional<http::Response>();
        };
        settings.ask_proof = [](const http::Request&, std::string_view) {
            return std::optional(http::redirect("/prove"));
        };
        settings.place = [this](const Actor&) { return AuditPlace{&database, &recorder}; };
        settings.database = &database;
        settings.clock = &clock;
        settings.keep_draft =
            draft_keeper([this](const AgencyId&) -> db::Database& { return database; }, key, clock);
        guard = std::make_unique<Guard>(std::move(settings));
        guarded.services = &services;
        guarded.guard = guard.get();
        guarded.drafts = &key;
        guarded.kinds["person"] = {
            .name = "Child",
            .find =
                [this](const Actor&, std::string_view record) {
                    const auto found = records.find(std::string(record));
                    return found == records.end() ? std::nullopt : std::optional(found->second);
                },
            .href = [](std::string_view record) { return "/people/" + std::string(record); }};
        router.get("/people/{person}", guard->policy("people.view"),
                   [this](const http::Request& request) { return show(request, "people.view"); });
        router.post("/people/{person}", guard->policy("people.change"),
                    [this](const http::Request& request) { return change(request); });
        add_audit_pages(router, guarded);
        add_purpose_pages(router, guarded);
        add_break_glass_pages(router, guarded);
    }
    http::Response show(const http::Request& request, std::string_view act)
    {
        const std::string id(request.path("person"));
        const auto found = records.find(id);
        if (found == records.end()) return guard->missing(request, act, "person", id);
        if (auto instead = guard->enter(
                request, act, {.kind = "person", .record = id, .standing = found->second}))
            return *instead;
        return http::html("the record");
    }
    http::Response change(const http::Request& request)
    {
        const std::string id(request.path("person"));
        const Subject subject{
            .kind = "person", .record = id, .standing = records.at(id), .fields = {"known_as"}};
        if (auto instead = guard->enter(request, "people.change", subject)) return *instead;
        auto transaction = database.begin("change");
        note(transaction, request, "people.change", subject, clock.now());
        transaction.commit();
        ++changes;
        return http::redirect(request.path());
    }

    http::Response get(const std::string& target) const
    {
        return http::handle(router, http::Request::get(target));
    }
    http::Response post(const std::string& target, http::Fields form) const
    {
        form.add("form_key", crypto::random_token());
        return http::handle(router, http::Request::post(target, form));
    }
    std::vector<audit::Entry> entries() const
    {
        auto reader = database.read();
        return audit::entries_between(reader, council.text(), Instant{},
                                      Instant{} + std::chrono::hours(24 * 365 * 100), 1000);
    }
    void name_the_told() const
    {
        auto transaction = database.begin("name");
        REQUIRE(set_alerted(transaction, council, {staff.at("Cora Finch"), staff.at("Dev Rao")})
                    .has_value());
        transaction.commit();
    }
};

std::string location(const http::Response& response)
{
    return std::string(response.headers["Location"]);
}
bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

TEST_CASE(
    "a record outside the caseload opens only after a purpose, which is noted, and only in this "
    "sign-in")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto asked = office.get("/people/" + maya);
        REQUIRE(asked.status == 303);
        CHECK(location(asked) ==
              "/purpose?kind=person&record=" + maya + "&next=%2Fpeople%2F" + maya);
        CHECK(office.entries().empty());
        CHECK(says(office.get(location(asked)), "Why are you opening this record?"));

        CHECK(office
                  .post("/purpose",
                        {{"kind", "person"}, {"record", maya}, {"next", "/people/" + maya}})
                  .status == 400);
        const auto given = office.post("/purpose", {{"kind", "person"},
                                                    {"record", maya},
                                                    {"next", "/people/" + maya},
                                                    {"purpose", "statutory_duty"}});
        CHECK(location(given) == "/people/" + maya);
        CHECK(office.get("/people/" + maya).status == 200);
        const auto entries = office.entries();
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].deed.act == "purpose.give");
        CHECK(entries[1].deed.act == "people.view");
        CHECK(entries[1].deed.purpose == "statutory_duty");
        CHECK(entries[1].deed.relation == "same_agency");
        CHECK(entries[1].deed.role == "inclusion_officer");

        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK(office.get("/people/" + maya).status == 303);
    });
}

TEST_CASE("a purpose leads back to a page of ours only")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        for (const auto* next : {"https://else.example", "//else.example", "javascript:alert(1)"})
            CHECK(location(office.post("/purpose", {{"kind", "person"},
                                                    {"record", maya},
                                                    {"next", next},
                                                    {"purpose", "complaint"}})) == "/");
    });
}

TEST_CASE(
    "no such record, a record of others and a role that opens none are answered and noted alike")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[elsewhere] = {.relation = Relation::other_agency};
        const auto none = office.get("/people/" + nobody);
        const auto others = office.get("/people/" + elsewhere);
        CHECK(none.status == 404);
        CHECK(others.status == none.status);
        CHECK(others.body == none.body);
        auto entries = office.entries();
        REQUIRE(entries.size() == 2);
        entries[0].deed.record = entries[1].deed.record;
        entries[0].deed.request = entries[1].deed.request;
        CHECK(entries[0].deed == entries[1].deed);
        CHECK(entries[0].deed.kind == audit::Kind::denied);
        CHECK(entries[0].deed.relation.empty());

        office.sign_in("Dev Rao", Role::area_leader);
        const auto leader = office.get("/people/" + maya);
        CHECK(leader.status == 404);
        CHECK(leader.body == none.body);
        CHECK(office.entries().size() == 3);
    });
}

TEST_CASE("nobody signed in is asked to sign in, and nothing is noted")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.signed_in = nullptr;
        for (const auto* path : {"/audit", "/alerts", "/drafts", "/break-glass", "/purpose"})
            CHECK(location(office.get(path)) == "/sign-in");
        CHECK(office.entries().empty());
    });
}

TEST_CASE("a change is noted with the names of its fields, and needs the same purpose")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        CHECK(office.post("/people/" + maya, {{"known_as", "May"}}).status == 303);
        const auto entries = office.entries();
        REQUIRE(entries.size() == 1);
        CHECK(entries[0].deed.fields == std::vector<std::string>{"known_as"});
        CHECK(entries[0].deed.relation == "own_caseload");
        CHECK(entries[0].deed.purpose.empty());
    });
}

TEST_CASE("what was typed is kept when a purpose is asked at the moment of saving")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto page = "/people/" + maya;
        const auto asked =
            office.post(page, {{"known_as", "May"}, {"form_page", page + "/change"}});
        CHECK(location(asked).starts_with("/purpose?"));
        CHECK(office.changes == 0);
        CHECK(says(office.get("/drafts"), page + "/change"));
        auto reader = database.read();
        const auto draft = forms::draft_of(
            reader, office.key, {office.council.text(), office.staff.at("Amina Shah").text()},
            page + "/change");
        REQUIRE(draft.has_value());
        CHECK(draft->fields["known_as"] == "May");
    });
}

TEST_CASE(
    "who has seen a record shows names to the officer, roles to the family, and is itself noted")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        CHECK(office.get("/people/" + maya).status == 200);
        const auto own = office.get("/audit/records/person/" + maya);
        CHECK(says(own, "Amina Shah"));
        CHECK(says(own, "Looked at the record"));
        CHECK(says(own, "Works with the child"));

        office.records[maya].relation = Relation::same_agency;
        office.sign_in("Bryn Hale", Role::inclusion_officer);
        CHECK(office.get("/audit/records/person/" + maya).status == 404);

        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto page = office.get("/audit/records/person/" + maya);
        CHECK(page.status == 200);
        CHECK(says(page, "Refused"));
        const auto family = office.get("/audit/records/person/" + maya + "?for=family");
        CHECK_FALSE(says(family, "Amina Shah"));
        CHECK(says(family, "Inclusion officer, Tidemoor Council"));
        CHECK_FALSE(says(family, "Refused"));
        CHECK(office.entries().back().deed.act == "audit.record");
        // A record that was deleted, or never was, has its entries still.
        CHECK(office.get("/audit/records/person/" + nobody).status == 200);
    });
}

TEST_CASE("who has seen a record goes on page by page")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.records[maya].relation = Relation::own_caseload;
        for (int i = 0; i < 60; ++i) office.get("/people/" + maya);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto first = office.get("/audit/records/person/" + maya);
        CHECK(says(first, "?before=12"));
        CHECK_FALSE(
            says(office.get("/audit/records/person/" + maya + "?before=12"), "Older entries"));
    });
}

TEST_CASE("the check of the chain says that it is whole, or which entry is not")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.get("/people/" + nobody);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get("/audit/check"), "Every entry is as it was written"));
        {
            auto transaction = database.begin("tamper");
            transaction.run_script(
                database.engine() == db::Engine::sqlite
                    ? db::Sql{"tamper", "DROP TRIGGER audit_entry_is_not_changed; "
                                        "UPDATE audit_entry SET actor = 'x' WHERE sequence = 1"}
                    : db::Sql{"tamper", "ALTER TABLE audit_entry DISABLE TRIGGER USER; "
                                        "UPDATE audit_entry SET actor = 'x' WHERE sequence = 1"});
            transaction.commit();
        }
        CHECK(says(office.get("/audit/check"), "Entry 1 is not as it was written"));
    });
}

TEST_CASE("unusual use names who and what, and asks about likeness by the name of the colleague")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.guarded.kinds["person"].alike = [&](const AgencyId& agency, std::string_view name,
                                                   std::string_view record) {
            return agency == office.council && name == "Amina Shah" && record == maya;
        };
        office.post(
            "/purpose",
            {{"kind", "person"}, {"record", maya}, {"next", "/"}, {"purpose", "duty_desk"}});
        office.get("/people/" + maya);
        for (char c = '0'; c <= '9'; ++c) office.get("/people/" + std::string(32, c));
        office.clock.move_on(std::chrono::minutes(1));
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto page = office.get("/audit/unusual");
        CHECK(says(page, "Opened a record with their own surname"));
        CHECK(says(page, "/audit/records/person/" + maya));
        CHECK(says(page, "Tried to open 10 records that they may not see"));
        CHECK(says(office.get("/audit"), "/audit/unusual"));
        CHECK(says(page, "so nothing earlier is shown"));
        office.clock.move_on(std::chrono::hours(24 * 8));
        CHECK(says(office.get("/audit/unusual"), "Nothing stood out"));
    });
}

TEST_CASE("unusual use of a week gone by is found by going back, as far as entries are kept")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        for (char c = '0'; c <= '9'; ++c) office.get("/people/" + std::string(32, c));
        office.clock.move_on(std::chrono::hours(24 * 16)); // 11 December
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto stood_out = "Tried to open 10 records that they may not see";
        const auto now = office.get("/audit/unusual");
        CHECK(says(now, "5 to 11 December 2026"));
        CHECK_FALSE(says(now, stood_out));
        CHECK(says(now, "href=\"/audit/unusual?until=2026-12-04\""));
        CHECK_FALSE(says(now, "Week after"));
        const auto before = office.get("/audit/unusual?until=2026-12-04");
        CHECK(says(before, "28 November to 4 December 2026"));
        CHECK_FALSE(says(before, stood_out));
        CHECK(says(before, "href=\"/audit/unusual?until=2026-11-27\""));
        CHECK(says(before, "href=\"/audit/unusual\" rel=\"next\""));
        const auto oldest = office.get("/audit/unusual?until=2026-11-27");
        CHECK(says(oldest, stood_out));
        CHECK(says(oldest, "href=\"/audit/unusual?until=2026-12-04\""));
        CHECK_FALSE(says(oldest, "Week before"));
        CHECK(says(oldest, "so nothing earlier is shown"));
        // Neither the time before the first entry nor the future has a page of its own.
        CHECK(says(office.get("/audit/unusual?until=2020-01-01"), "19 to 25 November 2026"));
        for (const auto* other : {"2027-01-01", "soon", ""})
            CHECK(says(office.get("/audit/unusual?until=" + std::string(other)),
                       "5 to 11 December 2026"));

        // What was emptied is no longer offered.
        {
            auto transaction = database.begin("empty old entries");
            const audit::Deed deed{.agency = office.council.text(),
                                   .actor = office.staff.at("Ewa Nowak").text(),
                                   .act = "audit.erase"};
            REQUIRE(audit::erase_before(transaction, office.clock.now() - std::chrono::hours(24),
                                        deed, office.clock.now()) > 0);
            transaction.commit();
        }
        const auto after = office.get("/audit/unusual");
        CHECK(says(after, "5 to 11 December 2026"));
        CHECK_FALSE(says(after, "Week before"));
        CHECK(says(after, "so nothing earlier is shown"));
    });
}

TEST_CASE(
    "a withheld record opens in an emergency for an hour, two people are told, and it is reviewed")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto page = "/people/" + withheld;
        const auto asked = office.get(page);
        REQUIRE(location(asked).starts_with("/break-glass/open?"));
        CHECK(office.get(location(asked)).status == 200);
        const http::Fields form{{"kind", "person"},
                                {"record", withheld},
                                {"next", page},
                                {"reason", "A sibling may be hurt tonight, police are waiting"}};

        // Nobody is named to be told yet.
        CHECK(says(office.post("/break-glass/open", form), "Nobody is named to be told yet"));
        office.name_the_told();
        auto short_reason = form;
        short_reason.set("reason", "urgent");
        CHECK(says(office.post("/break-glass/open", short_reason), "at least 20 characters"));
        CHECK(office.get(page).status == 303);

        CHECK(location(office.post("/break-glass/open", form)) == page);
        CHECK(office.get(page).status == 200);
        CHECK(office.entries().back().deed.purpose == "break_glass");
        // Reading alone, this record alone, this person alone, this hour alone.
        CHECK(office.post(page, {{"known_as", "x"}}).status == 404);
        office.records[maya].withheld = true;
        CHECK(office.get("/people/" + maya).status == 303);
        office.sign_in("Bryn Hale", Role::inclusion_officer);
        CHECK(office.get(page).status == 303);

        for (const auto* name : {"Cora Finch", "Dev Rao"}) {
            office.sign_in(name, Role::area_leader);
            CHECK(says(office.get("/alerts"), "Amina Shah opened a record in an emergency"));
            CHECK(says(office.get("/alerts"), "I have read these"));
            CHECK(location(office.post("/alerts", {})) == "/alerts");
            CHECK_FALSE(says(office.get("/alerts"), "I have read these"));
        }
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto list = office.get("/break-glass");
        CHECK(says(list, "To review"));
        const auto start =
            std::string(list.content()).find("/break-glass/", list.content().find("<table"));
        const auto glass = std::string(list.content().substr(start, 13 + 32));
        CHECK(says(office.get(glass), "police are waiting"));
        CHECK(says(office.get(glass), "Closes by itself"));
        CHECK(office.post(glass, {{"words", "x"}}).status == 400);
        CHECK(office.post(glass, {{"finding", "justified"}}).status == 400);
        CHECK(office.post(glass, {{"finding", "justified"}, {"words", "It was right"}}).status ==
              303);
        CHECK(says(office.get(glass), "It was right"));
        CHECK(says(office.post(glass, {{"finding", "not_justified"}, {"words", "Again"}}),
                   "reviewed already"));

        office.sign_in("Amina Shah", Role::inclusion_officer);
        office.clock.move_on(std::chrono::minutes(59));
        CHECK(office.get(page).status == 200);
        office.clock.move_on(std::chrono::minutes(1));
        CHECK(office.get(page).status == 303);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get(glass), "Closed by itself"));
    });
}

TEST_CASE("break-glass asks for a fresh proof, and is refused to those who are told and for what "
          "cannot be opened so")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const std::string ask = "/break-glass/open?kind=person&next=%2F&record=";
        office.sign_in("Amina Shah", Role::inclusion_officer, false);
        CHECK(location(office.get(ask + withheld)) == "/prove");
        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK(office.get(ask + nobody).status == 404);
        office.records[withheld].conflict = true;
        CHECK(office.get(ask + withheld).status == 404);
        office.records[withheld] = {.relation = Relation::same_agency, .strand = Strand::advice};
        CHECK(office.get(ask + withheld).status == 404);
        office.sign_in("Dev Rao", Role::area_leader);
        CHECK(office.get(ask + withheld).status == 404);

        auto transaction = database.begin("name");
        CHECK_FALSE(set_alerted(transaction, office.council,
                                {office.staff.at("Dev Rao"), office.staff.at("Dev Rao")})
                        .has_value());
        REQUIRE(set_alerted(transaction, office.council,
                            {office.staff.at("Amina Shah"), office.staff.at("Dev Rao")})
                    .has_value());
        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK_FALSE(break_glass(transaction, *office.signed_in, "person", withheld,
                                "A sibling may be hurt tonight", office.clock.now())
                        .has_value());
    });
}

TEST_CASE("a review that nobody does is told of when it is late, once to each")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.name_the_told();
        auto transaction = database.begin("break");
        REQUIRE(break_glass(transaction, *office.signed_in, "person", withheld,
                            "A sibling may be hurt tonight", office.clock.now())
                    .has_value());
        const auto day = std::chrono::hours(24);
        // Opened on Wednesday 25 November 2026: the fifth working day after it is 2 December.
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 7 * day) == 0);
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 8 * day) == 3);
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 9 * day) == 0);
        CHECK(alerts_of(transaction, office.council, office.staff.at("Ewa Nowak")).size() == 1);
        CHECK(alerts_of(transaction, office.council, office.staff.at("Cora Finch")).size() == 2);
        // Who opened it cannot review it.
        const auto glass = glasses_of(transaction, office.council).at(0);
        CHECK_FALSE(review_glass(transaction, *office.signed_in, glass.id, Finding::justified, "x",
                                 office.clock.now())
                        .has_value());
    });
}

TEST_CASE("the two who are told are chosen by the data protection officer alone")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const http::Fields form{{"first", office.staff.at("Cora Finch").text()},
                                {"second", office.staff.at("Dev Rao").text()}};
        CHECK(office.post("/break-glass/people", form).status == 404);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get("/break-glass/people"), "Bryn Hale"));
        CHECK(office.post("/break-glass/people", {{"first", "x"}}).status == 400);
        CHECK(location(office.post("/break-glass/people", form)) == "/break-glass");
        CHECK(says(office.get("/break-glass"), "Cora Finch and Dev Rao"));
    });
}

TEST_CASE("a reason says enough when it has twenty characters that are not one key held down")
{
    CHECK(reason_says_enough("A sibling may be hurt"));
    CHECK(reason_says_enough("  20 letters, no fewer  "));
    CHECK_FALSE(reason_says_enough("nineteen characters"));
    CHECK_FALSE(reason_says_enough("                                  "));
    CHECK_FALSE(reason_says_enough("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    CHECK_FALSE(reason_says_enough(std::string(2'001, 'a') + " bcdefg"));
    CHECK_FALSE(reason_says_enough("éèêëàâ"));
    CHECK(review_by(date(2026, 12, 23)) == date(2027, 1, 4));
}

} // namespace guarded_pages_test
