// How long a sign-in lasts and how many guesses are taken. Pure: moments come in, answers go out.
// Follows trust.md.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// How long somebody may be still, and stay in all.
struct SignInLimits {
    std::chrono::minutes idle{30};
    std::chrono::minutes absolute{8 * 60};
    std::chrono::minutes warned_before{5};
    std::chrono::minutes fresh{10};      ///< a proof counts as fresh for so long
    std::chrono::minutes unfinished{15}; ///< from the password to the second factor

    bool operator==(const SignInLimits&) const = default;
};

/// The limits of somebody's sign-in; it `ends_sooner` for administrators, and for whoever has a
/// record open by break-glass.
/// Source: trust.md A-10; OWASP ASVS 5.0.0, V7.3.1 and V7.3.2.
SignInLimits limits_for(bool ends_sooner);

/// When a sign-in ends if nothing more is done; never later than `latest`.
/// Source: trust.md A-10; OWASP ASVS 5.0.0, V7.3.1 and V7.3.2.
Moment ends_at(Moment started, Moment seen, const SignInLimits& limits,
               const std::optional<Moment>& latest = std::nullopt);

/// Whether a proof of that moment still counts as fresh.
/// Source: trust.md A-11; OWASP ASVS 5.0.0, V7.5.1.
bool is_fresh(Moment proved, Moment now, const SignInLimits& limits);

/// How many guesses may fail before one must wait.
struct GuessLimits {
    int failures = 10;
    std::chrono::minutes window{5};
    std::chrono::minutes longest_wait{15};

    bool operator==(const GuessLimits&) const = default;
};
inline constexpr GuessLimits account_guesses{10, std::chrono::minutes(5), std::chrono::minutes(15)};
inline constexpr GuessLimits address_guesses{100, std::chrono::minutes(5),
                                             std::chrono::minutes(15)};
inline constexpr GuessLimits all_guesses{1000, std::chrono::minutes(5), std::chrono::minutes(5)};

/// When the next guess is taken; nothing where it is now. `failures` are the moments of those that
/// failed within the last 24 hours, oldest first. Ten may fail freely; then never more than ten in
/// any five minutes, and each further one waits twice as long, from one second to a quarter of an
/// hour after the last. It never ends in a lock: the wait runs from the last guess that was taken.
/// Source: NCSC Cyber Essentials: Requirements for IT Infrastructure v3.3, password-based
/// authentication; OWASP ASVS 5.0.0, V6.3.1.
std::optional<Moment> next_guess_at(const std::vector<Moment>& failures, Moment now,
                                    const GuessLimits& limits);

/// Whether a path may follow a sign-in: one of our own, "/people?page=2", without a host, a
/// backslash or a control character.
/// Source: trust.md S-10; OWASP ASVS 5.0.0, V3.7.2.
bool is_own_path(std::string_view path);

/// An email address as it is compared: spaces around it gone, letters small. Nothing where it
/// cannot be one.
/// Source: RFC 5321, 4.1.2 and 4.5.3.1; GOV.UK Design System, email addresses.
std::optional<std::string> folded_email(std::string_view text);

} // namespace onroll::access
