// Notes of a case. A note is corrected by a new version; what it said before stays. The audit row
// of each change is the caller's, in the same transaction.
#pragma once

#include "casework/types_attachments.h"
#include "casework/types_chronology.h"
#include "casework/types_notes.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <vector>

namespace onroll::casework {

NoteId write_note(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& of,
                  const NewNote& note, const access::UserId& by, Instant now);

/// conflict where somebody corrected it since `version`; not_found as find_note.
Result<void> correct_note(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& of, const NoteId& id, std::int64_t version,
                          const NewNote& note, const access::UserId& by, Instant now);

/// not_found for a note of no or another agency or case: the same words for all.
Result<Note> find_note(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                       const NoteId& id);
/// Newest day first.
std::vector<Note> notes_of(db::Queries& database, const access::AgencyId& agency, const CaseId& of);
/// What it said before each correction, the first version first, with who corrected it in
/// written_by and when in written_at.
std::vector<Note> versions_before(db::Queries& database, const access::AgencyId& agency,
                                  const NoteId& id);

/// The chronology's entries of notes, with the names of those files of the case that are attached
/// to each.
std::vector<ChronologyEntry> entries_of_notes(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of,
                                              const std::vector<Attachment>& attachments);

} // namespace onroll::casework
