// The pages on which the use of a record is restricted, and a fact in it is disputed. Words and
// layout only.
#pragma once

#include "people/types_restrictions.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

using StaffName = std::function<std::string(std::string_view user)>;

struct RestrictionView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    std::vector<Restriction> all{}; ///< newest first
    StaffName staff_name{};
};
design::Html restriction_view(const RestrictionView& view);

struct DisputesView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    std::vector<Dispute> all{};
    std::vector<std::pair<DisputeId, design::Html>>
        settle{}; ///< for each open one: the form's start
    StaffName staff_name{};
};
design::Html disputes_view(const DisputesView& view);
/// The name of the box in which somebody says how this dispute was settled.
std::string outcome_field(const DisputeId& id);

} // namespace onroll::people
