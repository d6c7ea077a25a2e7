// The headers of what signed-in people are answered, page by page and refusal by refusal: nothing
// is kept by a browser or a proxy, read by another site, framed, or guessed at. trust.md S-03,
// S-11.
#include "tests/every_route/walks.h"

#include "platform/http/finish.h"
#include "platform/http/policy_reports.h"

#include <doctest/doctest.h>

#include <iostream>
#include <string>

namespace headers_test {

using namespace onroll;
using namespace tidemoor;

void check_headers(http::Response answer)
{
    http::add_standard_headers(answer, "1",
                               {.script_hash = "sha256-abc=",
                                .report_path = std::string(http::policy_reports_path),
                                .tls_in_front = true});
    const auto& headers = answer.headers;
    const auto policy = headers["Content-Security-Policy"];
    CHECK((policy.starts_with("default-src 'none'") ||
           policy.starts_with("sandbox; default-src 'none'")));
    CHECK(policy.find("unsafe") == std::string_view::npos);
    CHECK(headers["Cache-Control"] == "no-store");
    CHECK(headers["X-Content-Type-Options"] == "nosniff");
    CHECK(headers["Referrer-Policy"] == "no-referrer");
    CHECK(headers["Cross-Origin-Opener-Policy"] == "same-origin");
    CHECK(headers["Cross-Origin-Resource-Policy"] == "same-origin");
    CHECK(headers["Permissions-Policy"].find("camera=()") != std::string_view::npos);
    CHECK(headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains");
    CHECK_FALSE(headers.contains("Access-Control-Allow-Origin"));
    CHECK_FALSE(headers.contains("Access-Control-Allow-Credentials"));
    const auto type = headers["Content-Type"];
    // A text that somebody sent is kept as it came, in an encoding that nobody told, and is saved
    // and not shown.
    const bool as_it_came =
        type == "text/plain" && headers["Content-Disposition"].starts_with("attachment");
    if (type.starts_with("text/") && !as_it_came)
        CHECK(type.find("charset=utf-8") != std::string_view::npos);
}

TEST_CASE("every page and file that staff are shown carries the headers, and is kept by nobody")
{
    std::int64_t asked = 0;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get || !is_guarded(*one.route)) continue;
            CAPTURE(one.route->pattern);
            CAPTURE(access::key_of(who->role));
            check_headers(area().ask(*one.route, one.target, who));
            ++asked;
        }
    std::cout << "signed-in answers with their headers: " << asked << "\n";
    CHECK(asked > 1000);
}

TEST_CASE("so does every refusal, whatever the route and the role")
{
    auto& all = area();
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || is_for_programs(route)) continue;
        const auto target = path_for(route.pattern, std::string(32, 'a'));
        for (const auto& who : all.staff) {
            const auto answer = all.ask(route, target, &who, {.form_token = "another"});
            if (answer.status < 400) continue;
            CAPTURE(route.pattern);
            CAPTURE(access::key_of(who.role));
            CAPTURE(answer.status);
            check_headers(answer);
        }
    }
}

} // namespace headers_test
