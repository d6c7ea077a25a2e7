// What people prove who they are by, beside a password: seeds of one-time codes (sealed), recovery
// codes (hashed), links sent to them, the secret of an empty store, and the guesses that failed.
#pragma once

#include "access/types.h"

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// Whose factor, link or guess it is.
struct Owner {
    AgencyId agency;
    UserId user;
    bool operator==(const Owner&) const = default;
};

struct CodeSeed {
    std::string seed;
    bool confirmed = false;     ///< a code of it was shown once
    std::int64_t last_step = 0; ///< the newest step whose code was used
};

/// Puts a new seed in place of any other; it counts from confirm_code_seed on.
void save_code_seed(db::Transaction& transaction, const crypto::Key& key, const Owner& owner,
                    std::string_view seed);
std::optional<CodeSeed> find_code_seed(db::Queries& database, const crypto::Key& key,
                                       const Owner& owner);
void confirm_code_seed(db::Transaction& transaction, const Owner& owner, Instant now);
/// False where the code of that step, or a later one, was used already.
bool use_code_step(db::Transaction& transaction, const Owner& owner, std::int64_t step);

/// These in place of any others.
void save_recovery_codes(db::Transaction& transaction, const Owner& owner,
                         const std::vector<std::string>& codes);
/// False where it is none of theirs, or was used.
bool use_recovery_code(db::Transaction& transaction, const Owner& owner, std::string_view code,
                       Instant now);
int count_recovery_codes(db::Queries& database, const Owner& owner);

/// Takes seed and recovery codes away: the next sign-in sets new ones up.
void drop_factors(db::Transaction& transaction, const Owner& owner);

enum class LinkKind { invitation, new_password };

struct Link {
    Owner owner;
    LinkKind kind;
};

/// The token of a new link, in place of all earlier ones of that user.
std::string add_link(db::Transaction& transaction, const Owner& owner, LinkKind kind, Instant now,
                     Instant until);
/// Nothing where it is unknown, was used or has ended.
std::optional<Link> find_link(db::Queries& database, std::string_view token, Instant now);
/// The same, and it works no more.
std::optional<Link> use_link(db::Transaction& transaction, std::string_view token, Instant now);
void drop_links(db::Transaction& transaction, const Owner& owner);

/// A guess at a target (an account, an address, the whole server) that counts as failed until it
/// is dropped, so that many at once cannot all slip through.
void add_failed_guess(db::Transaction& transaction, std::string_view target, std::string_view guess,
                      Instant now);
/// It was right: at every target.
void drop_guess(db::Transaction& transaction, std::string_view guess);
/// Those of the last 24 hours, oldest first; the newest 1,100 of them.
std::vector<Instant> failed_guesses(db::Queries& database, std::string_view target, Instant now);
void forgive_guesses(db::Transaction& transaction, std::string_view target);
/// Forgets what is older than a day.
void forget_old_guesses(db::Transaction& transaction, Instant now);

/// A new secret for an empty store, in place of any that was not used.
std::string make_setup_secret(db::Database& database, Instant now, Instant until);
/// False where it is not the secret, was used or has ended.
bool use_setup_secret(db::Transaction& transaction, std::string_view secret, Instant now);

/// What is stored of a token, so that the store opens nothing: SHA-256 in hexadecimal.
std::string hash_of_token(std::string_view token);

} // namespace onroll::access
