// Keys of programs, each of one agency. The key is stored as its hash alone.
#pragma once

#include "access/types_keys.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// The secret, which is shown once and kept nowhere.
std::string add_api_key(db::Transaction& transaction, const AgencyId& agency, const NewApiKey& key,
                        const ApiKeyId& id, const UserId& by, Instant now);
/// Newest first, with those that work no more.
std::vector<ApiKey> api_keys_of_agency(db::Queries& database, const AgencyId& agency);
/// False where the agency has no such key, or it was revoked already.
bool revoke_api_key(db::Transaction& transaction, const AgencyId& agency, const ApiKeyId& key,
                    Instant now);

struct FoundKey {
    ApiKey key;
    Agency agency;
    UserId actor; ///< the key's own id, as whom it acts in the audit record
};
/// Whose key it is, whether it still works or not.
std::optional<FoundKey> find_api_key(db::Queries& database, std::string_view secret);
/// Notes that it was used.
void see_api_key(db::Transaction& transaction, const FoundKey& found, Instant now);

} // namespace onroll::access
