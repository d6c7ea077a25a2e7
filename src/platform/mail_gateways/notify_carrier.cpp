#include "platform/mail_gateways/notify_carrier.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <chrono>
#include <utility>

namespace onroll::mail {
namespace notify_carrier_detail {

/// The key is a name, the service's identifier and the secret, joined by hyphens; both are of 36
/// characters.
constexpr std::size_t identifier = 36;

std::string service_of(const std::string& key)
{
    return key.substr(key.size() - 2 * identifier - 1, identifier);
}

std::string secret_of(const std::string& key)
{
    return key.substr(key.size() - identifier);
}

std::vector<http_client::Header> proof(const NotifySettings& settings, Instant now)
{
    return {{"Authorization", "Bearer " + notify_token(settings, now)}};
}

Error did_not_take(int status)
{
    // 400: the address or the template is wrong, whenever it is tried. The rest may pass: a key
    // that was changed, too many at once, a fault of theirs.
    return Error{status == 400 ? ErrorKind::bad_input : ErrorKind::unavailable,
                 status == 400 ? "GOV.UK Notify refuses this address"
                               : "GOV.UK Notify does not take messages now",
                 "answer " + std::to_string(status),
                 {}};
}

} // namespace notify_carrier_detail
using namespace notify_carrier_detail;

Result<void> check_notify(const NotifySettings& settings)
{
    const auto& key = settings.api_key;
    const bool whole = key.size() > 2 * identifier + 2 && key[key.size() - identifier - 1] == '-' &&
                       key[key.size() - 2 * identifier - 2] == '-';
    if (!whole) return bad_input("The key of GOV.UK Notify is not whole. Copy it again");
    if (settings.email_template.empty())
        return bad_input("Name the template of GOV.UK Notify that emails are sent through");
    return {};
}

std::string notify_token(const NotifySettings& settings, Instant now)
{
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const json::Value head{{"typ", "JWT"}, {"alg", "HS256"}};
    const json::Value claims{{"iss", service_of(settings.api_key)}, {"iat", seconds}};
    const auto signed_part =
        crypto::to_base64url(json::print(head)) + "." + crypto::to_base64url(json::print(claims));
    return signed_part + "." +
           crypto::to_base64url(crypto::hmac_sha256(secret_of(settings.api_key), signed_part));
}

NotifyCarrier::NotifyCarrier(NotifySettings settings, http_client::Client& client,
                             const Clock& clock)
    : settings_(std::move(settings)), client_(client), clock_(clock)
{
}

Result<void> NotifyCarrier::carry(const Message& message, std::string_view reference, Instant)
{
    const bool text = message.way == Way::text;
    if (text && settings_.text_template.empty())
        return bad_input("Text messages are not set up. Choose email, or ring");
    json::Value personalisation{{"body", message.body}};
    if (!text) personalisation["subject"] = message.subject;
    const json::Value asked{
        {text ? "phone_number" : "email_address", message.to},
        {"template_id", text ? settings_.text_template : settings_.email_template},
        {"personalisation", personalisation},
        {"reference", std::string(reference)}};
    const auto answer =
        client_.post_json(settings_.base + "/v2/notifications/" + (text ? "sms" : "email"),
                          json::print(asked), proof(settings_, clock_.now()));
    if (!answer) return answer.error();
    if (answer->status == 201) return {};
    return did_not_take(answer->status);
}

Carrier::Outcome NotifyCarrier::outcome_of(std::string_view reference)
{
    const auto answer =
        client_.get_with(settings_.base + "/v2/notifications?reference=" + std::string(reference),
                         proof(settings_, clock_.now()));
    // Only an empty list says that Notify never had it.
    if (!answer || answer->status != 200) return Outcome::not_answered;
    const auto told = json::parse(answer->body);
    if (!told || !told->is_object() || !told->contains("notifications"))
        return Outcome::not_answered;
    const auto& all = (*told)["notifications"];
    if (!all.is_array()) return Outcome::not_answered;
    if (all.empty()) return Outcome::not_known;
    const auto status = json::text(all[0], "status");
    if (!status) return Outcome::not_answered;
    if (*status == "delivered") return Outcome::delivered;
    if (*status == "permanent-failure" || *status == "temporary-failure" ||
        *status == "technical-failure")
        return Outcome::failed;
    return Outcome::accepted;
}

} // namespace onroll::mail
