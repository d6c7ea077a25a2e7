#include "law/rules_ehc.h"

namespace onroll::law {
namespace ehc_detail {

constexpr Actor authority = Actor::home_local_authority;

Date weeks_after(Date day, int weeks)
{
    return day + Days{7 * weeks};
}

/// Whether a delay lasted long enough where the law asks for weeks.
bool long_enough(const EhcDelay& delay)
{
    if (delay.exception != EhcException::school_closed && delay.exception != EhcException::away)
        return true;
    const auto weeks = value_on(ValueId::ehc_closure_weeks, delay.from);
    return weeks && (!delay.to || *delay.to + Days{1} - delay.from >= Days{7 * *weeks});
}

/// Whether any day of the pandemic's easing lies in the time.
bool eased(Date from, Date limit)
{
    for (const auto& row : value(ValueId::ehc_covid_easing).in_force)
        if (row.from <= limit && (!row.until || from <= *row.until)) return true;
    return false;
}

/// A row with its limit, or with none where an exception acts; and, in the first case, a finding
/// where the act came later.
void limit(const EhcRequest& one, MovementAnswers& answers, RuleId rule, EhcStep step,
           DutyType type, Date from, std::optional<int> weeks, std::optional<Date> act)
{
    if (!weeks) return;
    const auto by = weeks_after(from, *weeks);
    const bool free =
        std::any_of(one.exceptions.begin(), one.exceptions.end(),
                    [&](const EhcDelay& delay) { return excused(delay, step, from, by); });
    if (free) {
        answers.duty(rule, authority, type);
        return;
    }
    answers.duty_by(rule, authority, type, by);
    answers.late(rule, name(type), by, act);
}

} // namespace ehc_detail

bool excused(const EhcDelay& delay, EhcStep step, Date from, Date limit)
{
    using namespace ehc_detail;
    if (delay.from > limit || (delay.to && *delay.to < from)) return false;
    switch (delay.exception) {
    case EhcException::school_closed:
    case EhcException::away:
        return long_enough(delay);
    case EhcException::circumstances:
        return true;
    case EhcException::appointment:
        return step != EhcStep::decide_whether_to_assess;
    case EhcException::coronavirus:
        return eased(std::max(from, delay.from), delay.to ? std::min(limit, *delay.to) : limit);
    }
    return false;
}

void decide_whether_to_assess(const EhcRequest& one, MovementAnswers& answers)
{
    if (!one.requested_on) return;
    ehc_detail::limit(one, answers, RuleId::ehc_01, EhcStep::decide_whether_to_assess,
                      DutyType::decide_whether_to_assess_by, *one.requested_on,
                      answers.value(ValueId::ehc_decide_weeks), one.told_whether_on);
}

void advice_is_answered(const EhcRequest& one, MovementAnswers& answers)
{
    for (const auto& request : one.advice_requests)
        ehc_detail::limit(one, answers, RuleId::ehc_02, EhcStep::answer_for_advice,
                          DutyType::answer_request_by, request.asked_on,
                          answers.value(ValueId::ehc_advice_weeks), request.answered_on);
}

void say_no_plan(const EhcRequest& one, MovementAnswers& answers)
{
    if (!one.requested_on || !one.will_assess) return;
    ehc_detail::limit(one, answers, RuleId::ehc_03, EhcStep::refuse_plan, DutyType::refuse_plan_by,
                      *one.requested_on, answers.value(ValueId::ehc_no_plan_weeks),
                      one.told_no_plan_on);
}

void comment_on_draft(const EhcRequest& one, MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::ehc_comment_days);
    if (!one.draft_sent_on || !days) return;
    const auto until = *one.draft_sent_on + Days{*days - 1};
    const auto actor = answers.history().pupil.age_18_or_over ? Actor::pupil : Actor::parent;
    answers.duty_by(RuleId::ehc_04, actor, DutyType::comment_until, until);
    if (one.comment_until && *one.comment_until < until)
        if (auto* found = answers.finding(RuleId::ehc_04, Severity::breach, "comment_too_short")) {
            found->due = until;
            found->held = one.comment_until;
        }
    const auto latest = answers.value(ValueId::ehc_draft_latest_weeks);
    if (!latest || !one.requested_on) return;
    const auto expected = ehc_detail::weeks_after(*one.requested_on, *latest);
    if (*one.draft_sent_on <= expected) return;
    if (auto* found = answers.finding(RuleId::ehc_04, Severity::check, "draft_late")) {
        found->due = expected;
        found->held = one.draft_sent_on;
    }
}

