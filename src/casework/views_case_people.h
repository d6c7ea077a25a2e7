// The people of a case: the adults of the child, how each may be reached, and what each may be
// told. Words and layout only. trust.md F-01, F-07.
#pragma once

#include "casework/types_case.h"
#include "casework/types_profile.h"

#include "design/html.h"
#include "forms/fields.h"
#include "people/record.h"
#include "people/rules_contact.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct CasePeopleView {
    people::ChildRecord record;
    std::string address;                              ///< of the case
    int minute_of_day = 0;                            ///< in London, now
    std::vector<std::vector<std::string>> warnings{}; ///< of each adult, in the record's order
    Profile profile;
    std::string profile_href;
    bool may_change = false;
};
design::Html case_people_view(const CasePeopleView& view);

/// Before somebody is rung, written to or visited.
struct ReachView {
    std::string people; ///< the page of the case's people
    std::string action; ///< the page's own address
    std::string name;
    std::string way; ///< "Telephone"
    people::Reach reach;
    std::vector<std::string> warnings{};
    std::vector<std::string> values{}; ///< the numbers or addresses, where they may be shown
    forms::FormView form{};
    design::Html start{};
    bool reason_given = false;
    bool forbidden = false; ///< whatever the reason
    bool may_change = false;
};
design::Html reach_view(const ReachView& view);

} // namespace onroll::casework
