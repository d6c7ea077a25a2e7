// Readers of single header values and of the request target. Pure functions over bytes from
// outside; each is fuzzed.
#pragma once

#include "platform/http/fields.h"

#include "kernel/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::http {

/// The request line's target, taken apart and decoded (RFC 9112 section 3.2, origin and absolute
/// form).
struct Target {
    std::string path;                  ///< decoded, begins with "/"; "*" for OPTIONS *
    std::vector<std::string> segments; ///< decoded one by one, so that %2F stays inside its segment
    Fields query;
    std::string authority; ///< of an absolute form, which then counts instead of Host; else empty
};

/// bad_input for what is not a path, for broken escapes, control characters or bytes that are not
/// UTF-8.
Result<Target> parse_target(std::string_view target);

/// A Cookie header (RFC 6265 section 5.4). What cannot be read is left out; no more than 100 are
/// read.
Fields parse_cookies(std::string_view header);

/// "multipart/form-data; boundary=x".
struct ContentType {
    std::string type;     ///< lower case: "multipart/form-data"
    std::string boundary; ///< empty where absent
    std::string charset;  ///< lower case; empty where absent
};

/// bad_input for what is not type/subtype with parameters, or for a boundary that the standard does
/// not allow.
Result<ContentType> parse_content_type(std::string_view header);

/// One "; name=value" or "; name="quoted value"" after another (RFC 9110 section 5.6.6). Names in
/// lower case. Nothing where the text has another shape.
std::optional<Fields> parse_parameters(std::string_view text);

enum class Encoding { identity, gzip, brotli };

/// The best of brotli, gzip and none that an Accept-Encoding header allows (RFC 9110
/// section 12.5.3).
Encoding preferred_encoding(std::string_view accept_encoding);

/// Whether an If-None-Match header names this tag, compared weakly, or any with "*" (RFC 9110
/// section 13.1.2).
bool matches_etag(std::string_view if_none_match, std::string_view etag);

struct HostName {
    std::string name; ///< lower case, without a last dot; "[::1]" with its brackets
    std::optional<std::uint16_t> port;
};

/// A Host header. Nothing for anything but a name or address with an optional port.
std::optional<HostName> parse_host(std::string_view header);

enum class HostCheck { ours, malformed, another };

/// Compares the name of a Host header with ours (lower case, without port); the port does not
/// matter.
HostCheck check_host(std::string_view header, std::span<const std::string> ours);

/// Why the framing of a request is refused though each line could be read: several or odd lengths,
/// length beside Transfer-Encoding, another coding than chunked, a Host that is missing or
/// repeated. Nothing where all is well.
std::optional<std::string_view> framing_fault(const Headers& headers, int version);

/// A whole number in decimal digits only. Nothing for anything else or past 2^63.
std::optional<std::uint64_t> parse_length(std::string_view text);

/// `text` without spaces and tabs at its ends.
std::string_view trimmed(std::string_view text);

} // namespace onroll::http
