#include "platform/http/finish.h"

#include "platform/http/compress.h"
#include "platform/http/header_values.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace onroll::http {

namespace finish_detail {

constexpr std::size_t least_compressed = 1024;

void set_default(Headers& headers, std::string_view name, std::string value)
{
    if (!headers.contains(name)) headers.set(std::string(name), std::move(value));
}

std::string content_security_policy(const HeaderSettings& settings)
{
    std::string policy = "default-src 'none'; script-src 'self'";
    if (!settings.script_hash.empty()) policy += " '" + settings.script_hash + "'";
    policy += "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
              "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
    if (!settings.report_path.empty()) policy += "; report-uri " + settings.report_path;
    return policy;
}

std::string_view cache_control(Caching caching)
{
    switch (caching) {
    case Caching::no_store:
        return "no-store";
    case Caching::public_revalidated:
        return "public, no-cache";
    case Caching::public_five_minutes:
        return "public, max-age=300";
    case Caching::public_immutable:
        return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

void add_vary(Headers& headers)
{
    const auto vary = headers.find("Vary");
    // A page that is kept compressed says so itself.
    if (vary && *vary == "Accept-Encoding") return;
    headers.set("Vary", vary ? std::string(*vary) + ", Accept-Encoding" : "Accept-Encoding");
}

void compress_body(Response& response, const Request& request)
{
    if (response.headers.contains("Content-Encoding") || response.status == 304) return;
    if (response.content().size() < least_compressed) return;
    if (!is_worth_compressing(response.headers["Content-Type"])) return;
    add_vary(response.headers);
    const auto encoding = preferred_encoding(request.header("Accept-Encoding"));
    if (encoding == Encoding::identity) return;
    if (response.embedded) {
        const auto ready =
            encoding == Encoding::brotli ? response.embedded->brotli : response.embedded->gzip;
        if (!ready.empty()) {
            response.embedded = EmbeddedBody{ready, {}, {}};
            response.headers.set("Content-Encoding", std::string(encoding_name(encoding)));
            return;
        }
    }
    auto smaller = compressed(response.content(), encoding);
    if (smaller.empty() || smaller.size() >= response.content().size()) return;
    response.embedded.reset();
    response.body = std::move(smaller);
    response.headers.set("Content-Encoding", std::string(encoding_name(encoding)));
}

/// Answers 304 when the browser already has this content.
void answer_conditionally(Response& response, const Request& request)
{
    const bool asks = request.method() == Method::get || request.method() == Method::head;
    if (!asks || response.status != 200 || response.caching == Caching::no_store) return;
    set_default(response.headers, "ETag", weak_etag(response.content()));
    const auto known = request.headers().find("If-None-Match");
    if (!known || !matches_etag(*known, response.headers["ETag"])) return;
    response.status = 304;
    // A 304 carries what a 200 would have said about variants (RFC 9110 section 15.4.5), and no
    // body.
    if (is_worth_compressing(response.headers["Content-Type"])) add_vary(response.headers);
    response.headers.remove("Content-Type");
    response.headers.remove("Content-Encoding");
    response.body.clear();
    response.embedded.reset();
}

} // namespace finish_detail

Response finished_answer(const Router& router, Request& request, const HeaderSettings& settings)
{
    try {
        auto response = router.answer(request);
        finish(response, request, settings);
        return response;
    } catch (...) {
        // For instance a cookie that holds more than a token: a bug that no page can be drawn
        // around.
        auto response = text(
            "Sorry, there is a problem with the service\nReference: " + request.id() + "\n", 500);
        add_standard_headers(response, request.id(), settings);
        return response;
    }
}

std::string weak_etag(std::string_view content)
{
    // In the manner of FNV-1a, eight bytes at a time: names versions of one page, and guards
    // against nothing.
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto take = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x100000001b3;
        hash ^= hash >> 29;
    };
    for (; content.size() >= sizeof(std::uint64_t); content.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, content.data(), sizeof(word));
        take(word);
    }
    for (const char letter : content) take(static_cast<unsigned char>(letter));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "W/\"";
    for (int shift = 60; shift >= 0; shift -= 4) tag += digits[hash >> shift & 15u];
    return tag + '"';
}

void add_standard_headers(Response& response, std::string_view request_id,
                          const HeaderSettings& settings)
{
    using finish_detail::set_default;
    auto& headers = response.headers;
    set_default(headers, "Content-Security-Policy",
                finish_detail::content_security_policy(settings));
    set_default(headers, "X-Content-Type-Options", "nosniff");
    set_default(headers, "Referrer-Policy", "no-referrer");
    set_default(headers, "Cross-Origin-Opener-Policy", "same-origin");
    set_default(headers, "Cross-Origin-Resource-Policy", "same-origin");
    set_default(headers, "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    set_default(headers, "Cache-Control",
                std::string(finish_detail::cache_control(response.caching)));
    if (settings.tls_in_front)
        set_default(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (!request_id.empty()) headers.set("X-Request-Id", std::string(request_id));
    for (const auto& cookie : response.cookies) headers.add("Set-Cookie", set_cookie_value(cookie));
    response.cookies.clear();
}

void finish(Response& response, const Request& request, const HeaderSettings& settings)
{
    // A cookie is for one person: whoever shares a cache must not get it.
    if (!response.cookies.empty()) response.caching = Caching::no_store;
    add_standard_headers(response, request.id(), settings);
    finish_detail::answer_conditionally(response, request);
    finish_detail::compress_body(response, request);
}

} // namespace onroll::http
