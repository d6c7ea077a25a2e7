// Messages handed to the area's own mail server. Emails alone: a mail server carries no texts.
#pragma once

#include "platform/http_client/smtp.h"
#include "platform/mail/mail.h"

#include <string>

namespace onroll::mail {

class SmtpCarrier final : public Carrier {
public:
    /// `sender` is the address that messages come from.
    SmtpCarrier(http_client::SmtpSettings settings, std::string sender);
    Result<void> carry(const Message& message, std::string_view reference, Instant made) override;

private:
    http_client::SmtpSettings settings_;
    std::string sender_;
};

} // namespace onroll::mail
