#include "law/rules_movements_registers.h"

#include "law/rules_reckoning.h"

namespace onroll::law {
namespace registers_detail {

/// Whether `on` is `trigger` or within so many school days after it; nothing where the calendar
/// does not reach.
bool soon_after(const SchoolCalendar& calendar, Date trigger, Date on, int school_days)
{
    if (on < trigger) return false;
    const auto until = calendar.after(trigger, SchoolDays{school_days});
    return until ? on <= *until : on <= calendar.last_day();
}

bool after_suspension(const History& history, const HomeEducationNotice& one, int window)
{
    return std::any_of(history.exclusions.begin(), history.exclusions.end(),
                       [&](const Exclusion& exclusion) {
                           if (exclusion.school != one.school || exclusion.kind == Kind::permanent)
                               return false;
                           if (one.on < exclusion.decided_on) return false;
                           const auto last = last_day_served(history, exclusion);
                           return last && (one.on <= *last || soon_after(calendar_of(history, one),
                                                                         *last, one.on, window));
                       });
}

} // namespace registers_detail

DeletionGrounds deletion_grounds_on(Date on)
{
    const auto version = law_version_of(on);
    if (version && *version >= LawVersion::lv_2024) return {'o', 'f'};
    return {'m', 'd'};
}

void deleted_on_no_ground(const RegisterDeletion& one, MovementAnswers& answers)
{
    const auto rule = RuleId::fnd_20;
    if (one.no_ground) {
        answers.finding(rule, Severity::unlawful, "no_ground");
        return;
    }
    if (no(one.ground_met)) {
        answers.finding(rule, Severity::unlawful, "ground_not_met");
        return;
    }
    if (one.ground != deletion_grounds_on(one.on).educated_otherwise) return;
    const auto& notices = answers.history().movements.home_education_notices;
    bool unwritten = false;
    for (const auto& notice : notices) {
        if (notice.school != one.school || notice.on > one.on) continue;
        if (!no(notice.written)) return;
        unwritten = true;
    }
    if (unwritten) answers.finding(rule, Severity::unlawful, "notice_not_written");
}

void deletion_return(const RegisterDeletion& one, MovementAnswers& answers)
{
    if (one.completed_final_year) return;
    auto* row = answers.duty_by(RuleId::reg_04, Actor::school, DutyType::report_by, one.on);
    if (row) row->recipients += Recipient::local_authority;
    if (no(one.return_made))
        answers.finding(RuleId::reg_04, Severity::breach, "no_deletion_return");
    answers.late(RuleId::reg_04, "deletion_return_late", one.on, one.return_made_on);
    if (one.return_missing.empty()) return;
    if (auto* found = answers.finding(RuleId::reg_04, Severity::breach, "deletion_return_short"))
        found->items = one.return_missing;
}

void register_is_kept(const RegisterDeletion& one, MovementAnswers& answers)
{
    const auto rule = RuleId::reg_05;
    if (no(one.electronic)) answers.finding(rule, Severity::breach, "not_electronic");
    if (one.recorded_on && *one.recorded_on > one.on)
        if (auto* found = answers.finding(rule, Severity::breach, "dated_back")) {
            found->deleted = one.on;
            found->held = one.recorded_on;
        }
    const auto years = answers.value(ValueId::register_entries_kept);
    if (!years || !one.entry_destroyed_on) return;
    const auto kept_until = last_day_of_months_from(one.on, 12 * *years);
    if (*one.entry_destroyed_on > kept_until) return;
    if (auto* found = answers.finding(rule, Severity::breach, "destroyed_early")) {
        found->due = kept_until;
        found->held = one.entry_destroyed_on;
    }
}

void new_pupil_return(const RegisterEntry& one, MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::new_pupil_return_days);
    if (one.first_year_start || !days) return;
    const auto by = one.on + Days{*days};
    auto* row = answers.duty_by(RuleId::reg_04, Actor::school, DutyType::report_by, by);
    if (row) row->recipients += Recipient::local_authority;
    if (no(one.return_made))
        answers.finding(RuleId::reg_04, Severity::breach, "no_new_pupil_return");
    answers.late(RuleId::reg_04, "new_pupil_return_late", by, one.return_made_on);
}

void home_education_after_pressure(const HomeEducationNotice& one, MovementAnswers& answers)
{
    const auto window = answers.value(ValueId::home_education_window);
    if (!window) return;
    const auto& calendar = calendar_of(answers.history(), one);
    const auto soon = [&](const std::optional<Date>& trigger) {
        return trigger && registers_detail::soon_after(calendar, *trigger, one.on, *window);
    };
    std::vector<std::string> after;
    if (registers_detail::after_suspension(answers.history(), one, *window))
        after.push_back("suspension");
    if (soon(one.warned_of_permanent_exclusion_on))
        after.push_back("warning_of_permanent_exclusion");
    if (soon(one.attendance_threat_on)) after.push_back("attendance_threat");
    if (after.empty()) return;
    if (auto* found = answers.finding(RuleId::fnd_21, Severity::indicator, "soon_after"))
        found->items = std::move(after);
}

void pressed_to_home_educate(const HomeEducationNotice& one, MovementAnswers& answers)
{
    if (yes(one.pressed)) answers.finding(RuleId::mov_11, Severity::unlawful, "pressed");
}

void home_education_notice_in_order(const HomeEducationNotice& one, MovementAnswers& answers)
{
    const auto rule = RuleId::mov_12;
    if (no(one.written)) answers.finding(rule, Severity::check, "not_in_writing");
    if (no(one.met_first)) answers.finding(rule, Severity::check, "no_meeting_first");
    if (yes(one.special_school_by_authority) && no(one.authority_consents))
        answers.finding(rule, Severity::breach, "no_consent_for_special_school");
    home_education_changes_of_2026(one,
                                   {switched_on(SwitchId::home_education_consent, one.on),
                                    switched_on(SwitchId::children_not_in_school_register, one.on)},
                                   answers);
}

void home_education_changes_of_2026(const HomeEducationNotice& one, Commenced commenced,
                                    MovementAnswers& answers)
{
    const auto rule = RuleId::mov_12;
    if (commenced.consent && yes(one.protection_enquiry_or_plan) && no(one.authority_consents))
        answers.finding(rule, Severity::breach, "no_consent_while_protected");
    if (commenced.registers && no(one.on_authority_register))
        answers.finding(rule, Severity::breach, "not_on_authority_register");
}

} // namespace onroll::law
