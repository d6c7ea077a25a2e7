// Support access: for some hours somebody who looks after the server sees an agency's staff and
// settings, never a record, because that agency's administrator let them. trust.md W-08. Pure.
#pragma once

#include "access/types.h"

#include "kernel/random_id.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace onroll::access {

using SupportId = RandomId<struct SupportTag>;

struct Support {
    using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

    SupportId id;
    UserId user;
    std::string name;
    std::string email;
    std::string reason;
    UserId given_by;
    Moment given_at{};
    Moment ends_at{};
    std::optional<Moment> ended_at{}; ///< before its time

    bool runs(Moment now) const { return !ended_at && now < ends_at; }
};

/// For how many hours it may be given.
inline constexpr std::array support_hours{1, 4, 24};

} // namespace onroll::access
