// A status, as an adjective, never a link. GOV.UK Design System: tag. One colour for one status
// (CV-12).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Tag {
    Html content{};
    std::string classes{}; ///< govuk-tag--green
    Attributes attributes{};
};

Html render(const Tag& tag);

/// The statuses of the whole product: colour and word are decided here and nowhere else.
enum class Status { fresh, in_progress, waiting, overdue, at_risk, done, closed, changed };

/// "New" in blue, "Overdue" in red ...
Tag status_tag(Status status);

} // namespace onroll::design
