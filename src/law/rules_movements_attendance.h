// Attendance marks held against what else is recorded. Each contradiction is a question for the
// school, never a conclusion. Pure.
#pragma once

#include "law/movement_answers.h"

#include <string_view>

namespace onroll::law {

/// What a mark contradicts, as a short code; empty where nothing. Days that the school was not open
/// are not looked at.
/// Source: FND-23, SI 2024/208 regulation 10 (before 19 August 2024: SI 2006/1751 regulation 6).
std::string_view contradiction_of(const AttendanceMark&, const AttendanceRecord&, const History&);

/// One finding for each kind of contradiction in a stretch of the register, with the marks that
/// show it. Source: FND-23, SI 2024/208 regulation 10.
void marks_contradict_the_record(const AttendanceRecord&, MovementAnswers&);

} // namespace onroll::law
