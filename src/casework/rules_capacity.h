// Which services could help with the needs of a case, and how old what they told is. Pure.
// capabilities.md R07.
#pragma once

#include "casework/types_capacity.h"

#include <vector>

namespace onroll::casework {

/// Waits change by the term: what was told longer ago must be asked again.
inline constexpr Days capacity_is_fresh{90};

/// Source: our convention; capabilities.md R07.
bool is_old(const Capacity& capacity, Date today);

/// A need that is not met yet, with the places that help with it: who takes somebody soonest
/// first.
struct NeedWithPlaces {
    NeedKind kind = NeedKind::something_else;
    std::vector<PlaceNow> places{};
};
/// Each kind of need once, in the order of the needs.
/// Source: capabilities.md R07 (paper 004, conditions): capacity beside the need.
std::vector<NeedWithPlaces> places_beside(const std::vector<Need>& needs,
                                          const std::vector<PlaceNow>& places);

} // namespace onroll::casework
