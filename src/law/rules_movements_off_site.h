// Directions to attend elsewhere to improve behaviour: the power, the notice, the reviews. Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// Whether the board had the statutory power to direct on that day, and so its procedure:
/// maintained schools throughout; academies, AP academies and PRUs from 26 July 2026.
/// Source: MOV-01, Education Act 2002 s29A; 2026 Regulations.
bool statutory_power_to_direct(SchoolType, Date);

/// A direction made without the statutory power, or running as the power arrived: a question which
/// power was used. Source: MOV-01, Education Act 2002 s29A.
void power_to_direct(const OffSiteDirection&, MovementAnswers&);

/// The notice: the last day to give it is the second school day before the first day elsewhere.
/// Source: MOV-02, SI 2010/1156 regulation 3; FND-25.
void direction_notice(const OffSiteDirection&, MovementAnswers&);

/// The reviews held or planned, with the last day to invite to each; a review asked for in writing
/// with none in the ten weeks before the request. The days to invite are calendar days.
/// Source: MOV-03, SI 2010/1156 regulations 4 to 5 as amended by SI 2012/2532; FND-25.
void direction_reviews(const OffSiteDirection&, MovementAnswers&);

/// Given to improve behaviour and for nothing else, time-limited, with dual registration.
/// Source: MOV-04, statutory guidance part 4; FND-25.
void direction_purpose(const OffSiteDirection&, MovementAnswers&);

} // namespace onroll::law
