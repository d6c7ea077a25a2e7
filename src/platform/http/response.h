// An answer, and the named ways to make one. Security headers, ETag and compression are added
// later, in finish.h.
#pragma once

#include "platform/http/fields.h"

#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::http {

/// Who may keep an answer. Anything that is not said to be public is stored by nobody.
enum class Caching {
    no_store,
    public_revalidated, ///< kept, but asked again each time: answered 304 while unchanged
    public_five_minutes,
    public_immutable, ///< the name changes with the content
};

enum class SameSite { lax, strict };

/// Always HttpOnly and Path=/. A name beginning with __Host- needs `secure`.
struct Cookie {
    std::string name;
    std::string value; ///< a token: letters, digits and -_.~ only
    bool secure = true;
    SameSite same_site = SameSite::lax;
    std::optional<int> max_age_seconds = {}; ///< nothing: until the browser closes; 0 removes it
};

/// Bytes that live as long as the program, with their compressed forms where the build made them.
struct EmbeddedBody {
    std::string_view plain;
    std::string_view brotli;
    std::string_view gzip;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<EmbeddedBody> embedded; ///< sent instead of `body`, without a copy
    std::vector<Cookie> cookies;
    Caching caching = Caching::no_store;
    /// Set by failure(): the router shows it with the error page, or as problem+json under /api.
    std::optional<Error> error;

    std::string_view content() const { return embedded ? embedded->plain : std::string_view(body); }
};

/// text/html, UTF-8.
Response html(std::string body, int status = 200);
/// text/plain, UTF-8.
Response text(std::string body, int status = 200);
/// application/json.
Response json(std::string body, int status = 200);
/// text/csv as a download named `file_name` (ASCII letters, digits, - _ . only; others become -).
Response csv(std::string body, std::string_view file_name);
/// Any content type, with its charset where it is text.
Response bytes(std::string body, std::string content_type, int status = 200);
/// A file to save, never shown inside a page of ours, under the name that people know it by, in any
/// writing (RFC 6266). Whatever it holds, it runs nothing here. trust.md U-04.
Response download(std::string body, std::string content_type, std::string_view file_name);
/// 303: what to GET after a POST. Only a path of our own: one "/" first, no scheme, no control
/// characters; else "/".
Response redirect(std::string_view path);
/// 204 and nothing more.
Response no_content();

/// Expected trouble: the status of its kind; the router gives it the right page or problem
/// document.
Response failure(Error error);
/// The same with the words of a page that was not found.
Response not_found();
/// 400 for bad_input, 404 not_found, 403 not_allowed, 409 conflict, 413 too_large, 503 unavailable.
int status_of(ErrorKind kind);
/// The standard's phrase: "Not Found" for 404.
std::string_view reason_phrase(int status);

/// One member of a problem document's errors[].
struct ProblemError {
    std::string detail;  ///< what is wrong and what to do
    std::string pointer; ///< JSON pointer to the member, "/history/0/date"; may be empty
};

/// RFC 9457. `type` "about:blank" means that the title is the status's own.
struct Problem {
    int status = 400;
    std::string title = {};
    std::string detail = {};
    std::string type = "about:blank";
    std::string instance = {}; ///< a URI of this occurrence: "urn:request:..." with the reference
    std::vector<ProblemError> errors = {};
};

/// application/problem+json with type, title, status, detail, instance, errors[].
Response problem(const Problem& problem);
Response problem(const Error& error, std::string_view request_id = {});

/// Lets any site's scripts read this answer: open data only, never beside a cookie.
Response open_data(Response response);

/// One Set-Cookie header's value.
std::string set_cookie_value(const Cookie& cookie);

/// `text` as a JSON string with its quotes.
std::string json_string(std::string_view text);

} // namespace onroll::http
