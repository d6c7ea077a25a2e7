#include "law/rules_findings_teaching.h"

#include "law/findings_make.h"
#include "law/rules_findings_notices.h"
#include "law/rules_review_panel.h"

#include <algorithm>
#include <array>

namespace onroll::law {
namespace findings_teaching_detail {

const Circumstances& facts(const Reckoning& one)
{
    return one.exclusion->circumstances;
}

/// The row for education from the sixth day, whoever must provide it.
const Duty* day_six_row(const Evaluation& core, const Reckoning& one)
{
    for (const auto rule : {RuleId::edu_02, RuleId::edu_03, RuleId::edu_04})
        if (const auto* row = row_of(core, one, rule, DutyType::provide_from)) return row;
    return nullptr;
}

/// Whether the pupil was back, by a cancellation in force, before the sixth day came.
bool back_before(const Reckoning& one, Date sixth)
{
    return one.cancelled &&
           one.exclusion->cancelled->returned_on.value_or(one.exclusion->cancelled->on) <= sixth;
}

/// Whether the pupil has an EHC plan, at a time when there are such plans.
bool plan_law_applies(const Reckoning& one)
{
    return said_yes(one.history->pupil.circumstances.ehc_plan) &&
           in_force_on(RuleId::edu_10, one.exclusion->decided_on);
}

} // namespace findings_teaching_detail

std::optional<Finding> penalty_without_a_basis(const Reckoning& one, const Evaluation& core)
{
    const auto& day = findings_teaching_detail::facts(one).penalty_notice_for;
    if (!day || one.length_not_told()) return std::nullopt;
    const auto* row = row_of(core, one, RuleId::edu_00, DutyType::public_place_days);
    const bool bound =
        row && std::find(row->dates.begin(), row->dates.end(), *day) != row->dates.end();
    if (bound && !public_place_notice_late(one)) return std::nullopt;
    auto found = make_finding(one, RuleId::edu_00, Severity::unlawful,
                              bound ? "notice_came_late" : "not_one_of_the_days");
    found.held = day;
    return found;
}

std::optional<Finding> no_work_set(const Reckoning& one, const Evaluation& core)
{
    if (!said_no(findings_teaching_detail::facts(one).work_set_and_marked)) return std::nullopt;
    if (!row_of(core, one, RuleId::edu_01, DutyType::set_and_mark_work)) return std::nullopt;
    return make_finding(one, RuleId::edu_01, Severity::check, "no_work_set");
}

std::optional<Finding> no_education_on_day_six(const Reckoning& one, const Evaluation& core)
{
    const auto& day_six = findings_teaching_detail::facts(one).day_six;
    if (!day_six) return std::nullopt;
    const auto* row = findings_teaching_detail::day_six_row(core, one);
    if (!row) return std::nullopt;
    if (row->date && findings_teaching_detail::back_before(one, *row->date)) return std::nullopt;
    std::string_view reason;
    if (said_no(day_six->provided))
        reason = "not_provided";
    else if (row->date && day_six->from && *day_six->from > *row->date)
        reason = "provided_late";
    else if (said_no(day_six->full_time))
        reason = "not_full_time";
    else if (said_no(day_six->suitable))
        reason = "not_suitable";
    else
        return std::nullopt;
    auto found = make_finding(one, RuleId::fnd_18, Severity::breach, reason);
    found.due = row->date;
    if (reason == "provided_late") found.held = day_six->from;
    return found;
}

std::optional<Finding> day_six_at_the_school(const Reckoning& one, const Evaluation& core)
{
    const auto& day_six = findings_teaching_detail::facts(one).day_six;
    if (!day_six || !said_yes(day_six->at_the_school) || said_yes(day_six->shared_facility))
        return std::nullopt;
    if (!row_of(core, one, RuleId::edu_02, DutyType::provide_from)) return std::nullopt;
    return make_finding(one, RuleId::edu_07, Severity::breach, "at_the_school");
}

std::optional<Finding> day_six_notice_short(const Reckoning& one, const Evaluation& core)
{
    const auto& day_six = findings_teaching_detail::facts(one).day_six;
    if (!day_six || !day_six->notice_on || !day_six->from) return std::nullopt;
    const auto* row = findings_teaching_detail::day_six_row(core, one);
    const auto hours = number(one, ValueId::further_notice_hours);
    if (!hours) return std::nullopt;
    const auto latest = *day_six->from - Days{(*hours + 23) / 24};
    if (!row || *day_six->notice_on <= latest) return std::nullopt;
    if (row->date && *day_six->from < *row->date && said_yes(day_six->short_notice_agreed))
        return std::nullopt;
    auto found = make_finding(one, RuleId::nt_03, Severity::breach, "short_notice_of_day_six");
    found.notified = day_six->notice_on;
    found.due = latest;
    return found;
}

std::optional<Finding> nothing_from_day_one(const Reckoning& one, const Evaluation& core)
{
    if (!said_no(findings_teaching_detail::facts(one).provision_from_day_one)) return std::nullopt;
    if (!row_of(core, one, RuleId::edu_06, DutyType::provide_from_should)) return std::nullopt;
    return make_finding(one, RuleId::edu_06, Severity::check, "nothing_from_day_one");
}

std::optional<Finding> no_reintegration_meeting(const Reckoning& one, const Evaluation&)
{
    if (one.exclusion->kind != Kind::suspension) return std::nullopt;
    if (!said_no(findings_teaching_detail::facts(one).reintegration_meeting_offered))
        return std::nullopt;
    return make_finding(one, RuleId::edu_09, Severity::check, "no_meeting_offered");
}

std::optional<Finding> plan_provision_stopped(const Reckoning& one, const Evaluation&)
{
    if (!findings_teaching_detail::plan_law_applies(one)) return std::nullopt;
    if (!said_no(findings_teaching_detail::facts(one).plan_provision_continued))
        return std::nullopt;
    return make_finding(one, RuleId::edu_10, Severity::breach, "plan_provision_stopped");
}

std::optional<Duty> placement_is_reviewed(const Reckoning& one)
{
    if (!one.permanent() || !findings_teaching_detail::plan_law_applies(one)) return std::nullopt;
    return make_duty(one, RuleId::edu_10, Actor::home_local_authority, DutyType::review_placement);
}

std::optional<Finding> place_filled_too_soon(const Reckoning& one, const Evaluation&)
{
    const auto& filled = findings_teaching_detail::facts(one).place_filled_on;
    if (!filled || !one.permanent() || one.cancelled) return std::nullopt;
    const auto after = aftermath_of(one);
    const auto from = after.reinstated_by(*filled) ? std::nullopt : after.delete_from();
    if (from && *filled >= *from) return std::nullopt;
    if (after.dates_missing && !after.application_in_time) return std::nullopt;
    if (after.only_claim_holds_back(*filled)) return std::nullopt;
    auto found = make_finding(one, RuleId::reg_03, Severity::breach, "place_filled_too_soon");
    found.held = filled;
    found.due = from;
    return found;
}

void teaching_findings(const Reckoning& one, Evaluation& out)
{
    using FindingRule = std::optional<Finding> (*)(const Reckoning&, const Evaluation&);
    static constexpr std::array<FindingRule, 9> rules{
        penalty_without_a_basis,  no_work_set,
        no_education_on_day_six,  day_six_at_the_school,
        day_six_notice_short,     nothing_from_day_one,
        no_reintegration_meeting, plan_provision_stopped,
        place_filled_too_soon,
    };
    add_findings(rules, one, out, out);
    if (auto review = placement_is_reviewed(one)) out.duties.push_back(*review);
}

} // namespace onroll::law
