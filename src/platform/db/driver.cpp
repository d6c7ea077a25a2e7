#include "platform/db/driver.h"

#include <cmath>

namespace onroll::db {

namespace driver_detail {

/// How many bytes the UTF-8 character at the front has; 0 when it is none. RFC 3629, section 4.
std::size_t character_length(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length > text.size()) return 0;
    for (std::size_t at = 1; at < length; ++at)
        if ((byte(at) & 0xC0) != 0x80) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0; // Written longer than it needs.
    if (first == 0xED && byte(1) > 0x9F) return 0; // Half of a UTF-16 pair.
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0; // Past the last character.
    return length;
}

bool is_plain_utf8(std::string_view text)
{
    while (!text.empty()) {
        const auto length = character_length(text);
        if (length == 0 || text.front() == '\0') return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace driver_detail

std::string_view word_for(Holds holds)
{
    switch (holds) {
    case Holds::null:
        return "NULL";
    case Holds::integer:
        return "integer";
    case Holds::real:
        return "real";
    case Holds::numeric:
        return "numeric";
    case Holds::boolean:
        return "boolean";
    case Holds::text:
        return "text";
    case Holds::blob:
        return "blob";
    case Holds::other:
        return "a type outside the dialect";
    }
    return "a type outside the dialect";
}

Timing& Timings::of(std::string_view name)
{
    const std::lock_guard turn(turn_);
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) return found->second;
    return by_name_.try_emplace(std::string(name)).first->second;
}

std::vector<StatementTiming> Timings::all() const
{
    const std::lock_guard turn(turn_);
    std::vector<StatementTiming> timings;
    for (const auto& [name, timing] : by_name_)
        timings.push_back(
            {name, timing.runs.load(), std::chrono::nanoseconds{timing.nanoseconds.load()}});
    return timings;
}

std::int64_t Connection::run_rows(const Sql& sql, std::span<const OwnedRow> rows)
{
    std::int64_t changed = 0;
    for (const auto& row : rows) changed += run(sql, row.values);
    return changed;
}

void check_portable(const Value& value, const Sql& sql)
{
    if (const auto* text = std::get_if<std::string_view>(&value.held)) {
        if (!driver_detail::is_plain_utf8(*text))
            throw Failure(FailureKind::misuse, std::string(sql.name),
                          "a text is not UTF-8 without zero bytes");
    } else if (const auto* real = std::get_if<double>(&value.held)) {
        if (!std::isfinite(*real))
            throw Failure(FailureKind::misuse, std::string(sql.name),
                          "a real is not a finite number");
    }
}

} // namespace onroll::db
