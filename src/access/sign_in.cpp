#include "access/sign_in.h"

#include "access/codes.h"
#include "access/guesses.h"
#include "access/mail_texts.h"
#include "access/rules_sign_in.h"
#include "access/store_factors.h"

#include "audit/store.h"
#include "kernel/ensure.h"
#include "platform/db/reserve.h"

#include <algorithm>

namespace onroll::access {

namespace sign_in_detail {

const Error wrong_password = bad_input("Enter a correct email address and password", "email");
const Error wrong_code =
    bad_input("Enter the code that your app shows now, or a recovery code", "code");

SignInLimits limits_of(const User& user)
{
    return limits_for(sign_in_of(user.roles) == SignInOf::administrator);
}

Owner owner_signing_in(const User& user)
{
    return {user.agency, user.id};
}

User user_of(const Services& services, const Owner& owner)
{
    auto reading = services.database->read();
    auto user = find_user(reading, owner.agency, owner.user);
    ensure(user.has_value(), "a sign-in has its user");
    return *std::move(user);
}

bool has_factor(db::Queries& database, const Services& services, const Owner& owner)
{
    const auto seed = find_code_seed(database, services.keys->seeds, owner);
    return seed && seed->confirmed;
}

/// An unknown address is noted in a chain of nobody's, so that it takes as long as a known one.
void note_failure(const Services& services, const std::optional<Owner>& owner, std::string_view act,
                  const Visit& visit)
{
    audit::Deed deed{.agency = "nobody",
                     .act = std::string(act),
                     .kind = audit::Kind::denied,
                     .origin = visit.address,
                     .request = visit.request,
                     .outcome = audit::Outcome::refused};
    if (owner)
        deed = account_deed(visit, *owner, act, audit::Kind::denied, owner->user,
                            audit::Outcome::refused);
    const auto now = services.clock->now();
    db::with_retry(*services.database, "note failed sign-in",
                   [&](db::Transaction& transaction) { audit::note(transaction, deed, now); });
    services.wake_mail();
}

/// The password fits: the way to the second factor, or to setting one up.
SignedIn begin_sign_in(const Services& services, const User& user, std::string_view password,
                       const Guess& guess, const Visit& visit)
{
    std::optional<std::string> new_hash;
    if (services.hashing->is_out_of_date(*user.password_hash))
        if (auto hashed = services.hashing->hash(password)) new_hash = *std::move(hashed);
    const auto now = services.clock->now();
    return db::with_retry(*services.database, "begin sign-in", [&](db::Transaction& transaction) {
        forgive(transaction, guess);
        forget_old_sign_ins(transaction, now);
        if (new_hash) set_password_hash(transaction, user.agency, user.id, new_hash);
        const auto stage = stage_after_one_factor(transaction, services, owner_signing_in(user));
        return SignedIn{start_sign_in(transaction,
                                      {owner_signing_in(user), stage, Proof::password_and_code,
                                       visit.browser, now + limits_of(user).unfinished},
                                      now),
                        stage,
                        {},
                        sign_in_of(user.roles)};
    });
}

/// Whether the code is the app's, now and for the first time, or an unused recovery code.
std::optional<Proof> proof_by(db::Transaction& transaction, const Services& services,
                              const Owner& owner, std::string_view code, Instant now)
{
    const auto seed = find_code_seed(transaction, services.keys->seeds, owner);
    if (!seed || !seed->confirmed) return std::nullopt;
    const auto step = step_that_fits(seed->seed, code, now, seed->last_step, services.code_skew);
    if (step && use_code_step(transaction, owner, *step)) return Proof::password_and_code;
    if (use_recovery_code(transaction, owner, code, now)) return Proof::password_and_recovery_code;
    return std::nullopt;
}

/// A whole sign-in in place of an unfinished one.
SignedIn finish_sign_in(db::Transaction& transaction, const Services& services, const User& user,
                        const SignIn& unfinished, Proof proof, const Visit& visit, Instant now)
{
    end_sign_in(transaction, unfinished.owner, unfinished.id);
    auto token = start_sign_in(transaction,
                               {unfinished.owner, Stage::full, proof, visit.browser,
                                ends_at(now, now, limits_of(user), unfinished.ends_latest()),
                                unfinished.elsewhere},
                               now);
    audit::note(transaction,
                account_deed(visit, unfinished.owner, "account.sign_in", audit::Kind::signed_in,
                             unfinished.owner.user),
                now);
    return {std::move(token), Stage::full, known_browser_of(services, user.id),
            sign_in_of(user.roles)};
}

} // namespace sign_in_detail

using namespace sign_in_detail;

Stage stage_after_one_factor(db::Queries& database, const Services& services, const Owner& owner)
{
    return has_factor(database, services, owner) ? Stage::password : Stage::enrol;
}

SignInOf sign_in_of(const std::vector<Role>& roles)
{
    const auto is_administrator = [](Role role) {
        return role == Role::administrator || role == Role::system_administrator;
    };
    return std::any_of(roles.begin(), roles.end(), is_administrator) ? SignInOf::administrator
                                                                     : SignInOf::anybody;
}

audit::Deed account_deed(const Visit& visit, const Owner& by, std::string_view act,
                         audit::Kind kind, const UserId& about, audit::Outcome outcome)
{
    audit::Deed deed;
    deed.agency = by.agency.text();
    deed.actor = by.user.text();
    deed.act = act;
    deed.kind = kind;
    deed.record_kind = "user";
    deed.record = about.text();
    deed.origin = visit.address;
    deed.request = visit.request;
    deed.outcome = outcome;
    return deed;
}

Result<SignedIn> sign_in_with_password(const Services& services, std::string_view email,
                                       std::string_view password, const Visit& visit)
{
    const auto folded = folded_email(email);
    std::optional<User> user;
    if (folded) {
        auto reading = services.database->read();
        user = find_user_by_email(reading, *folded);
    }
    const auto guess =
        take_guess(services, GuessAt::password, folded.value_or(std::string(email)), user, visit);
    const bool may = guess && user && user->state == UserState::active;
    const auto fits = services.hashing->fits(may ? user->password_hash : std::nullopt, password);
    if (!fits) return fits.error();
    if (*fits && may) return begin_sign_in(services, *user, password, *guess, visit);
    note_failure(services, user ? std::optional(owner_signing_in(*user)) : std::nullopt,
                 "account.sign_in", visit);
    return wrong_password;
}

Result<SignedIn> sign_in_with_code(const Services& services, const SignIn& sign_in,
                                   std::string_view code, const Visit& visit)
{
    const auto user = user_of(services, sign_in.owner);
    const auto guess = take_guess(services, GuessAt::code, user.email, user, visit);
    if (guess) {
        const auto now = services.clock->now();
        auto signed_in = db::with_retry(
            *services.database, "sign in", [&](db::Transaction& transaction) -> Result<SignedIn> {
                const auto proof = proof_by(transaction, services, sign_in.owner, code, now);
                if (!proof) return wrong_code;
                forgive(transaction, *guess);
                if (*proof == Proof::password_and_recovery_code)
                    mail::enqueue(transaction, services.keys->mail, user.agency.text(),
                                  recovery_code_used_mail(
                                      user.email, count_recovery_codes(transaction, sign_in.owner)),
                                  now);
                return finish_sign_in(transaction, services, user, sign_in, *proof, visit, now);
            });
        if (signed_in) {
            services.wake_mail();
            return signed_in;
        }
    }
    note_failure(services, sign_in.owner, "account.sign_in_code", visit);
    return wrong_code;
}

Enrolment begin_enrolment(const Services& services, const Owner& owner, std::string_view email)
{
    const auto seed =
        db::with_retry(*services.database, "begin enrolment", [&](db::Transaction& transaction) {
            auto known = find_code_seed(transaction, services.keys->seeds, owner);
            if (known && !known->confirmed) return known->seed;
            ensure(!known, "a factor that counts is not shown again");
            auto fresh = new_code_seed();
            save_code_seed(transaction, services.keys->seeds, owner, fresh);
            return fresh;
        });
    const auto issuer =
        services.area_name.empty() ? std::string("Onroll") : "Onroll " + services.area_name;
    return {seed_in_letters(seed), enrolment_address(seed, issuer, email)};
}

Result<Enrolled> confirm_enrolment(const Services& services, const SignIn& sign_in,
                                   std::string_view code, const Visit& visit)
{
    const auto user = user_of(services, sign_in.owner);
    const auto guess = take_guess(services, GuessAt::code, user.email, user, visit);
    if (!guess) return wrong_code;
    const auto now = services.clock->now();
    auto codes = new_recovery_codes();
    auto signed_in = db::with_retry(
        *services.database, "confirm enrolment",
        [&](db::Transaction& transaction) -> Result<SignedIn> {
            const auto seed = find_code_seed(transaction, services.keys->seeds, sign_in.owner);
            if (!seed || seed->confirmed) return wrong_code;
            const auto step =
                step_that_fits(seed->seed, code, now, seed->last_step, services.code_skew);
            if (!step || !use_code_step(transaction, sign_in.owner, *step))
                return bad_input("Enter the six digits that your app shows now", "code");
            forgive(transaction, *guess);
            confirm_code_seed(transaction, sign_in.owner, now);
            save_recovery_codes(transaction, sign_in.owner, codes);
            audit::note(transaction,
                        account_deed(visit, sign_in.owner, "account.set_up_codes",
                                     audit::Kind::changed, sign_in.owner.user),
                        now);
            mail::enqueue(transaction, services.keys->mail, user.agency.text(),
                          factor_changed_mail(user.email), now);
            return finish_sign_in(transaction, services, user, sign_in, Proof::password_and_code,
                                  visit, now);
        });
    if (!signed_in) return signed_in.error();
    services.wake_mail();
    return Enrolled{*std::move(signed_in), std::move(codes)};
}

Result<SignedIn> prove_again(const Services& services, const SignIn& sign_in,
                             std::string_view password, std::string_view code, const Visit& visit)
{
    const auto user = user_of(services, sign_in.owner);
    const auto guess = take_guess(services, GuessAt::code, user.email, user, visit);
    const auto fits = services.hashing->fits(guess ? user.password_hash : std::nullopt, password);
    if (!fits) return fits.error();
    const auto now = services.clock->now();
    const Error wrong =
        bad_input("Enter your password and the code that your app shows now", "password");
    if (*fits) {
        auto proved = db::with_retry(
            *services.database, "prove again",
            [&](db::Transaction& transaction) -> Result<SignedIn> {
                if (!proof_by(transaction, services, sign_in.owner, code, now)) return wrong;
                forgive(transaction, *guess);
                audit::note(transaction,
                            account_deed(visit, sign_in.owner, "account.prove",
                                         audit::Kind::signed_in, sign_in.owner.user),
                            now);
                return SignedIn{prove_sign_in(transaction, sign_in, now,
                                              ends_at(sign_in.started_at, now, limits_of(user),
                                                      sign_in.ends_latest())),
                                Stage::full,
                                {},
                                sign_in_of(user.roles)};
            });
        if (proved) return proved;
    }
    note_failure(services, sign_in.owner, "account.prove", visit);
    return wrong;
}

std::vector<std::string> renew_recovery_codes(const Services& services, const Owner& owner,
                                              const Visit& visit)
{
    const auto now = services.clock->now();
    auto codes = new_recovery_codes();
    db::with_retry(*services.database, "renew recovery codes", [&](db::Transaction& transaction) {
        save_recovery_codes(transaction, owner, codes);
        audit::note(transaction,
                    account_deed(visit, owner, "account.change", audit::Kind::changed, owner.user),
                    now);
    });
    return codes;
}

SignedIn replace_own_factor(const Services& services, const Owner& owner, const Visit& visit)
{
    const auto now = services.clock->now();
    const auto user = user_of(services, owner);
    return db::with_retry(
        *services.database, "replace own factor", [&](db::Transaction& transaction) {
            drop_factors(transaction, owner);
            end_sign_ins(transaction, owner);
            audit::note(
                transaction,
                account_deed(visit, owner, "account.change", audit::Kind::changed, owner.user),
                now);
            return SignedIn{start_sign_in(transaction,
                                          {owner, Stage::enrol, Proof::password_and_code,
                                           visit.browser, now + limits_of(user).unfinished},
                                          now),
                            Stage::enrol,
                            {},
                            sign_in_of(user.roles)};
        });
}

bool end_own_sign_in(const Services& services, const Owner& owner, const SignInId& which,
                     const Visit& visit)
{
    const auto now = services.clock->now();
    return db::with_retry(*services.database, "end sign-in", [&](db::Transaction& transaction) {
        const bool ended = end_sign_in(transaction, owner, which);
        if (ended)
            audit::note(
                transaction,
                account_deed(visit, owner, "account.end_sign_in", audit::Kind::changed, owner.user),
                now);
        return ended;
    });
}

void end_own_other_sign_ins(const Services& services, const Owner& owner, const SignInId& but,
                            const Visit& visit)
{
    const auto now = services.clock->now();
    db::with_retry(*services.database, "end sign-ins", [&](db::Transaction& transaction) {
        end_sign_ins(transaction, owner, but);
        audit::note(
            transaction,
            account_deed(visit, owner, "account.end_sign_in", audit::Kind::changed, owner.user),
            now);
    });
}

void sign_out(const Services& services, const SignIn& sign_in, const Visit& visit)
{
    const db::UrgentWork urgent; // whoever leaves a shared computer must be able to
    const auto now = services.clock->now();
    db::with_retry(*services.database, "sign out", [&](db::Transaction& transaction) {
        end_sign_in(transaction, sign_in.owner, sign_in.id);
        audit::note(transaction,
                    account_deed(visit, sign_in.owner, "account.sign_out", audit::Kind::signed_out,
                                 sign_in.owner.user),
                    now);
    });
}

} // namespace onroll::access
