// What other services can take on: the form on which it is told, and the table beside the needs of
// a case. Words and layout only.
#pragma once

#include "casework/rules_capacity.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// "After a wait of 12 weeks, as told on 6 November 2026 by their duty worker".
std::string capacity_in_words(const Capacity& capacity, Date today);

/// Beside the needs of a case: who could help with each.
design::Html places_beside_view(const std::vector<NeedWithPlaces>& needs, Date today);

struct CapacityView {
    PlaceNow place;
    std::string action;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    Date today{};
};
design::Html capacity_view(const CapacityView& view);

} // namespace onroll::casework
