// The pages of work done, notes, documents and the chronology of a case, and what the case's first
// page shows of them. Only for this part's own pages.
#pragma once

#include "casework/chronology.h"
#include "casework/pages_shared.h"
#include "casework/types_answers.h"
#include "casework/types_attachments.h"

#include "platform/db/db.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

void add_action_pages(http::Router& router, const Services& services);
void add_note_pages(http::Router& router, const Services& services);
void add_attachment_pages(http::Router& router, const Services& services);
void add_chronology_pages(http::Router& router, const Services& services);

/// The card with hours and the buttons for minutes; `actions` are those of the case.
design::Html read_hours_section(const http::Request& request, const Case& found,
                                const std::vector<Action>& actions, bool may_change,
                                db::Queries& reading);
/// The newest entries of the chronology, with what was found beside events, and the way to all.
design::Html read_chronology_section(const http::Request& request, const Services& services,
                                     const Case& found, const ReadOfCase& read,
                                     const std::vector<LawFinding>& findings, db::Queries& reading);

/// How a file stands that is about to be opened: one that was kept before there was a scanner is
/// scanned first, and what came of it is kept.
Result<ScanState> scan_late(const http::Request& request, const Services& services,
                            const Attachment& attachment, const AttachmentFiles& files,
                            std::string_view bytes);
/// Whether files are scanned here, in words for the hint beside an input.
std::string scanning_of(const http::Request& request, const Services& services);

} // namespace onroll::casework
