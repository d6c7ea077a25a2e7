// Findings about public places, work, education from the sixth day, coming back, and the place at
// the school, from what else is recorded. `core` holds the rows of the core rules for this
// exclusion. Each answers nothing where its fact is not recorded. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// A penalty for a day in a public place on which no notice bound the parent: a day that is none of
/// the first five, or a notice that came too late.
/// Source: EDU-00, Education and Inspections Act 2006 ss103(1)-(7) and 104.
std::optional<Finding> penalty_without_a_basis(const Reckoning&, const Evaluation& core);

/// No work was set and marked on the first five days.
/// Source: EDU-01, statutory guidance part 6.
std::optional<Finding> no_work_set(const Reckoning&, const Evaluation& core);

/// No suitable full-time education on the sixth day: none, too late, not full-time, not suitable.
/// Source: FND-18, EDU-02 to EDU-04, Education and Inspections Act 2006 s100; Education Act 1996
/// s19(3A).
std::optional<Finding> no_education_on_day_six(const Reckoning&, const Evaluation& core);

/// Education from the sixth day of a suspension given at the school itself, and not in a facility
/// shared with another school. Source: EDU-07, Education and Inspections Act 2006 s100(3).
std::optional<Finding> day_six_at_the_school(const Reckoning&, const Evaluation& core);

/// The further notice of the education came less than 48 hours (read as two days) before it began.
/// Less by consent is enough before the sixth day.
/// Source: NT-03, SI 2007/1870 regulations 6 and 7.
std::optional<Finding> day_six_notice_short(const Reckoning&, const Evaluation& core);

/// Nothing from the first day for a looked-after pupil or, from 1 September 2022, one with a social
/// worker. Source: EDU-06, statutory guidance part 6.
std::optional<Finding> nothing_from_day_one(const Reckoning&, const Evaluation& core);

/// No meeting was offered for coming back from a suspension.
/// Source: EDU-09, statutory guidance part 3.
std::optional<Finding> no_reintegration_meeting(const Reckoning&, const Evaluation& core);

/// What the EHC plan secures was stopped. Source: EDU-10, Children and Families Act 2014 s42.
std::optional<Finding> plan_provision_stopped(const Reckoning&, const Evaluation& core);

/// The authority reviews the placement of a permanently excluded pupil with an EHC plan.
/// Source: EDU-10, Children and Families Act 2014 s42; statutory guidance part 6.
std::optional<Duty> placement_is_reviewed(const Reckoning&);

/// The place was given to somebody else while the name must stay on the register.
/// Source: REG-03, statutory guidance part 8.
std::optional<Finding> place_filled_too_soon(const Reckoning&, const Evaluation& core);

/// All of the above, in this order. Source: EDU-00 to EDU-10, REG-03.
void teaching_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
