#include "wiring_people.h"

#include "access/mail_texts.h"
#include "access/store_break_glass.h"
#include "access/store_keys.h"
#include "access/store_users.h"
#include "access/views_audit.h"
#include "casework/held_items.h"
#include "people/rules_search.h"
#include "people/store.h"
#include "people/store_let_go.h"
#include "people/store_overrides.h"
#include "places/store.h"
#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/mail/mail.h"

#include <algorithm>
#include <utility>

namespace onroll::wiring {

namespace wiring_people_detail {

/// The first active user of the agency with that role.
std::optional<access::UserId> worker_in(db::Queries& database, const access::AgencyId& agency,
                                        access::Role role)
{
    for (const auto& user : access::users_of_agency(database, agency))
        if (user.state == access::UserState::active &&
            std::find(user.roles.begin(), user.roles.end(), role) != user.roles.end())
            return user.id;
    return std::nullopt;
}

/// Who works with the children of an agency of that kind; nothing where nobody of it does here.
std::optional<access::Role> role_that_works_with_children(access::AgencyKind kind)
{
    switch (kind) {
    case access::AgencyKind::council:
        return access::Role::inclusion_officer;
    case access::AgencyKind::school:
        return access::Role::school_office;
    case access::AgencyKind::alternative_provider:
        return access::Role::provider_worker;
    case access::AgencyKind::health:
    case access::AgencyKind::voluntary:
        return access::Role::referral_worker;
    case access::AgencyKind::advice_service: // keeps its people in a store of its own
    case access::AgencyKind::trust:          // sees what is shared with it
        return std::nullopt;
    }
    return std::nullopt;
}

/// Who looks after the duties of the invented council, and with whom it shares; nothing elsewhere.
std::optional<people::DemoDuties> duties_of(db::Database& database,
                                            const std::vector<access::Agency>& agencies,
                                            const access::Agency& agency,
                                            const access::UserId& worker)
{
    if (agency.kind != access::AgencyKind::council) return std::nullopt;
    auto reader = database.read();
    const auto officer = worker_in(reader, agency.id, access::Role::data_protection_officer);
    std::optional<access::UserId> manager;
    for (const auto& user : access::users_of_agency(reader, agency.id))
        if (user.id != worker && user.has(access::Role::inclusion_officer)) manager = user.id;
    people::DemoDuties duties{worker, worker};
    for (const auto& other : agencies) {
        if (other.kind == access::AgencyKind::school) duties.with = {other.id.text(), other.name};
        if (other.kind == access::AgencyKind::alternative_provider)
            duties.also_with = {other.id.text(), other.name};
        if (other.kind == access::AgencyKind::trust || other.kind == access::AgencyKind::health ||
            other.kind == access::AgencyKind::voluntary)
            duties.besides.emplace_back(other.id.text(), other.name);
    }
    if (!officer || !manager || duties.with.first.empty() || duties.also_with.first.empty())
        return std::nullopt;
    duties.manager = *manager;
    duties.officer = *officer;
    return duties;
}

/// Two of the invented council are told when a record is opened in an emergency.
void name_who_is_told(db::Database& database, const access::AgencyId& agency)
{
    db::with_retry(database, "name who is told", [&](db::Transaction& transaction) {
        const auto leader = worker_in(transaction, agency, access::Role::area_leader);
        const auto officer = worker_in(transaction, agency, access::Role::data_protection_officer);
        if (leader && officer && !access::alerted_of(transaction, agency))
            ensure(access::set_alerted(transaction, agency, {*leader, *officer}).has_value(),
                   "two invented people can be told");
    });
}

/// The invented schools that children of the agency go to.
std::vector<Urn> schools_for(db::Queries& database, const access::Agency& agency)
{
    std::vector<Urn> schools;
    for (const auto& school : places::all_schools(database)) {
        if (school.status != places::SchoolStatus::open) continue;
        if (!agency.urn || school.urn.number() == *agency.urn) schools.push_back(school.urn);
    }
    return schools;
}

} // namespace wiring_people_detail

void tell_of_late_overrides(db::Database& shared, AgencyPlaces& places, const access::Keys& keys,
                            const std::string& site, Instant now)
{
    const auto write_to = [&](db::Transaction& transaction, const access::AgencyId& agency,
                              const std::vector<access::UserId>& allowed) {
        for (const auto& user : access::users_of_agency(transaction, agency)) {
            if (user.state != access::UserState::active) continue;
            const bool officer = user.has(access::Role::data_protection_officer);
            if (!officer && std::find(allowed.begin(), allowed.end(), user.id) == allowed.end())
                continue;
            const auto page = officer ? "/data-protection/overrides" : "/people/shared-in-my-name";
            mail::enqueue(transaction, keys.mail, agency.text(),
                          access::late_review_mail(user.email, site + page), now);
        }
    };
    each_agency(shared, "late reviews of sharing", [&](const access::Agency& agency) {
        auto& store = *places.of(agency.id, agency.kind).database;
        db::with_retry(store, "late reviews of sharing", [&](db::Transaction& transaction) {
            const auto allowed =
                people::take_late_overrides(transaction, agency.id, in_london(now).date);
            if (allowed.empty()) return;
            if (&store == &shared) return write_to(transaction, agency.id, allowed);
            // Two stores have no transaction in common. The mail is kept first: rather told twice
            // than never.
            db::with_retry(
                shared, "tell of late reviews of sharing",
                [&](db::Transaction& its_mail) { write_to(its_mail, agency.id, allowed); });
        });
    });
}

void let_go_of_old(db::Database& shared, AgencyPlaces& places, Instant now)
{
    each_agency(shared, "let go of what is old", [&](const access::Agency& agency) {
        db::with_retry(*places.of(agency.id, agency.kind).database, "let go of what is old",
                       [&](db::Transaction& transaction) {
                           people::let_go_of_old(transaction, agency.id, now);
                       });
    });
}

people::AddressSafe address_safe(const crypto::Key& root)
{
    return people::AddressSafe(crypto::Key::derived(root, "protected addresses"));
}

PeopleService::PeopleService(db::Database& database, StaffService& staff, const crypto::Key& root)
    : safe_(address_safe(root)), drafts_key_(crypto::Key::derived(root, "drafts"))
{
    services_ = {.access = &staff.services(),
                 .guard = &staff.guard(),
                 .safe = &safe_,
                 .drafts = &drafts_key_};
    services_.school_name = [&database](Urn urn) {
        auto reader = database.read();
        const auto school = places::find_school(reader, urn);
        return school ? places::shown_name(*school) : "School with URN " + urn.text();
    };
    services_.agencies = [&database] {
        std::vector<std::pair<std::string, std::string>> agencies;
        auto reader = database.read();
        for (const auto& agency : access::all_agencies(reader))
            agencies.emplace_back(agency.id.text(), agency.name);
        return agencies;
    };
    services_.shared = &database;
    services_.apart = [&staff] { return staff.stores_apart(); };
    services_.agency_name = [&database](const access::AgencyId& agency) {
        auto reader = database.read();
        const auto found = access::find_agency(reader, agency);
        return found ? found->name : std::string("An organisation that has left");
    };
    // The advice service's casework lies in its own store, which is the one that is asked.
    services_.more_held = [](db::Queries& store, const access::AgencyId& agency,
                             access::AgencyKind kind, const people::PersonId& person) {
        return kind == access::AgencyKind::advice_service
                   ? casework::held_items_of(store, agency, person)
                   : std::vector<people::HeldItem>{};
    };
    services_.act_in_words = access::act_in_words;
    services_.staff_name = [&database](const access::AgencyId& agency, std::string_view user) {
        if (user.starts_with("link:")) return std::string("Somebody by a link");
        const auto id = access::UserId::parse(user);
        if (!id) return std::string("Somebody who has left");
        auto reader = database.read();
        if (const auto found = access::find_user(reader, agency, *id)) return found->name;
        for (const auto& key : access::api_keys_of_agency(reader, agency))
            if (key.id.text() == id->text()) return "The program " + key.name;
        return std::string("The system");
    };
    staff.services().staff_menu.push_back({"People", "/people", "people.search"});
    staff.services().staff_menu.push_back({"Shared with us", "/shared", "shares.received"});
    staff.services().staff_menu.push_back({"To agree", "/people/agree", "retention.waiting"});
    staff.services().staff_menu.push_back(
        {"Data protection", "/data-protection", "data_protection.view"});
    staff.guarded().kinds["person"] = {
        .name = "Person",
        .find =
            [this](const access::Actor& actor, std::string_view record) {
                return people::standing_of(services_, actor, record);
            },
        .href = [](std::string_view record) { return "/people/" + std::string(record); },
        .href_for =
            [](const access::Actor& actor, std::string_view record) {
                return "/people/" + std::string(record) +
                       (people::opens_records(actor) ? "" : "/requests");
            },
        .alike =
            [&database](const access::AgencyId& agency, std::string_view staff_name,
                        std::string_view record) {
                const auto id = people::PersonId::parse(record);
                if (!id) return false;
                auto reader = database.read();
                const auto person = people::find_person(reader, agency, *id);
                return person && people::same_surname(staff_name, *person);
            }};
}

people::CommandSettings
people_commands(std::function<Result<std::unique_ptr<db::Database>>(const cli::Context&)> open)
{
    return {
        .open = std::move(open),
        .safe = [](const cli::Context& context) -> Result<people::AddressSafe> {
            const auto root = root_key(context.data);
            if (!root) return root.error();
            return address_safe(*root);
        },
        .agency = [](db::Database& database, std::string_view named) -> Result<access::AgencyId> {
            auto reader = database.read();
            for (const auto& agency : access::all_agencies(reader))
                if (agency.name == named || agency.id.text() == named) return agency.id;
            return not_found("No organisation has that name. See them under Organisations");
        }};
}

Result<people::DemoPeopleFilled> fill_demo_people(db::Database& database, const crypto::Key& root,
                                                  std::size_t children, const Clock& clock)
{
    using namespace wiring_people_detail;
    const auto safe = address_safe(root);
    people::DemoPeopleFilled filled;
    std::vector<access::Agency> agencies;
    {
        auto reader = database.read();
        agencies = access::all_agencies(reader);
    }
    for (const auto& agency : agencies) {
        const auto role = role_that_works_with_children(agency.kind);
        if (!role) continue;
        std::optional<access::UserId> worker;
        std::vector<access::UserId> colleagues;
        std::vector<Urn> schools;
        {
            auto reader = database.read();
            worker = worker_in(reader, agency.id, *role);
            if (const auto other = worker_in(reader, agency.id, access::Role::council_officer))
                colleagues.push_back(*other);
            schools = schools_for(reader, agency);
        }
        if (!worker) continue;
        const auto share = agency.kind == access::AgencyKind::council
                               ? children
                               : std::min<std::size_t>(children, 30);
        const auto more = people::fill_demo(
            database, safe,
            {agency.id, *worker, colleagues, duties_of(database, agencies, agency, *worker)},
            schools, share, clock);
        if (!more) return more.error();
        if (agency.kind == access::AgencyKind::council && more->children > 0)
            name_who_is_told(database, agency.id);
        filled.children += more->children;
        filled.adults += more->adults;
    }
    return filled;
}

} // namespace onroll::wiring
