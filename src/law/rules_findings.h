// Findings that the basic facts of an exclusion show by themselves. Those that need further facts
// are in rules_circumstances.h and rules_movements.h. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <span>

namespace onroll::law {

/// Only the head teacher, or whoever acts as one, may exclude. Source: FND-02, HT-01, Education Act
/// 2002 s51A.
void decided_by_somebody_else(const Reckoning&, Evaluation& out);

/// More than 45 school days in a school year. Source: FND-08, HT-05, School Discipline Regulations
/// 2012, regulation 4.
void over_45_days_in_the_year(const Reckoning&, Evaluation& out);

/// A suspension or permanent exclusion that begins as another suspension ends at the same school,
/// with no new evidence recorded; decided from 1 September 2017. Source: FND-10, HT-06, statutory
/// guidance part 3.
void straight_after_another(const Reckoning&, std::span<const Reckoning> all, Evaluation& out);

/// A cancellation made without the power to make it. Source: FND-31, HT-11, regulations 8A and 17A.
void cancelled_when_barred(const Reckoning&, Evaluation& out);

} // namespace onroll::law
