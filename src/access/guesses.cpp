#include "access/guesses.h"

#include "access/mail_texts.h"
#include "access/rules_sign_in.h"
#include "access/store_factors.h"

#include "platform/crypto/crypto.h"
#include "platform/http/subscriber.h"

#include <array>

namespace onroll::access {

namespace guesses_detail {

constexpr std::size_t wrong_codes_told_of = 3;

struct Counted {
    std::string target;
    GuessLimits limits;
};

std::string account_target(const Services& services, GuessAt at, std::string_view email,
                           const std::optional<User>& user, const Visit& visit)
{
    // Codes are few: whoever guesses them knows the password, and is never a friend.
    if (at == GuessAt::code) return "code of " + std::string(email);
    if (user)
        if (auto browser = known_browser_in(services, user->id, visit.known_browser))
            return *std::move(browser);
    return "account " + std::string(email);
}

void tell_owner(db::Transaction& transaction, const Services& services, GuessAt at,
                std::size_t failures, const std::optional<User>& user, Instant now)
{
    if (!user || user->state != UserState::active) return;
    const auto limit = static_cast<std::size_t>(account_guesses.failures);
    if (at == GuessAt::password && failures == limit)
        mail::enqueue(transaction, services.keys->mail, user->agency.text(),
                      many_guesses_mail(user->email), now);
    if (at == GuessAt::code && failures == wrong_codes_told_of)
        mail::enqueue(transaction, services.keys->mail, user->agency.text(),
                      password_known_mail(user->email), now);
}

} // namespace guesses_detail

using namespace guesses_detail;

std::optional<Guess> take_guess(const Services& services, GuessAt at, std::string_view email,
                                const std::optional<User>& user, const Visit& visit)
{
    const auto account = account_target(services, at, email, user, visit);
    const std::array counted{
        Counted{account, account_guesses},
        Counted{"address " + http::subscriber_of(visit.address), address_guesses},
        Counted{"everybody", all_guesses}};
    const auto now = services.clock->now();
    Guess guess{crypto::to_hex(crypto::random_bytes(16)), account};
    const bool let_through =
        db::with_retry(*services.database, "take guess", [&](db::Transaction& transaction) {
            forget_old_guesses(transaction, now);
            for (const auto& [target, limits] : counted)
                if (next_guess_at(failed_guesses(transaction, target, now), now, limits))
                    return false;
            for (const auto& [target, limits] : counted)
                add_failed_guess(transaction, target, guess.id, now);
            tell_owner(transaction, services, at, failed_guesses(transaction, account, now).size(),
                       user, now);
            return true;
        });
    if (!let_through) return std::nullopt;
    return guess;
}

void forgive(db::Transaction& transaction, const Guess& guess)
{
    drop_guess(transaction, guess.id);
    forgive_guesses(transaction, guess.account);
}

std::string known_browser_of(const Services& services, const UserId& user)
{
    return crypto::to_base64url(
        crypto::seal(services.keys->browsers, crypto::random_bytes(16), user.text()));
}

std::optional<std::string> known_browser_in(const Services& services, const UserId& user,
                                            std::string_view cookie)
{
    const auto sealed = crypto::from_base64url(cookie);
    if (!sealed || sealed->empty()) return std::nullopt;
    const auto opened = crypto::open(services.keys->browsers, *sealed, user.text());
    if (!opened) return std::nullopt;
    return "browser " + crypto::to_hex(*opened);
}

} // namespace onroll::access
