// A town for tests of walls between agencies: one user of every role in an agency of each kind, all
// signed in, on either engine, and how each is asked for every page.
#pragma once

#include "wiring.h"

#include "tests/printed_as_words.h"

#include "access/cookies.h"
#include "access/store_sign_ins.h"
#include "access/store_users.h"
#include "casework/store_open.h"
#include "casework/store_service.h"
#include "helpers/steady_text.h"
#include "people/store.h"
#include "places/demo.h"
#include "platform/crypto/new_id.h"
#include "platform/db/agency_in_force.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wall_town {

using namespace onroll;
namespace fs = std::filesystem;

/// Words that the contact holds, and that those who try to learn of it type.
inline constexpr std::string_view child = "Invented Winterbourne";
inline constexpr std::string_view caller = "Invented Caller Underhill";

struct Visitor {
    std::string name;
    std::string cookie; ///< empty: nobody is signed in
    std::string form_token;
    access::AgencyKind agency_kind = access::AgencyKind::council;
    std::optional<access::UserId> user{};
};

/// A filled store with one user of every role in an agency of each kind that has it, all signed in.
struct Town {
    fs::path data;
    std::string postgres; ///< the address of a server; empty for files in the folder
    access::AgencyId advice;
    access::UserId adviser;
    std::vector<Visitor> visitors{{"the public", {}, {}}};
    std::vector<std::string> known; ///< the child, as the council and each other agency knows it
};

inline access::AgencyKind kind_for(access::Role role)
{
    using access::AgencyKind;
    using access::Role;
    switch (role) {
    case Role::adviser:
    case Role::advice_manager:
        return AgencyKind::advice_service;
    case Role::school_office:
    case Role::senco:
    case Role::headteacher:
    case Role::safeguarding_lead:
    case Role::board_clerk:
        return AgencyKind::school;
    case Role::trust_officer:
        return AgencyKind::trust;
    case Role::referral_worker:
        return AgencyKind::health;
    case Role::provider_worker:
        return AgencyKind::alternative_provider;
    default:
        return AgencyKind::council;
    }
}

inline Visitor signed_in(db::Database& database, const access::AgencyId& agency,
                         access::AgencyKind kind, access::Role role, Instant now,
                         const std::string& domain = "town.example")
{
    auto transaction = database.begin("make user");
    const std::string key(access::key_of(role));
    const auto user =
        access::add_user(transaction, agency, "Invented " + key, key + "@" + domain, {role}, now)
            .value();
    const auto found = access::find_user(transaction, agency, user).value();
    access::set_state(transaction, found, access::UserState::active, now);
    const auto token = access::start_sign_in(transaction,
                                             {.owner = {agency, user},
                                              .stage = access::Stage::full,
                                              .browser = "A test",
                                              .ends_at = now + std::chrono::hours(4)},
                                             now);
    const auto form_token = access::find_sign_in(transaction, token)->form_token;
    transaction.commit();
    return {key, std::string(access::sign_in_cookie) + "=" + token, form_token, kind, user};
}

/// The same child in the agency's own records, on the caseload of everybody there; answers the id.
inline std::string know_the_child(db::Database& database, const access::AgencyId& agency,
                                  access::AgencyKind kind, const std::vector<Visitor>& visitors,
                                  Instant now)
{
    const db::WorkFor its(agency.text());
    auto transaction = database.begin("know the child");
    std::optional<people::PersonId> person;
    for (const auto& visitor : visitors) {
        if (!visitor.user || visitor.agency_kind != kind) continue;
        const auto scope = people::scope_of(agency, *visitor.user, now);
        if (!person)
            person =
                people::create_person(transaction, scope,
                                      {.name = {.given = "Invented", .family = "Winterbourne"}})
                    .value();
        REQUIRE(people::add_worker(transaction, scope, *person, *visitor.user).has_value());
    }
    transaction.commit();
    return person ? person->text() : std::string(32, '0');
}

/// Who runs a service is public: its pages say so to anybody, whatever it holds.
inline void say_who_runs_it(const Town& town, const Clock& clock)
{
    casework::AdviceStores stores({.data = town.data, .postgres = town.postgres}, clock);
    const db::WorkFor its(town.advice.text());
    auto transaction = (*stores.of(town.advice))->begin("say who runs it");
    REQUIRE(casework::set_policy(transaction, town.advice, 0, {}, town.adviser, clock.now())
                .has_value());
    transaction.commit();
}

