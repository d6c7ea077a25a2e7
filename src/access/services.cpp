#include "access/services.h"

#include "access/cookies.h"
#include "access/store_sign_ins.h"

#include "embedded/access_data.h"
#include "kernel/ensure.h"

namespace onroll::access {

Keys Keys::of(const crypto::Key& root)
{
    return {crypto::Key::derived(root, "one-time code seeds"), crypto::Key::derived(root, "mail"),
            crypto::Key::derived(root, "known browsers")};
}

Visit visit_of(const http::Request& request, const Services& services)
{
    Visit visit{request.address(), request.id(), browser_in_words(request.header("User-Agent")),
                std::string(request.cookie(browser_cookie)), services.public_address};
    if (visit.site.empty())
        visit.site =
            (services.tls_in_front ? "https://" : "http://") + std::string(request.header("Host"));
    return visit;
}

const CommonPasswords& shipped_common_passwords()
{
    static const CommonPasswords words([] {
        for (const auto& file : embedded::access_data())
            if (file.name.ends_with("common_passwords.txt")) return file.bytes;
        throw Bug("the build puts the list of common passwords into the program");
    }());
    return words;
}

http::Cookie cookie_for_sign_in(std::string token, SignInOf whose)
{
    return {.name = std::string(sign_in_cookie),
            .value = std::move(token),
            .same_site =
                whose == SignInOf::administrator ? http::SameSite::strict : http::SameSite::lax};
}

http::Cookie cookie_for_browser(std::string sealed)
{
    return {.name = std::string(browser_cookie),
            .value = std::move(sealed),
            .max_age_seconds = 365 * 24 * 3600};
}

void clear_sign_in(http::Response& response)
{
    response.cookies.push_back(
        {.name = std::string(sign_in_cookie), .value = {}, .max_age_seconds = 0});
    response.headers.set("Clear-Site-Data", "\"cache\", \"storage\"");
}

} // namespace onroll::access
