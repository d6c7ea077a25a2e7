#include "wiring_access.h"

#include "access/pages_audit.h"
#include "access/pages_break_glass.h"
#include "access/pages_purpose.h"
#include "access/store_break_glass.h"
#include "platform/backup/quarantine.h"

#include <system_error>
#include <vector>

namespace onroll::wiring {

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
                           const crypto::Key& root, const StaffSettings& settings)
    : keys_(access::Keys::of(root)), drafts_key_(crypto::Key::derived(root, "drafts")),
      hashing_(settings.hashing),
      carrier_(settings.mail_folder.empty() ? data / "outbox" : settings.mail_folder,
               settings.mail_sender),
      recorder_(database, clock),
      gate_(services_,
            access::draft_keeper(
                [&database](const access::AgencyId&) -> db::Database& { return database; },
                drafts_key_, clock)),
      guard_({.ask_sign_in =
                  [this](const http::Request& request) { return gate_.asks_to_sign_in(request); },
              .ask_proof =
                  [this](const http::Request& request, std::string_view next) {
                      return gate_.asks_for_fresh_proof(request, next);
                  },
              .place =
                  [this, &database](const access::Actor&) {
                      return access::AuditPlace{&database, &recorder_};
                  },
              .database = &database,
              .clock = &clock,
              .keep_draft = access::draft_keeper(
                  [&database](const access::AgencyId&) -> db::Database& { return database; },
                  drafts_key_, clock)})
{
    // What a restored copy still holds was sent long ago.
    if (!backup::is_quarantined(data))
        delivery_ = std::make_unique<mail::Delivery>(database, keys_.mail, carrier_, clock);
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
    services_.staff_menu = {{"Start", "/start", "account.view"},
                            {"Staff", "/staff", "staff.view"},
                            {"Organisations", "/agencies", "agency.open"},
                            {"Audit", "/audit", "audit.check"}};
    guarded_.services = &services_;
    guarded_.guard = &guard_;
    guarded_.drafts = &drafts_key_;
    guarded_.audit_public_key = crypto::signing_public_key(audit_key(root));
    pages_ = {&services_, &gate_, &guard_};
    head_keeper_ = std::make_unique<audit::HeadKeeper>(
        audit::HeadKeeper::Settings{
            .databases = [&database] { return std::vector<db::Database*>{&database}; },
            .seed = audit_key(root),
            .file = data / "audit-heads.txt",
            .also_each_hour =
                [&database, &clock] {
                    db::with_retry(database, "tell of late reviews",
                                   [&clock](db::Transaction& transaction) {
                                       access::escalate_late_reviews(transaction, clock.now());
                                   });
                }},
        clock);
}

void StaffService::add_pages(http::Router& router)
{
    access::add_pages(router, pages_);
    access::add_audit_pages(router, guarded_);
    access::add_purpose_pages(router, guarded_);
    access::add_break_glass_pages(router, guarded_);
}

} // namespace onroll::wiring
