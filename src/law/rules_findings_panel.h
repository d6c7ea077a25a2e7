// Findings about the independent review panel and the reconsideration after it, from what else is
// recorded. `core` holds the rows of the core rules for this exclusion. Permanent exclusions only.
// Each answers nothing where its fact is not recorded, or where a cancellation in force ended the
// review. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>
#include <string_view>

namespace onroll::law {

/// Arranged by somebody other than the authority (maintained schools, pupil referral units) or the
/// trust (academies), or charged to the family, or refused as the parents took no part before.
/// Source: IRP-01, Education Act 2002 s51A(3)(c); School Discipline Regulations 2012, regulations
/// 7, 16 and 25.
std::optional<Finding> review_not_as_of_right(const Reckoning&, const Evaluation& core);

/// An application refused although it came in time, or accepted although it came late. No limit has
/// passed while a known discrimination claim is undetermined.
/// Source: FND-36, IRP-02 to IRP-05, School Discipline Regulations 2012, Schedule 1 paragraph 2.
std::optional<Finding> application_wrongly_answered(const Reckoning&, const Evaluation& core);

/// A waiver that was not in writing ends no waiting.
/// Source: IRP-07, School Discipline Regulations 2012, Schedule 1 paragraph 2.
std::optional<Finding> waiver_not_in_writing(const Reckoning&, const Evaluation& core);

/// The review began after its limit.
/// Source: FND-37, IRP-06, School Discipline Regulations 2012, Schedule 1 paragraph 1.
std::optional<Finding> review_held_late(const Reckoning&, const Evaluation& core);

/// A panel of the wrong size or make-up, with a barred or untrained member, or an untrained clerk;
/// listed. Source: IRP-08, School Discipline Regulations 2012, Schedule 1.
std::optional<Finding> panel_wrongly_made_up(const Reckoning&, const Evaluation& core);

/// The special needs expert who was asked for did not come, was not impartial, assessed the pupil,
/// or was charged to the family; listed. Source: IRP-09, School Discipline Regulations 2012,
/// Schedule 1; statutory guidance parts 9 and 10.
std::optional<Finding> expert_not_as_of_right(const Reckoning&, const Evaluation& core);

/// The last day for the papers of a review that has been arranged: five school days before it.
/// Source: IRP-10, School Discipline Regulations 2012, Schedule 1.
std::optional<Duty> panel_papers_go_out(const Reckoning&);

/// The papers went out less than five school days before the review.
/// Source: IRP-10, School Discipline Regulations 2012, Schedule 1.
std::optional<Finding> panel_papers_late(const Reckoning&, const Evaluation& core);

/// Somebody who may attend was not invited; listed. Social worker and virtual school head from 1
/// September 2022. Source: IRP-10, School Discipline Regulations 2012, Schedule 1; SI 2022/788.
std::optional<Finding> not_invited_to_the_panel(const Reckoning&, const Evaluation& core);

/// An outcome that a panel has no power to reach. Source: IRP-11, Education Act 2002 s51A(4).
std::optional<Finding> panel_outcome_outside_the_power(const Reckoning&, const Evaluation& core);

/// Quashed on a ground other than illegality, irrationality or procedural impropriety.
/// Source: IRP-12, Education Act 2002 s51A(4)(c).
std::optional<Finding> quashed_on_another_ground(const Reckoning&, const Evaluation& core);

/// A payment ordered with no quashing, of another sum, or (to be asked about) at a pupil referral
/// unit. Source: IRP-14, School Discipline Regulations 2012, regulations 7 and 25.
std::optional<Finding> payment_wrongly_ordered(const Reckoning&, const Evaluation& core);

/// Somebody who must get the panel's decision did not, it was not in writing or had no reasons.
/// Source: IRP-15, School Discipline Regulations 2012, Schedule 1; statutory guidance part 10.
std::optional<Finding> panel_decision_not_given(const Reckoning&, const Evaluation& core);

/// The panel's decision came later than the school day after the hearing.
/// Source: IRP-15, School Discipline Regulations 2012, Schedule 1; CNT-05.
std::optional<Finding> panel_decision_late(const Reckoning&, const Evaluation& core);

/// A remote review that nobody of the family asked for, with no extraordinary event; reviews from 1
/// September 2023. Source: IRP-16, SI 2023/571.
std::optional<Finding> review_remote_unasked(const Reckoning&, const Evaluation& core);

/// A representative, a friend, a special needs expert or a remote review refused without a lawful
/// reason: one finding each. Remote reviews from 1 September 2023.
/// Source: FND-38, IRP-09, IRP-10 and IRP-16, School Discipline Regulations 2012, Schedule 1.
void refusals_by_the_panel(const Reckoning&, Evaluation& out);

/// Where a family unhappy with how the review was run may complain.
/// Source: IRP-17, statutory guidance part 10.
std::optional<Duty> complaint_about_the_review(const Reckoning&);

/// Who takes a complaint about a review: the ombudsman, or for academies the Secretary of State.
/// Source: IRP-17, statutory guidance part 10.
std::string_view complaint_body(const School&);

/// Somebody who must hear what the board decided on reconsidering did not, or there were no
/// reasons. Source: IRP-13, School Discipline Regulations 2012, regulations 8, 17 and 26.
std::optional<Finding> reconsideration_not_told(const Reckoning&);

/// All of the above, in this order. Source: IRP-01 to IRP-17.
void panel_record_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