inline Town make_town(const fs::path& data, const std::string& postgres = {})
{
    const SystemClock clock;
    auto database = std::move(*wiring::open_store(data, postgres, clock));
    REQUIRE(places::fill_demo(*database, 1, clock).has_value());
    Town town{.data = data,
              .postgres = postgres,
              .advice = crypto::new_id<access::AgencyId>(),
              .adviser = crypto::new_id<access::UserId>()};
    std::map<access::AgencyKind, access::AgencyId> agencies;
    for (const auto kind : access::all_agency_kinds()) {
        auto transaction = database->begin("make agency");
        agencies.emplace(
            kind, access::add_agency(
                      transaction,
                      {.kind = kind, .name = "Invented " + std::string(access::key_of(kind))},
                      clock.now()));
        transaction.commit();
    }
    town.advice = agencies.at(access::AgencyKind::advice_service);
    for (const auto role : access::all_roles()) {
        const auto kind = kind_for(role);
        town.visitors.push_back(signed_in(*database, agencies.at(kind), kind, role, clock.now()));
    }
    say_who_runs_it(town, clock);
    for (const auto& [kind, agency] : agencies)
        if (kind != access::AgencyKind::advice_service)
            town.known.push_back(
                know_the_child(*database, agency, kind, town.visitors, clock.now()));
    return town;
}

/// One of the two worlds, served in this process.
struct World {
    std::unique_ptr<db::Database> database;
    std::unique_ptr<wiring::Service> service;
    http::Router router;
    SystemClock clock;
    tidemoor::PrintedAsWords printed;

    explicit World(const fs::path& data, const std::string& postgres = {})
    {
        database = std::move(*wiring::open_store(data, postgres, clock));
        service = std::make_unique<wiring::Service>(
            *database, wiring::demo_area(), true, data, wiring::root_key(data).value(),
            wiring::StaffSettings{.hashing = {.cost = crypto::password_cost_floor},
                                  .works_in_background = false},
            postgres);
        router = service->router();
    }
};

struct Seen {
    int status = 0;
    std::string headers;
    std::string body;
    std::int64_t queries = 0;
    bool operator==(const Seen&) const = default;
};

/// Without what differs between any two answers: random keys and ids, and the time of day.
inline std::string steady(const std::string& text)
{
    using namespace steady_text;
    return without_time_outs(without_times(without_keys(text, "[random]"), "[time]"), "[seconds]");
}

inline Seen ask(World& world, const Visitor& visitor, http::Method method,
                const std::string& target, http::Fields form)
{
    http::RequestParts parts{.method = method, .target = target, .id = "1"};
    parts.headers.add("Host", "localhost");
    if (!visitor.cookie.empty()) parts.headers.add("Cookie", visitor.cookie);
    if (method != http::Method::get) {
        parts.headers.add("Sec-Fetch-Site", "same-origin");
        form.add("form_token", visitor.form_token);
        parts.form = http::Form{};
        parts.form->fields = std::move(form);
    }
    auto request = http::Request::create(std::move(parts));
    REQUIRE(request.has_value());
    const auto before = world.database->query_count();
    const auto response = http::handle(world.router, *request);
    std::string headers;
    for (const auto& field : response.headers) headers += field.name + ": " + field.value + "\n";
    for (const auto& cookie : response.cookies) headers += "cookie " + cookie.name + "\n";
    return {response.status, steady(headers), steady(std::string(response.content())),
            world.database->query_count() - before};
}

/// Paths that the pattern takes, one for each thing that its last parameter may name.
inline std::vector<std::string> targets_for(const std::string& pattern,
                                            const std::vector<std::string>& records)
{
    if (pattern.find('{') == std::string::npos) {
        // What a search page would be asked.
        const std::string words = "Invented%20Winterbourne";
        return {pattern, pattern + "?q=" + words, pattern + "?name=" + words + "&words=" + words,
                pattern + "?next=/advice&school=" + words};
    }
    std::vector<std::string> targets;
    for (const auto& record : records)
        targets.push_back(steady_text::with_parameters_as(pattern, record));
    return targets;
}

/// The child's name in every question of the form; where the route does not say what it asks, in
/// what forms of ours often ask. A word of a list, where only one of a list is taken.
inline http::Fields typed(const http::Route& route)
{
    static const std::vector<std::string> often{"name",      "words",    "q",      "first_name",
                                                "last_name", "known_as", "email",  "child_name",
                                                "story",     "reason",   "school", "record"};
    static const std::map<std::string, std::string> of_a_list{
        {"kind", "contact"}, {"purpose", "statutory_duty"}, {"next", "/advice"}};
    const auto& asked = route.policy.fields();
    http::Fields form;
    for (const auto& name : asked ? *asked : often)
        if (of_a_list.count(name) == 0) form.add(name, std::string(child));
    for (const auto& [name, word] : of_a_list)
        if (!asked || std::find(asked->begin(), asked->end(), name) != asked->end())
            form.add(name, word);
    return form;
}

inline bool is_advice(const Visitor& visitor)
{
    return visitor.agency_kind == access::AgencyKind::advice_service && !visitor.cookie.empty();
}

} // namespace wall_town
