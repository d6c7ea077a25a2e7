// Safe hours as a caller says them: "after 3:30pm", "between 9 and 2", "before 5". Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace onroll::casework {

/// Minutes of the day in London; the last is not included.
struct SpokenHours {
    int earliest = 0;
    int latest = 24 * 60;
    bool operator==(const SpokenHours&) const = default;
};

/// The hours that the words name: "after", "from" and "not before" begin them, "before", "until",
/// "by" and "not after" end them, "between 9 and 2" and "9am to 2pm" do both. An hour of 1 to 7
/// without am or pm is in the afternoon. Nothing where no hour is named, or what is named cannot
/// be: then the words alone are kept. Source: trust rule F-07; how hours are said is our
/// convention.
std::optional<SpokenHours> hours_as_said(std::string_view said);

/// The one time of day that the words name: "1pm", "by 9:30am", "13:30", "midday". An hour of 1 to
/// 7 without am or pm is in the afternoon. Nothing where they name none, several or something else.
/// Source: conventions.md CV-29; how hours are said is our convention.
std::optional<std::chrono::minutes> time_as_said(std::string_view said);

} // namespace onroll::casework
