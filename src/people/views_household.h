// The page about who lives together. Words and layout only.
#pragma once

#include "people/types_limits.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::people {

struct HouseholdView {
    FormView form{};
    PersonId person;
    std::string action;
    design::Html start{};
    design::Html top{};
    bool may_change = false;
    std::vector<Household> households{};
    Choices near{}; ///< family: who may live with the child
};
design::Html household_view(const HouseholdView& view);

struct LeaveView {
    FormView form{};
    std::string action;
    design::Html start{};
    design::Html top{};
    Household household;
};
design::Html leave_view(const LeaveView& view);

} // namespace onroll::people
