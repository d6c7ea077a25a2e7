// What an agency's administrators do with the keys of programs. Follows trust.md A-16.
#pragma once

#include "access/services.h"
#include "access/store_keys.h"

#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// Everything that has to be put right in what was asked for, by the field; nothing where all is
/// well.
std::vector<Error> wrong_with_key(const Actor& by, std::string_view name, std::string_view scope,
                                  std::string_view days);
/// What was asked for, or the first thing that has to be put right.
Result<NewApiKey> key_asked_for(const Actor& by, std::string_view name, std::string_view scope,
                                std::string_view days, Date today);

/// Makes it and notes that. The secret, which is shown once.
std::string make_key(db::Transaction& transaction, const Actor& by, const NewApiKey& key,
                     const Visit& visit, Instant now);

/// From the next request on it opens nothing. Not found where it is another agency's, and conflict
/// where it was revoked.
Result<void> revoke_key(const Services& services, const Actor& by, const ApiKeyId& key,
                        const Visit& visit);

} // namespace onroll::access
