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

/// The same in words: "at least 6 days" where it holds a length that nobody told.
std::string term_total_in_words(const Evaluation& evaluation, std::size_t exclusion)
{
    const bool open =
        std::any_of(evaluation.totals.begin(), evaluation.totals.end(), [&](const Total& total) {
            return total.exclusion == exclusion && !total.after_cancellation && total.term_at_least;
        });
    return (open ? "at least " : "") + days_in_words(term_total(evaluation, exclusion));
}

std::string why_told_at_once(const History& history, const Evaluation& evaluation,
                             std::size_t exclusion)
{
    if (history.exclusions[exclusion].kind == Kind::permanent) return "the exclusion is permanent";
    if (term_total(evaluation, exclusion) > 10)
        return "this brings the total in the term to " +
               term_total_in_words(evaluation, exclusion) + ", more than 5";
    return "an exam or test is lost";
}

std::string board_sentence(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    const auto& exclusion = history.exclusions[duty.exclusion];
    const auto total = term_total_in_words(evaluation, duty.exclusion);
    const auto told = " after the board was told, on " + with_weekday(exclusion.board_notified_on) +
                      " (not counted).";
    switch (duty.rule) {
    case RuleId::gb_10:
        return "The board must look at a permanent exclusion within " +
               days_limit(ValueId::board_limit_15, exclusion.decided_on) + told;
    case RuleId::gb_11:
        return "The total in the term is " + total +
               ", more than 15, so the board must decide within " +
               days_limit(ValueId::board_limit_15, exclusion.decided_on) + told;
    case RuleId::gb_12:
        return "The total in the term is " + total +
               " and the family has written, so the board must meet within " +
               days_limit(ValueId::board_limit_50, exclusion.decided_on) + told;
    case RuleId::gb_13:
        return "The total in the term is " + total +
               " and the family has not written, so no meeting has to be held.";
    case RuleId::gb_14:
        return "The total in the term is " + total +
               ", so the board must read what the family wrote, but cannot send the pupil back.";
    case RuleId::gb_15:
        return "The total in the term is " + total +
               " and the family has not written, so the board need do nothing.";
    case RuleId::gb_16:
        return duty.type == DutyType::consider_before
                   ? "An exam or test is lost, so the board should look at this before the exam, "
                     "if it can."
                   : "An exam or test is lost, so the board must look at this before the exam, if "
                     "it can, and within " +
                         days_limit(ValueId::exam_limit_15, exclusion.decided_on) + told;
    default:
        return "The Covid rules gave the board longer, because no meeting could be held.";
    }
}

std::string review_sentence(const History& history, const Duty& duty)
{
    const auto decided = history.exclusions[duty.exclusion].decided_on;
    const bool covid = decided >= date(2020, 6, 1) && decided <= date(2020, 9, 24);
    const auto given =
        duty.notice_given ? with_weekday(*duty.notice_given) : std::string("the day it came");
    switch (duty.rule) {
    case RuleId::irp_02:
        return "There are " +
               days_limit(covid ? ValueId::covid_apply_limit_25 : ValueId::apply_limit_15,
                          covid ? date(2020, 6, 1) : decided) +
               " to ask, once the board's decision was given, on " + given + ".";
    case RuleId::irp_03:
        return "A discrimination claim was made, so there is also a last day counted from when it "
               "was decided; the later one counts.";
    case RuleId::irp_06:
        return "The review must be held within " + days_limit(ValueId::hold_limit_15, decided) +
               " of the request, " +
               (duty.application_made ? with_weekday(*duty.application_made)
                                      : std::string("the day it was made")) +
               ".";
    case RuleId::irp_13:
        return "The panel sent the decision back, so the board must look again within " +
               days_limit(ValueId::reconsider_limit_10, decided) + " of being told, " + given + ".";
    case RuleId::irp_14:
        return "The panel undid the decision, so a payment is due, unless the pupil is offered a "
               "place in time.";
    case RuleId::reg_02:
        return "From this day the name may come off: nothing is left to wait for.";
    default:
        return "A review is still open, or the board must look again, so the pupil stays on the "
               "register.";
    }
}

std::string notice_sentence(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    const auto& exclusion = history.exclusions[duty.exclusion];
    const auto total = term_total_in_words(evaluation, duty.exclusion);
    switch (duty.rule) {
    case RuleId::nt_01:
        return "The parents are told of each exclusion: how long it is, and why.";
    case RuleId::nt_03:
        return "This must be said by the end of the afternoon of the first day out of school.";
    case RuleId::nt_04:
        return exclusion.decided_on >= date(2022, 9, 1)
                   ? "The council is told of each exclusion."
                   : "The council is told, because " +
                         why_told_at_once(history, evaluation, duty.exclusion) + ".";
    case RuleId::nt_04t:
        return "The total in the term is " + total +
               ", so the council and the board are told once a term.";
    case RuleId::nt_05:
        return "The governors are told, because " +
               why_told_at_once(history, evaluation, duty.exclusion) + ".";
    case RuleId::nt_05t:
        return "The total in the term is " + total + ", so the governors are told once a term.";
    case RuleId::nt_06:
        return duty.recipients.has(Recipient::social_worker)
                   ? "The social worker of the pupil is told."
                   : "The pupil is in care, so the virtual school head is told.";
    case RuleId::nt_07:
        return "The pupil lives in another area, so the council there is told too.";
    default:
        return duty.type == DutyType::reinstate
                   ? "The exclusion was cancelled, so the pupil comes back."
                   : "The exclusion was cancelled, so all who were told of it are told that, and "
                     "why.";
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
        return "This holds for the first five school days of an exclusion.";
    case RuleId::edu_01:
        return "This holds for the first five school days.";
    case RuleId::edu_02:
        return "This is the sixth school day of suspension in a row; from then on the school must "
               "see to full-time teaching.";
    case RuleId::edu_03:
        return "This is the sixth school day of a permanent exclusion; from then on the council "
               "where the pupil lives must see to full-time teaching.";
    case RuleId::edu_04:
        return "This is the sixth school day in a row of suspension from a pupil referral unit, so "
               "the council sees to teaching.";
    case RuleId::edu_05:
        return "No teaching is due from the sixth day: the exams are over, or a plan sets fewer "
               "hours and those are given.";
    case RuleId::edu_06:
        return "For a child in care, or one with a social worker, teaching should start on the "
               "first day.";
    case RuleId::edu_12:
        return "The pupil is kept apart for safety, so the council must see that teaching goes on.";
    case RuleId::trb_01:
        return "A claim must be made within six months, and the day of the decision is the first "
               "day of these.";
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
