#include "law/rules_review_panel.h"

#include <algorithm>

namespace onroll::law {

namespace review_panel_detail {

SchoolDays days(ValueId id, Date on)
{
    return SchoolDays{value_on(id, on).value_or(0)};
}

/// 15 school days; 25 for exclusions from 1 June to 24 September 2020, and earlier ones whose limit
/// was still open on 1 June. Source: IRP-02; VER-03 (SI 2020/543), which needs no claim that a
/// meeting was impracticable.
std::optional<Date> last_day_to_apply(const Reckoning& one, Date notice_given)
{
    const auto decided = one.exclusion->decided_on;
    const auto ordinary =
        one.calendar().after(notice_given, days(ValueId::apply_limit_15, decided));
    const auto began = date(2020, 6, 1), ended = date(2020, 9, 24);
    const bool longer = decided <= ended && (decided >= began || (ordinary && *ordinary >= began));
    return longer ? one.calendar().after(notice_given, days(ValueId::covid_apply_limit_25, began))
                  : ordinary;
}

/// The application that counts: the first in time, or the first of all. Source: IRP-02 to IRP-05.
void settle_application(const Reckoning& one, Aftermath& after)
{
    for (const auto& event : one.history->events) {
        if (event.exclusion != one.index || event.type != EventType::irp_application ||
            after.application_in_time)
            continue;
        const auto made = deemed_given(event.on, event.method);
        const auto deadline = after.deadline();
        const bool in_time = after.claim_pending || (deadline && made <= *deadline);
        if (!after.application_made || in_time) after.application_made = made;
        after.application_in_time = in_time;
    }
}

/// When the board put the pupil back, at once or by a later decision of its own. Source: REG-02.
std::optional<Date> reinstated_by_the_board(const Reckoning& one)
{
    std::optional<Date> first;
    for (const auto& event : one.history->events)
        if (event.exclusion == one.index && event.type == EventType::board_decision_notice &&
            event.outcome == Outcome::reinstate && (!first || event.on < *first))
            first = event.on;
    return first;
}

Duty& row(RuleId rule, Actor actor, DutyType type, std::optional<Date> on, const Reckoning& one,
          Evaluation& out)
{
    auto& duty = out.duties.emplace_back();
    duty.rule = rule;
    duty.exclusion = one.index;
    duty.actor = actor;
    duty.type = type;
    duty.date = on;
    return duty;
}

Duty& dated_row(RuleId rule, Actor actor, DutyType type, std::optional<Date> on,
                const Reckoning& one, Evaluation& out)
{
    auto& duty = row(rule, actor, type, on, one, out);
    if (!on) duty.missing = Missing::term_dates;
    return duty;
}

/// The authority arranges the panel; for academies the trust does. Source: IRP-01.
Actor arranges_panel(const School& school)
{
    const bool academy =
        school.type == SchoolType::academy || school.type == SchoolType::ap_academy;
    return academy ? Actor::academy_trust : Actor::local_authority;
}

} // namespace review_panel_detail

std::optional<Date> Aftermath::deadline() const
{
    if (!apply_by) return apply_by_after_claim;
    return apply_by_after_claim ? std::max(*apply_by, *apply_by_after_claim) : apply_by;
}

std::optional<Date> Aftermath::limb_met_on(std::optional<Date> limit) const
{
    if (!declined) return std::nullopt;
    if (application_in_time) {
        if (panel_decision && panel_decision->outcome == Outcome::uphold) return panel_notice_given;
        if (reconsideration) return reconsideration->on;
        return waived && !panel_decision ? waived : std::nullopt;
    }
    if (!limit) return waived;
    const auto after_limit = *limit + Days{1};
    return waived ? std::min(*waived, after_limit) : after_limit;
}

bool Aftermath::reinstated_by(Date on) const
{
    return reinstated_on && *reinstated_on <= on;
}

std::optional<Date> Aftermath::delete_from() const
{
    const auto met = claim_pending ? std::nullopt : limb_met_on(deadline());
    return met && reinstated_by(*met) ? std::nullopt : met;
}

bool Aftermath::only_claim_holds_back(Date on) const
{
    const bool claimed = claim_pending || apply_by_after_claim;
    if (!claimed || !apply_by || on <= *apply_by) return false;
    const auto met = limb_met_on(apply_by);
    return met && on >= *met && !reinstated_by(on);
}

bool Aftermath::keep_on_roll() const
{
    if (!declined || reinstated_on || !application_in_time) return false;
    if (!panel_decision) return !waived && !reconsideration;
    return reconsideration_due && !reconsideration;
}

Aftermath aftermath_of(const Reckoning& one)
{
    Aftermath after;
    if (!one.permanent() || one.cancelled) return after;
    const auto* decision = one.event(EventType::board_decision_notice);
    if (!decision) return after;
    after.declined = decision->outcome == Outcome::not_reinstate;
    after.reinstated_on = review_panel_detail::reinstated_by_the_board(one);
    if (!after.declined) return after;

    after.notice_given = deemed_given(decision->on, decision->method);
    after.apply_by = review_panel_detail::last_day_to_apply(one, after.notice_given);
    const auto* determined = one.event(EventType::discrimination_determined);
    after.claim_pending = one.event(EventType::discrimination_claim) && !determined;
    if (determined)
        after.apply_by_after_claim = one.calendar().after(
            determined->on,
            review_panel_detail::days(ValueId::apply_limit_15, one.exclusion->decided_on));
    after.dates_missing = !after.apply_by || (determined && !after.apply_by_after_claim);
    review_panel_detail::settle_application(one, after);
    if (const auto* waived = one.event(EventType::irp_waived)) after.waived = waived->on;

    after.panel_decision = one.event(EventType::irp_decision_notice);
    after.reconsideration = one.event(EventType::reconsideration);
    // A panel that decided was applied to, though nobody recorded when.
    if ((after.panel_decision || after.reconsideration) && !after.application_made)
        after.application_in_time = true;
    if (after.panel_decision) {
        after.panel_notice_given =
            deemed_given(after.panel_decision->on, after.panel_decision->method);
        after.reconsideration_due = after.panel_decision->outcome == Outcome::recommend ||
                                    after.panel_decision->outcome == Outcome::quash;
        if (after.reconsideration_due)
            after.reconsider_by = one.calendar().after(
                *after.panel_notice_given,
                review_panel_detail::days(ValueId::reconsider_limit_10, one.exclusion->decided_on));
    }
    if (after.reconsideration && after.reconsideration->outcome == Outcome::reinstated &&
        (!after.reinstated_on || after.reconsideration->on < *after.reinstated_on))
        after.reinstated_on = after.reconsideration->on;
    return after;
}

void review_panel_rows(const Reckoning& one, const Aftermath& after, Evaluation& out)
{
    using review_panel_detail::dated_row;
    if (!after.declined) return;
    const auto person = relevant_person(one.history->pupil);
    dated_row(RuleId::irp_02, person, DutyType::apply_by, after.apply_by, one, out).notice_given =
        after.notice_given;
    if (one.event(EventType::discrimination_determined))
        dated_row(RuleId::irp_03, person, DutyType::apply_by, after.apply_by_after_claim, one, out);

    if (after.application_made && after.application_in_time) {
        const auto hold_by = one.calendar().after(
            *after.application_made,
            review_panel_detail::days(ValueId::hold_limit_15, one.exclusion->decided_on));
        dated_row(RuleId::irp_06, review_panel_detail::arranges_panel(*one.school),
                  DutyType::hold_by, hold_by, one, out)
            .application_made = after.application_made;
    } else if (after.application_made && after.deadline()) {
        auto& late = out.findings.emplace_back();
        late.rule = RuleId::irp_04;
        late.exclusion = one.index;
        late.severity = Severity::reject_application;
        late.made = after.application_made;
        late.deadline = after.deadline();
    }
    if (!after.reconsideration_due) return;
    const auto board = board_of(*one.school);
    dated_row(RuleId::irp_13, board, DutyType::reconsider_by, after.reconsider_by, one, out)
        .notice_given = after.panel_notice_given;
    if (after.panel_decision->outcome != Outcome::quash || one.school->type == SchoolType::pru)
        return;
    const auto sum = value_on(ValueId::payment_on_quashing, one.exclusion->decided_on);
    if (!after.reconsideration)
        dated_row(RuleId::irp_14, board, DutyType::pay_if_not_reinstated_by, after.reconsider_by,
                  one, out)
            .amount = sum;
    else if (after.reconsideration->outcome == Outcome::not_reinstated)
        review_panel_detail::row(RuleId::irp_14, board, DutyType::pay, {}, one, out).amount = sum;
}

void register_rows(const Reckoning& one, const Aftermath& after, Evaluation& out)
{
    using review_panel_detail::row;
    const auto board = board_of(*one.school);
    // The name of a pupil who is back stays, also where it might have gone before.
    const auto from = after.reinstated_on ? std::nullopt : after.delete_from();
    if (from)
        row(RuleId::reg_02, board, DutyType::delete_from, from, one, out);
    else if (after.declined && !after.reinstated_on && !after.claim_pending &&
             !after.application_in_time && after.dates_missing)
        row(RuleId::reg_02, board, DutyType::delete_from, {}, one, out).missing =
            Missing::term_dates;
    if (after.keep_on_roll())
        row(RuleId::reg_03, board, DutyType::keep_on_roll_pending_review, {}, one, out);
}

void aftermath_findings(const Reckoning& one, const Aftermath& after, Evaluation& out)
{
    if (const auto* deleted = one.event(EventType::deleted_from_register);
        deleted && one.permanent()) {
        const auto from = after.delete_from();
        bool too_soon = !from || deleted->on < *from || after.reinstated_by(deleted->on);
        if (after.dates_missing && !after.application_in_time)
            too_soon = false; // The limit cannot be told.
        if (after.only_claim_holds_back(deleted->on)) too_soon = false;
        if (too_soon) {
            auto& finding = out.findings.emplace_back();
            finding.rule = RuleId::fnd_19;
            finding.exclusion = one.index;
            finding.severity = Severity::unlawful;
            finding.deleted = deleted->on;
        }
    }
    if (after.reconsideration && after.reconsider_by &&
        after.reconsideration->on > *after.reconsider_by) {
        auto& finding = out.findings.emplace_back();
        finding.rule = RuleId::fnd_37;
        finding.exclusion = one.index;
        finding.severity = Severity::breach;
        finding.due = after.reconsider_by;
        finding.held = after.reconsideration->on;
    }
}

} // namespace onroll::law
