// What messages with families need: the keys, the way out of the house that the area set up, and
// the rounds that take notices there. Part of wiring.
#pragma once

#include "casework/notice_rounds.h"
#include "casework/pages.h"
#include "people/address_safe.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/http_client/http_client.h"
#include "platform/mail/mail.h"
#include "wiring_advice.h"

#include <filesystem>
#include <memory>
#include <string>

namespace onroll::wiring {

/// How notices to families leave; each also from the environment or a configuration file. With
/// neither a mail server nor GOV.UK Notify they are put into the folder for messages.
struct NoticeGateway {
    std::string smtp_server; ///< "smtp://mail.example.gov.uk:587"
    std::string smtp_user;
    std::filesystem::path smtp_password_file;
    std::filesystem::path notify_key_file;
    std::string notify_email_template;
    std::string notify_text_template;
    std::string notify_stand_in; ///< "http://127.0.0.1:8090": asked in place of GOV.UK Notify
};

/// Lives as long as the server. Everything given outlives it.
class FamilyMessages {
public:
    FamilyMessages(AgencyPlaces& places, const Clock& clock, const crypto::Key& root,
                   mail::Carrier& folder);

    /// Another way out than the folder. bad_input says what is wrong with it.
    Result<void> leave_by(const NoticeGateway& gateway, const std::string& sender);
    void fill(casework::Services& services, const std::string& public_address,
              const std::string& advice_phone);
    /// Takes notices out from now on.
    void start(const std::string& public_address);

private:
    AgencyPlaces& places_;
    const Clock& clock_;
    people::AddressSafe safe_;
    AdviceKeys keys_;
    std::unique_ptr<http_client::Client> client_;
    std::unique_ptr<mail::Carrier> gateway_;
    mail::Carrier* way_out_;
    std::unique_ptr<casework::NoticeRounds> rounds_;
};

} // namespace onroll::wiring
