// What services of the register can take on, each telling kept. capabilities.md R07.
#pragma once

#include "casework/types_capacity.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// The places of the register by name, with what was told of each last.
std::vector<PlaceNow> places_now(db::Queries& database, const access::AgencyId& agency);
/// A new telling. conflict where `version` is not that of the last one (0 for none); not_found for
/// a place that is not in the register.
Result<void> tell_capacity(db::Transaction& transaction, const access::AgencyId& agency,
                           const SignpostPlaceId& place, std::int64_t version,
                           const Capacity& capacity, const access::UserId& by, Instant now);

} // namespace onroll::casework
