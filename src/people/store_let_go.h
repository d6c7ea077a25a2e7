// What names people beside their records and goes by itself when its time has come: lists that were
// sent, complaints and breaches. trust.md G-05, G-08.
#pragma once

#include "people/store.h"

namespace onroll::people {

/// As long as an import, or a row of one that somebody settled, can be taken back: from the last
/// that was done with it. Its counts stay, and whose record it changed in what; not the values.
inline constexpr std::chrono::hours lists_are_kept{30 * 24};
/// After a complaint was answered, and a breach closed: what shows that a duty was met is kept as
/// long as somebody may claim. Source: Limitation Act 1980, s 2 (six years).
inline constexpr int years_of_complaints = 6;
/// How long a list that was sent waits to be made, and how long it is known when a program sent
/// one.
inline constexpr std::chrono::hours sent_lists_are_kept{24};
/// What stands in place of a list's name.
inline constexpr std::string_view nameless_list = "List of children";

/// Drops lists that were sent and never made, and when programs sent theirs, after a day. Also with
/// each list that is sent.
void let_go_of_sent(db::Transaction& transaction, const access::AgencyId& agency, Instant now);

/// How many rows were emptied or deleted, without what `let_go_of_sent` drops, which is done too.
/// Noted in the audit where there were any.
std::int64_t let_go_of_old(db::Transaction& transaction, const access::AgencyId& agency,
                           Instant now);

} // namespace onroll::people
