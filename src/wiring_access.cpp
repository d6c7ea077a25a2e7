#include "wiring_access.h"

#include "access/api.h"
#include "access/pages_audit.h"
#include "access/pages_break_glass.h"
#include "access/pages_purpose.h"
#include "access/store_break_glass.h"
#include "access/store_users.h"
#include "casework/service_notice.h"
#include "insight/store_imports.h"
#include "people/store.h"
#include "places/store.h"
#include "platform/backup/quarantine.h"
#include "platform/db/agency_in_force.h"
#include "platform/http_client/http_client.h"
#include "wiring_people.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

namespace onroll::wiring {

namespace wiring_access_detail {

/// In each agency, as its own.
void tell_of_late_reviews(db::Database& database, Instant now)
{
    each_agency(database, "tell of late reviews", [&](const access::Agency&) {
        db::with_retry(database, "tell of late reviews", [now](db::Transaction& transaction) {
            access::escalate_late_reviews(transaction, now);
        });
    });
}

/// Who can be given a case of an advice service, by name.
std::vector<casework::Colleague> caseworkers_of(db::Queries& database,
                                                const access::AgencyId& agency)
{
    std::vector<casework::Colleague> all;
    for (const auto& user : access::users_of_agency(database, agency))
        if (user.state == access::UserState::active &&
            std::any_of(user.roles.begin(), user.roles.end(), [](access::Role role) {
                return role == access::Role::adviser || role == access::Role::advice_manager;
            }))
            all.push_back({user.id, user.name});
    return all;
}

} // namespace wiring_access_detail
using namespace wiring_access_detail;

Result<crypto::Key> root_key(const std::filesystem::path& data)
{
    std::error_code trouble;
    std::filesystem::create_directories(data, trouble);
    return crypto::key_in_file(data / "onroll.key");
}

crypto::Key audit_key(const crypto::Key& root)
{
    return crypto::Key::derived(root, "audit heads");
}

StaffService::StaffService(db::Database& database, const Clock& clock, const design::Site& site,
                           const std::string& area_name, const std::filesystem::path& data,
                           const crypto::Key& root, const StaffSettings& settings,
                           const std::string& postgres)
    : keys_(access::Keys::of(root)), drafts_key_(crypto::Key::derived(root, "drafts")),
      feeds_key_(crypto::Key::derived(root, "calendar addresses")), hashing_(settings.hashing),
      carrier_(settings.mail_folder.empty() ? data / "outbox" : settings.mail_folder,
               settings.mail_sender),
      places_(database, {.data = data, .postgres = postgres, .scanner = settings.virus_scanner},
              clock),
      gate_(services_, access::draft_keeper(
                           [this](const access::AgencyId& agency) -> db::Database& {
                               return *places_.of(agency).database;
                           },
                           drafts_key_, clock)),
      guard_(
          {.ask_sign_in =
               [this](const http::Request& request) { return gate_.asks_to_sign_in(request); },
           .turn_away = [this](const http::Request& request) { return gate_.turns_away(request); },
           .ask_proof =
               [this](const http::Request& request, std::string_view next) {
                   return gate_.asks_for_fresh_proof(request, next);
               },
           .ask_key = [this](const http::Request& request) { return gate_.asks_for_key(request); },
           .place =
               [this](const access::Actor& actor) {
                   return places_.of(actor.agency, actor.agency_kind);
               },
           .database = &database,
           .clock = &clock,
           .keep_draft = access::draft_keeper(
               [this](const access::AgencyId& agency) -> db::Database& {
                   return *places_.of(agency).database;
               },
               drafts_key_, clock)}),
      sign_on_key_(crypto::Key::derived(root, "sign on")),
      talk_(
          [](const std::vector<std::string>& hosts) {
              // A provider on this machine is for trying things out: it is named by loopback.
              const bool here = hosts == std::vector<std::string>{"localhost"};
              return http_client::make_client({.hosts = hosts, .inside_addresses = here});
          },
          clock),
      family_messages_(places_, clock, root, carrier_)
{
    // What a restored copy still holds was sent long ago.
    if (settings.works_in_background && !backup::is_quarantined(data))
        delivery_ = std::make_unique<mail::Delivery>(database, keys_.mail, carrier_, clock);
    notices_leave_ = delivery_ != nullptr;
    services_ = {.database = &database,
                 .clock = &clock,
                 .site = &site,
                 .keys = &keys_,
                 .hashing = &hashing_,
                 .common_passwords = &access::shipped_common_passwords(),
                 .area_name = area_name,
                 .public_address = settings.public_address,
                 .tls_in_front = settings.tls_in_front,
                 .code_skew = settings.code_skew};
    services_.wake_mail = [this] {
        if (delivery_) delivery_->wake();
    };
    services_.records_of_team = [this](const access::Actor& who, const access::TeamId& team) {
        auto reading = places_.of(who.agency, who.agency_kind).database->read();
        return people::count_of_team(reading, who.agency, team);
    };
    services_.staff_menu = {{"Start", "/start", "account.view"},
                            {"Staff", "/staff", "staff.view"},
                            {"Organisations", "/agencies", "agency.open"},
                            {"Audit", "/audit", "audit.check"}};
    guarded_.services = &services_;
    guarded_.guard = &guard_;
    guarded_.drafts = &drafts_key_;
    guarded_.audit_public_key = crypto::signing_public_key(audit_key(root));
    pages_ = {&services_, &gate_, &guard_};
    wire_other_ways();
    wire_advice(area_name);
    casework_.most_of_a_service = settings.most_attached;
    casework_.files_of = [this](const access::AgencyId& agency) {
        return places_.files_of(agency);
    };
    casework_.as_owner = [this](const access::AgencyId& agency) {
        return places_.as_owner(agency);
    };
    family_messages_.fill(casework_, settings.public_address, settings.advice_phone);
    if (settings.works_in_background)
        head_keeper_ = std::make_unique<audit::HeadKeeper>(
            audit::HeadKeeper::Settings{
                .databases = [this] { return places_.all(); },
                .seed = audit_key(root),
                .file = data / "audit-heads.txt",
                .also_each_hour =
                    [this, &database, &clock, site_address = settings.public_address] {
                        tell_of_late_reviews(database, clock.now());
                        tell_of_late_overrides(database, places_, keys_, site_address, clock.now());
                        let_go_of_old(database, places_, clock.now());
                        forget_ended_visits(database, places_, clock.now());
                        remind_advisers(database, places_, keys_, site_address, clock.now());
                        insight::drop_old_uploads(database, clock);
                        services_.wake_mail();
                    }},
            clock);
}

void StaffService::start_notices(const std::string& address)
{
    if (notices_leave_)
        family_messages_.start(services_.public_address.empty() ? address
                                                                : services_.public_address);
}

void StaffService::wire_other_ways()
{
    sign_on_ = {.access = &services_,
                .gate = &gate_,
                .guard = &guard_,
                .talk = &talk_,
                .key = &sign_on_key_};
    services_.other_ways = [this](std::string_view next) {
        return sign_on::other_ways(sign_on_, next);
    };
}

void StaffService::wire_advice(const std::string& area_name)
{
    casework_ = {
        .access = &services_,
        .guard = &guard_,
        .drafts = &drafts_key_,
        .feeds = &feeds_key_,
        .area_name = area_name.empty() ? "this area" : area_name,
        .school_name =
            [this](Urn urn) {
                auto reading = services_.database->read();
                const auto school = places::find_school(reading, urn);
                return school ? places::shown_name(*school) : "School with URN " + urn.text();
            },
        .caseworkers =
            [this](const access::AgencyId& agency) {
                auto reading = services_.database->read();
                return caseworkers_of(reading, agency);
            },
        .covered_by =
            [this](const access::AgencyId& agency, const access::UserId& worker) {
                auto reading = services_.database->read();
                return access::covered_by(reading, agency, worker, services_.clock->today());
            },
        .name_of =
            [this](const access::AgencyId& agency, const access::UserId& user) {
                auto reading = services_.database->read();
                return access::name_of_user(reading, agency, user);
            }};
    casework_.service_named =
        [this](const access::AgencyId& agency) -> std::optional<casework::ServiceStore> {
        const auto found = [&] {
            auto reading = services_.database->read();
            return access::find_agency(reading, agency);
        }();
        if (!found || found->kind != access::AgencyKind::advice_service) return std::nullopt;
        return casework::ServiceStore{found->name, places_.of(agency, found->kind).database};
    };
    const auto notice_for = [this](casework::NoticeFor reader) {
        return [this, reader](const access::Actor& who) {
            auto reading = places_.of(who.agency, who.agency_kind).database->read();
            return casework::notice_of(reading, who.agency, who.agency_name, casework_.area_name,
                                       reader);
        };
    };
    services_.notice = notice_for(casework::NoticeFor::staff);
    services_.notice_to_family = notice_for(casework::NoticeFor::family);
    casework_.all_services = [this] { return advice_services(); };
    for (const auto& [text, href, act] :
         {std::array{"Today", "/advice", "advice.search"},
          std::array{"Record a contact", "/advice/contacts/new", "advice.create"},
          std::array{"Cases", "/advice/cases", "advice.search"},
          std::array{"Reports", "/advice/reports", "advice.report"}})
        services_.staff_menu.push_back({text, href, act});
    services_.staff_menu.push_back({"Cases kept", "/advice/keep", "cases_kept.view"});
    services_.staff_menu.push_back({"Import statistics", "/area/import", "statistics.import"});
    // The records of the advice service whose opening may ask for a purpose, and where each is
    // shown.
    for (const auto& [kind, name, path] : {std::array{"contact", "Contact", "/advice/contacts/"},
                                           std::array{"case", "Case", "/advice/cases/"}})
        guarded_.kinds[kind] = {
            .name = name,
            .find =
                [this, kind = std::string(kind)](const access::Actor& actor,
                                                 std::string_view record) {
                    return casework::standing_to(casework_, actor, kind, record);
                },
            .href = [path = std::string(path)](
                        std::string_view record) { return path + std::string(record); }};
}

std::vector<casework::PublishingService> StaffService::advice_services()
{
    std::vector<access::Agency> agencies;
    {
        auto reading = services_.database->read();
        agencies = access::all_agencies(reading);
    }
    std::vector<casework::PublishingService> services;
    for (const auto& agency : agencies)
        if (agency.kind == access::AgencyKind::advice_service)
            services.push_back(
                {agency.id, agency.name, places_.of(agency.id, agency.kind).database});
    return services;
}

void StaffService::add_pages(http::Router& router)
{
    access::add_pages(router, pages_);
    access::add_audit_pages(router, guarded_);
    access::add_purpose_pages(router, guarded_);
    access::add_break_glass_pages(router, guarded_);
    sign_on::add_pages(router, sign_on_);
    casework::add_pages(router, casework_);
}

void StaffService::add_api(http::Router& router, openapi::Document& description)
{
    access::add_api(router, description, guarded_);
}

} // namespace onroll::wiring
