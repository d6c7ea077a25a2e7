// Names put on and taken off the admission register, and home education. Deletion after a permanent
// exclusion has its own rules elsewhere (REG-02). Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// The letter of the ground "permanently excluded" and of "written notice of education otherwise"
/// in the regulations in force on that day.
/// Source: REG-01, SI 2024/208 regulation 9(1); before 19 August 2024 SI 2006/1751 regulation 8(1).
struct DeletionGrounds {
    char permanently_excluded, educated_otherwise;
};
DeletionGrounds deletion_grounds_on(Date);

/// Taken off the register on no ground of the regulations, or on one whose conditions were not met.
/// Source: FND-20, rests on REG-01.
void deleted_on_no_ground(const RegisterDeletion&, MovementAnswers&);

/// The deletion return to the authority: not later than the deletion; not for pupils who completed
/// the final year. Source: REG-04, SI 2024/208 regulation 13(4) to (6).
void deletion_return(const RegisterDeletion&, MovementAnswers&);

/// Registers are electronic, entries are kept and no deletion is dated back.
/// Source: REG-05, SI 2024/208 regulations 5 to 7.
void register_is_kept(const RegisterDeletion&, MovementAnswers&);

/// The new pupil return: by the end of the fifth day after the day of entry; not for a start in the
/// youngest class on the first day of a school year. The days are calendar days.
/// Source: REG-04, SI 2024/208 regulation 13(1) and (2).
void new_pupil_return(const RegisterEntry&, MovementAnswers&);

/// A home-education notice soon after a suspension, a warning of permanent exclusion or a threat
/// about attendance. Counted in school days from the last day of the suspension, or from the
/// warning; a notice during the suspension counts. Source: FND-21; the window is a setting.
void home_education_after_pressure(const HomeEducationNotice&, MovementAnswers&);

/// The school pressed the parent to take the child out.
/// Source: MOV-11, statutory guidance part 3.
void pressed_to_home_educate(const HomeEducationNotice&, MovementAnswers&);

/// A home-education notice not in writing, without the authority's consent where it arranged a
/// special school, or with no meeting first. What the 2026 Act adds acts from the days in the
/// switches, if any. Source: MOV-12, Education Act 1996 s7, SI 2024/208 regulation 9.
void home_education_notice_in_order(const HomeEducationNotice&, MovementAnswers&);

/// Which parts of the 2026 Act have begun: both are enacted and neither has a first day yet.
struct Commenced {
    bool consent = false;
    bool registers = false;
};

/// What the 2026 Act adds once begun: consent while a child is protected, and the authority's
/// register of children not in school. home_education_notice_in_order asks the dated switches.
/// Source: MOV-12, Children's Wellbeing and Schools Act 2026 s38 and its section on consent.
void home_education_changes_of_2026(const HomeEducationNotice&, Commenced, MovementAnswers&);

} // namespace onroll::law
