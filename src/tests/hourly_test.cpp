// What is due each hour, done by the thread that does it while the server runs, under a clock that
// is moved: reviews that nobody has done are told of, once. trust.md Z-06, W-06.
#include "wiring.h"
#include "wiring_access.h"

#include "access/store.h"
#include "access/store_break_glass.h"
#include "access/store_users.h"
#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "helpers/test_database.h"
#include "insight/store_imports.h"
#include "people/store.h"
#include "people/store_consents.h"
#include "platform/db/agency_in_force.h"
#include "platform/log/log.h"
#include "platform/mail/mail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hourly_test {

using namespace onroll;
namespace fs = std::filesystem;

constexpr db::Sql queued{"count messages", "SELECT count(*) AS n FROM mail_message"};
constexpr db::Sql waiting{"count uploads", "SELECT count(*) AS n FROM insight_upload"};

/// Two councils with staff, in a data folder of its own and, where a server is named, a schema.
struct Area {
    explicit Area(std::string server) : url(std::move(server))
    {
        data = folder.folder() / "area";
        fs::create_directories(data);
        // Nothing leaves a restored copy: what was written stays where the test can count it.
        std::ofstream(data / "restored-and-not-confirmed") << "as a copy";
        database = std::move(*wiring::open_store(data, url, clock));
        {
            const db::WorkFor nobody(db::nobody_yet);
            auto transaction = database->begin("make agencies");
            council =
                access::add_agency(transaction, {access::AgencyKind::council, "One"}, clock.now());
            another = access::add_agency(transaction, {access::AgencyKind::council, "Another"},
                                         clock.now());
            transaction.commit();
        }
        officer = add(*council, "officer", access::Role::inclusion_officer);
        leader = add(*council, "leader", access::Role::area_leader);
        manager = add(*council, "manager", access::Role::inclusion_officer);
        guardian = add(*council, "guardian", access::Role::data_protection_officer);
        stranger = add(*another, "stranger", access::Role::data_protection_officer);
    }
    access::UserId add(const access::AgencyId& agency, const std::string& name, access::Role role)
    {
        auto transaction = database->begin("add user");
        const auto user =
            access::add_user(transaction, agency, name, name + "@example.org", {role}, clock.now())
                .value();
        access::set_state(transaction, access::find_user(transaction, agency, user).value(),
                          access::UserState::active, clock.now());
        transaction.commit();
        return user;
    }
    /// A record opened in an emergency, and an act of sharing without consent that the leader
    /// allowed: both to be looked at within a week.
    void begin_what_wants_a_review()
    {
        const db::WorkFor its(council->text());
        auto transaction = database->begin("begin");
        REQUIRE(access::set_alerted(transaction, *council, {*leader, *manager}).has_value());
        const auto scope = people::scope_of(*council, *officer, clock.now());
        people::PersonDetails details;
        details.name = {"Maya", "Shah", {}};
        const auto child = people::create_person(transaction, scope, details).value();
        REQUIRE(access::break_glass(
                    transaction,
                    {.user = *officer,
                     .agency = *council,
                     .agency_kind = access::AgencyKind::council,
                     .sign_in = {.id = access::SignInId::parse(std::string(32, '0')).value()}},
                    "person", child.text(), "A sibling may be hurt tonight", clock.now())
                    .has_value());
        people::Share share{.id = people::ShareId::parse(std::string(32, '0')).value(),
                            .about = child};
        share.with = another->text();
        share.with_name = "Another";
        share.fields = {"names"};
        share.purpose = "To keep the child safe";
        share.basis = people::ShareBasis::override_of_consent;
        share.override_of_consent =
            people::Override{.ground = people::OverrideGround::threat_to_safety,
                             .reason = "A threat was made to the school.",
                             .authorised_by = leader->text(),
                             .family_told_on = clock.today(),
                             .not_told_because = {},
                             .review_on = clock.today() + Days{7}};
        share.starts_on = clock.today();
        share.ends_on = clock.today() + Days{20};
        REQUIRE(people::begin_share(transaction, scope, share).has_value());
        transaction.commit();
    }
    std::size_t late_alerts(const access::AgencyId& agency, const access::UserId& user)
    {
        const db::WorkFor its(agency.text());
        auto reader = database->read();
        const auto alerts = access::alerts_of(reader, agency, user);
        return static_cast<std::size_t>(
            std::count_if(alerts.begin(), alerts.end(), [](const access::Alert& alert) {
                return alert.about == access::AlertAbout::review_overdue;
            }));
    }
    std::int64_t messages_of(const access::AgencyId& agency)
    {
        const db::WorkFor its(agency.text());
        auto reader = database->read();
        auto rows = reader.query(queued);
        REQUIRE(rows.next());
        return rows.integer("n");
    }

