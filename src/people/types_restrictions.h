// Records whose use is stopped while something about them is settled, and facts that somebody says
// are wrong. Values only. Source: UK GDPR Articles 16 and 18; trust.md G-04. Pure.
#pragma once

#include "people/types.h"

#include "access/types.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

using RestrictionId = RandomId<struct RestrictionTag>;
using DisputeId = RandomId<struct DisputeTag>;

/// Why use is stopped. Source: UK GDPR Article 18(1)(a) to (d).
enum class RestrictionGround : std::uint8_t {
    accuracy, ///< they say that it is wrong, and it is being checked
    unlawful, ///< it should not be held, and they want it kept
    claim,    ///< it is no longer needed here, and they need it for a legal claim
    objection ///< they object, and it is being weighed
};

/// One that stands, or stood.
struct Restriction {
    RestrictionId id;
    PersonId person;
    RestrictionGround ground = RestrictionGround::accuracy;
    std::string reason{};
    std::string begun_by{};
    std::chrono::sys_time<std::chrono::milliseconds> begun_at{};
    std::optional<Date> told_on{}; ///< when the person was told that it ends
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> ended_at{};
    bool operator==(const Restriction&) const = default;
};

/// A fact with both views. What the record says stays until somebody changes the record itself.
struct Dispute {
    DisputeId id;
    PersonId person;
    std::string about{};    ///< "The date of the meeting"
    std::string recorded{}; ///< what the record says
    std::string said{};     ///< what they say
    std::string said_by{};  ///< "The child’s mother"
    std::string noted_by{};
    std::chrono::sys_time<std::chrono::milliseconds> noted_at{};
    std::optional<Date> settled_on{};
    std::string outcome{};
    bool operator==(const Dispute&) const = default;
};

std::string_view key_of(RestrictionGround ground);
std::string_view in_words(RestrictionGround ground);
std::optional<RestrictionGround> restriction_ground_named(std::string_view key);
const std::vector<RestrictionGround>& all_restriction_grounds();

} // namespace onroll::people
