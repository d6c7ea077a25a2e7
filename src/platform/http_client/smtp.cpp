#include "platform/http_client/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace onroll::http_client {
namespace smtp_detail {

struct FreeSession {
    void operator()(CURL* session) const { curl_easy_cleanup(session); }
};
struct FreeRecipients {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from)
{
    auto& left = *static_cast<std::string_view*>(from);
    const auto piece = std::min(left.size(), size * count);
    std::memcpy(into, left.data(), piece);
    left.remove_prefix(piece);
    return piece;
}

Error not_taken(ErrorKind kind, std::string detail)
{
    return Error{kind, "The mail server did not take the message", std::move(detail), {}};
}

} // namespace smtp_detail
using namespace smtp_detail;

Result<void> check_smtp(const SmtpSettings& settings)
{
    const auto& url = settings.url;
    if (url.starts_with("smtps://") || url.starts_with("smtp://")) return {};
    return bad_input("Give the mail server as smtp://name:587 or smtps://name:465");
}

Result<void> send_by_smtp(const SmtpSettings& settings, const std::string& sender,
                          const std::string& recipient, std::string_view message)
{
    static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(ready);
    const std::unique_ptr<CURL, FreeSession> session(curl_easy_init());
    const std::unique_ptr<curl_slist, FreeRecipients> recipients(
        curl_slist_append(nullptr, ("<" + recipient + ">").c_str()));
    auto* curl = session.get();
    curl_easy_setopt(curl, CURLOPT_URL, settings.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(settings.patience.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     long(settings.without_tls ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!settings.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + sender + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    auto left = message;
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &left);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    const auto code = curl_easy_perform(curl);
    if (code == CURLE_OK) return {};
    long said = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &said);
    const bool for_good = said >= 500 && said < 600 && code != CURLE_LOGIN_DENIED;
    return not_taken(for_good ? ErrorKind::bad_input : ErrorKind::unavailable,
                     said ? "answer " + std::to_string(said) : curl_easy_strerror(code));
}

} // namespace onroll::http_client