    /// Of statistics, that nobody has confirmed yet.
    std::int64_t files_that_wait()
    {
        const db::WorkFor its(council->text());
        auto reader = database->read();
        auto rows = reader.query(waiting);
        REQUIRE(rows.next());
        return rows.integer("n");
    }

    tests::TestDatabase folder{db::Engine::sqlite};
    std::string url;
    fs::path data;
    FixedClock clock{date(2026, 11, 25)};
    std::unique_ptr<db::Database> database;
    std::optional<access::AgencyId> council, another;
    std::optional<access::UserId> officer, leader, manager, guardian, stranger;
};

/// Every message that waits, as its carrier would take it.
std::string letters_of(Area& area, const crypto::Key& root)
{
    const auto outbox = area.data / "letters";
    mail::FolderDrop carrier(outbox, "onroll@localhost");
    mail::deliver_waiting(*area.database, access::Keys::of(root).mail, carrier, area.clock);
    std::string all;
    for (const auto& file : fs::directory_iterator(outbox)) {
        std::ifstream stream(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(stream), {});
    }
    return all;
}

void reviews_are_told_of(const std::string& server)
{
    const log::Redirect quiet([](std::string_view) {});
    Area area(server);
    area.begin_what_wants_a_review();
    const auto root = wiring::root_key(area.data).value();
    const design::Site site;
    wiring::StaffService staff(*area.database, area.clock, site, "One", area.data, root,
                               {.hashing = {.cost = crypto::password_cost_floor},
                                .public_address = "https://onroll.example"},
                               area.url);
    const auto told = [&] {
        return area.late_alerts(*area.council, *area.leader) +
               area.late_alerts(*area.council, *area.manager) +
               area.late_alerts(*area.council, *area.guardian);
    };
    insight::keep_upload(*area.database, "whoever", {.bytes = "a list"}, area.clock);
    staff.do_hourly_work();
    CHECK(told() == 0);
    CHECK(area.messages_of(*area.council) == 0);
    CHECK(area.files_that_wait() == 1);
    // The last day for both, until its end.
    area.clock.set(start_of_day_in_london(date(2026, 12, 2)) + std::chrono::hours(23));
    staff.do_hourly_work();
    CHECK(told() == 0);
    CHECK(area.messages_of(*area.council) == 0);
    CHECK(area.files_that_wait() == 0);
    area.clock.move_on(std::chrono::hours(1));
    staff.do_hourly_work();
    CHECK(area.late_alerts(*area.council, *area.leader) == 1);
    CHECK(area.late_alerts(*area.council, *area.manager) == 1);
    CHECK(area.late_alerts(*area.council, *area.guardian) == 1);
    CHECK(area.late_alerts(*area.council, *area.officer) == 0);
    // Who allowed the sharing, and the officer for data protection.
    CHECK(area.messages_of(*area.council) == 2);
    // Once: neither the next hour nor the next month again.
    for (const int hours : {1, 24 * 30}) {
        area.clock.move_on(std::chrono::hours(hours));
        staff.do_hourly_work();
        CHECK(told() == 3);
        CHECK(area.messages_of(*area.council) == 2);
    }
    CHECK(area.late_alerts(*area.another, *area.stranger) == 0);
    const auto letters = letters_of(area, root);
    const auto holds = [&](const char* words) { return letters.find(words) != std::string::npos; };
    CHECK(holds("leader@example.org"));
    CHECK(holds("guardian@example.org"));
    CHECK(holds("https://onroll.example/data-protection/overrides"));
    CHECK_FALSE(holds("stranger@example.org"));
    CHECK_FALSE(holds("Maya"));
    CHECK_FALSE(holds("Shah"));
}

