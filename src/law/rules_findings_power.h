// Findings about the decision to exclude, from what else is recorded about it. Each answers nothing
// where its fact is not recorded. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// The reason given is that needs from special needs or disability cannot be met.
/// Source: FND-03, HT-02, statutory guidance part 3.
std::optional<Finding> reason_is_unmet_needs(const Reckoning&);

/// The reason given is attainment or ability. Source: FND-04, HT-02, statutory guidance part 3.
std::optional<Finding> reason_is_attainment(const Reckoning&);

/// The reason given is something that a parent did or did not do.
/// Source: FND-05, HT-02, statutory guidance part 3.
std::optional<Finding> reason_is_parent_conduct(const Reckoning&);

/// The exclusion was not on disciplinary grounds.
/// Source: HT-02, Education Act 2002 s51A(10).
std::optional<Finding> not_on_disciplinary_grounds(const Reckoning&);

/// A permanent exclusion without a serious breach or persistent breaches of the behaviour policy,
/// or without serious harm if the pupil stayed; the limbs that are missing are listed. Source:
/// HT-03, statutory guidance part 3.
std::optional<Finding> permanent_without_both_limbs(const Reckoning&);

/// A suspension without an end. Source: FND-07, HT-04, Education Act 2002 s51A.
std::optional<Finding> without_an_end(const Reckoning&);

/// The same suspension made longer, or permanent, with no new decision and notice. Guidance says so
/// since 1 September 2017; the Act was the same before, and is read in the same way.
/// Source: FND-09, HT-06, Education Act 2002 s51A; statutory guidance part 3.
std::optional<Finding> changed_without_a_decision(const Reckoning&);

/// Return refused until a condition is met.
/// Source: FND-06, EDU-09, statutory guidance part 3.
std::optional<Finding> return_on_a_condition(const Reckoning&);

/// A free meal is due at each lunchtime of a lunchtime suspension.
/// Source: HT-07, School Discipline Regulations 2012, regulation 2; statutory guidance part 3.
std::optional<Duty> free_meal_at_lunchtime(const Reckoning&);

/// The free meal was not given. Source: HT-07, statutory guidance part 3.
std::optional<Finding> free_meal_not_given(const Reckoning&);

/// Conduct off the school's site where its behaviour policy does not reach.
/// Source: HT-08, statutory guidance part 3.
std::optional<Finding> off_site_outside_the_policy(const Reckoning&);

/// What should come before the decision and did not: the pupil's account, what lay behind it, an
/// early review of the plan, from 26 July 2026 an early review of the personal education plan.
/// Source: HT-09, statutory guidance parts 3 and 4.
std::optional<Finding> steps_before_deciding_left_out(const Reckoning&);

/// Suspended again in the same school year without asking whether suspension works; from 1
/// September 2022. Source: HT-10, statutory guidance part 3.
std::optional<Finding> approach_not_reviewed(const Reckoning&);

/// Lunchtime suspensions that happen and are not counted.
/// Source: FND-27, DEF-05, School Discipline Regulations 2012, regulation 2.
std::optional<Finding> lunchtimes_not_counted(const Reckoning&);

/// Behaviour arose from disability, and no reasonable adjustment is recorded.
/// Source: FND-26, Equality Act 2010 ss15, 20 and 85.
std::optional<Finding> no_reasonable_adjustment(const Reckoning&);

/// A looked-after pupil, or one with an EHC plan, permanently excluded with no contact before that
/// with the virtual school head or the authority. Source: FND-28, HT-09, statutory guidance part 3.
std::optional<Finding> no_contact_before_permanent(const Reckoning&);

/// A cancellation in force that was not told to those who must know.
/// Source: FND-31, HT-12, School Discipline Regulations 2012, regulation 8A(4).
std::optional<Finding> cancellation_not_told(const Reckoning&);

/// A cancellation in force after which the pupil was not let back.
/// Source: FND-31, HT-12, School Discipline Regulations 2012, regulation 8A(4).
std::optional<Finding> not_readmitted_after_cancellation(const Reckoning&);

/// A cancellation in force with no meeting offered to the parents, or not reported to the board.
/// Source: HT-12, statutory guidance part 3.
std::optional<Finding> cancellation_not_followed_up(const Reckoning&);

/// What the family was told that the law does not say: one finding for each statement.
/// Source: FND-35 with HT-05; TRB-04, TRB-07, IRP-09, IRP-11 and GB-28.
void wrong_statements(const Reckoning&, Evaluation& out);

/// All of the above, in this order. Source: HT-02 to HT-12.
void power_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
