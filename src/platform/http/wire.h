// What goes over the wire besides bodies: the head of an answer, and the reference of a request. No
// socket.
#pragma once

#include "platform/http/response.h"

#include <cstdint>
#include <ctime>
#include <string>

namespace onroll::http {

enum class AfterAnswer { keep_alive, close };

/// Status line and headers with the blank line. `length` is the body's, also for a HEAD; left out
/// for 204 and 304. Throws Bug for a header that holds a control character.
std::string response_head(const Response& response, std::uint64_t length, AfterAnswer after,
                          std::time_t now);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(std::time_t moment);

/// 16 hexadecimal digits, different each time: names one request in the log and on error pages.
std::string new_request_id();

/// For connections past a cap, which are not read: 503 with Retry-After.
std::string full_house_answer();

} // namespace onroll::http
