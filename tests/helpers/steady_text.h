// A text without what differs between two answers to one question by itself, so that the two can be
// compared. Read letter by letter: tests compare tens of thousands of pages.
#pragma once

#include <string>
#include <string_view>

namespace onroll::steady_text {

/// Without random keys (43 or more of base64url) and ids (32 hexadecimal digits); `instead` stands
/// for each.
std::string without_keys(std::string_view text, std::string_view instead = {});
/// Without times of day ("9am", "10:30pm", "midday") and moments ("2026-11-26T09:00:00.000Z").
std::string without_times(std::string_view text, std::string_view instead = {});
/// Without how long a page waits before it warns its reader.
std::string without_time_outs(std::string_view text, std::string_view instead = {});

/// 32 hexadecimal digits and nothing else.
bool is_id(std::string_view text);
/// Each id in the text replaced by this one.
std::string with_ids_as(std::string_view text, std::string_view id);
/// A route's pattern with this in the place of each parameter.
std::string with_parameters_as(std::string_view pattern, std::string_view value);

} // namespace onroll::steady_text
