// Whom the head teacher must tell about an exclusion, and when. Pure.
#pragma once

#include "law/rules_reckoning.h"

namespace onroll::law {

/// The parent (the pupil at 18) is told of every exclusion without delay.
/// Source: NT-01, School Discipline Regulations 2012, regulations 5(1)(a), 14 and 23.
void parent_is_told(const Reckoning&, Evaluation& out);

/// The notice about public places reaches the parent by the end of the afternoon session of the
/// first day of exclusion. Source: NT-03, Education and Inspections Act 2006 s104; SI 2007/1870
/// regulations 6 and 7.
void public_place_notice_is_given(const Reckoning&, Evaluation& out);

/// The local authority is told without delay: of everything from 1 September 2022; before that of
/// permanent exclusions, of totals over five days in a term and of lost examinations, and of the
/// rest once a term together with the board. Source: NT-04 and NT-04T, School Discipline
/// Regulations 2012, regulation 5; SI 2022/788.
void authority_is_told(const Reckoning&, Evaluation& out);

/// The board is told without delay of permanent exclusions, totals over five days in a term and
/// lost examinations; from 1 September 2022 of the rest once a term. Source: NT-05 and NT-05T,
/// School Discipline Regulations 2012, regulation 5.
void board_is_told(const Reckoning&, Evaluation& out);

/// A social worker and the virtual school head are told of every exclusion from 1 September 2022.
/// Source: NT-06, SI 2022/788.
void social_worker_and_virtual_school_head_are_told(const Reckoning&, Evaluation& out);

/// The authority where the pupil lives is told of a permanent exclusion by a school elsewhere.
/// Source: NT-07, School Discipline Regulations 2012, regulation 5(3)(a).
void home_authority_is_told(const Reckoning&, Evaluation& out);

/// Whether a cancellation in force must be told to everyone, and the pupil readmitted.
/// Source: HT-12, School Discipline Regulations 2012, regulations 8A(4) and 17A; in 2022 on
/// guidance only.
void cancellation_is_told(const Reckoning&, Evaluation& out);

} // namespace onroll::law
