// What a contact says now beside what was typed meanwhile, question by question. Pure.
// trust.md R-09.
#pragma once

#include "casework/contact_form.h"

#include "forms/comparison.h"

#include <vector>

namespace onroll::casework {

/// Every question of the form, in its order.
std::vector<forms::Compared> compared_contact(const NewContact& saved, const TypedContact& typed);

} // namespace onroll::casework
