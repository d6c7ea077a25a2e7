#include "tests/every_route/area.h"
#include "tests/every_route/area_records.h"
#include "tests/every_route/wall_records_kept.h"

#include "access/demo.h"
#include "access/rules_policy.h"
#include "access/rules_roles.h"
#include "access/store_sign_ins.h"
#include "access/store_users.h"
#include "people/store.h"
#include "places/demo.h"
#include "platform/crypto/crypto.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tidemoor {

Area::Area()
{
    auto opened = wiring::open_store(place.folder(), {}, clock);
    REQUIRE(opened.has_value());
    database = std::move(*opened);
    const auto root = wiring::root_key(place.folder()).value();
    REQUIRE(places::fill_demo(*database, 1, clock).has_value());
    REQUIRE(
        access::fill_demo(*database, place.folder(), access::Keys::of(root), clock).has_value());
    add_neighbours();
    record_advice();
    REQUIRE(wiring::fill_demo_people(*database, root, 20, clock).has_value());
    keep_one_of_each(root);
    service = std::make_unique<wiring::Service>(
        *database, wiring::demo_area(), true, place.folder(), root,
        wiring::StaffSettings{.hashing = {.cost = crypto::password_cost_floor},
                              .works_in_background = false});
    router = service->router();
    sign_everybody_in();
}

void Area::add_neighbours()
{
    using access::AgencyKind;
    auto transaction = database->begin("add neighbours");
    for (const auto kind : {AgencyKind::council, AgencyKind::advice_service}) {
        const auto agency = access::add_agency(
            transaction, {kind, "Neighbouring " + std::string(access::key_of(kind))}, clock.now());
        for (const auto role : access::roles_of(kind)) {
            const std::string key(access::key_of(role));
            const auto user =
                access::add_user(transaction, agency, "Neighbour " + key,
                                 key + "@" + std::string(access::key_of(kind)) + ".example", {role},
                                 clock.now())
                    .value();
            const auto found = access::find_user(transaction, agency, user).value();
            access::set_state(transaction, found, access::UserState::active, clock.now());
        }
    }
    transaction.commit();
}

void Area::record_advice()
{
    std::vector<access::Agency> agencies;
    {
        auto reader = database->read();
        agencies = access::all_agencies(reader);
    }
    for (const auto& agency : agencies) {
        if (agency.kind != access::AgencyKind::advice_service) continue;
        std::vector<access::User> users;
        {
            auto reader = database->read();
            users = access::users_of_agency(reader, agency.id);
        }
        for (const auto& user : users)
            if (user.has(access::Role::adviser)) {
                wall_records::Recorder recorder({.data = place.folder(), .postgres = {}}, agency.id,
                                                user.id);
                recorder.everything();
                wall_records::keep_the_rest(recorder);
                handed[agency.id] = recorder.handed;
                for (const auto& link : recorder.unopened)
                    unopened.push_back(
                        {agency.id, std::string(casework::key_of(link.purpose)), link.token});
                break;
            }
    }
}

void Area::keep_one_of_each(const crypto::Key& root)
{
    const auto safe = wiring::address_safe(root);
    const auto providers = crypto::Key::derived(root, "sign on");
    casework::AdviceStores advice({.data = place.folder(), .postgres = {}}, clock);
    std::vector<access::Agency> agencies;
    {
        auto reader = database->read();
        agencies = access::all_agencies(reader);
    }
    for (std::size_t i = 0; i < agencies.size(); ++i) {
        Keeper keeper{.agency = agencies[i],
                      .staff = {},
                      .shared_with = agencies[(i + 1) % agencies.size()],
                      .store = database.get(),
                      .common = database.get()};
        {
            auto reader = database->read();
            for (const auto& user : access::users_of_agency(reader, keeper.agency.id))
                keeper.staff.push_back(user.id);
        }
        if (keeper.staff.empty()) continue;
        if (keeper.agency.kind == access::AgencyKind::advice_service)
            keeper.store = *advice.of(keeper.agency.id);
        for (auto& path : tidemoor::keep_one_of_each(keeper, safe, providers, clock.now()))
            handed[keeper.agency.id].push_back(std::move(path));
    }
}

void Area::sign_everybody_in()
{
    std::vector<access::Agency> agencies;
    {
        auto reader = database->read();
        agencies = access::all_agencies(reader);
    }
    std::set<std::pair<access::AgencyKind, access::Role>> met;
    for (const auto& agency : agencies) {
        std::vector<access::User> users;
        {
            auto reader = database->read();
            users = access::users_of_agency(reader, agency.id);
        }
        for (const auto& user : users) {
            // Who has been let in to help and is out again cannot sign in.
            if (user.state != access::UserState::active) continue;
            for (const auto role : user.roles)
                (met.emplace(agency.kind, role).second ? staff : neighbours)
                    .push_back(sign_in(agency, user, role));
        }
    }
}

