// One-time codes of a second factor, and the codes kept for the day that it is lost. Time-based
// codes are liboath's; this folder alone includes it. Source: RFC 6238 (TOTP), RFC 4648 (base 32).
#pragma once

#include "access/rules_sign_in.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

inline constexpr std::chrono::seconds code_step{30};

/// 160 random bits, the length that RFC 4226 recommends.
std::string new_code_seed();
/// The seed as people type it into an authenticator app, in groups of four letters.
std::string seed_in_letters(std::string_view seed);
/// What an authenticator app reads from the square: otpauth://totp/...
std::string enrolment_address(std::string_view seed, std::string_view issuer,
                              std::string_view account);

/// Which step a moment lies in.
std::int64_t step_of(Moment now);
/// The six digits of a step.
std::string code_of(std::string_view seed, std::int64_t step);
/// The step whose code this is, of the present one and `skew` before and after it; nothing where
/// none fits or the step is not newer than `last_step`, so that no code works twice. Spaces in the
/// code are left out.
std::optional<std::int64_t> step_that_fits(std::string_view seed, std::string_view code, Moment now,
                                           std::int64_t last_step, int skew);

/// Ten codes of 120 random bits, as "k3fd-...": each works once.
std::vector<std::string> new_recovery_codes();
/// What is stored of a recovery code; the same for small and large letters, with and without
/// hyphens.
std::string hash_of_recovery_code(std::string_view code);

} // namespace onroll::access
