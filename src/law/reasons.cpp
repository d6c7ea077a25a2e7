#include "law/reasons.h"

#include "kernel/ensure.h"
#include "law/reasons_findings.h"
#include "law/reasons_movements.h"
#include "law/rules_movements.h"
#include "law/rules_reckoning.h"

#include <algorithm>

namespace onroll::law {

namespace reasons_detail {

std::string days_limit(ValueId id, Date on)
{
    const auto value = value_on(id, on);
    return (value ? std::to_string(*value) : std::string("a number of")) + " school days";
}

/// The highest total that the exclusion brings the pupil to in a term, at decision.
int term_total(const Evaluation& evaluation, std::size_t exclusion)
{
    int most = 0;
    for (const auto& total : evaluation.totals)
        if (total.exclusion == exclusion && !total.after_cancellation)
            most = std::max(most, total.term_half_days);
    return most;
}

std::string why_told_at_once(const Exclusion& exclusion, int total)
{
    if (exclusion.kind == Kind::permanent) return "the exclusion is permanent";
    if (total > 10)
        return "it brings the total in the term to " + days_in_words(total) + ", more than 5";
    return "an examination or test is lost";
}

std::string board_sentence(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    const auto& exclusion = history.exclusions[duty.exclusion];
    const auto total = days_in_words(term_total(evaluation, duty.exclusion));
    const auto told = " after the day the board was told, " +
                      with_weekday(exclusion.board_notified_on) + ", which is not counted.";
    switch (duty.rule) {
    case RuleId::gb_10:
        return "A permanent exclusion must be considered within " +
               days_limit(ValueId::board_limit_15, exclusion.decided_on) + told;
    case RuleId::gb_11:
        return "The total in the term is " + total +
               ", more than 15, so reinstatement must be considered within " +
               days_limit(ValueId::board_limit_15, exclusion.decided_on) + told;
    case RuleId::gb_12:
        return "The total in the term is " + total +
               " and the family has made representations, so the board must meet within " +
               days_limit(ValueId::board_limit_50, exclusion.decided_on) + told;
    case RuleId::gb_13:
        return "The total in the term is " + total +
               " and nobody has made representations, so no meeting is required.";
    case RuleId::gb_14:
        return "The total in the term is " + total +
               ", so the board must consider the representations but cannot reinstate.";
    case RuleId::gb_15:
        return "The total in the term is " + total +
               " and nobody has made representations, so the board need do nothing.";
    case RuleId::gb_16:
        return duty.type == DutyType::consider_before
                   ? "An examination or test is lost, so the board should consider the exclusion "
                     "before it if it reasonably can."
                   : "An examination or test is lost, so the board must consider the exclusion "
                     "before it if it reasonably can, and within " +
                         days_limit(ValueId::exam_limit_15, exclusion.decided_on) + told;
    default:
        return "The Covid rules gave the board longer, because no meeting was practicable.";
    }
}

std::string review_sentence(const History& history, const Duty& duty)
{
    const auto decided = history.exclusions[duty.exclusion].decided_on;
    const bool covid = decided >= date(2020, 6, 1) && decided <= date(2020, 9, 24);
    const auto given = duty.notice_given ? with_weekday(*duty.notice_given)
                                         : std::string("the day notice was given");
    switch (duty.rule) {
    case RuleId::irp_02:
        return "The request must be made within " +
               days_limit(covid ? ValueId::covid_apply_limit_25 : ValueId::apply_limit_15,
                          covid ? date(2020, 6, 1) : decided) +
               " after notice of the board's decision was given, " + given + ".";
    case RuleId::irp_03:
        return "A discrimination claim was made, so there is also a limit counted from the day it "
               "was decided; the later one counts.";
    case RuleId::irp_06:
        return "The review must be held within " + days_limit(ValueId::hold_limit_15, decided) +
               " after the application was made, " +
               (duty.application_made ? with_weekday(*duty.application_made)
                                      : std::string("the day recorded")) +
               ".";
    case RuleId::irp_13:
        return "The panel sent the decision back, so the board must reconsider within " +
               days_limit(ValueId::reconsider_limit_10, decided) + " after notice was given, " +
               given + ".";
    case RuleId::irp_14:
        return "The panel quashed the decision, so a payment is due unless reinstatement is "
               "offered in time.";
    case RuleId::reg_02:
        return "From this day the name may be deleted: nothing is left to wait for.";
    default:
        return "A review or a reconsideration is still open, so the pupil stays on the register.";
    }
}

std::string notice_sentence(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    const auto& exclusion = history.exclusions[duty.exclusion];
    const auto total = term_total(evaluation, duty.exclusion);
    switch (duty.rule) {
    case RuleId::nt_01:
        return "Every exclusion must be told without delay, with its length and the reasons.";
    case RuleId::nt_03:
        return "The days out of public places must be notified by the end of the afternoon session "
               "of the first day of exclusion.";
    case RuleId::nt_04:
        return exclusion.decided_on >= date(2022, 9, 1)
                   ? "The authority must be told of every exclusion without delay."
                   : "The authority must be told without delay, because " +
                         why_told_at_once(exclusion, total) + ".";
    case RuleId::nt_04t:
        return "The total in the term is " + days_in_words(total) +
               ", so the authority and the board are told once a term.";
    case RuleId::nt_05:
        return "The board must be told without delay, because " +
               why_told_at_once(exclusion, total) + ".";
    case RuleId::nt_05t:
        return "The total in the term is " + days_in_words(total) +
               ", so the board is told once a term.";
    case RuleId::nt_06:
        return duty.recipients.has(Recipient::social_worker)
                   ? "The pupil has a social worker, who must be told without delay."
                   : "The pupil is looked after, so the virtual school head must be told without "
                     "delay.";
    case RuleId::nt_07:
        return "The pupil lives in another area, whose authority must be told too.";
    default:
        return duty.type == DutyType::reinstate
                   ? "The exclusion was cancelled, so the pupil comes back."
                   : "The exclusion was cancelled, so everyone who was told of it is told without "
                     "delay, with the reasons.";
    }
}

} // namespace reasons_detail

std::string days_in_words(int half_days)
{
    if (half_days == 1) return "half a day";
    if (half_days == 2) return "1 day";
    return std::to_string(half_days / 2) + (half_days % 2 ? ".5" : "") + " days";
}

std::string duty_sentence(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    if (duty.subject == Duty::Subject::movement) return movement_sentence(history, duty);
    if (auto sentence = circumstance_sentence(history, duty); !sentence.empty()) return sentence;
    const auto name = name_of(duty.rule);
    if (name.starts_with("NT") || duty.rule == RuleId::ht_12)
        return reasons_detail::notice_sentence(history, evaluation, duty);
    if (name.starts_with("GB") || name.starts_with("VER"))
        return reasons_detail::board_sentence(history, evaluation, duty);
    if (name.starts_with("IRP") || name.starts_with("REG"))
        return reasons_detail::review_sentence(history, duty);
    switch (duty.rule) {
    case RuleId::edu_00:
        return "On the first five school days of an exclusion a parent must keep the pupil out of "
               "public places in school hours.";
    case RuleId::edu_01:
        return "On the first five school days the school should set work and mark it.";
    case RuleId::edu_02:
        return "This is the sixth school day in a row of suspension, from which the school must "
               "provide full-time education.";
    case RuleId::edu_03:
        return "This is the sixth school day of a permanent exclusion, from which the home "
               "authority must provide full-time education.";
    case RuleId::edu_04:
        return "This is the sixth school day in a row of suspension from a pupil referral unit, so "
               "the authority provides.";
    case RuleId::edu_05:
        return "No provision is due from the sixth day: the examinations are over, or a plan "
               "limits the hours and they are provided.";
    case RuleId::edu_06:
        return "For a looked-after child, or one with a social worker, provision should start on "
               "the first day.";
    case RuleId::edu_12:
        return "The pupil is kept apart for safeguarding, so the authority must see that education "
               "goes on.";
    case RuleId::trb_01:
        return "A claim to the tribunal must be made within six months starting with the day of "
               "the decision.";
    default:
        return std::string(rule(duty.rule).title) + ".";
    }
}

Date law_day(const History& history, Duty::Subject subject, std::size_t index)
{
    switch (subject) {
    case Duty::Subject::exclusion:
        return history.exclusions[index].decided_on;
    case Duty::Subject::separation:
        return history.separations[index].from;
    case Duty::Subject::movement:
        return movement_day(history, index);
    }
    return {};
}

Citation citation_for(RuleId id, Date on)
{
    if (const auto found = citation(id, on)) return *found;
    const auto& rows = rule(id).in_force;
    ensure(!rows.empty(), "the build refuses a rule without a source");
    const auto& nearest = on < rows.front().from ? rows.front() : rows.back();
    const auto fallback = citation(id, nearest.from);
    ensure(fallback.has_value(), "a row of a rule can be cited on its own first day");
    return *fallback;
}

} // namespace onroll::law
