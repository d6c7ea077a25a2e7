// The table of support access.
#pragma once

#include "access/types_staff.h"
#include "access/types_support.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string_view>
#include <vector>

namespace onroll::access {

void add_support(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 std::string_view reason, const UserId& by, Instant now, Instant ends_at);
/// Ends what runs for that user; false where nothing does.
bool end_support(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 Instant now);
/// Newest first, with what has ended.
std::vector<Support> supports_of_agency(db::Queries& database, const AgencyId& agency);
/// Whether somebody with the role of support may look now.
bool support_runs(db::Queries& database, const AgencyId& agency, const UserId& user, Instant now);
/// A user of that agency, by their address.
std::optional<UserId> user_of_agency_with(db::Queries& database, const AgencyId& agency,
                                          std::string_view folded_email);

} // namespace onroll::access
