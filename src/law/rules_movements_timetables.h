// Part-time timetables: what must be agreed, written and reviewed. Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// When a part-time timetable ends and is to be reviewed, and that a social worker is told: a row
/// for each date that was written down.
/// Source: MOV-06, Working together to improve school attendance.
void timetable_ends_and_is_reviewed(const PartTimeTimetable&, MovementAnswers&);

/// A part-time timetable used to manage behaviour, without the parent's agreement or past its end
/// (unlawful), or written without an end or a review (check).
/// Source: FND-22, rests on MOV-06.
void timetable_without_its_safeguards(const PartTimeTimetable&, MovementAnswers&);

/// The attendance code of the hours missed: C2 at compulsory school age, X otherwise, from the day
/// code C2 began. Source: FND-23, MOV-06, SI 2024/208 regulation 10.
void timetable_has_its_code(const PartTimeTimetable&, MovementAnswers&);

} // namespace onroll::law
