// The people of a case: the adults of the child, how each may be reached, and what each may be
// told. Words and layout only. trust.md F-01, F-07.
#pragma once

#include "casework/types_case.h"
#include "casework/types_profile.h"

#include "design/html.h"
#include "people/record.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct CasePeopleView {
    people::ChildRecord record;
    std::vector<std::vector<std::string>> warnings{}; ///< of each adult, in the record's order
    Profile profile;
    std::string profile_href;
    bool may_change = false;
};
design::Html case_people_view(const CasePeopleView& view);

} // namespace onroll::casework
