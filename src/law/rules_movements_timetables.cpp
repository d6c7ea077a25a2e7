#include "law/rules_movements_timetables.h"

#include "law/rules_reckoning.h"

namespace onroll::law {

void timetable_ends_and_is_reviewed(const PartTimeTimetable& one, MovementAnswers& answers)
{
    if (one.ends_on)
        answers.duty_by(RuleId::mov_06, Actor::head_teacher, DutyType::end_by, one.ends_on);
    if (one.reviews)
        for (const auto on : *one.reviews)
            answers.duty_by(RuleId::mov_06, Actor::head_teacher, DutyType::review_by, on);
    if (!answers.history().pupil.social_worker) return;
    if (auto* row =
            answers.duty_by(RuleId::mov_06, Actor::head_teacher, DutyType::notify, one.starts_on))
        row->recipients += Recipient::social_worker;
    if (no(one.social_worker_told))
        answers.finding(RuleId::mov_06, Severity::check, "social_worker_not_told");
}

void timetable_without_its_safeguards(const PartTimeTimetable& one, MovementAnswers& answers)
{
    const auto rule = RuleId::fnd_22;
    if (yes(one.for_behaviour)) answers.finding(rule, Severity::unlawful, "for_behaviour");
    if (no(one.agreed)) answers.finding(rule, Severity::unlawful, "not_agreed");
    if (one.ends_on && one.still_running_on && *one.still_running_on > *one.ends_on)
        if (auto* found = answers.finding(rule, Severity::unlawful, "past_its_end")) {
            found->due = one.ends_on;
            found->held = one.still_running_on;
        }
    if (one.no_end) answers.finding(rule, Severity::check, "no_end");
    if (one.reviews && one.reviews->empty()) answers.finding(rule, Severity::check, "no_review");
}

void timetable_has_its_code(const PartTimeTimetable& one, MovementAnswers& answers)
{
    if (one.code.empty() || law_version_of(one.starts_on) < LawVersion::lv_2024) return;
    const std::string_view right = answers.history().pupil.of_compulsory_school_age() ? "C2" : "X";
    if (one.code == right) return;
    if (auto* found = answers.finding(RuleId::fnd_23, Severity::check, "timetable_code"))
        found->items.push_back(one.code);
}

} // namespace onroll::law
