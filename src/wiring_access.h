// What stands behind a sign-in, put together: keys, password hashing, the mail that waits, the gate
// and the guard, and the pages of access. Part of wiring.
#pragma once

#include "access/gate.h"
#include "access/guard.h"
#include "access/pages.h"
#include "access/password_hashing.h"
#include "access/services.h"
#include "access/services_guarded.h"
#include "audit/head_keeper.h"
#include "audit/recorder.h"
#include "design/page.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/http/router.h"
#include "platform/mail/mail.h"
#include "platform/virus_scan/virus_scan.h"
#include "platform/openapi/openapi.h"
#include "sign_on/pages.h"
#include "wiring_advice.h"
#include "wiring_messages.h"
#include "casework/pages.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace onroll::wiring {

/// How staff sign in; each also from the environment or a configuration file.
struct StaffSettings {
    access::HashingSettings hashing{};
    int code_skew = 0;          ///< half minutes that a phone's clock may be wrong
    std::string public_address; ///< "https://onroll.example.gov.uk", for links in mail
    bool tls_in_front = false;
    std::filesystem::path mail_folder; ///< empty: "outbox" in the data folder
    std::string mail_sender = "onroll@localhost";
    /// What looks through attachments before they are kept; nothing where none is configured.
    std::optional<virus_scan::ScannerAddress> virus_scanner{};
    /// The most that all files of one advice service hold.
    std::uint64_t most_attached = casework::most_of_a_service;
    NoticeGateway notices;    ///< how notices to families leave
    std::string advice_phone; ///< of the advice service; may be empty
    /// Delivers mail and signs the audit's ends; a test that counts queries goes without.
    bool works_in_background = true;
};

/// The key that everything sealed in this data folder is sealed under, made the first time.
Result<crypto::Key> root_key(const std::filesystem::path& data);

/// Lives as long as the server. Everything given outlives it. `postgres` is the address of a
/// PostgreSQL server that holds the advice services' stores; empty for files in the data folder.
/// `area_name` is empty where the area has not said it.
class StaffService {
public:
    StaffService(db::Database& database, const Clock& clock, const design::Site& site,
                 const std::string& area_name, const std::filesystem::path& data,
                 const crypto::Key& root, const StaffSettings& settings,
                 const std::string& postgres);

    /// Does now what is due each hour, in the thread that does it each hour, and returns when it is
    /// done. Nothing where nothing works in the background.
    void do_hourly_work()
    {
        if (head_keeper_) head_keeper_->do_now();
    }

    /// Menu entries of other parts go in here before the first request.
    access::Services& services() { return services_; }
    /// Sets up another way for notices to families than the folder. bad_input says what is wrong.
    Result<void> send_notices_by(const NoticeGateway& gateway, const std::string& sender)
    {
        return family_messages_.leave_by(gateway, sender);
    }
    /// Takes notices to families out of their stores from now on.
    /// `address` is what their links begin with where no public address is set.
    void start_notices(const std::string& address);
    const access::Gate& gate() const { return gate_; }
    const access::Guard& guard() const { return guard_; }
    /// Kinds of records that other parts know go in here before the first request.
    access::GuardedServices& guarded() { return guarded_; }
    /// What the advice service's pages are told by other parts goes in here, likewise.
    casework::Services& advice() { return casework_; }

    /// The stores of advice services, for what they share. One that cannot be opened is left out.
    std::vector<db::Database*> stores_apart() { return places_.apart(); }

    void add_pages(http::Router& router);
    void add_api(http::Router& router, openapi::Document& description);

private:
    void wire_other_ways();
    void wire_advice(const std::string& area_name);
    std::vector<casework::PublishingService> advice_services();

    access::Keys keys_;
    crypto::Key drafts_key_;
    crypto::Key feeds_key_;
    access::PasswordHashing hashing_;
    mail::FolderDrop carrier_;
    std::unique_ptr<mail::Delivery> delivery_; ///< nothing while a restored copy is quarantined
    AgencyPlaces places_;
    access::Services services_;
    access::Gate gate_;
    access::Guard guard_;
    access::GuardedServices guarded_;
    access::Pages pages_;
    crypto::Key sign_on_key_;
    sign_on::ProviderTalk talk_;
    sign_on::Services sign_on_;
    casework::Services casework_;
    FamilyMessages family_messages_;
    std::unique_ptr<audit::HeadKeeper> head_keeper_;
    bool notices_leave_ = false; ///< not from a restored copy, nor from a test that counts
};

/// What signs where the audit's chains end.
crypto::Key audit_key(const crypto::Key& root);

} // namespace onroll::wiring
