// What is known of the files of a case. A row is written only when its bytes lie on the disk
// (attachment_files.h; trust.md R-08). Every question names the agency.
#pragma once

#include "casework/types_attachments.h"
#include "casework/types_chronology.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <string>
#include <vector>

namespace onroll::casework {

/// Adds the row of a file that is on the disk. The audit row is the caller's, in the same
/// transaction. The action or note, where it names one, is of the same case.
void add_attachment(db::Transaction& transaction, const access::AgencyId& agency,
                    const Attachment& attachment);

/// Corrects what a file is and keeps what it was said to be; nothing where it is that already.
/// conflict where somebody corrected it since `version`; not_found as find_attachment. The audit
/// row is the caller's, in the same transaction.
Result<void> change_category(db::Transaction& transaction, const access::AgencyId& agency,
                             const CaseId& of, const AttachmentId& id, std::int64_t version,
                             Category category, const access::UserId& by, Instant now);
/// What the files of a case were said to be before, those of one file together, the oldest first.
std::vector<CategoryBefore> categories_before(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of);

/// not_found for a file of no or another agency or case: the same words for all.
Result<Attachment> find_attachment(db::Queries& database, const access::AgencyId& agency,
                                   const CaseId& of, const AttachmentId& id);
/// Received last first.
std::vector<Attachment> attachments_of(db::Queries& database, const access::AgencyId& agency,
                                       const CaseId& of);
/// Of all cases, for holding the disk against the rows.
std::vector<Attachment> all_attachments(db::Queries& database, const access::AgencyId& agency);
/// The agencies of this store that have any: one, but for a store that was tampered with.
std::vector<access::AgencyId> agencies_with_attachments(db::Queries& database);
/// What all files of a case hold together.
std::uint64_t bytes_attached(db::Queries& database, const access::AgencyId& agency,
                             const CaseId& of);
/// What all files of the agency hold together.
std::uint64_t bytes_of_agency(db::Queries& database, const access::AgencyId& agency);
/// Whether `more` bytes fit beside what the case and the agency hold already; too_large says which
/// of them is full.
Result<void> check_room(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                        std::uint64_t more, std::uint64_t most_of_agency);
/// Until the end of the transaction nobody else of the agency adds files, so that two who send at
/// once cannot both take the last room.
void wait_for_files(db::Transaction& transaction, const access::AgencyId& agency);
void mark_scanned(db::Transaction& transaction, const access::AgencyId& agency,
                  const AttachmentId& id, ScanState scan, Instant now);

/// The names of those that were added to that action or note.
std::vector<std::string> names_added_to(const std::vector<Attachment>& attachments,
                                        const AddedTo& place);

/// The chronology's entries of files that were added to the case itself, those of actions and notes
/// stand with them; and of every correction of what a file is, from categories_before().
std::vector<ChronologyEntry> entries_of_attachments(const CaseId& of,
                                                    const std::vector<Attachment>& attachments,
                                                    const std::vector<CategoryBefore>& before);

} // namespace onroll::casework
