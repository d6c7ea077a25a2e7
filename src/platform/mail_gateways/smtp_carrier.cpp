#include "platform/mail_gateways/smtp_carrier.h"

#include <algorithm>
#include <utility>

namespace onroll::mail {

SmtpCarrier::SmtpCarrier(http_client::SmtpSettings settings, std::string sender)
    : settings_(std::move(settings)), sender_(std::move(sender))
{
}

Result<void> SmtpCarrier::carry(const Message& message, std::string_view reference, Instant made)
{
    if (message.way == Way::text)
        return bad_input("Text messages are not set up. Choose email, or ring");
    // An address of two lines, or with an angle, would speak to the server itself.
    if (message.to.find_first_of("<>\r\n ") != std::string::npos)
        return bad_input("This email address is not one that can be written to");
    return http_client::send_by_smtp(settings_, sender_, message.to,
                                     as_file(message, sender_, reference, made));
}

} // namespace onroll::mail
