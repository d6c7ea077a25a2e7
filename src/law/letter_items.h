// What the two letters of an exclusion must and should hold: the notice to the parents, and the
// letter after the governing board declined to reinstate. Read by the findings and by the public
// checker. Pure.
#pragma once

#include "kernel/citation.h"
#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <vector>

namespace onroll::law {

/// One thing that a letter holds, the rule that asks for it, and whether by law, by guidance, or as
/// good practice.
struct RequiredLetterItem {
    LetterItem item{};
    RuleId rule{};
    Force force = Force::must;
    bool operator==(const RequiredLetterItem&) const = default;
};

/// What the notice of this exclusion must and should say, in the order of a letter. It depends on
/// the version of the rules, on the kind of exclusion, on the totals it brings the pupil to, and on
/// the pupil's age: meeting rights only where the board is told at once (NT-05), the remote meeting
/// only from 1 September 2023, public places and education from day six only at compulsory school
/// age. Source: NT-02, NT-03 and NT-08, School Discipline Regulations 2012, regulation 5(1)(b) and
/// 5(3)(b); Education and Inspections Act 2006 s104; statutory guidance part 5.
std::vector<RequiredLetterItem> required_letter_items(const Reckoning&);

/// What the letter about the board's decision must hold: always that it is in writing with reasons;
/// where a permanent exclusion stands, also everything about the review. The remote review only
/// from 1 September 2023. Source: GB-26 and GB-27, School Discipline Regulations 2012, regulation
/// 6(6).
std::vector<DecisionItem> required_decision_items(const Reckoning&, bool reinstatement_declined);

/// Whether education is due from the sixth school day of this exclusion by itself: at compulsory
/// school age, where it is permanent or lasts six school days or more, unless EDU-05 exempts.
/// Source: EDU-02, EDU-03 and EDU-05, SI 2007/1870 regulations 3 to 5.
bool day_six_is_due(const Reckoning&);

} // namespace onroll::law
