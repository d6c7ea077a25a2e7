// Hands one message to the area's own mail server by SMTP, and knows nothing of what is in it.
// Source: RFC 5321; RFC 3207 (TLS).
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace onroll::http_client {

struct SmtpSettings {
    std::string url; ///< "smtp://mail.example.gov.uk:587" or "smtps://…"
    std::string user{};
    std::string password{};
    std::chrono::milliseconds patience{20000};
    /// For a mail server on this machine alone: speaks without TLS.
    bool without_tls = false;
};

/// bad_input unless it is an address of a mail server.
Result<void> check_smtp(const SmtpSettings& settings);

/// `message` is a whole message of RFC 5322, its lines ended by CRLF. One recipient. unavailable
/// where the server does not answer or does not take it now; bad_input where it refuses the
/// recipient for good (a 5xx answer). `detail` holds the code alone.
Result<void> send_by_smtp(const SmtpSettings& settings, const std::string& sender,
                          const std::string& recipient, std::string_view message);

} // namespace onroll::http_client
