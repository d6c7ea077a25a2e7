// Members of staff as their agency knows them: what they may, for whom they stand in, what a second
// administrator has yet to agree to, where they are signed in. Pure.
#pragma once

#include "access/types.h"

#include "kernel/date.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

enum class UserState { invited, active, disabled };
std::string_view key_of(UserState state);
/// "Invited", "Active", "Disabled".
std::string_view in_words(UserState state);

/// A member of staff in one agency.
struct User {
    UserId id;
    AgencyId agency;
    std::string name;
    std::string email; ///< folded: folded_email()
    UserState state = UserState::invited;
    std::optional<std::string> password_hash{};
    std::vector<Role> roles{};
    std::vector<TeamId> teams{};

    bool has(Role role) const;
};

/// What must go elsewhere before a team can be removed.
struct TeamHolds {
    std::vector<User> people{}; ///< by name; disabled accounts too
    std::int64_t records = 0;   ///< of people, on the team's caseload
    bool nothing() const { return people.empty() && records == 0; }
};

/// Somebody's caseload in another's hands, both days included.
struct Cover {
    UserId absent;
    UserId covered_by;
    Date first_day;
    Date last_day;
    bool operator==(const Cover&) const = default;
};
enum class RequestKind { make_administrator, replace_factor };
std::string_view key_of(RequestKind kind);
std::optional<RequestKind> request_kind_named(std::string_view key);

/// What one administrator asked for and a second one must agree to.
struct StaffRequest {
    UserId user;
    RequestKind kind;
    UserId asked_by;
    std::chrono::sys_time<std::chrono::milliseconds> asked_at;
};
/// What a person sees of their own sign-ins.
struct SignInSeen {
    SignInId id;
    Proof proof;
    std::string browser;
    std::chrono::sys_time<std::chrono::milliseconds> started_at;
    std::chrono::sys_time<std::chrono::milliseconds> seen_at;
};
} // namespace onroll::access
