#include "law/rules_education.h"

namespace onroll::law {

namespace education_detail {

Duty& row(RuleId rule, Actor actor, DutyType type, const Reckoning& one, Evaluation& out)
{
    auto& duty = out.duties.emplace_back();
    duty.rule = rule;
    duty.exclusion = one.index;
    duty.actor = actor;
    duty.type = type;
    return duty;
}

/// SI 2007/1870 regulation 5: no day-six duty in year 11 once the examinations are over, nor where
/// a plan limits the hours and those hours are provided. Source: EDU-05.
bool exempt(const Pupil& pupil)
{
    return pupil.year11_exams_finished ||
           pupil.circumstances.plan_hours_limited_and_provided.value_or(false);
}

/// School days of a suspension up to and including `last`, on the days as `days` has them.
int school_days_of(const HalfDays& days, const SchoolCalendar& calendar)
{
    const auto last = days.last_day();
    if (!days.first_day()) return 0;
    if (last) return calendar.between(*days.first_day(), *last + Days{1}).count;
    return (days.count() + 1) / 2;
}

/// Which of the first five days it takes hangs on a length that nobody told; that it takes one is
/// sure, but where it began after that day's afternoon had.
void days_not_told(const Reckoning& one, Evaluation& out)
{
    if (one.exclusion->excluded_after_afternoon_start) return;
    row(RuleId::edu_00, Actor::parent, DutyType::public_place_days, one, out).missing =
        Missing::length;
    row(RuleId::edu_01, Actor::head_teacher, DutyType::set_and_mark_work, one, out).missing =
        Missing::length;
}

} // namespace education_detail

void first_five_days(const Reckoning& one, Evaluation& out)
{
    if (!one.day_exclusion() || !one.history->pupil.of_compulsory_school_age()) return;
    const auto& calendar = one.calendar();
    auto day = one.half_days.first_day();
    if (!day) return;
    if (one.exclusion->excluded_after_afternoon_start && *day == one.exclusion->first_day)
        day = calendar.after(*day, SchoolDays{1});
    if (one.length_not_told()) return education_detail::days_not_told(one, out);
    const auto last = one.half_days.last_day();
    const bool end_unknown = !one.half_days.endless() && !last;
    DateList dates;
    for (; day && dates.count < 5 && (end_unknown || one.half_days.endless() || *day <= *last);
         day = calendar.after(*day, SchoolDays{1}))
        dates.add(*day);
    if (dates.empty()) return;
    education_detail::row(RuleId::edu_00, Actor::parent, DutyType::public_place_days, one, out)
        .dates = dates;
    education_detail::row(RuleId::edu_01, Actor::head_teacher, DutyType::set_and_mark_work, one,
                          out)
        .dates = dates;
}

void sixth_day_of_suspensions(const Reckoning& one, std::span<const Reckoning> all,
                              std::span<const std::size_t> order, Evaluation& out)
{
    if (one.exclusion->kind != Kind::suspension || !one.history->pupil.of_compulsory_school_age())
        return;
    const auto& calendar = one.calendar();
    const auto first = one.half_days.first_day();
    if (!first) return;

    // The school days of the run before this suspension began, walking back from suspension to
    // suspension.
    auto run_start = *first;
    if (one.exclusion->decided_on >= date(2015, 1, 5)) {
        for (bool found = true; found;) {
            found = false;
            for (const auto i : order) {
                const auto& other = all[i];
                if (i == one.index || other.exclusion->kind != Kind::suspension ||
                    other.school != one.school)
                    continue;
                if (other.served.count() == 0 || !other.served.first_day() ||
                    *other.served.first_day() >= run_start)
                    continue;
                const auto end = other.served.last_day();
                const auto next = end ? calendar.after(*end, SchoolDays{1}) : std::nullopt;
                if (!end || !(run_start <= *end || (next && run_start == *next))) continue;
                run_start = *other.served.first_day();
                found = true;
            }
        }
    }
    const int before = calendar.between(run_start, *first).count;
    if (before >= 6) return; // The sixth day fell in an earlier suspension.
    const int days = education_detail::school_days_of(one.half_days, calendar);
    if (before + days < 6) return;

    if (education_detail::exempt(one.history->pupil)) {
        education_detail::row(RuleId::edu_05, Actor::none, DutyType::exempt, one, out);
        return;
    }
    const bool pru = one.school->type == SchoolType::pru;
    auto& duty = education_detail::row(pru ? RuleId::edu_04 : RuleId::edu_02,
                                       pru ? Actor::local_authority : board_of(*one.school),
                                       DutyType::provide_from, one, out);
    duty.date = calendar.counted_from(run_start, SchoolDays{6});
    if (!duty.date) duty.missing = Missing::term_dates;
}

void sixth_day_of_permanent_exclusion(const Reckoning& one, Evaluation& out)
{
    if (!one.permanent() || !one.history->pupil.of_compulsory_school_age()) return;
    if (education_detail::exempt(one.history->pupil)) {
        education_detail::row(RuleId::edu_05, Actor::none, DutyType::exempt, one, out);
        return;
    }
    auto& duty = education_detail::row(RuleId::edu_03, Actor::home_local_authority,
                                       DutyType::provide_from, one, out);
    duty.date = one.calendar().counted_from(one.exclusion->first_day, SchoolDays{6});
    if (!duty.date) duty.missing = Missing::term_dates;
}

void first_day_provision(const Reckoning& one, Evaluation& out)
{
    const auto& pupil = one.history->pupil;
    if (!one.day_exclusion()) return;
    if (!pupil.looked_after && !(pupil.social_worker && one.version >= LawVersion::lv_2022)) return;
    education_detail::row(RuleId::edu_06, Actor::school_and_local_authority,
                          DutyType::provide_from_should, one, out)
        .date = one.exclusion->first_day;
}

void separation_duties(const History& history, std::size_t separation, Evaluation& out)
{
    const auto& one = history.separations[separation];
    std::string reason;
    if (one.basis == SeparationBasis::disciplinary)
        reason = "used_as_discipline";
    else if (!one.dsl_led)
        reason = "not_led_by_safeguarding_lead";
    else if (!one.to)
        reason = "no_end";
    else if (one.s19_referral == false)
        reason = "not_referred";
    if (!reason.empty()) {
        auto& finding = out.findings.emplace_back();
        finding.rule = RuleId::fnd_32;
        finding.exclusion = separation;
        finding.severity = Severity::unlawful;
        finding.reason = reason;
        finding.subject = Duty::Subject::separation;
        return;
    }
    auto& duty = out.duties.emplace_back();
    duty.rule = RuleId::edu_12;
    duty.exclusion = separation;
    duty.actor = Actor::local_authority;
    duty.type = DutyType::s19_provision;
    duty.date = one.from;
    duty.subject = Duty::Subject::separation;
}

} // namespace onroll::law
