#include "law/rules_findings_power.h"

#include "law/findings_make.h"

#include <array>

namespace onroll::law {
namespace findings_power_detail {

const Circumstances& facts(const Reckoning& one)
{
    return one.exclusion->circumstances;
}

std::optional<Finding> stated(const Reckoning& one, StatedReason reason, RuleId rule)
{
    if (!facts(one).reasons.has(reason)) return std::nullopt;
    return make_finding(one, rule, Severity::unlawful, code(reason));
}

/// Whether an earlier suspension, at lunchtimes or not, was decided in the same school year.
bool suspended_before_this_year(const Reckoning& one)
{
    const auto year = school_year(one.exclusion->decided_on);
    for (std::size_t i = 0; i < one.history->exclusions.size(); ++i) {
        const auto& other = one.history->exclusions[i];
        if (i == one.index || other.kind == Kind::permanent) continue;
        if (other.decided_on >= year.from && other.decided_on < one.exclusion->decided_on)
            return true;
    }
    return false;
}

struct StatementRule {
    WrongStatement said;
    RuleId rule;
    Severity severity;
};

constexpr std::array statement_rules{
    StatementRule{WrongStatement::days_45_make_it_permanent, RuleId::fnd_35, Severity::unlawful},
    StatementRule{WrongStatement::suspensions_cannot_be_claimed, RuleId::trb_04, Severity::check},
    StatementRule{WrongStatement::tribunal_can_award_money, RuleId::trb_04, Severity::check},
    StatementRule{WrongStatement::claim_stops_the_review_limit, RuleId::trb_07, Severity::check},
    StatementRule{WrongStatement::panel_can_reinstate, RuleId::irp_11, Severity::check},
    StatementRule{WrongStatement::expert_needs_recognised_sen, RuleId::irp_09, Severity::breach},
    StatementRule{WrongStatement::too_late_for_the_board_to_decide, RuleId::gb_28, Severity::check},
};

} // namespace findings_power_detail

std::optional<Finding> reason_is_unmet_needs(const Reckoning& one)
{
    return findings_power_detail::stated(one, StatedReason::needs_cannot_be_met, RuleId::fnd_03);
}

std::optional<Finding> reason_is_attainment(const Reckoning& one)
{
    return findings_power_detail::stated(one, StatedReason::attainment, RuleId::fnd_04);
}

std::optional<Finding> reason_is_parent_conduct(const Reckoning& one)
{
    return findings_power_detail::stated(one, StatedReason::parent_conduct, RuleId::fnd_05);
}

std::optional<Finding> not_on_disciplinary_grounds(const Reckoning& one)
{
    if (!said_no(findings_power_detail::facts(one).disciplinary_grounds)) return std::nullopt;
    return make_finding(one, RuleId::ht_02, Severity::unlawful, "not_disciplinary");
}

std::optional<Finding> permanent_without_both_limbs(const Reckoning& one)
{
    if (!one.permanent()) return std::nullopt;
    const auto& facts = findings_power_detail::facts(one);
    std::vector<std::string> limbs;
    if (said_no(facts.serious_or_persistent_breach))
        limbs.emplace_back("serious_or_persistent_breach");
    if (said_no(facts.serious_harm_if_stays)) limbs.emplace_back("serious_harm_if_stays");
    return finding_listing(one, RuleId::ht_03, Severity::check, std::move(limbs));
}

std::optional<Finding> without_an_end(const Reckoning& one)
{
    if (one.permanent() || !said_yes(findings_power_detail::facts(one).no_end_date))
        return std::nullopt;
    return make_finding(one, RuleId::fnd_07, Severity::unlawful);
}

std::optional<Finding> changed_without_a_decision(const Reckoning& one)
{
    const auto& change = findings_power_detail::facts(one).changed_without_new_decision;
    if (!change || (one.permanent() && *change != ChangeMade::turned_permanent))
        return std::nullopt;
    return make_finding(one, RuleId::fnd_09, Severity::unlawful, code(*change));
}

std::optional<Finding> return_on_a_condition(const Reckoning& one)
{
    const auto& condition = findings_power_detail::facts(one).return_condition;
    if (!condition || one.permanent()) return std::nullopt;
    return make_finding(one, RuleId::fnd_06, Severity::unlawful, code(*condition));
}

std::optional<Duty> free_meal_at_lunchtime(const Reckoning& one)
{
    const auto& pupil = one.history->pupil.circumstances;
    if (one.exclusion->kind != Kind::lunchtime || !said_yes(pupil.free_school_meals))
        return std::nullopt;
    return make_duty(one, RuleId::ht_07, Actor::head_teacher, DutyType::meet_free_meal,
                     one.exclusion->first_day);
}

std::optional<Finding> free_meal_not_given(const Reckoning& one)
{
    if (!free_meal_at_lunchtime(one)) return std::nullopt;
    if (!said_no(findings_power_detail::facts(one).free_meal_provided)) return std::nullopt;
    return make_finding(one, RuleId::ht_07, Severity::breach, "free_meal_not_given");
}

std::optional<Finding> off_site_outside_the_policy(const Reckoning& one)
{
    const auto& facts = findings_power_detail::facts(one);
    if (!said_yes(facts.conduct_off_site) || !said_no(facts.policy_covers_off_site))
        return std::nullopt;
    return make_finding(one, RuleId::ht_08, Severity::check, "policy_does_not_cover_off_site");
}

std::optional<Finding> steps_before_deciding_left_out(const Reckoning& one)
{
    if (!findings_power_detail::facts(one).before_deciding.any_no()) return std::nullopt;
    const auto& pupil = one.history->pupil;
    std::vector<Before> wanted{Before::pupils_account_taken,
                               Before::contributing_factors_considered};
    if (said_yes(pupil.circumstances.ehc_plan)) wanted.push_back(Before::plan_review_held);
    if (pupil.looked_after && one.version >= LawVersion::lv_2026)
        wanted.push_back(Before::pep_review_held);
    return finding_listing(one, RuleId::ht_09, Severity::check,
                           missing(findings_power_detail::facts(one).before_deciding, wanted));
}

std::optional<Finding> approach_not_reviewed(const Reckoning& one)
{
    if (one.permanent() || one.version < LawVersion::lv_2022) return std::nullopt;
    if (!said_no(findings_power_detail::facts(one).approach_reviewed)) return std::nullopt;
    if (!findings_power_detail::suspended_before_this_year(one)) return std::nullopt;
    return make_finding(one, RuleId::ht_10, Severity::check, "approach_not_reviewed");
}

std::optional<Finding> lunchtimes_not_counted(const Reckoning& one)
{
    if (one.exclusion->kind != Kind::lunchtime) return std::nullopt;
    if (!said_no(findings_power_detail::facts(one).counted)) return std::nullopt;
    return make_finding(one, RuleId::fnd_27, Severity::breach);
}

std::optional<Finding> no_reasonable_adjustment(const Reckoning& one)
{
    const auto& facts = findings_power_detail::facts(one);
    if (!said_yes(facts.behaviour_arose_from_disability)) return std::nullopt;
    if (!said_no(facts.reasonable_adjustments_recorded)) return std::nullopt;
    return make_finding(one, RuleId::fnd_26, Severity::check);
}

std::optional<Finding> no_contact_before_permanent(const Reckoning& one)
{
    if (!one.permanent() || !findings_power_detail::facts(one).prior_contact.any_no())
        return std::nullopt;
    const auto& pupil = one.history->pupil;
    std::vector<Contact> wanted;
    if (pupil.looked_after) wanted.push_back(Contact::virtual_school_head);
    if (said_yes(pupil.circumstances.ehc_plan)) wanted.push_back(Contact::local_authority);
    return finding_listing(one, RuleId::fnd_28, Severity::check,
                           missing(findings_power_detail::facts(one).prior_contact, wanted));
}

std::optional<Finding> cancellation_not_told(const Reckoning& one)
{
    if (!one.cancelled || !said_no(one.exclusion->cancelled->everyone_told)) return std::nullopt;
    return make_finding(one, RuleId::fnd_31, Severity::breach, "not_notified");
}

std::optional<Finding> not_readmitted_after_cancellation(const Reckoning& one)
{
    if (!one.cancelled) return std::nullopt;
    if (!said_no(findings_power_detail::facts(one).readmitted_after_cancellation))
        return std::nullopt;
    return make_finding(one, RuleId::fnd_31, Severity::breach, "not_readmitted");
}

std::optional<Finding> cancellation_not_followed_up(const Reckoning& one)
{
    if (!one.cancelled) return std::nullopt;
    std::vector<std::string> left_out;
    if (said_no(one.exclusion->cancelled->meeting_offered))
        left_out.emplace_back("meeting_with_parent");
    if (said_no(findings_power_detail::facts(one).cancellation_reported_to_board))
        left_out.emplace_back("report_to_the_board");
    return finding_listing(one, RuleId::ht_12, Severity::check, std::move(left_out));
}

void wrong_statements(const Reckoning& one, Evaluation& out)
{
    const auto& told = findings_power_detail::facts(one).wrongly_told;
    if (told.empty()) return;
    for (const auto& row : findings_power_detail::statement_rules)
        if (told.has(row.said))
            out.findings.push_back(make_finding(one, row.rule, row.severity, code(row.said)));
}

void power_findings(const Reckoning& one, Evaluation& out)
{
    using FindingRule = std::optional<Finding> (*)(const Reckoning&);
    static constexpr std::array<FindingRule, 18> rules{
        reason_is_unmet_needs,
        reason_is_attainment,
        reason_is_parent_conduct,
        not_on_disciplinary_grounds,
        permanent_without_both_limbs,
        without_an_end,
        changed_without_a_decision,
        return_on_a_condition,
        free_meal_not_given,
        off_site_outside_the_policy,
        steps_before_deciding_left_out,
        approach_not_reviewed,
        lunchtimes_not_counted,
        no_reasonable_adjustment,
        no_contact_before_permanent,
        cancellation_not_told,
        not_readmitted_after_cancellation,
        cancellation_not_followed_up,
    };
    add_findings(rules, one, out);
    if (auto meal = free_meal_at_lunchtime(one)) out.duties.push_back(*meal);
    wrong_statements(one, out);
}

} // namespace onroll::law
