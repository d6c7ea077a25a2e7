// The pages of work done, notes, documents and the chronology of a case, and what the case's first
// page shows of them. Only for this part's own pages.
#pragma once

#include "casework/pages_shared.h"

#include "platform/db/db.h"

#include <string>

namespace onroll::casework {

void add_action_pages(http::Router& router, const Services& services);
void add_note_pages(http::Router& router, const Services& services);
void add_attachment_pages(http::Router& router, const Services& services);
void add_chronology_pages(http::Router& router, const Services& services);

/// The card with hours and the buttons for minutes.
design::Html read_hours_section(const http::Request& request, const Services& services,
                                const Case& found, db::Queries& reading);
/// The newest entries of the chronology and the way to all of them.
design::Html read_chronology_section(const http::Request& request, const Services& services,
                                     const Case& found, db::Queries& reading);

/// Whether files are scanned here, in words for the hint beside an input.
std::string scanning_of(const http::Request& request, const Services& services);

} // namespace onroll::casework
