// The end of a case, or of a contact that came to none: due, held, proposed, and removed by two
// people. Every question names the agency. trust.md G-05 to G-08, Z-10.
#pragma once

#include "casework/rules_keep.h"
#include "casework/types_attachments.h"
#include "casework/types_keep.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// How many of each kind of list stand on one page.
inline constexpr std::size_t kept_records_a_page = 50;

/// One page of a list.
template <class Line>
struct PageOf {
    std::vector<Line> lines{};
    bool has_next = false;
};

/// not_found for what is of no or another agency, and for what is not over: an open case that
/// nothing holds, a contact that came to a case.
Result<OverRecord> find_over(db::Queries& database, const access::AgencyId& agency,
                             const KeptRecord& record);
/// Whose last day has passed and that nothing holds, those over first.
/// `page` counts from 1.
PageOf<OverRecord> due_for_removal(db::Queries& database, const access::AgencyId& agency,
                                   Date today, std::int64_t page = 1);
/// Those with a hold of their own, also where they are not due or not over; the longest held first.
PageOf<OverRecord> held_records(db::Queries& database, const access::AgencyId& agency,
                                std::int64_t page = 1);
/// The lines that stay, the latest first.
PageOf<RemovedRecord> removed_records(db::Queries& database, const access::AgencyId& agency,
                                      std::int64_t page = 1);

/// The closed case of that number.
std::optional<CaseId> closed_case_numbered(db::Queries& database, const access::AgencyId& agency,
                                           std::int64_t number);

/// bad_input without a reason; conflict where it is held already. An open case may be held, too.
Result<void> begin_case_hold(db::Transaction& transaction, const access::AgencyId& agency,
                             const KeptRecord& record, std::string_view reason,
                             const access::UserId& by, Instant now);
/// The first person asks; a second, somebody else, ends it. Answers whether it has ended.
Result<bool> end_case_hold(db::Transaction& transaction, const access::AgencyId& agency,
                           const KeptRecord& record, const access::UserId& by, Instant now);

/// The first of two: bad_input unless it is due, conflict where it is held.
Result<void> propose_removal(db::Transaction& transaction, const access::AgencyId& agency,
                             const KeptRecord& record, const access::UserId& by, Instant now);
/// Takes back what one proposed oneself: the removal, or the end of a hold. not_allowed where
/// somebody else did, conflict where nothing waits.
Result<void> take_back_proposal(db::Transaction& transaction, const access::AgencyId& agency,
                                const KeptRecord& record, const access::UserId& by);
/// The second, somebody else: every row of it in every table of this part is gone, with the typed
/// work that was kept for its pages; its figures and one line stay. Answers the files whose bytes
/// the caller now discards. `transaction` is one of the owner of the tables: what serves may not
/// take from tables that are only added to.
Result<std::vector<AttachmentId>> agree_to_removal(db::Transaction& transaction,
                                                   const access::AgencyId& agency,
                                                   const KeptRecord& record,
                                                   const access::UserId& by, Instant now);

/// The tables that removing a case empties of it; for the test that no table is forgotten.
std::vector<std::string_view> tables_of_a_case();

/// What removed work still gives to the yearly reports.
std::vector<KeptFigure> kept_figures(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
