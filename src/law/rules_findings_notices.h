// Findings about who was told of an exclusion, when, and what the letter said. Each answers nothing
// where its fact is not recorded. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// The letter lacks what the law asks for; each item is listed. Public-place days given in a notice
/// of their own, and education from day six told later, are not missing.
/// Source: FND-11, NT-02, School Discipline Regulations 2012, regulation 5(1)(b) and 5(3)(b).
std::optional<Finding> letter_lacks_what_it_must_say(const Reckoning&);

/// The letter lacks what guidance asks for, or is not plain or not translated; listed.
/// Source: NT-08, statutory guidance part 5.
std::optional<Finding> letter_lacks_what_it_should_say(const Reckoning&);

/// The letter came later than the next school day: something to ask about, as "without delay" has
/// no number. Source: NT-02, School Discipline Regulations 2012, regulation 5(1); CNT-05.
std::optional<Finding> letter_came_late(const Reckoning&);

/// Given in a way that the rules do not know, or by email without agreement.
/// Source: NT-09, School Discipline Regulations 2012, regulation 5; Education Act 1996 s572.
std::optional<Finding> given_in_the_wrong_way(const Reckoning&);

/// The notice about public places came after the afternoon session of the first day of exclusion.
/// Source: FND-12, NT-03, Education and Inspections Act 2006 s104; SI 2007/1870 regulations 6
/// and 7.
std::optional<Finding> public_place_notice_late(const Reckoning&);

/// The authority was never told (breach) or told after the next school day (check).
/// Source: FND-13, NT-04, School Discipline Regulations 2012, regulation 5; SI 2022/788.
std::optional<Finding> authority_not_told(const Reckoning&);

/// The board was never told where it must be told at once. Late notice is read from
/// `board_notified_on` elsewhere.
/// Source: FND-14, NT-05, School Discipline Regulations 2012, regulation 5(2) and (3).
std::optional<Finding> board_never_told(const Reckoning&);

/// The social worker or the virtual school head was never told; from 1 September 2022. Listed.
/// Source: FND-15, NT-06, SI 2022/788.
std::optional<Finding> social_care_not_told(const Reckoning&);

/// The social worker or the virtual school head was told after the next school day. Listed.
/// Source: NT-06, SI 2022/788; CNT-05.
std::optional<Finding> social_care_told_late(const Reckoning&);

/// The authority where the pupil lives was never told of a permanent exclusion (breach), or told
/// after the next school day (check).
/// Source: NT-07, School Discipline Regulations 2012, regulation 5(3)(a).
std::optional<Finding> home_authority_not_told(const Reckoning&);

/// The termly report to authority and board left it out; exclusions of the rules of 2012.
/// Source: NT-04T, School Discipline Regulations 2012, regulation 5.
std::optional<Finding> authority_report_left_out(const Reckoning&);

/// The termly report to the board left it out; from 1 September 2022.
/// Source: NT-05T, School Discipline Regulations 2012, regulation 5; statutory guidance part 5.
std::optional<Finding> board_report_left_out(const Reckoning&);

/// The pupil was not told, or not helped to take part; from 1 September 2022.
/// Source: NT-10, statutory guidance parts 5 and 7.
std::optional<Finding> pupil_left_out(const Reckoning&);

/// All of the above, in this order. Source: NT-01 to NT-10.
void notice_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
