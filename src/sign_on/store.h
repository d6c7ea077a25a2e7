// The only code that touches the tables of sign_on: providers with their sealed secrets, who people
// are there, passkeys, and which questions were answered.
#pragma once

#include "sign_on/types.h"

#include "access/store_factors.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::sign_on {

/// Brings the tables to their present shape. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// `key` seals the client's secret.
void add_provider(db::Transaction& transaction, const crypto::Key& key, const Provider& provider);
/// Whether the provider tells of a sign-out, and for how long a sign-in runs where it does not.
/// False where the agency has none such.
bool change_signing_out(db::Transaction& transaction, const access::AgencyId& agency,
                        const ProviderId& provider, bool tells_of_sign_out, int longest_hours);
/// With everybody's link to it. False where the agency has none such.
bool drop_provider(db::Transaction& transaction, const access::AgencyId& agency,
                   const ProviderId& provider);
std::vector<Provider> providers_of(db::Queries& database, const crypto::Key& key,
                                   const access::AgencyId& agency);
/// Of every agency, for the page where nobody has said yet where they work.
std::vector<Provider> all_providers(db::Queries& database, const crypto::Key& key);
Result<Provider> find_provider(db::Queries& database, const crypto::Key& key,
                               const ProviderId& provider);

/// Conflict where that person at the provider is linked to somebody else of the agency.
Result<void> join_identity(db::Transaction& transaction, const access::Owner& owner,
                           const ProviderId& provider, const TokenSubject& subject, Instant now);
std::optional<access::UserId> user_with(db::Queries& database, const access::AgencyId& agency,
                                        const TokenSubject& subject);
std::vector<ProviderId> providers_joined_by(db::Queries& database, const access::Owner& owner);
void drop_identity(db::Transaction& transaction, const access::Owner& owner,
                   const ProviderId& provider);

/// Conflict where this key is registered already.
Result<void> add_passkey(db::Transaction& transaction, const access::Owner& owner,
                         std::string_view name, const Passkey& key, Instant now);
std::optional<KeptPasskey> find_passkey(db::Queries& database, std::string_view id);
std::vector<KeptPasskey> passkeys_of(db::Queries& database, const access::Owner& owner);
/// False where another use came between: the same signature does not count twice.
bool use_passkey(db::Transaction& transaction, const KeptPasskey& before, const Passkey& moved_on,
                 Instant now);
bool drop_passkey(db::Transaction& transaction, const access::Owner& owner, std::string_view id);
void drop_passkeys(db::Transaction& transaction, const access::Owner& owner);

/// What was asked, to be met again when the answer comes.
struct Question {
    std::optional<access::Owner> owner; ///< who asked, where somebody is signed in
    std::optional<ProviderId> provider; ///< nothing for a passkey
    std::string challenge;              ///< nonce, or challenge of a passkey: bytes
    std::string verifier;               ///< PKCE: text
    std::string state;                  ///< goes to the provider and comes back: text
    std::string next;                   ///< path of our own to go on to
};
/// Whether a provider's notice of a sign-out came for the first time; kept for as long as it could
/// come again.
bool take_notice(db::Transaction& transaction, const Provider& provider, std::string_view token_id,
                 Instant now);

/// For a cookie of the browser that asked: sealed by `key`, good for ten minutes. Stores nothing.
std::string sealed_question(const crypto::Key& key, const Question& question, Instant now);
/// Once; nothing where it was not sealed by this key, was answered, or is older.
std::optional<Question> take_question(db::Transaction& transaction, const crypto::Key& key,
                                      std::string_view sealed, Instant now);

} // namespace onroll::sign_on