void send_final_plan(const EhcRequest& one, MovementAnswers& answers)
{
    if (!one.requested_on || !one.will_assess || one.told_no_plan_on) return;
    ehc_detail::limit(one, answers, RuleId::ehc_05, EhcStep::final_plan, DutyType::final_plan_by,
                      *one.requested_on, answers.value(ValueId::ehc_final_weeks),
                      one.final_plan_on);
}

void appeal(const EhcRequest& one, MovementAnswers& answers)
{
    const auto months = answers.value(ValueId::ehc_appeal_months);
    const auto mediation = answers.value(ValueId::ehc_mediation_months);
    if (!months || !mediation) return;
    const auto actor =
        answers.history().pupil.of_compulsory_school_age() ? Actor::parent : Actor::pupil;
    for (const auto& decision : one.decisions) {
        auto by = last_day_of_months_from(decision.sent_on + Days{1}, *months);
        if (const auto certificate = decision.mediation_certificate_on)
            by = std::max(by, last_day_of_months_from(*certificate + Days{1}, *mediation));
        answers.duty_by(RuleId::ehc_06, actor, DutyType::appeal_by, by);
        if (!decision.appealed_on || *decision.appealed_on <= by) continue;
        if (auto* found = answers.finding(RuleId::ehc_06, Severity::check, "appeal_late")) {
            found->made = decision.appealed_on;
            found->deadline = by;
        }
    }
}

namespace ehc_detail {

/// What follows one review meeting.
void after_review(const EhcReview& review, MovementAnswers& answers)
{
    const auto decide = answers.value(ValueId::ehc_review_decision_weeks);
    const auto amend = answers.value(ValueId::ehc_amended_weeks);
    const auto most = answers.value(ValueId::ehc_amended_from_meeting_weeks);
    if (!decide || !amend || !most) return;
    const auto decided_by = weeks_after(review.meeting_on, *decide);
    answers.duty_by(RuleId::ehc_07, authority, DutyType::decide_by, decided_by);
    answers.late(RuleId::ehc_07, "review_decided_late", decided_by, review.decided_on);
    if (!review.amendment_notice_on) return;
    const auto by = std::min(weeks_after(*review.amendment_notice_on, *amend),
                             weeks_after(review.meeting_on, *most));
    answers.duty_by(RuleId::ehc_07, authority, DutyType::final_plan_by, by);
    answers.late(RuleId::ehc_07, "amended_plan_late", by, review.amended_plan_on);
}

} // namespace ehc_detail

void review_yearly(const EhcRequest& one, MovementAnswers& answers)
{
    const auto months = answers.value(ValueId::ehc_review_months);
    if (!months) return;
    auto reviews = one.reviews;
    std::stable_sort(reviews.begin(), reviews.end(), [](const EhcReview& a, const EhcReview& b) {
        return a.meeting_on < b.meeting_on;
    });
    auto last = one.plan_or_last_review_on;
    const auto hold = [&](std::optional<Date> held) {
        if (!last) return;
        const auto by = last_day_of_months_from(*last, *months);
        answers.duty_by(RuleId::ehc_07, ehc_detail::authority, DutyType::hold_review_by, by);
        answers.late(RuleId::ehc_07, "review_late", by, held);
    };
    for (const auto& review : reviews) {
        hold(review.meeting_on);
        ehc_detail::after_review(review, answers);
        last = review.meeting_on;
    }
    hold(std::nullopt);
}

void exceptions_that_act(const EhcRequest& one, MovementAnswers& answers)
{
    const auto weeks = answers.value(ValueId::ehc_final_weeks);
    if (!one.requested_on || !weeks) return;
    const auto limit = ehc_detail::weeks_after(*one.requested_on, *weeks);
    for (const auto& delay : one.exceptions) {
        if (!excused(delay, EhcStep::final_plan, *one.requested_on, limit)) continue;
        switch (delay.exception) {
        case EhcException::school_closed:
            answers.duty(RuleId::ehc_11, Actor::none, DutyType::exempt);
            break;
        case EhcException::circumstances:
            answers.duty(RuleId::ehc_12, Actor::none, DutyType::exempt);
            break;
        case EhcException::away:
            answers.duty(RuleId::ehc_13, Actor::none, DutyType::exempt);
            break;
        case EhcException::appointment:
            answers.duty(RuleId::ehc_14, Actor::none, DutyType::exempt);
            break;
        case EhcException::coronavirus:
            break; // It has no rule of its own: the note of each step says it.
        }
    }
}

} // namespace onroll::law
