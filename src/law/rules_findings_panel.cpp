#include "law/rules_findings_panel.h"

#include "law/findings_meetings.h"
#include "law/rules_review_panel.h"

#include <array>

namespace onroll::law {
namespace findings_panel_detail {

const Panel& panel(const Reckoning& one)
{
    return *one.exclusion->circumstances.panel;
}

bool academy(const School& school)
{
    return school.type == SchoolType::academy || school.type == SchoolType::ap_academy;
}

std::optional<Date> hearing_day(const Reckoning& one)
{
    const auto& panel = findings_panel_detail::panel(one);
    return panel.held_on ? panel.held_on : panel.arranged_for;
}

/// How many members there are of each role, and what is wrong with any of them.
struct MakeUp {
    int lay = 0, governors = 0, heads = 0, chairs = 0;
    bool lay_chair = false, unqualified = false, barred = false, untrained = false;
};

MakeUp make_up_of(const std::vector<PanelMember>& members)
{
    MakeUp all;
    for (const auto& member : members) {
        all.lay += member.role == PanelRole::lay ? 1 : 0;
        all.governors += member.role == PanelRole::governor ? 1 : 0;
        all.heads += member.role == PanelRole::head_teacher ? 1 : 0;
        all.chairs += member.chair ? 1 : 0;
        all.lay_chair |= member.chair && member.role == PanelRole::lay;
        all.unqualified |= said_no(member.qualified);
        all.barred |= said_yes(member.barred);
        all.untrained |= said_no(member.trained);
    }
    return all;
}

/// What Schedule 1 finds wrong with these members: three, or five with two governors and two heads.
std::vector<std::string> faults_of(const std::vector<PanelMember>& members)
{
    std::vector<std::string> faults;
    if (members.empty()) return faults;
    const auto all = make_up_of(members);
    const bool three = members.size() == 3;
    if (!three && members.size() != 5) faults.emplace_back("not_three_or_five");
    const int each = three ? 1 : 2;
    if (three || members.size() == 5) {
        if (all.governors != each) faults.emplace_back("governors");
        if (all.heads != each) faults.emplace_back("head_teachers");
    }
    if (all.chairs > 0 && !all.lay_chair) faults.emplace_back("chair_not_lay");
    if (all.lay == 0) faults.emplace_back("no_lay_member");
    if (all.unqualified) faults.emplace_back("member_not_qualified");
    if (all.barred) faults.emplace_back("member_barred");
    if (all.untrained) faults.emplace_back("member_not_trained");
    return faults;
}

} // namespace findings_panel_detail

std::optional<Finding> review_not_as_of_right(const Reckoning& one, const Evaluation&)
{
    const auto& panel = findings_panel_detail::panel(one);
    const auto right = findings_panel_detail::academy(*one.school) ? Arranger::academy_trust
                                                                   : Arranger::local_authority;
    std::vector<std::string> faults;
    if (panel.arranged_by && *panel.arranged_by != right)
        faults.emplace_back("arranged_by_another_body");
    if (said_yes(panel.charged_to_family)) faults.emplace_back("charged_to_family");
    if (said_yes(panel.refused_as_took_no_part)) faults.emplace_back("refused_as_took_no_part");
    return finding_listing(one, RuleId::irp_01, Severity::breach, std::move(faults));
}

std::optional<Finding> application_wrongly_answered(const Reckoning& one, const Evaluation&)
{
    const auto& answer = findings_panel_detail::panel(one).application;
    if (!answer) return std::nullopt;
    const auto after = aftermath_of(one);
    if (!after.application_made) return std::nullopt;
    const auto deadline = after.deadline();
    if (!deadline && !after.claim_pending) return std::nullopt;
    const bool in_time = after.claim_pending || *after.application_made <= *deadline;
    if (in_time != (answer == ApplicationAnswer::refused)) return std::nullopt;
    auto found = make_finding(one, RuleId::fnd_36, Severity::breach,
                              in_time ? "refused_in_time" : "accepted_late");
    found.made = after.application_made;
    found.deadline = deadline;
    return found;
}

std::optional<Finding> waiver_not_in_writing(const Reckoning& one, const Evaluation&)
{
    const auto* waiver = one.event(EventType::irp_waived);
    if (!waiver || !said_no(findings_panel_detail::panel(one).waiver_in_writing))
        return std::nullopt;
    auto found = make_finding(one, RuleId::irp_07, Severity::breach, "waiver_not_in_writing");
    found.made = waiver->on;
    return found;
}

std::optional<Finding> review_held_late(const Reckoning& one, const Evaluation& core)
{
    const auto& held = findings_panel_detail::panel(one).held_on;
    const auto* row = row_of(core, one, RuleId::irp_06, DutyType::hold_by);
    if (!held || !row || !row->date || *held <= *row->date) return std::nullopt;
    auto found = make_finding(one, RuleId::fnd_37, Severity::breach, "review_held_late");
    found.due = row->date;
    found.held = held;
    return found;
}

std::optional<Finding> panel_wrongly_made_up(const Reckoning& one, const Evaluation&)
{
    const auto& panel = findings_panel_detail::panel(one);
    auto faults = findings_panel_detail::faults_of(panel.members);
    if (said_no(panel.clerk_trained)) faults.emplace_back("clerk_not_trained");
    return finding_listing(one, RuleId::irp_08, Severity::breach, std::move(faults));
}

std::optional<Finding> expert_not_as_of_right(const Reckoning& one, const Evaluation&)
{
    const auto& expert = findings_panel_detail::panel(one).sen_expert;
    if (!expert) return std::nullopt;
    std::vector<std::string> faults;
    if (said_yes(expert->requested) && said_no(expert->attended))
        faults.emplace_back("did_not_attend");
    if (said_no(expert->impartial)) faults.emplace_back("not_impartial");
    if (said_yes(expert->assessed_the_pupil)) faults.emplace_back("assessed_the_pupil");
    if (said_yes(expert->charged_to_family)) faults.emplace_back("charged_to_family");
    return finding_listing(one, RuleId::irp_09, Severity::breach, std::move(faults));
}

std::optional<Duty> panel_papers_go_out(const Reckoning& one)
{
    const auto& day = findings_panel_detail::panel(one).arranged_for;
    if (!day) return std::nullopt;
    const auto actor =
        findings_panel_detail::academy(*one.school) ? Actor::academy_trust : Actor::local_authority;
    auto row =
        make_duty(one, RuleId::irp_10, actor, DutyType::send_papers_by, papers_by(one, *day));
    if (!row.date) row.missing = Missing::term_dates;
    return row;
}

std::optional<Finding> panel_papers_late(const Reckoning& one, const Evaluation&)
{
    const auto& sent = findings_panel_detail::panel(one).papers_sent_on;
    const auto hearing = findings_panel_detail::hearing_day(one);
    if (!sent || !hearing) return std::nullopt;
    const auto due = papers_by(one, *hearing);
    if (!due || *sent <= *due) return std::nullopt;
    auto found = make_finding(one, RuleId::irp_10, Severity::breach, "papers_late");
    found.notified = sent;
    found.due = due;
    found.held = hearing;
    return found;
}

std::optional<Finding> not_invited_to_the_panel(const Reckoning& one, const Evaluation&)
{
    const auto& invited = findings_panel_detail::panel(one).invited;
    if (!invited.any_no()) return std::nullopt;
    const auto& pupil = one.history->pupil;
    std::vector<Invited> wanted{Invited::parent, Invited::head_teacher,
                                Invited::representative_or_friend, Invited::local_authority};
    if (one.version >= LawVersion::lv_2022) {
        if (pupil.social_worker) wanted.push_back(Invited::social_worker);
        if (pupil.looked_after) wanted.push_back(Invited::virtual_school_head);
    }
    return finding_listing(one, RuleId::irp_10, Severity::breach, missing(invited, wanted),
                           "not_invited");
}

std::optional<Finding> panel_outcome_outside_the_power(const Reckoning& one, const Evaluation&)
{
    const auto& outcome = findings_panel_detail::panel(one).other_outcome;
    if (!outcome || outcome == PanelOutcome::none) return std::nullopt;
    return make_finding(one, RuleId::irp_11, Severity::unlawful, code(*outcome));
}

std::optional<Finding> quashed_on_another_ground(const Reckoning& one, const Evaluation&)
{
    const auto& ground = findings_panel_detail::panel(one).quash_ground;
    if (ground != QuashGround::new_evidence && ground != QuashGround::disagreed)
        return std::nullopt;
    return make_finding(one, RuleId::irp_12, Severity::unlawful, code(*ground));
}

std::optional<Finding> payment_wrongly_ordered(const Reckoning& one, const Evaluation&)
{
    const auto& pounds = findings_panel_detail::panel(one).payment_ordered;
    if (!pounds || *pounds == 0) return std::nullopt;
    const auto* decision = one.event(EventType::irp_decision_notice);
    if (decision && decision->outcome != Outcome::quash)
        return make_finding(one, RuleId::irp_14, Severity::breach, "not_quashed");
    const auto sum = number(one, ValueId::payment_on_quashing);
    if (sum && *pounds != *sum)
        return make_finding(one, RuleId::irp_14, Severity::breach, "another_sum");
    if (one.school->type != SchoolType::pru) return std::nullopt;
    return make_finding(one, RuleId::irp_14, Severity::check, "pupil_referral_unit");
}

std::optional<Finding> panel_decision_not_given(const Reckoning& one, const Evaluation&)
{
    const auto& letter = findings_panel_detail::panel(one).decision_letter;
    if (!letter) return std::nullopt;
    std::vector<DecisionRecipient> wanted{DecisionRecipient::parent, DecisionRecipient::board,
                                          DecisionRecipient::local_authority};
    if (lives_elsewhere(one)) wanted.push_back(DecisionRecipient::home_local_authority);
    return finding_listing(one, RuleId::irp_15, Severity::breach, not_given(*letter, wanted),
                           "not_given");
}

std::optional<Finding> panel_decision_late(const Reckoning& one, const Evaluation&)
{
    const auto& panel = findings_panel_detail::panel(one);
    if (!panel.decision_letter || !panel.decision_letter->given_on || !panel.held_on)
        return std::nullopt;
    const auto by = next_school_day(one, *panel.held_on);
    if (!by || *panel.decision_letter->given_on <= *by) return std::nullopt;
    auto found = make_finding(one, RuleId::irp_15, Severity::check, "told_late");
    found.notified = panel.decision_letter->given_on;
    found.due = by;
    return found;
}

std::optional<Finding> review_remote_unasked(const Reckoning& one, const Evaluation&)
{
    if (!remote_unasked(one, findings_panel_detail::panel(one),
                        findings_panel_detail::hearing_day(one)))
        return std::nullopt;
    return make_finding(one, RuleId::irp_16, Severity::breach, "remote_not_asked_for");
}

void refusals_by_the_panel(const Reckoning& one, Evaluation& out)
{
    refusal_findings(one, findings_panel_detail::panel(one).refused,
                     findings_panel_detail::hearing_day(one), out);
}

std::optional<Duty> complaint_about_the_review(const Reckoning& one)
{
    if (!said_yes(findings_panel_detail::panel(one).family_unhappy_with_review))
        return std::nullopt;
    return make_duty(one, RuleId::irp_17, relevant_person(one.history->pupil),
                     DutyType::complain_to);
}

std::string_view complaint_body(const School& school)
{
    return findings_panel_detail::academy(school)
               ? "the Secretary of State for Education"
               : "the Local Government and Social Care Ombudsman";
}

std::optional<Finding> reconsideration_not_told(const Reckoning& one)
{
    const auto& record = one.exclusion->circumstances.reconsideration;
    if (!record || !one.permanent() || one.cancelled) return std::nullopt;
    std::vector<DecisionRecipient> wanted{DecisionRecipient::parent,
                                          DecisionRecipient::head_teacher,
                                          DecisionRecipient::local_authority};
    if (lives_elsewhere(one)) wanted.push_back(DecisionRecipient::home_local_authority);
    auto items = missing(record->given_to, wanted);
    if (said_no(record->reasons_given)) items.emplace_back(code(DecisionItem::reasons));
    return finding_listing(one, RuleId::irp_13, Severity::breach, std::move(items), "not_given");
}

void panel_record_findings(const Reckoning& one, Evaluation& out)
{
    if (auto found = reconsideration_not_told(one)) out.findings.push_back(std::move(*found));
    if (!one.exclusion->circumstances.panel || !one.permanent() || one.cancelled) return;
    using FindingRule = std::optional<Finding> (*)(const Reckoning&, const Evaluation&);
    static constexpr std::array<FindingRule, 14> rules{
        review_not_as_of_right,    application_wrongly_answered, waiver_not_in_writing,
        review_held_late,          panel_wrongly_made_up,        expert_not_as_of_right,
        panel_papers_late,         not_invited_to_the_panel,     panel_outcome_outside_the_power,
        quashed_on_another_ground, payment_wrongly_ordered,      panel_decision_not_given,
        panel_decision_late,       review_remote_unasked,
    };
    add_findings(rules, one, out, out);
    if (auto papers = panel_papers_go_out(one)) out.duties.push_back(*papers);
    refusals_by_the_panel(one, out);
    if (auto complaint = complaint_about_the_review(one)) out.duties.push_back(*complaint);
}

} // namespace onroll::law
