// Signing in, step by step: password, then second factor; setting one up; proving it again; signing
// out. Each step answers the token of the cookie that goes with it, a new one each time. Follows
// trust.md.
#pragma once

#include "access/cookies.h"
#include "access/services.h"
#include "access/store_sign_ins.h"
#include "access/store_users.h"

#include "audit/types.h"

#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// What a step led to.
struct SignedIn {
    std::string token; ///< for the cookie
    Stage stage = Stage::password;
    std::string browser{}; ///< for the cookie of a known browser, once fully signed in
    SignInOf whose = SignInOf::anybody;
};
/// Whose sign-in somebody with these roles begins.
SignInOf sign_in_of(const std::vector<Role>& roles);

/// What comes after one factor was shown: the code, or setting one up where nobody has.
Stage stage_after_one_factor(db::Queries& database, const Services& services, const Owner& owner);

/// The first step. Bad input, in the same words and after as long a time, for an unknown address, a
/// wrong password, an account that is disabled or not yet begun, and one that must wait.
Result<SignedIn> sign_in_with_password(const Services& services, std::string_view email,
                                       std::string_view password, const Visit& visit);

/// The second step, with a code of the authenticator app or one of the recovery codes. Bad input
/// where it does not fit, was used, or one must wait.
Result<SignedIn> sign_in_with_code(const Services& services, const SignIn& sign_in,
                                   std::string_view code, const Visit& visit);

/// A second factor that is being set up.
struct Enrolment {
    std::string letters; ///< the seed as it is typed in
    std::string address; ///< the seed as an app reads it from a square
};
/// The same one until it is confirmed, so that loading the page again changes nothing.
Enrolment begin_enrolment(const Services& services, const Owner& owner, std::string_view email);

struct Enrolled {
    SignedIn signed_in;
    std::vector<std::string> recovery_codes; ///< shown once
};
/// Confirms with the first code. Bad input where it does not fit.
Result<Enrolled> confirm_enrolment(const Services& services, const SignIn& sign_in,
                                   std::string_view code, const Visit& visit);

/// Proves again who they are, for what needs a fresh proof: password and code. A new token.
Result<SignedIn> prove_again(const Services& services, const SignIn& sign_in,
                             std::string_view password, std::string_view code, const Visit& visit);

/// New recovery codes in place of the old, after a fresh proof.
std::vector<std::string> renew_recovery_codes(const Services& services, const Owner& owner,
                                              const Visit& visit);

/// Takes the present factor away, after a fresh proof: all sign-ins end, and this one goes on as
/// far as setting up a new one.
SignedIn replace_own_factor(const Services& services, const Owner& owner, const Visit& visit);

/// Ends one of one's own sign-ins; false where it is not theirs or has ended.
bool end_own_sign_in(const Services& services, const Owner& owner, const SignInId& which,
                     const Visit& visit);
/// Ends all of them but one.
void end_own_other_sign_ins(const Services& services, const Owner& owner, const SignInId& but,
                            const Visit& visit);

void sign_out(const Services& services, const SignIn& sign_in, const Visit& visit);

/// A deed on a user's account, for the audit.
audit::Deed account_deed(const Visit& visit, const Owner& by, std::string_view act,
                         audit::Kind kind, const UserId& about,
                         audit::Outcome outcome = audit::Outcome::done);

} // namespace onroll::access
