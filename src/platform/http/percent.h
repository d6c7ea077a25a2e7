// Percent-encoding and name=value pairs, as in queries and forms (WHATWG URL,
// application/x-www-form-urlencoded). Pure.
#pragma once

#include "platform/http/fields.h"

#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::http {

enum class Plus { is_plus, is_space };

/// `text` with its %41 escapes read. Nothing for a broken escape, for bytes that are not UTF-8, for
/// NUL.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

/// `text` safe as one segment of a path or one value of a query.
std::string percent_encoded(std::string_view text);

/// Well-formed UTF-8 without over-long forms, surrogates or NUL.
bool is_plain_utf8(std::string_view text);

/// Whether a character below 32 or 127 occurs.
bool has_control_characters(std::string_view text);

struct PairLimits {
    std::size_t pairs = 2'000;
    std::size_t name_bytes = 200;
    std::size_t value_bytes = 1024 * 1024;
};

/// "a=1&b=2+3". bad_input for broken escapes, too_large over a limit.
Result<Fields> parse_pairs(std::string_view text, const PairLimits& limits = {});

} // namespace onroll::http
