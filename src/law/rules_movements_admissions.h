// Getting into a school and being without one: Fair Access, in-year applications, two permanent
// exclusions, absences to report, section 19. Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// The last day to allocate a place once a child is accepted under the protocol.
/// Source: MOV-07, School Admissions Code 2021 3.14 to 3.22.
void place_is_allocated(const FairAccess&, MovementAnswers&);

/// Whether the child belongs to one of the protocol's groups; children looked after, or with an EHC
/// plan that names a school, go outside it. A question where a condition of the group fails.
/// Source: MOV-08, School Admissions Code 2021 3.17.
void fair_access_group(const FairAccess&, MovementAnswers&);

/// The days aimed at and the last day to answer an in-year application, the day of receipt not
/// counted. Source: MOV-09, School Admissions Code 2021 2.27 to 2.28.
void application_is_answered(const InYearApplication&, MovementAnswers&);

/// Two permanent exclusions: until when admission authorities need not meet the parent's
/// preference, two years starting with the day the latest took effect. One row, on the first
/// earlier exclusion or, with none, on the first in-year application. Not for a child looked after
/// or with an EHC plan naming a school; exclusions ended by reinstatement, or under compulsory
/// school age, do not count. Source: MOV-10, School Standards and Framework Act 1998 s87.
void excluded_twice(const History&, Evaluation& out);

/// The day on which an absence is to be reported to the authority.
/// Source: MOV-13, SI 2024/208 regulation 13; Education Act 1996 s436A.
void absence_is_reported(const Absence&, MovementAnswers&);

/// The authority's duty to arrange suitable education for a child of compulsory school age who
/// would otherwise not receive it. Source: MOV-14, Education Act 1996 s19(1).
void education_otherwise_missed(const OutOfSchool&, MovementAnswers&);

} // namespace onroll::law
