#include "law/rules_findings_board.h"

#include "law/findings_meetings.h"
#include "law/letter_items.h"

#include <array>

namespace onroll::law {
namespace findings_board_detail {

const Board& board(const Reckoning& one)
{
    return *one.exclusion->circumstances.board;
}

/// The day of the meeting: held, or else arranged.
std::optional<Date> meeting_day(const Reckoning& one)
{
    const auto* held = one.event(EventType::board_meeting);
    return held ? std::optional{held->on} : board(one).meeting_arranged_for;
}

bool never_met(const Reckoning& one)
{
    return said_yes(board(one).no_meeting_held) && !one.event(EventType::board_meeting);
}

Finding no_meeting(const Reckoning& one, const Evaluation& core, RuleId finding_rule, RuleId limit)
{
    auto found = make_finding(one, finding_rule, Severity::breach, "no_meeting_held");
    if (const auto* row = row_of(core, one, limit, DutyType::decide_by)) found.due = row->date;
    return found;
}

bool declined(const Reckoning& one)
{
    const auto* notice = one.event(EventType::board_decision_notice);
    return notice && notice->outcome == Outcome::not_reinstate;
}

std::vector<DecisionRecipient> decision_goes_to(const Reckoning& one)
{
    const auto& pupil = one.history->pupil;
    std::vector<DecisionRecipient> all{DecisionRecipient::parent, DecisionRecipient::head_teacher,
                                       DecisionRecipient::local_authority};
    if (lives_elsewhere(one)) all.push_back(DecisionRecipient::home_local_authority);
    if (one.version < LawVersion::lv_2022) return all;
    if (pupil.social_worker) all.push_back(DecisionRecipient::social_worker);
    if (pupil.looked_after) all.push_back(DecisionRecipient::virtual_school_head);
    return all;
}

} // namespace findings_board_detail

std::optional<Finding> no_meeting_over_five_days(const Reckoning& one, const Evaluation& core)
{
    if (one.permanent() || !one.over_5_days() || !one.represented) return std::nullopt;
    if (!findings_board_detail::never_met(one)) return std::nullopt;
    return findings_board_detail::no_meeting(one, core, RuleId::fnd_17,
                                             one.over_15_days() ? RuleId::gb_11 : RuleId::gb_12);
}

std::optional<Finding> no_meeting_though_certain(const Reckoning& one, const Evaluation& core)
{
    if (!findings_board_detail::never_met(one)) return std::nullopt;
    if (one.permanent())
        return findings_board_detail::no_meeting(one, core, RuleId::gb_10, RuleId::gb_10);
    if (!one.over_15_days() || one.represented) return std::nullopt;
    return findings_board_detail::no_meeting(one, core, RuleId::gb_11, RuleId::gb_11);
}

std::optional<Finding> lost_exam_never_considered(const Reckoning& one, const Evaluation& core)
{
    if (!one.exam_lost || !findings_board_detail::never_met(one)) return std::nullopt;
    if (said_yes(findings_board_detail::board(one).chair_decided_alone)) return std::nullopt;
    return findings_board_detail::no_meeting(one, core, RuleId::fnd_30, RuleId::gb_16);
}

std::optional<Finding> chair_alone_without_power(const Reckoning& one, const Evaluation&)
{
    const auto& board = findings_board_detail::board(one);
    if (!said_yes(board.chair_decided_alone)) return std::nullopt;
    if (!one.exam_lost) return make_finding(one, RuleId::gb_16, Severity::breach, "no_exam_lost");
    if (one.school->type == SchoolType::maintained) return std::nullopt;
    if (one.school->type == SchoolType::pru)
        return make_finding(one, RuleId::gb_16, Severity::check, "pupil_referral_unit");
    if (said_yes(board.articles_let_the_chair_decide)) return std::nullopt;
    return make_finding(one, RuleId::gb_16,
                        said_no(board.articles_let_the_chair_decide) ? Severity::breach
                                                                     : Severity::check,
                        "articles");
}

std::optional<Finding> representations_not_considered(const Reckoning& one, const Evaluation&)
{
    if (one.may_go_to_board() || !one.represented) return std::nullopt;
    if (!said_no(findings_board_detail::board(one).representations_considered)) return std::nullopt;
    return make_finding(one, RuleId::gb_14, Severity::breach, "representations_not_considered");
}

std::optional<Finding> not_invited_to_the_board(const Reckoning& one, const Evaluation&)
{
    const auto& board = findings_board_detail::board(one);
    if (!one.goes_to_board() || !board.invited.any_no()) return std::nullopt;
    const auto& pupil = one.history->pupil;
    const auto type = one.school->type;
    std::vector<Invited> wanted{Invited::parent, Invited::head_teacher,
                                Invited::representative_or_friend};
    if (type == SchoolType::maintained || type == SchoolType::pru ||
        said_yes(board.parent_asked_for_authority))
        wanted.push_back(Invited::local_authority);
    if (one.version >= LawVersion::lv_2022) {
        if (pupil.social_worker) wanted.push_back(Invited::social_worker);
        if (pupil.looked_after) wanted.push_back(Invited::virtual_school_head);
    }
    return finding_listing(one, RuleId::gb_20, Severity::breach, missing(board.invited, wanted),
                           "not_invited");
}

std::optional<Finding> not_considered_by_the_board(const Reckoning& one, const Evaluation&)
{
    const auto& board = findings_board_detail::board(one);
    if (!one.goes_to_board() || !board.considered.any_no()) return std::nullopt;
    std::vector<Considered> wanted{
        Considered::interests_of_the_pupil,  Considered::circumstances_of_the_exclusion,
        Considered::interests_of_others,     Considered::parents_representations,
        Considered::heads_representations,   Considered::local_authoritys_representations,
        Considered::balance_of_probabilities};
    if (one.version >= LawVersion::lv_2022) {
        wanted.push_back(Considered::social_workers_representations);
        wanted.push_back(Considered::virtual_school_heads_representations);
    }
    return finding_listing(one, RuleId::gb_21, Severity::breach, missing(board.considered, wanted),
                           "not_considered");
}

std::optional<Duty> board_papers_go_out(const Reckoning& one)
{
    const auto& day = findings_board_detail::board(one).meeting_arranged_for;
    if (!day || !one.goes_to_board()) return std::nullopt;
    auto row = make_duty(one, RuleId::gb_22, board_of(*one.school), DutyType::send_papers_by,
                         papers_by(one, *day));
    if (!row.date) row.missing = Missing::term_dates;
    return row;
}

std::optional<Finding> board_papers_late(const Reckoning& one, const Evaluation&)
{
    const auto& sent = findings_board_detail::board(one).papers_sent_on;
    const auto meeting = findings_board_detail::meeting_day(one);
    if (!sent || !meeting || !one.goes_to_board()) return std::nullopt;
    const auto due = papers_by(one, *meeting);
    if (!due || *sent <= *due) return std::nullopt;
    auto found = make_finding(one, RuleId::gb_22, Severity::check, "papers_late");
    found.notified = sent;
    found.due = due;
    found.held = meeting;
    return found;
}

std::optional<Finding> committee_too_small(const Reckoning& one, const Evaluation&)
{
    const auto& members = findings_board_detail::board(one).members;
    const auto least = number(one, ValueId::committee_members);
    if (!members || !least || one.school->type != SchoolType::maintained) return std::nullopt;
    if (*members >= *least) return std::nullopt;
    if (said_yes(findings_board_detail::board(one).chair_decided_alone)) return std::nullopt;
    return make_finding(one, RuleId::gb_23, Severity::check, "fewer_than_three");
}

std::optional<Finding> board_remote_unasked(const Reckoning& one, const Evaluation&)
{
    if (!remote_unasked(one, findings_board_detail::board(one),
                        findings_board_detail::meeting_day(one)))
        return std::nullopt;
    return make_finding(one, RuleId::gb_24, Severity::breach, "remote_not_asked_for");
}

void refusals_by_the_board(const Reckoning& one, Evaluation& out)
{
    refusal_findings(one, findings_board_detail::board(one).refused,
                     findings_board_detail::meeting_day(one), out);
}

std::optional<Finding> outcome_outside_the_power(const Reckoning& one, const Evaluation&)
{
    const auto& outcome = findings_board_detail::board(one).other_outcome;
    if (!outcome || outcome == BoardOutcome::none) return std::nullopt;
    return make_finding(one, RuleId::gb_25, Severity::breach, code(*outcome));
}

std::optional<Finding> board_decision_not_given(const Reckoning& one, const Evaluation&)
{
    const auto& letter = findings_board_detail::board(one).decision_letter;
    if (!letter || !one.goes_to_board()) return std::nullopt;
    return finding_listing(one, RuleId::gb_26, Severity::breach,
                           not_given(*letter, findings_board_detail::decision_goes_to(one)),
                           "not_given");
}

std::optional<Finding> board_decision_late(const Reckoning& one, const Evaluation&)
{
    const auto& board = findings_board_detail::board(one);
    const auto* meeting = one.event(EventType::board_meeting);
    if (meeting && board.decision_letter && board.decision_letter->given_on) {
        const auto by = next_school_day(one, meeting->on);
        if (by && *board.decision_letter->given_on > *by) {
            auto found = make_finding(one, RuleId::gb_26, Severity::check, "told_late");
            found.notified = board.decision_letter->given_on;
            found.due = by;
            return found;
        }
    }
    if (!said_no(board.noted_on_record)) return std::nullopt;
    return make_finding(one, RuleId::gb_26, Severity::check, "not_noted_on_record");
}

std::optional<Finding> review_rights_left_out(const Reckoning& one, const Evaluation&)
{
    const auto& letter = findings_board_detail::board(one).decision_letter;
    if (!letter || !one.permanent() || !findings_board_detail::declined(one)) return std::nullopt;
    std::vector<DecisionItem> wanted;
    for (const auto item : required_decision_items(one, true))
        if (item != DecisionItem::in_writing && item != DecisionItem::reasons)
            wanted.push_back(item);
    return finding_listing(one, RuleId::gb_27, Severity::breach, missing(letter->items, wanted));
}

std::optional<Finding> patterns_not_reviewed(const Reckoning& one)
{
    if (!said_no(findings_board_detail::board(one).patterns_reviewed)) return std::nullopt;
    return make_finding(one, RuleId::gb_29, Severity::check, "patterns_not_reviewed");
}

void board_record_findings(const Reckoning& one, Evaluation& out)
{
    if (!one.exclusion->circumstances.board) return;
    // Cancelled exclusions belong to the patterns too.
    if (auto found = patterns_not_reviewed(one)) out.findings.push_back(std::move(*found));
    if (one.cancelled) return;
    using FindingRule = std::optional<Finding> (*)(const Reckoning&, const Evaluation&);
    static constexpr std::array<FindingRule, 14> rules{
        no_meeting_over_five_days,
        no_meeting_though_certain,
        lost_exam_never_considered,
        chair_alone_without_power,
        representations_not_considered,
        not_invited_to_the_board,
        not_considered_by_the_board,
        board_papers_late,
        committee_too_small,
        board_remote_unasked,
        outcome_outside_the_power,
        board_decision_not_given,
        board_decision_late,
        review_rights_left_out,
    };
    add_findings(rules, one, out, out);
    if (auto papers = board_papers_go_out(one)) out.duties.push_back(*papers);
    refusals_by_the_board(one, out);
}

} // namespace onroll::law