SignedIn Area::sign_in(const access::Agency& agency, const access::User& user, access::Role role)
{
    auto transaction = database->begin("sign in");
    const auto now = clock.now();
    auto token = access::start_sign_in(transaction,
                                       {.owner = {agency.id, user.id},
                                        .stage = access::Stage::full,
                                        .proof = access::Proof::password_and_code,
                                        .browser = "A browser",
                                        .ends_at = now + std::chrono::minutes(30)},
                                       now);
    transaction.commit();
    auto reader = database->read();
    const auto found = access::find_sign_in(reader, token);
    REQUIRE(found.has_value());
    access::Actor actor{.user = user.id,
                        .agency = agency.id,
                        .agency_kind = agency.kind,
                        .name = user.name,
                        .agency_name = agency.name,
                        .roles = user.roles,
                        .teams = {},
                        .covers_for = {},
                        .sign_in = {.id = found->id, .fresh = true}};
    return {role, std::move(actor), std::move(token), found->form_token};
}

SignedIn Area::afresh(const SignedIn& who) const
{
    auto again = who;
    auto transaction = database->begin("sign in again");
    const auto now = clock.now();
    again.token = access::start_sign_in(transaction,
                                        {.owner = {who.actor.agency, who.actor.user},
                                         .stage = access::Stage::full,
                                         .proof = access::Proof::password_and_code,
                                         .browser = "A browser",
                                         .ends_at = now + std::chrono::minutes(30)},
                                        now);
    again.form_token = access::find_sign_in(transaction, again.token)->form_token;
    transaction.commit();
    return again;
}

http::Response Area::ask(const http::Route& route, const std::string& target, const SignedIn* who,
                         const Sent& sent) const
{
    http::RequestParts parts{.method = sent.as_head ? http::Method::head : route.method,
                             .target = target,
                             .id = sent.id};
    if (who) parts.headers.add("Cookie", "__Host-onroll=" + who->token);
    if (!sent.cookie.empty()) parts.headers.add("Cookie", sent.cookie);
    parts.headers.add("Host", "localhost");
    if (route.method != http::Method::get) {
        parts.headers.add("Sec-Fetch-Site", sent.site);
        parts.headers.add("Origin", "http://localhost");
        auto form = sent.form;
        if (who && sent.has_form_token)
            form.fields.add("form_token",
                            sent.form_token.empty() ? who->form_token : sent.form_token);
        form.fields.add("form_page", sent.form_page);
        parts.form = std::move(form);
    }
    auto request = http::Request::create(std::move(parts));
    REQUIRE(request.has_value());
    return router.answer(*request);
}

http::Response Area::ask_by_key(const http::Route& route, const std::string& target,
                                const std::string& key, const SentByKey& sent) const
{
    http::RequestParts parts{.method = route.method, .target = target, .id = sent.id};
    parts.headers.add("Host", "localhost");
    parts.headers.add("Authorization", "Bearer " + key);
    if (route.method != http::Method::get) parts.body = sent.body;
    auto request = http::Request::create(std::move(parts));
    REQUIRE(request.has_value());
    return router.answer(*request);
}

std::string Area::open(const Unopened& link) const
{
    const auto matched = router.match(http::Method::post, {"open"});
    const auto* found = std::get_if<http::RouteFound>(&matched);
    REQUIRE(found != nullptr);
    http::Form form;
    form.fields.add("link", link.token);
    const auto answer = ask(*found->route, "/open", nullptr, {.form = std::move(form)});
    REQUIRE(answer.status == 303);
    REQUIRE(answer.cookies.size() == 1);
    return answer.cookies.front().name + "=" + answer.cookies.front().value;
}

std::optional<std::string> Area::a_record_of(const access::AgencyId& agency) const
{
    auto reader = database->read();
    constexpr db::Sql ask_one{"one person", "SELECT id FROM people_person WHERE agency = ? "
                                            "ORDER BY kind DESC, id LIMIT 1"};
    auto rows = reader.query(ask_one, agency.text());
    if (!rows.next()) return std::nullopt;
    return rows.text("id");
}

const SignedIn* Area::one_who_may(const http::Route& route) const
{
    if (gates.count(route.policy.name()) == 1) return &staff.front();
    const auto& act = *access::act_named(route.policy.name());
    const auto found = std::find_if(staff.begin(), staff.end(), [&](const SignedIn& who) {
        if (act.concerns == access::Concerns::record) return access::may_ever(who.actor, act.name);
        return access::decide(who.actor, act.name, {.second_person = true}, clock.now()) ==
               access::Answer::allowed;
    });
    return found == staff.end() ? nullptr : &*found;
}

std::string Area::print_of_stores() const
{
    // Each commit writes to a file of its store.
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place.folder())) {
        if (!entry.is_regular_file() || entry.path().extension() == ".db-shm") continue;
        const auto written = entry.last_write_time().time_since_epoch().count();
        files.push_back(entry.path().string() + " " + std::to_string(entry.file_size()) + " " +
                        std::to_string(written));
    }
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files) all += file + "\n";
    return all;
}

Area& area()
{
    static Area one;
    return one;
}

std::string path_for(std::string pattern, const std::string& record)
{
    bool first = true;
    for (;;) {
        const auto from = pattern.find('{');
        if (from == std::string::npos) return pattern;
        const auto until = pattern.find('}', from);
        const bool is_kind = pattern.substr(from, until - from) == "{kind";
        pattern.replace(from, until - from + 1,
                        is_kind ? "person"
                        : first ? record
                                : std::string(32, 'b'));
        if (!is_kind) first = false;
    }
}

bool is_for_programs(const http::Route& route)
{
    return route.pattern.starts_with("/api/");
}

bool is_guarded(const http::Route& route)
{
    return access::act_named(route.policy.name()) != nullptr;
}

} // namespace tidemoor
