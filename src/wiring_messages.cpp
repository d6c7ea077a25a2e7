#include "wiring_messages.h"

#include "wiring_people.h"

#include "platform/mail_gateways/notify_carrier.h"
#include "platform/mail_gateways/smtp_carrier.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace onroll::wiring {
namespace wiring_messages_detail {

constexpr std::string_view this_machine = "127.0.0.1";

/// "http://127.0.0.1:8090" and nothing more.
bool is_on_this_machine(std::string_view address)
{
    const auto before = "http://" + std::string(this_machine) + ":";
    if (!address.starts_with(before)) return false;
    address.remove_prefix(before.size());
    return !address.empty() && address.size() <= 5 &&
           std::all_of(address.begin(), address.end(), [](char c) { return c >= '0' && c <= '9'; });
}

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
        http_client::Settings asked{.hosts = {"api.notifications.service.gov.uk"}};
        if (!gateway.notify_stand_in.empty()) {
            if (!is_on_this_machine(gateway.notify_stand_in))
                return bad_input("A stand-in for GOV.UK Notify is on this machine, as "
                                 "http://127.0.0.1:8090");
            settings.base = gateway.notify_stand_in;
            asked = {.hosts = {std::string(this_machine)}, .inside_addresses = true};
        }
        client_ = http_client::make_client(std::move(asked));
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
