#include "platform/http/response.h"

#include "platform/http/percent.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <utility>

namespace onroll::http {

namespace response_detail {

bool is_file_name_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
}

std::string safe_file_name(std::string_view name)
{
    std::string safe(name);
    std::ranges::replace_if(
        safe, [](char letter) { return !is_file_name_letter(letter); }, '-');
    return safe.empty() ? "download.csv" : safe;
}

bool is_cookie_text(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char letter) { return is_file_name_letter(letter) || letter == '~'; });
}

/// S-10: one slash first ("//host" and "/\host" are other hosts to a browser), nothing that ends a
/// header.
bool is_own_path(std::string_view path)
{
    const bool another_host = path.size() > 1 && (path[1] == '/' || path[1] == '\\');
    return path.starts_with('/') && !another_host && !has_control_characters(path);
}

std::string_view title_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::bad_input:
        return "There is a problem with what was sent";
    case ErrorKind::not_found:
        return "Page not found";
    case ErrorKind::not_allowed:
        return "You cannot see this page";
    case ErrorKind::conflict:
        return "This was changed by somebody else";
    case ErrorKind::too_large:
        return "What was sent is too large";
    case ErrorKind::unavailable:
        return "The service is busy";
    }
    return "There is a problem with the service";
}

} // namespace response_detail

Response bytes(std::string body, std::string content_type, int status)
{
    Response response;
    response.status = status;
    response.headers.set("Content-Type", std::move(content_type));
    response.body = std::move(body);
    return response;
}

Response html(std::string body, int status)
{
    return bytes(std::move(body), "text/html; charset=utf-8", status);
}

Response text(std::string body, int status)
{
    return bytes(std::move(body), "text/plain; charset=utf-8", status);
}

Response json(std::string body, int status)
{
    return bytes(std::move(body), "application/json; charset=utf-8", status);
}

Response csv(std::string body, std::string_view file_name)
{
    auto response = bytes(std::move(body), "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"" +
                                                    response_detail::safe_file_name(file_name) +
                                                    "\"");
    return response;
}

Response download(std::string body, std::string content_type, std::string_view file_name)
{
    auto response = bytes(std::move(body), std::move(content_type));
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + response_detail::safe_file_name(file_name) +
                             "\"; filename*=UTF-8''" + percent_encoded(file_name));
    response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    response.headers.set("X-Content-Type-Options", "nosniff");
    return response;
}

Response redirect(std::string_view path)
{
    Response response;
    response.status = 303;
    response.headers.set("Location", std::string(response_detail::is_own_path(path) ? path : "/"));
    return response;
}

Response no_content()
{
    Response response;
    response.status = 204;
    return response;
}

Response failure(Error error)
{
    auto response = text(error.message, status_of(error.kind));
    response.error = std::move(error);
    return response;
}

Response not_found()
{
    return failure(onroll::not_found("If you typed the address, check that it is correct."));
}

int status_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::bad_input:
        return 400;
    case ErrorKind::not_found:
        return 404;
    case ErrorKind::not_allowed:
        return 403;
    case ErrorKind::conflict:
        return 409;
    case ErrorKind::too_large:
        return 413;
    case ErrorKind::unavailable:
        return 503;
    }
    return 500;
}

std::string_view reason_phrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

std::string json_string(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string quoted = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (byte < 32) {
            quoted += "\\u00";
            quoted += digits[byte >> 4];
            quoted += digits[byte & 15u];
        } else {
            quoted += letter;
        }
    }
    return quoted + '"';
}

Response problem(const Problem& problem)
{
    const auto title =
        problem.title.empty() ? std::string(reason_phrase(problem.status)) : problem.title;
    std::string body = "{\"type\":" + json_string(problem.type) +
                       ",\"title\":" + json_string(title) +
                       ",\"status\":" + std::to_string(problem.status) +
                       ",\"detail\":" + json_string(problem.detail);
    if (!problem.instance.empty()) body += ",\"instance\":" + json_string(problem.instance);
    body += ",\"errors\":[";
    for (const auto& error : problem.errors) {
        if (body.back() != '[') body += ',';
        body += "{\"detail\":" + json_string(error.detail) +
                ",\"pointer\":" + json_string(error.pointer) + '}';
    }
    return bytes(body + "]}\n", "application/problem+json; charset=utf-8", problem.status);
}

Response problem(const Error& error, std::string_view request_id)
{
    Problem shown;
    shown.status = status_of(error.kind);
    shown.title = response_detail::title_of(error.kind);
    shown.detail = error.message;
    if (!request_id.empty()) shown.instance = "urn:onroll:request:" + std::string(request_id);
    if (!error.where.empty()) shown.errors.push_back({error.message, error.where});
    return problem(shown);
}

Response open_data(Response response)
{
    ensure(response.cookies.empty(), "open data never comes with a cookie");
    response.headers.set("Access-Control-Allow-Origin", "*");
    response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    return response;
}

std::string set_cookie_value(const Cookie& cookie)
{
    ensure(!cookie.name.empty() && response_detail::is_cookie_text(cookie.name) &&
               response_detail::is_cookie_text(cookie.value),
           "a cookie holds only a token");
    ensure(cookie.secure || !cookie.name.starts_with("__Host-"), "a __Host- cookie is secure");
    auto value = cookie.name + '=' + cookie.value + "; Path=/; HttpOnly";
    if (cookie.secure) value += "; Secure";
    value += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
    if (cookie.max_age_seconds) value += "; Max-Age=" + std::to_string(*cookie.max_age_seconds);
    return value;
}

} // namespace onroll::http