TEST_CASE("an advice store that cannot be opened keeps no other organisation from its hourly work")
{
    std::string logged;
    const log::Redirect kept([&](std::string_view line) { logged += line; });
    Area area({});
    std::vector<access::AgencyId> services;
    {
        const db::WorkFor nobody(db::nobody_yet);
        auto transaction = area.database->begin("make advice services");
        // So many that, in whichever order they come, some are before the council.
        for (int number = 0; number < 8; ++number)
            services.push_back(access::add_agency(
                transaction,
                {access::AgencyKind::advice_service, "Advice " + std::to_string(number)},
                area.clock.now()));
        transaction.commit();
    }
    fs::create_directories(area.data / "advice");
    for (const auto& service : services)
        std::ofstream(area.data / "advice" / (service.text() + ".db")) << std::string(9000, 'x');
    area.begin_what_wants_a_review();
    area.clock.move_on(std::chrono::hours(24 * 9));
    const auto root = wiring::root_key(area.data).value();
    const design::Site site;
    wiring::StaffService staff(*area.database, area.clock, site, "One", area.data, root,
                               {.hashing = {.cost = crypto::password_cost_floor},
                                .public_address = "https://onroll.example"},
                               area.url);
    staff.do_hourly_work();
    CHECK(area.late_alerts(*area.council, *area.guardian) == 1);
    CHECK(area.messages_of(*area.council) == 2);
    CHECK(fs::file_size(area.data / "audit-heads.txt") > 0);
    CHECK(logged.find("an advice store cannot be opened") != std::string::npos);
    CHECK(logged.find("late reviews of sharing") != std::string::npos);
    CHECK(logged.find("Advice 3") == std::string::npos);
}

TEST_CASE("each hour an advice service forgets whose visits ended a week ago")
{
    const log::Redirect quiet([](std::string_view) {});
    Area area({});
    const auto service = [&] {
        const db::WorkFor nobody(db::nobody_yet);
        auto transaction = area.database->begin("make advice service");
        const auto made = access::add_agency(
            transaction, {access::AgencyKind::advice_service, "Advice"}, area.clock.now());
        transaction.commit();
        return made;
    }();
    const auto root = wiring::root_key(area.data).value();
    const design::Site site;
    wiring::StaffService staff(*area.database, area.clock, site, "One", area.data, root,
                               {.hashing = {.cost = crypto::password_cost_floor},
                                .public_address = "https://onroll.example"},
                               area.url);
    const auto stores = staff.stores_apart();
    REQUIRE(stores.size() == 1);
    auto& store = *stores.front();
    const db::WorkFor its(service.text());
    const auto begun = area.clock.now();
    const auto visit = [&] {
        auto transaction = store.begin("visit");
        const auto child =
            people::create_person(transaction, people::scope_of(service, *area.officer, begun),
                                  {.name = {.given = "Maya", .family = "Shah"}});
        REQUIRE(child);
        const auto opened =
            casework::open_case(transaction, service, {.child = *child, .caseworker = {}},
                                *area.officer, area.clock.today());
        REQUIRE(opened);
        const auto links = crypto::Key::derived(root, "links of this test");
        const auto link = casework::add_link(
            transaction, service, {.case_id = *opened, .purpose = casework::LinkPurpose::account},
            links, begun);
        auto token = casework::open_link(transaction, service,
                                         casework::link_token(links, service, link.id), begun);
        REQUIRE(token);
        transaction.commit();
        return *token;
    }();
    // As if it were still the hour of the visit: whether there is a row.
    const auto is_kept = [&] {
        auto reading = store.read();
        return casework::link_of_visit(reading, service, visit, begun).has_value();
    };
    area.clock.move_on(casework::ended_visit_is_known);
    staff.do_hourly_work();
    CHECK(is_kept());
    area.clock.move_on(casework::account_visit_lasts);
    staff.do_hourly_work();
    CHECK_FALSE(is_kept());
}

TEST_CASE("each hour the server tells of late reviews, of records opened in an emergency and of "
          "sharing without consent, once and to those whom it concerns")
{
    reviews_are_told_of({});
}

TEST_CASE("on PostgreSQL each hour the server tells of late reviews, as the role that is shown one "
          "agency's rows")
{
    if (!tests::postgres_is_there()) return;
    const tests::TestDatabase schema(db::Engine::postgres);
    const auto owner = schema.open();
    reviews_are_told_of(schema.settings().url + "?options=-csearch_path%3D" +
                        schema.settings().schema);
}

} // namespace hourly_test
