#include "check/typed.h"

#include "kernel/whole_characters.h"

#include <charconv>
#include <cmath>

namespace onroll::check {

std::string_view within_limit(std::string_view text)
{
    return whole_characters(text, longest_account);
}

TypedDate typed_date(const http::Fields& fields, const std::string& prefix)
{
    const auto box = [&](const char* name) { return std::string(fields[prefix + "-" + name]); };
    return {box("day"), box("month"), box("year")};
}

std::optional<int> typed_half_days(std::string_view typed)
{
    std::string kept;
    for (const char c : typed)
        if (c != ' ') kept += c;
    double number = 0;
    const auto [stop, trouble] = std::from_chars(kept.data(), kept.data() + kept.size(), number);
    if (kept.empty() || trouble != std::errc{} || stop != kept.data() + kept.size() || number < 0 ||
        number > 200 || 2 * number != std::floor(2 * number))
        return std::nullopt;
    return static_cast<int>(2 * number);
}

std::string half_days_as_typed(int half_days)
{
    return std::to_string(half_days / 2) + (half_days % 2 ? ".5" : "");
}

std::string council_as_typed(int code)
{
    const auto digits = std::to_string(code);
    return digits.size() < 3 ? std::string(3 - digits.size(), '0') + digits : digits;
}

} // namespace onroll::check
