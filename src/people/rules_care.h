// Whether a child is, or ever was, looked after by a council, from what was stated and from orders.
// Children Act 1989; trust.md F-01, F-12 and G-05. Pure: no clock, no database.
#pragma once

#include "people/types_care.h"
#include "people/types_family.h"

#include "kernel/result.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// Whether by such an order a council looks after the child while it is in force: a care order, an
/// interim one, emergency protection, placement for adoption.
/// Source: Children Act 1989 ss22(1), 31(11) and 44; Adoption and Children Act 2002 s18(3).
bool is_looked_after_by(OrderKind kind);

/// What was stated for that day: of the statements that had begun the one that begins last, and of
/// two of one day the later one. One whose last day has passed says that the child was looked after
/// before. Nothing where nothing had been stated.
/// Source: trust rule F-01; our reading for statements of one day.
std::optional<CareStatement> care_on(const std::vector<CareStatement>& statements, Date day);

/// Whether a council looked after the child on that day: as stated, or by an order in force, which
/// counts whatever was stated. Nothing where neither says anything.
/// Source: Children Act 1989 s22(1).
std::optional<bool> looked_after_on(const std::vector<CareStatement>& statements,
                                    const std::vector<CourtOrder>& orders, Date day);

/// Whether anything says that the child is or was looked after.
/// Source: trust rule G-05; Children Act 1989 s22(1).
bool ever_looked_after(const std::vector<CareStatement>& statements,
                       const std::vector<CourtOrder>& orders);

/// What everybody who opens the record must know first: that the child is looked after, by whom,
/// and who else is told when the child is excluded. Empty where the child is not known to be.
/// Source: SI 2012/1033 regs 5 and 14, as amended from 1 September 2023; trust rules F-08 and F-12.
std::string care_alert(const std::vector<CareStatement>& statements,
                       const std::vector<CourtOrder>& orders, Date today);

/// Every reason why a statement may not be saved, with its field; empty when it may.
/// Source: trust rule F-01.
std::vector<Error> problems_of(const CareStatement& statement, Date today);

} // namespace onroll::people
