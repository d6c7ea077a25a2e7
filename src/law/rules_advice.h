// The information, advice and support service: which level of help a case has reached, and what is
// expected of the service. Pure.
#pragma once

#include "law/movement_answers.h"

#include <vector>

namespace onroll::law {

/// A level of help first reached on a day.
struct LevelReached {
    int level = 0; ///< 1 to 4
    Date on{};
    bool operator==(const LevelReached&) const = default;
};

/// The level that one piece of work shows by its kind; nothing for publicity and talks.
/// Source: IAS-11 to IAS-14, intervention levels revised 2016.
int level_of_work(AdviceWork);

/// The levels that a case reached, in order, each with the day; a case keeps the highest. Work of
/// level 1 that reaches the hours at which level 1 ends, or goes on past one contact, is level 2.
/// The hours of levels 3 and 4 have not been seen, so only the kind of work leads there. Work is
/// taken in order of date. Source: IAS-11 to IAS-14, intervention levels revised 2016; the hours
/// are settings.
std::vector<LevelReached> levels_reached(const Advice&);

/// A row for each level reached. Source: IAS-11 to IAS-14.
void advice_levels(const Advice&, MovementAnswers&);

/// The authority arranged a service and made it known.
/// Source: IAS-01, Children and Families Act 2014 s32.
void service_is_arranged(const Advice&, MovementAnswers&);

/// The notices of an EHC assessment pointed to the service.
/// Source: IAS-02, SI 2014/1530 regulations 5(3), 9 and 32.
void notices_point_to_service(const Advice&, MovementAnswers&);

/// The service is impartial, at arm's length, confidential, free and accessible.
/// Source: IAS-03, SEND Code of Practice 2015 chapter 2.
void service_is_impartial(const Advice&, MovementAnswers&);

/// Support at the tribunal where the family cannot represent itself.
/// Source: IAS-04, Minimum Standards 2018, 3.5.
void tribunal_is_supported(const Advice&, MovementAnswers&);

/// A record of a child went to the authority without consent and not for safeguarding.
/// Source: IAS-05, follows from IAS-03.
void records_stay_with_service(const Advice&, MovementAnswers&);

} // namespace onroll::law
