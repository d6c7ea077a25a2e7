// The states of a case and the forms that change one or open a closed case again. Words and layout
// only.
#pragma once

#include "casework/types_case_history.h"
#include "casework/types_tasks.h"

#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

struct StateView {
    Case found;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::string address; ///< of the case
    std::vector<StateChange> states{};
    std::vector<Allocation> allocations{};
    std::function<std::string(const access::UserId&)> name_of;
    std::vector<Task> tasks{}; ///< that ended with the case and come back with it
};
/// For a case that is closed it asks only why it opens again.
design::Html state_view(const StateView& view);

} // namespace onroll::casework
