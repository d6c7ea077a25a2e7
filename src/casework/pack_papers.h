// The papers that are made of what somebody chose from a case: read, worded with names hidden, and
// printed; documents opened, scanned and cleaned. Only for this part's own pages. trust.md F-04,
// F-13, U-05, U-06.
#pragma once

#include "casework/pages_shared.h"
#include "casework/types_answers.h"
#include "casework/types_pack.h"

#include "kernel/result.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct MadePaper {
    std::string name;
    std::string kind = "application/pdf";
    std::string bytes{};
    std::optional<ScanState> scan{};        ///< of a document of the case
    std::optional<AttachmentId> document{}; ///< from which it was made
};

/// In the order of the copy. An error says what could not be made, and of which field.
Result<std::vector<MadePaper>> made_of(const http::Request& request, const Services& services,
                                       const Case& found, const Chosen& chosen);

/// How the child of the case is called; "the child" where the record cannot be read.
std::string child_of(db::Queries& reading, const access::AgencyId& agency, const Case& found);
/// What the law makes of the events of the case today.
CaseAnswers answers_of(db::Queries& reading, const access::AgencyId& agency,
                       const Services& services, const Case& found);

} // namespace onroll::casework
