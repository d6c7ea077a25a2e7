// Which of one's children a narrowed list shows. Pure.
#pragma once

#include "people/types_family.h"
#include "people/types_list.h"

namespace onroll::people {

/// Whether the child fits all that is asked.
/// Source: capabilities.md, table stake 11 (lists that are narrowed, and kept as views).
bool fits(const ChildInList& child, const ListQuestion& question);

/// What the list says of care: a statement or an order in force today; else one of before.
/// Source: Children Act 1989 s22(1); trust.md F-01.
CareInList care_in_list(const std::vector<CareStatement>& statements,
                        const std::vector<CourtOrder>& orders, Date today);

} // namespace onroll::people
