// Findings about the governing board, from what else is recorded of its meeting and its letter.
// `core` holds the rows of the core rules for this exclusion. Each answers nothing where its fact
// is not recorded, or (patterns apart) where a cancellation in force ended the board's duties.
// Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// The limit passed and no meeting was held: over five days with representations.
/// Source: FND-17, GB-12, School Discipline Regulations 2012, regulations 6, 15 and 24.
std::optional<Finding> no_meeting_over_five_days(const Reckoning&, const Evaluation& core);

/// The limit passed and no meeting was held, of a permanent exclusion (GB-10) or of a total over 15
/// days without representations (GB-11).
/// Source: GB-10 and GB-11, School Discipline Regulations 2012, regulations 6, 15 and 24.
std::optional<Finding> no_meeting_though_certain(const Reckoning&, const Evaluation& core);

/// An examination or test was lost and nobody considered the exclusion at all.
/// Source: FND-30, GB-16, School Discipline Regulations 2012, regulation 6.
std::optional<Finding> lost_exam_never_considered(const Reckoning&, const Evaluation& core);

/// The chair decided alone where no examination was lost, or where the kind of school or its
/// articles do not let the chair. Source: GB-16, School Discipline Regulations 2012, regulations 6
/// and 24.
std::optional<Finding> chair_alone_without_power(const Reckoning&, const Evaluation& core);

/// Representations up to five days were not considered.
/// Source: GB-14, School Discipline Regulations 2012, regulation 6.
std::optional<Finding> representations_not_considered(const Reckoning&, const Evaluation& core);

/// Somebody who must be able to attend was not invited; listed. The authority: at maintained
/// schools and pupil referral units, elsewhere where the parent asked. Social worker and virtual
/// school head from 1 September 2022. Source: GB-20, School Discipline Regulations 2012,
/// regulations 6(3)(c) and 24(3)(c).
std::optional<Finding> not_invited_to_the_board(const Reckoning&, const Evaluation& core);

/// Something that the board must consider was left out; listed.
/// Source: GB-21, School Discipline Regulations 2012, regulation 6(3).
std::optional<Finding> not_considered_by_the_board(const Reckoning&, const Evaluation& core);

/// The last day for the papers of a meeting that has been arranged: five school days before it.
/// Source: GB-22, statutory guidance part 7.
std::optional<Duty> board_papers_go_out(const Reckoning&);

/// The papers went out less than five school days before the meeting.
/// Source: GB-22, statutory guidance part 7.
std::optional<Finding> board_papers_late(const Reckoning&, const Evaluation& core);

/// A committee of fewer than three at a maintained school.
/// Source: GB-23, statutory guidance part 7.
std::optional<Finding> committee_too_small(const Reckoning&, const Evaluation& core);

/// A remote meeting that nobody of the family asked for, with no extraordinary event; meetings from
/// 1 September 2023. Source: GB-24, School Discipline Regulations 2012, regulation 6(3A)-(3F).
std::optional<Finding> board_remote_unasked(const Reckoning&, const Evaluation& core);

/// A representative, a friend or a remote meeting refused without a lawful reason: one finding
/// each. Remote meetings from 1 September 2023. Source: FND-38, GB-20 and GB-24, School Discipline
/// Regulations 2012, regulation 6(3).
void refusals_by_the_board(const Reckoning&, Evaluation& out);

/// An outcome that is neither declining to reinstate nor reinstating.
/// Source: GB-25, School Discipline Regulations 2012, regulation 6(2).
std::optional<Finding> outcome_outside_the_power(const Reckoning&, const Evaluation& core);

/// Somebody who must get the decision did not, it was not in writing or had no reasons; listed.
/// Source: GB-26, School Discipline Regulations 2012, regulation 6(6).
std::optional<Finding> board_decision_not_given(const Reckoning&, const Evaluation& core);

/// The decision came later than the school day after the meeting, or was not noted on the record.
/// Source: GB-26, School Discipline Regulations 2012, regulation 6(6); CNT-05.
std::optional<Finding> board_decision_late(const Reckoning&, const Evaluation& core);

/// The letter that leaves a permanent exclusion standing lacks what it must say about the review.
/// Source: GB-27, School Discipline Regulations 2012, regulation 6(6)(b).
std::optional<Finding> review_rights_left_out(const Reckoning&, const Evaluation& core);

/// The board does not look at patterns in its exclusions.
/// Source: GB-29, statutory guidance part 7.
std::optional<Finding> patterns_not_reviewed(const Reckoning&);

/// All of the above, in this order. Source: GB-10 to GB-29.
void board_record_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
