#include "law/rules_movements_admissions.h"

#include "law/rules_reckoning.h"

namespace onroll::law {

void place_is_allocated(const FairAccess& one, MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::fair_access_limit);
    if (!days) return;
    const auto by = calendar_of(answers.history(), one).after(one.accepted_on, SchoolDays{*days});
    answers.duty_by(RuleId::mov_07, Actor::local_authority, DutyType::allocate_by, by);
    answers.late(RuleId::mov_07, "allocated_late", by, one.allocated_on);
}

namespace admissions_detail {

/// Why a child does not fall in the group named, as a short code; empty where nothing says so.
std::string_view group_fails(const FairAccess& one, const MovementAnswers& answers)
{
    if (one.category == FairAccessCategory::none) return "no_group";
    if (one.category == FairAccessCategory::child_in_need_or_protection && one.plan_ended_on &&
        one.accepted_on > last_day_of_months_from(*one.plan_ended_on, 12))
        return "plan_ended_long_ago";
    if (one.category != FairAccessCategory::out_of_education) return {};
    const auto weeks = answers.value(ValueId::fair_access_weeks_out);
    if (weeks && one.weeks_out && *one.weeks_out < *weeks) return "not_out_long_enough";
    return yes(one.place_in_reach) ? "place_in_reach" : std::string_view{};
}

} // namespace admissions_detail

void fair_access_group(const FairAccess& one, MovementAnswers& answers)
{
    if (answers.history().pupil.looked_after)
        answers.finding(RuleId::mov_08, Severity::check, "looked_after");
    if (yes(one.ehc_names_school))
        answers.finding(RuleId::mov_08, Severity::check, "ehc_names_school");
    const auto fails = admissions_detail::group_fails(one, answers);
    if (!fails.empty()) answers.finding(RuleId::mov_08, Severity::check, fails);
}

void application_is_answered(const InYearApplication& one, MovementAnswers& answers)
{
    const auto& calendar = calendar_of(answers.history(), one);
    const auto aim = answers.value(ValueId::in_year_answer_aim);
    const auto limit = answers.value(ValueId::in_year_answer_limit);
    if (!aim || !limit) return;
    const auto aimed = calendar.after(one.received_on, SchoolDays{*aim});
    const auto by = calendar.after(one.received_on, SchoolDays{*limit});
    answers.duty_by(RuleId::mov_09, Actor::school, DutyType::answer_by_expected, aimed);
    answers.duty_by(RuleId::mov_09, Actor::school, DutyType::answer_by, by);
    answers.late(RuleId::mov_09, "answered_late", by, one.answered_on);
}

namespace admissions_detail {

/// Whether a permanent exclusion of this history stands: neither cancelled nor ended by
/// reinstatement.
bool stands(const History& history, std::size_t index)
{
    const auto& one = history.exclusions[index];
    if (one.kind != Kind::permanent || one.cancelled) return false;
    return std::none_of(history.events.begin(), history.events.end(), [&](const Event& event) {
        return event.exclusion == index &&
               (event.outcome == Outcome::reinstate || event.outcome == Outcome::reinstated);
    });
}

} // namespace admissions_detail

void excluded_twice(const History& history, Evaluation& out)
{
    const auto& all = history.movements;
    const auto& before = all.permanent_exclusions_before;
    if (before.empty() && all.in_year_applications.empty()) return;
    std::vector<Date> took_effect;
    bool has_place_elsewhere = history.pupil.looked_after;
    for (const auto& one : before) {
        if (!one.reinstated && !one.under_compulsory_age) took_effect.push_back(one.took_effect_on);
        has_place_elsewhere = has_place_elsewhere || one.looked_after_now || one.ehc_names_school;
    }
    for (const auto& one : all.in_year_applications)
        has_place_elsewhere = has_place_elsewhere || yes(one.ehc_names_school);
    if (history.pupil.of_compulsory_school_age())
        for (std::size_t i = 0; i < history.exclusions.size(); ++i)
            if (admissions_detail::stands(history, i))
                took_effect.push_back(history.exclusions[i].first_day);
    if (took_effect.size() < 2 || has_place_elsewhere) return;

    const auto latest = *std::max_element(took_effect.begin(), took_effect.end());
    const auto index = before.empty() ? first_movement_of(all, all.in_year_applications)
                                      : first_movement_of(all, before);
    MovementAnswers answers(history, index, latest, out);
    const auto years = answers.value(ValueId::twice_excluded_years);
    if (!years) return;
    answers.duty_by(RuleId::mov_10, Actor::school, DutyType::need_not_admit_until,
                    last_day_of_months_from(latest, 12 * *years));
}

void absence_is_reported(const Absence& one, MovementAnswers& answers)
{
    const bool sick = one.reason == AbsenceReason::sickness;
    const auto days =
        answers.value(sick ? ValueId::sickness_return_days : ValueId::absence_return_days);
    if (!days) return;
    const auto& calendar = calendar_of(answers.history(), one);
    const auto reached = calendar.counted_from(one.from, SchoolDays{*days});
    if (!reached || *reached > one.to) return;
    auto* row = answers.duty_by(RuleId::mov_13, Actor::school, DutyType::report_by, reached);
    if (row) row->recipients += Recipient::local_authority;
    if (no(one.return_made))
        answers.finding(RuleId::mov_13, Severity::breach,
                        sick ? "sickness_not_reported" : "absence_not_reported");
}

void education_otherwise_missed(const OutOfSchool& one, MovementAnswers& answers)
{
    if (one.suitable_education || !answers.history().pupil.of_compulsory_school_age()) return;
    answers.duty_by(RuleId::mov_14, Actor::home_local_authority, DutyType::s19_provision, one.from);
    if (yes(one.authority_declined))
        answers.finding(RuleId::mov_14, Severity::check, "authority_declined");
}

} // namespace onroll::law
