// Keys by which programs of an agency ask this server: what each is for, until when, by whom made.
// The key itself is shown once and kept as its hash alone. Follows trust.md A-16. Pure.
#pragma once

#include "access/types.h"

#include "kernel/date.h"
#include "kernel/result.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace onroll::access {

struct ApiKey {
    using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

    ApiKeyId id;
    std::string name; ///< of the program, as the administrator calls it
    KeyScope scope = KeyScope::check_audit;
    UserId made_by;
    Moment made_at;
    Date last_day; ///< it works through this day
    std::optional<Moment> revoked_at{};
    std::optional<Moment> last_used_at{}; ///< to the minute
};

struct NewApiKey {
    std::string name;
    KeyScope scope = KeyScope::check_audit;
    Date last_day;
};

/// For how many days a key may be made.
inline constexpr std::array key_days{30, 90, 365};

/// Whether it opens anything that day.
bool works(const ApiKey& key, Date today);

/// "Works until 2 May 2027", "Revoked", "Ended".
std::string state_in_words(const ApiKey& key, Date today);

} // namespace onroll::access
