// Messages handed to GOV.UK Notify, by its API: emails and texts through one template each, which
// holds nothing but ((subject)) and ((body)). Source: GOV.UK Notify, REST API documentation
// (authentication by a JSON Web Token of HS256, RFC 7515 and 7519).
#pragma once

#include "platform/http_client/http_client.h"
#include "platform/mail/mail.h"

#include <string>

namespace onroll::mail {

struct NotifySettings {
    std::string api_key;        ///< name, service and secret, as Notify shows it once
    std::string email_template; ///< with ((subject)) and ((body))
    std::string text_template;  ///< with ((body)); empty: no texts
    std::string base = "https://api.notifications.service.gov.uk";
};

/// bad_input unless the key ends in two identifiers and there is a template.
Result<void> check_notify(const NotifySettings& settings);

/// The token that a request is proved with, good for half a minute either way of `now`.
std::string notify_token(const NotifySettings& settings, Instant now);

class NotifyCarrier final : public Carrier {
public:
    /// Everything given outlives it.
    NotifyCarrier(NotifySettings settings, http_client::Client& client, const Clock& clock);
    Result<void> carry(const Message& message, std::string_view reference, Instant made) override;
    Outcome outcome_of(std::string_view reference) override;

private:
    NotifySettings settings_;
    http_client::Client& client_;
    const Clock& clock_;
};

} // namespace onroll::mail
