// For tests of the policy in front of a record: an office with its people, one page of a record and
// the pages about what was looked at.
#pragma once

#include "access/guard.h"
#include "access/pages_audit.h"
#include "access/pages_break_glass.h"
#include "access/pages_purpose.h"
#include "access/store.h"
#include "access/store_break_glass.h"
#include "access/store_users.h"

#include "audit/store.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access::tests_of_guard {

inline const std::string maya(32, 'c'), withheld(32, 'd'), nobody(32, 'e'), elsewhere(32, 'f');

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

inline std::string location(const http::Response& response)
{
    return std::string(response.headers["Location"]);
}
inline bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

} // namespace onroll::access::tests_of_guard
