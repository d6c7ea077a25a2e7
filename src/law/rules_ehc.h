// The timetable of an EHC needs assessment, its appeals and yearly reviews. Weeks and days are
// calendar ones; the day of the request is not counted. Pure.
#pragma once

#include "law/movement_answers.h"

#include <optional>

namespace onroll::law {

/// The steps whose limits can be excused.
enum class EhcStep { decide_whether_to_assess, answer_for_advice, refuse_plan, final_plan };

/// Whether a recorded reason excuses the limit of a step: a closure or an absence of four weeks or
/// more, exceptional circumstances, a missed appointment (not for the first decision), each
/// touching the days from the start to the limit; the pandemic, where the limit or part of the time
/// lay in the days it was eased. A closure or absence whose end is not known is taken as long
/// enough. Source: EHC-11 to EHC-14, SI 2014/1530 regulations 5(4), 8(2), 10(4) and 13(3).
bool excused(const EhcDelay&, EhcStep, Date from, Date limit);

/// Whether to assess: six weeks from the request.
/// Source: EHC-01, SI 2014/1530 regulation 5(1).
void decide_whether_to_assess(const EhcRequest&, MovementAnswers&);

/// Each request for advice: six weeks. Source: EHC-02, SI 2014/1530 regulation 8.
void advice_is_answered(const EhcRequest&, MovementAnswers&);

/// That no plan will be made: sixteen weeks from the request.
/// Source: EHC-03, SI 2014/1530 regulation 10(1).
void say_no_plan(const EhcRequest&, MovementAnswers&);

/// The draft: at least fifteen days to comment, the day it is served being the first.
/// Source: EHC-04, SI 2014/1530 regulation 13(1).
void comment_on_draft(const EhcRequest&, MovementAnswers&);

/// The final plan: twenty weeks from the request.
/// Source: EHC-05, SI 2014/1530 regulation 13(2).
void send_final_plan(const EhcRequest&, MovementAnswers&);

/// The last day to appeal: two months after the decision or one month after the mediation
/// certificate, whichever is later; the day of either is not counted.
/// Source: EHC-06, Children and Families Act 2014 s51 and tribunal procedure rules.
void appeal(const EhcRequest&, MovementAnswers&);

/// Yearly reviews: the next by twelve months, starting with the day of the plan or last review; the
/// decision four weeks after the meeting; the amended plan eight weeks after the notice and not
/// past twelve weeks after the meeting.
/// Source: EHC-07, Children and Families Act 2014 s44, SI 2014/1530 regulations 20 to 22.
void review_yearly(const EhcRequest&, MovementAnswers&);

/// The exceptions that act on this assessment, each once.
/// Source: EHC-11 to EHC-14, SI 2014/1530 regulations 5(4) and 10(4).
void exceptions_that_act(const EhcRequest&, MovementAnswers&);

} // namespace onroll::law
