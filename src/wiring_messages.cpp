#include "wiring_messages.h"

#include "wiring_people.h"

#include "platform/mail_gateways/notify_carrier.h"
#include "platform/mail_gateways/smtp_carrier.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace onroll::wiring {
namespace wiring_messages_detail {

/// The first line of a file that holds a secret.
Result<std::string> secret_in(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::string secret;
    if (!stream || !std::getline(stream, secret) || secret.empty())
        return bad_input(file.string() + " cannot be read. It should hold the secret on one line");
    return secret;
}

} // namespace wiring_messages_detail
using namespace wiring_messages_detail;

FamilyMessages::FamilyMessages(AgencyPlaces& places, const Clock& clock, const crypto::Key& root,
                               mail::Carrier& folder)
    : places_(places), clock_(clock), safe_(address_safe(root)), keys_(advice_keys(root)),
      way_out_(&folder)
{
}

Result<void> FamilyMessages::leave_by(const NoticeGateway& gateway, const std::string& sender)
{
    if (!gateway.notify_key_file.empty()) {
        auto key = secret_in(gateway.notify_key_file);
        if (!key) return key.error();
        mail::NotifySettings settings{.api_key = std::move(*key),
                                      .email_template = gateway.notify_email_template,
                                      .text_template = gateway.notify_text_template};
        if (const auto sound = mail::check_notify(settings); !sound) return sound.error();
        client_ = http_client::make_client({.hosts = {"api.notifications.service.gov.uk"}});
        gateway_ = std::make_unique<mail::NotifyCarrier>(std::move(settings), *client_, clock_);
    } else if (!gateway.smtp_server.empty()) {
        http_client::SmtpSettings settings{.url = gateway.smtp_server, .user = gateway.smtp_user};
        if (const auto sound = http_client::check_smtp(settings); !sound) return sound.error();
        if (!gateway.smtp_password_file.empty()) {
            auto password = secret_in(gateway.smtp_password_file);
            if (!password) return password.error();
            settings.password = std::move(*password);
        }
        gateway_ = std::make_unique<mail::SmtpCarrier>(std::move(settings), sender);
    }
    if (gateway_) way_out_ = gateway_.get();
    return {};
}

void FamilyMessages::fill(casework::Services& services, const std::string& public_address,
                          const std::string& advice_phone)
{
    services.safe = &safe_;
    services.outbox = &keys_.outbox;
    services.links = &keys_.links;
    services.papers = &keys_.papers;
    services.public_address = public_address;
    services.advice_phone = advice_phone;
    services.advice_stores = [this] { return places_.advice(); };
    services.wake_notices = [this] {
        if (rounds_) rounds_->wake();
    };
}

void FamilyMessages::start(const std::string& public_address)
{
    rounds_ = std::make_unique<casework::NoticeRounds>(
        casework::NoticeSettings{.stores = [this] { return places_.advice(); },
                                 .outbox = keys_.outbox,
                                 .links = keys_.links,
                                 .gateway = way_out_,
                                 .clock = &clock_,
                                 .public_address = public_address});
}

} // namespace onroll::wiring
