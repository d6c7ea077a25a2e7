// What the pages of messages share, and what the overview of a case says of them. Only for this
// part's own pages.
#pragma once

#include "casework/pages_shared.h"
#include "casework/views_messages.h"

#include "people/record.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// `child` is the present record of the case's child; nothing where there is none.
MessagesSection read_messages_section(db::Queries& reading, const access::AgencyId& agency,
                                      const Case& found, const people::ChildRecord* child,
                                      Instant now);

/// "Ann Example, mother", "Ann Example, mother and Ms Example, SENCO".
std::string with_words(const Thread& thread, const std::vector<WritableTo>& family);

/// The pages of one conversation.
void add_thread_pages(http::Router& router, const Services& services);

} // namespace onroll::casework
