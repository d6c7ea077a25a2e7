// Sent home, kept away, fetched early or left out with no exclusion recorded. Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// Sent or asked to go home, or kept away, for behaviour, with no exclusion recorded: unlawful at
/// any age and for any length, whether or not the parent agreed. A day inside an exclusion, the day
/// of a decision to exclude and a day inside a safeguarding separation are not this.
/// Source: FND-01, statutory guidance part 3.
void sent_home_without_exclusion(const SentHome&, MovementAnswers&);

/// Left out of a trip, a club or part of the day for behaviour or staffing and sent home meanwhile,
/// or sent home because staff were short. Source: FND-29, statutory guidance part 3.
void left_out_and_sent_home(const SentHome&, MovementAnswers&);

/// Told to stay away on "study leave" outside the examinations of Year 11. Nothing for years above
/// 11, for which code S was not written, nor where the season is not known.
/// Source: FND-33, attendance code S.
void study_leave_outside_exams(const SentHome&, MovementAnswers&);

/// So many early collections asked for by a school in so many school days that a pattern shows.
/// One finding each time the number is reached; counting then starts afresh.
/// Source: FND-34, rests on FND-01; the numbers are settings.
void early_collections(const History&, Evaluation& out);

} // namespace onroll::law
