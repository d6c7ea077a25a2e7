// Records opened in an emergency, who was told, and what the review found. A council's alone; the
// tables of the advice strand have nothing of it. trust.md Z-06.
#pragma once

#include "access/types_break_glass.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// The two who are told at once; nothing until both are named.
std::optional<std::array<UserId, 2>> alerted_of(db::Queries& database, const AgencyId& agency);
/// bad_input where they are one person.
Result<void> set_alerted(db::Transaction& transaction, const AgencyId& agency,
                         const std::array<UserId, 2>& users);

/// Opens one record for an hour and leaves a message for the two. bad_input for a reason that says
/// too little; conflict while nobody is named to be told, or one of the two is the actor.
Result<GlassId> break_glass(db::Transaction& transaction, const Actor& actor,
                            std::string_view record_kind, std::string_view record,
                            std::string_view reason, Instant now);
/// Until when the actor has this record open; nothing where they have not, or no longer.
std::optional<Instant> glass_runs_until(db::Queries& database, const Actor& actor,
                                        std::string_view record, Instant now);

/// Whether the actor has any record open so.
bool has_open_glass(db::Queries& database, const AgencyId& agency, const UserId& user, Instant now);

/// Those without a review first, then by time, newest first.
std::vector<BrokenGlass> glasses_of(db::Queries& database, const AgencyId& agency);
/// Not found for another agency's, as for none.
Result<BrokenGlass> find_glass(db::Queries& database, const AgencyId& agency, const GlassId& glass);
/// Conflict where it was reviewed before, or by the one who broke it; bad_input without words.
Result<void> review_glass(db::Transaction& transaction, const Actor& actor, const GlassId& glass,
                          Finding finding, std::string_view words, Instant now);

/// Newest first.
std::vector<Alert> alerts_of(db::Queries& database, const AgencyId& agency, const UserId& user);
void read_alerts(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 Instant now);

/// Takes out why a record was opened and what was found, since both may name somebody whose record
/// is gone; who opened it, when, and who looked at that stays.
void forget_glass_words(db::Transaction& transaction, const AgencyId& agency,
                        std::string_view record_kind, std::string_view record);

/// Tells the two named people and the data protection officers of every review that is late, once
/// each. Answers how many were told.
std::int64_t escalate_late_reviews(db::Transaction& transaction, Instant now);

} // namespace onroll::access
