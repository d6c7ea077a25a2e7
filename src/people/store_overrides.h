// Sharing without consent, after the act: what there is to review, what a review found, and which
// are late. trust.md W-06.
#pragma once

#include "people/store.h"
#include "people/types_overrides.h"

#include <string_view>
#include <vector>

namespace onroll::people {

/// Of the agency: those without a review first, by the day on which it is due. At most 500.
std::vector<SharedWithoutConsent> overrides_of(db::Queries& database,
                                               const access::AgencyId& agency);
/// bad_input without words; not_allowed for whoever shared or allowed it; conflict where it was
/// reviewed before; not_found in another agency.
Result<void> review_override(db::Transaction& transaction, const Scope& scope, const ShareId& id,
                             std::string_view found);

/// Reviews that are late and that nobody was told of, and who had allowed the sharing. Asked for
/// once: whoever asks tells.
std::vector<access::UserId> take_late_overrides(db::Transaction& transaction,
                                                const access::AgencyId& agency, Date today);

} // namespace onroll::people
