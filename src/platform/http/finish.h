// The last step of an answer: security headers, caching, conditional GET, compression. Pure: no
// socket, no clock.
#pragma once

#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/router.h"

#include <string>
#include <string_view>

namespace onroll::http {

struct HeaderSettings {
    /// The inline script that pages may run, "sha256-...="; empty allows none.
    std::string script_hash = {};
    /// Where browsers send content-security reports, a path of our own; empty sends none.
    std::string report_path = {};
    /// Whether people reach us through TLS: sends HSTS.
    bool tls_in_front = false;
};

/// Adds what each answer carries unless the handler set it: Content-Security-Policy, nosniff,
/// Referrer-Policy, opener and resource policies, Permissions-Policy, Cache-Control, X-Request-Id,
/// Set-Cookie; HSTS when TLS is in front.
void add_standard_headers(Response& response, std::string_view request_id,
                          const HeaderSettings& settings);

/// Standard headers, then ETag and 304 for public answers to GET and HEAD, then Vary and
/// compression from 1 kB. The body of a HEAD stays, so that its length is known; the server leaves
/// it out.
void finish(Response& response, const Request& request, const HeaderSettings& settings);

/// Routes, answers and finishes. Never throws: a fault in finishing becomes a plain 500.
Response finished_answer(const Router& router, Request& request, const HeaderSettings& settings);

/// A weak entity tag from the content: W/"0123456789abcdef".
std::string weak_etag(std::string_view content);

} // namespace onroll::http
