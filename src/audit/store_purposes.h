// Why somebody opens a record outside their caseload: asked once for each record and sign-in,
// noted, and gone with the sign-in. trust.md Z-05.
#pragma once

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::audit {

/// No sign-in lasts longer (trust.md A-10), so no purpose does.
inline constexpr std::chrono::hours longest_purpose{8};

/// Who gave a purpose, in which sign-in, for which record.
struct PurposeFor {
    std::string agency;
    std::string actor;
    std::string sign_in;
    std::string record;
};

/// The purpose is a word of the program's own list. In the transaction of its audit entry.
void give_purpose(db::Transaction& transaction, const PurposeFor& whose, std::string_view purpose,
                  Instant now);
/// Nothing where none was given in this sign-in.
std::optional<std::string> purpose_given(db::Queries& database, const PurposeFor& whose,
                                         Instant now);

} // namespace onroll::audit
