#include "law/rules_money.h"

namespace onroll::law {

int complete_weeks(Date from, Date to)
{
    return to < from ? 0 : static_cast<int>(((to - from).count() + 1) / 7);
}

Date financial_year_end(Date day)
{
    const int year = year_of(day);
    return day <= date(year, 3, 31) ? date(year, 3, 31) : date(year + 1, 3, 31);
}

std::optional<Date> school_year_end(const SchoolCalendar& calendar, Date day)
{
    const int year = year_of(day);
    for (const int july : {year, year + 1}) {
        const auto next = calendar.after(date(july, 7, 31), SchoolDays{1});
        if (!next) return std::nullopt;
        if (day < *next) return *next - Days{1};
    }
    return std::nullopt;
}

std::optional<Date> relevant_date(const SchoolCalendar& calendar, Date takes_effect,
                                  int school_days)
{
    return calendar.after(takes_effect, SchoolDays{school_days});
}

Pence share_of(Pence whole, int weeks, int of_weeks)
{
    if (of_weeks <= 0) return {};
    const std::int64_t twice = 2 * whole.count * weeks + of_weeks;
    return {twice / (2 * std::int64_t{of_weeks})};
}

Pence budget_reduction(Pence yearly_amount, int complete_weeks_left, Pence adjustment_order)
{
    return {share_of(yearly_amount, complete_weeks_left, 52).count + adjustment_order.count};
}

Pence admitting_school_gains(Pence reduction_without_order, int weeks_on_roll, int weeks_used)
{
    return share_of(reduction_without_order, std::min(weeks_on_roll, weeks_used), weeks_used);
}

Pence returned_on_reinstatement(Pence reduction_without_order, int weeks_left, int weeks_used)
{
    return share_of(reduction_without_order, std::min(weeks_left, weeks_used), weeks_used);
}

std::optional<Date> weeks_counted_to(const SchoolCalendar& calendar, Date relevant,
                                     Date takes_effect, bool in_last_year_group)
{
    // From 1 April to the summer the school year ends before the financial year does.
    const auto month = month_of(takes_effect);
    if (in_last_year_group && month >= 4 && month <= 7)
        return school_year_end(calendar, takes_effect);
    return financial_year_end(relevant);
}

namespace money_detail {

/// What the rows of one pupil's money are worked out from.
struct Weeks {
    Date relevant{};
    Date to{};
    int used = 0;
};

bool is_academy(const History& history, const Funding& one)
{
    const auto type = history.schools[one.school]->type;
    return type == SchoolType::academy || type == SchoolType::ap_academy;
}

bool place_funded(const History& history, const Funding& one)
{
    return one.place_funded || history.schools[one.school]->type == SchoolType::pru;
}

/// Adds a row with an amount.
void row(MovementAnswers& answers, RuleId rule, Actor actor, DutyType type, Date on, Pence amount)
{
    if (auto* added = answers.duty_by(rule, actor, type, on)) added->amount_pence = amount.count;
}

std::optional<Weeks> weeks_of(const Funding& one, const MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::money_relevant_day);
    const auto& calendar = calendar_of(answers.history(), one);
    const auto relevant = !days           ? std::nullopt
                          : one.exclusion ? relevant_date(calendar, answers.day(), *days)
                                          : one.moved_on;
    if (!relevant) return std::nullopt;
    const auto to = weeks_counted_to(calendar, *relevant, answers.day(), one.in_last_year_group);
    if (!to) return std::nullopt;
    return Weeks{*relevant, *to, complete_weeks(*relevant, *to)};
}

/// What comes back, or goes to the next school, in the weeks that are left.
void later_rows(const Funding& one, MovementAnswers& answers, const Weeks& weeks, Pence reduction)
{
    if (one.admitted_on && *one.admitted_on <= weeks.to) {
        const auto until = std::min(one.left_next_school_on.value_or(weeks.to), weeks.to);
        const int on_roll = complete_weeks(*one.admitted_on, until);
        row(answers, RuleId::fin_03, Actor::local_authority, DutyType::budget_gains,
            *one.admitted_on, admitting_school_gains(reduction, on_roll, weeks.used));
    }
    if (one.reinstated_on && *one.reinstated_on <= weeks.to) {
        const int left = complete_weeks(*one.reinstated_on, weeks.to);
        row(answers, RuleId::fin_04, Actor::local_authority, DutyType::money_returns,
            *one.reinstated_on, returned_on_reinstatement(reduction, left, weeks.used));
    }
}

} // namespace money_detail

void money_follows(const Funding& one, MovementAnswers& answers)
{
    using namespace money_detail;
    if (place_funded(answers.history(), one)) {
        answers.finding(RuleId::fin_05, Severity::check, "place_funded");
        return;
    }
    const bool academy = is_academy(answers.history(), one);
    const auto rule = !one.exclusion || academy ? RuleId::fin_05 : RuleId::fin_01;
    const auto actor = academy ? Actor::academy_trust : Actor::local_authority;
    const auto type = academy ? DutyType::pay : DutyType::budget_falls_by;
    const auto weeks = weeks_of(one, answers);
    if (!weeks) {
        answers.duty_by(rule, actor, type, std::nullopt);
        return;
    }
    const Pence reduction = share_of({one.yearly_amount_pence}, weeks->used, 52);
    const Pence premium = share_of({one.pupil_premium_pence.value_or(0)}, weeks->used, 52);
    const Pence order{one.exclusion ? one.order_pence : 0};
    row(answers, rule, actor, type, weeks->relevant,
        budget_reduction({one.yearly_amount_pence}, weeks->used, order));
    if (premium.count > 0)
        row(answers, RuleId::fin_05, actor, DutyType::pupil_premium_follows, weeks->relevant,
            premium);
    later_rows(one, answers, *weeks, reduction);
    const Pence most{reduction.count + premium.count + order.count};
    if (one.charged_pence && *one.charged_pence > most.count && !one.agreed_to_more)
        answers.finding(RuleId::fin_05, Severity::breach, "charged_more");
}

} // namespace onroll::law
