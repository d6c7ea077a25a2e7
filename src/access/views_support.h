// Support access, as words. No queries, no rules.
#pragma once

#include "access/staff_page.h"
#include "access/types_support.h"

#include "design/html.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::access {

struct SupportView {
    const Actor* actor = nullptr;
    std::vector<Support> all;
    std::map<UserId, std::string> names; ///< of who gave it
    Support::Moment now{};
    std::string said; ///< what was done a moment ago; may be empty
    std::string name, email, hours, reason;
    Errors errors{};
};
design::Html support_view(const SupportView& view);

} // namespace onroll::access
