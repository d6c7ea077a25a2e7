// The money that follows a pupil after a permanent exclusion, in whole pence: A x (B / 52) + C and
// what comes of it. The formula has stood since 2001, part C since 2012; the regulations are remade
// each year. Pure.
#pragma once

#include "law/movement_answers.h"

#include <cstdint>
#include <optional>

namespace onroll::law {

/// An amount of money, exact.
struct Pence {
    std::int64_t count = 0;
    auto operator<=>(const Pence&) const = default;
};

/// Complete weeks from one day to another, both included; none where the second comes first.
/// Source: FIN-01, School and Early Years Finance Regulations 2018, regulation 27(2)(b).
int complete_weeks(Date from, Date to);

/// The last day of the financial year that holds a day: 31 March.
/// Source: FIN-01, 2018 Regulations, "funding period".
Date financial_year_end(Date);

/// The last day of the school year that holds a day: the day before the first school day after 31
/// July; nothing where the calendar does not reach it. Source: DEF-03, FIN-01.
std::optional<Date> school_year_end(const SchoolCalendar&, Date);

/// The sixth school day after the exclusion takes effect; nothing where the calendar does not reach
/// it. Source: FIN-02, School and Early Years Finance Regulations.
std::optional<Date> relevant_date(const SchoolCalendar&, Date takes_effect, int school_days);

/// The share of `whole` for `weeks` out of `of_weeks`, to the nearest penny, halves up. Nothing of
/// something where `of_weeks` is nought. Source: FIN-01, FIN-03, FIN-04; the rounding is ours.
Pence share_of(Pence whole, int weeks, int of_weeks);

/// A x (B / 52) + C. Source: FIN-01, School and Early Years Finance Regulations 2018,
/// regulation 27.
Pence budget_reduction(Pence yearly_amount, int complete_weeks_left, Pence adjustment_order);

/// D x (E / F): the least that the admitting school gains. D is the reduction without C.
/// Source: FIN-03, School Finance Regulations 2011, regulation 23(4).
Pence admitting_school_gains(Pence reduction_without_order, int weeks_on_roll, int weeks_used);

/// What goes back on reinstatement in the same year.
/// Source: FIN-04, SI 2012/1033 Schedule 2.
Pence returned_on_reinstatement(Pence reduction_without_order, int weeks_left, int weeks_used);

/// The last day up to which weeks are counted: the end of the financial year, or of the school year
/// where the exclusion takes effect from 1 April in a last year group. Source: FIN-01.
std::optional<Date> weeks_counted_to(const SchoolCalendar&, Date relevant, Date takes_effect,
                                     bool in_last_year_group);

/// The rows of one permanent exclusion or move and, where more was taken than that, a finding.
/// Source: FIN-01 to FIN-05.
void money_follows(const Funding&, MovementAnswers&);

} // namespace onroll::law
