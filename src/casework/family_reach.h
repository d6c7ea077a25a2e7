// Who of a case's family may be written to, by which channel, and what to know first; read for the
// pages of messages and papers.
#pragma once

#include "casework/types_case.h"
#include "casework/views_messages.h"

#include "people/record.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The adults of the family whom nobody forbade to contact, and the child; each with warnings.
std::vector<WritableTo> writable_family(db::Queries& reading, const access::AgencyId& agency,
                                        const Case& found, Instant now);
/// Everybody of the family, also who must not be contacted: papers may be asked for by anybody.
std::vector<WritableTo> whole_family(db::Queries& reading, const access::AgencyId& agency,
                                     const Case& found, Instant now);
/// The same two of a record that is read already.
std::vector<WritableTo> whole_family(db::Queries& reading, const access::AgencyId& agency,
                                     const people::ChildRecord& record, Instant now);
std::vector<WritableTo> writable_of(std::vector<WritableTo> family,
                                    const people::ChildRecord& record);
const WritableTo* find_in(const std::vector<WritableTo>& family, std::string_view person);

} // namespace onroll::casework
