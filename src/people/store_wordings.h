// What people agree to, in an agency's own words: each version stays as it was, with the consents
// that were given under it. trust.md G-09.
#pragma once

#include "people/rules_consents.h"
#include "people/store.h"

#include <map>
#include <utility>
#include <vector>

namespace onroll::people {

/// Adds a wording with the next number; those before stay as they were.
Result<int> add_wording(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                        std::string_view words, Date from);

/// The words that follow those whose number somebody saw, 0 where there were none; then the
/// standing words, which were asked until now, become the first. bad_input with the field where the
/// words may not follow; conflict where somebody wrote others meanwhile.
Result<int> write_wording(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                          int newest_seen, std::string_view words, Date from);

/// By purpose, then version.
std::vector<Wording> wordings_of(db::Queries& database, const access::AgencyId& agency);

/// What people are asked on that day, of each purpose: the agency's own words, else the standing
/// ones as version 1.
std::vector<Wording> asked_wordings(db::Queries& database, const access::AgencyId& agency,
                                    Date day);

/// The version that was in force on the day of a consent; the standing words become the first
/// where the agency has none of its own. 0 where its own began later.
int wording_on(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose, Date day);

/// How many agreed under each version, whether or not they still do.
std::map<std::pair<ConsentPurpose, int>, std::int64_t>
consents_by_wording(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::people
