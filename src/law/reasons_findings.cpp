#include "law/reasons_findings.h"

#include "law/reasons.h"
#include "law/reasons_findings_words.h"
#include "law/reasons_movements.h"
#include "law/rules_findings_panel.h"

#include <array>

namespace onroll::law {
namespace reasons_findings_detail {

/// "The local authority was never told of the exclusion.", or when it was told.
std::string told(const std::string& who, const Finding& found)
{
    if (!found.notified) return capital(who) + " was never told of the exclusion.";
    return capital(who) + " was told on " + day(found.notified) +
           (found.due ? ", and the next school day after the decision was " + day(found.due)
                      : ", which is later than the next school day") +
           ".";
}

std::string about_the_decision(const History&, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_02:
        return "Somebody other than the head teacher, or the person acting as head, decided it.";
    case RuleId::fnd_03:
        return "The reason given is that the school cannot meet needs that come from special "
               "needs or disability.";
    case RuleId::fnd_04:
        return "The reason given is how well the pupil learns.";
    case RuleId::fnd_05:
        return "The reason given is something that a parent did or did not do.";
    case RuleId::fnd_06:
        return "The pupil was not let back until a condition was met: " +
               words_for_code(found.reason) + ".";
    case RuleId::fnd_07:
        return "The suspension has no end date.";
    case RuleId::fnd_08:
        return "It brings the pupil to " + std::string(found.at_least ? "at least " : "") +
               days_in_words(found.year_half_days.value_or(0)) +
               " in the school year, and the most allowed is 45.";
    case RuleId::fnd_09:
        return found.reason == "turned_permanent"
                   ? "The suspension was turned into a permanent exclusion, with no new decision "
                     "and letter."
                   : "The suspension was made longer, with no new decision and letter.";
    case RuleId::fnd_10:
        return "It began as soon as another suspension ended, and no new evidence is recorded.";
    case RuleId::fnd_26:
        return "The behaviour came from a disability, and no reasonable adjustment is recorded.";
    case RuleId::fnd_27:
        return "The pupil is suspended at lunchtimes, and these are not counted as half days.";
    case RuleId::fnd_28:
        return "Before this permanent exclusion the school had not been in touch with " +
               items(found) + ".";
    case RuleId::ht_02:
        return "The exclusion was not for behaviour.";
    case RuleId::ht_03:
        return "For a permanent exclusion this is not shown: " + items(found) + ".";
    case RuleId::ht_07:
        return "The pupil's free meal was not given at lunchtime.";
    case RuleId::ht_08:
        return "It happened off the school site, and the behaviour policy does not cover that.";
    case RuleId::ht_09:
        return "This was left out before the decision: " + items(found) + ".";
    case RuleId::ht_10:
        return "The pupil was suspended again this year, and nobody asked whether suspension "
               "works.";
    default:
        return {};
    }
}

std::string about_cancelling(const History& history, const Finding& found)
{
    if (found.rule == RuleId::ht_12) {
        const bool meeting = !found.items.empty() && found.items.front() == "meeting_with_parent";
        if (found.items.size() > 1)
            return "After it was cancelled, no meeting was offered and " + board(history, found) +
                   " was not told in the termly report.";
        return meeting ? "After it was cancelled, the parents were offered no meeting."
                       : "The cancellation was left out of the termly report to " +
                             board(history, found) + ".";
    }
    if (found.reason == "board_meeting_commenced")
        return "It was cancelled after " + board(history, found) + " had begun its meeting.";
    static constexpr std::array<Words, 5> all{{
        {"over_45_days",
         "It was cancelled when the pupil had been out for more than 45 days in the year."},
        {"no_power_before_2022", "It was cancelled before there was a power to cancel."},
        {"not_notified", "It was cancelled, and not everyone who must be told was told."},
        {"not_readmitted", "It was cancelled, and the pupil was not let back."},
        {"", "It was cancelled when the head teacher could not cancel it."},
    }};
    return by_reason(found, all);
}

std::string about_the_letter(const History&, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_11:
        return "The letter leaves out something it must give: " + items(found) + ".";
    case RuleId::nt_08:
        return "The letter leaves out something it should give: " + items(found) + ".";
    case RuleId::nt_02:
        return "The letter came on " + day(found.notified) +
               ", and the next school day after the decision was " + day(found.due) + ".";
    case RuleId::nt_09:
        return found.reason == "email_not_agreed"
                   ? "The letter was sent by email, and the family had not agreed to that."
                   : "The letter was given in a way that the rules do not know.";
    case RuleId::fnd_12:
        return "The notice about public places came on " + day(found.notified) +
               ", after the afternoon session of " + day(found.due) + " had ended.";
    case RuleId::nt_03:
        return "The notice of the teaching came on " + day(found.notified) +
               ", and it should have come by " + day(found.due) + ".";
    default:
        return {};
    }
}

std::string about_telling(const History& history, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_13:
        return told("the local authority", found);
    case RuleId::fnd_14:
        return told(board(history, found), found);
    case RuleId::nt_07:
        return told("the authority where the pupil lives", found);
    case RuleId::fnd_15:
        return "The school never told " + items(found) + ".";
    case RuleId::nt_06:
        return "The school told " + items(found) + " later than the next school day, " +
               day(found.due) + ".";
    case RuleId::nt_04t:
        return "The termly report to the local authority and " + board(history, found) +
               " left it out.";
    case RuleId::nt_05t:
        return "The termly report to " + board(history, found) + " left it out.";
    case RuleId::nt_10:
        return found.items.size() > 1
                   ? "The pupil was not told what would happen, nor helped to take part."
               : found.items.front() == "pupil_told" ? "The pupil was not told what would happen."
                                                     : "The pupil was not helped to take part.";
    default:
        return {};
    }
}

std::string about_day_six(const Finding& found)
{
    if (found.reason == "provided_late")
        return "Full-time teaching began on " + day(found.held) + ", and it was due from " +
               day(found.due) + ".";
    static constexpr std::array<Words, 3> all{{
        {"not_full_time", "The teaching from day six was not full-time."},
        {"not_suitable", "The teaching from day six was not suitable for the pupil."},
        {"", "No teaching was given from day six, "},
    }};
    const auto sentence = by_reason(found, all);
    return sentence.ends_with('.') ? sentence : sentence + "which was " + day(found.due) + ".";
}

std::string about_teaching(const History&, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_18:
        return about_day_six(found);
    case RuleId::edu_00:
        return found.reason == "notice_came_late"
                   ? "A fine was given for " + day(found.held) +
                         ", but the notice about public places had come too late."
                   : "A fine was given for " + day(found.held) +
                         ", which is not one of the days to stay out of public places.";
    case RuleId::edu_01:
        return "No work was set and marked on the first five school days.";
    case RuleId::edu_06:
        return "Nothing was put in place from the first day.";
    case RuleId::edu_07:
        return "The teaching from day six was at the school itself, in a place that it does not "
               "share with another school.";
    case RuleId::edu_09:
        return "No meeting was offered for coming back to school.";
    case RuleId::edu_10:
        return "What the pupil's EHC plan gives was stopped.";
    case RuleId::reg_03:
        return "The pupil's place was given away on " + day(found.held) +
               ", while the name had to stay on the register.";
    case RuleId::fnd_19:
        return "The name was taken off the register on " + day(found.deleted) +
               ", before the law allowed it.";
    default:
        return {};
    }
}

std::string about_claims(const History&, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_35:
        return "The family was told that 45 days make an exclusion permanent; they do not.";
    case RuleId::trb_02:
        return "It was sent to conciliation on " + day(found.made) +
               ", after the six months had ended on " + day(found.deadline) + ".";
    case RuleId::trb_03:
        return found.reason == "parent"
                   ? "A parent made the claim, but the young person is the one who can."
                   : "The pupil made the claim, but a parent is the one who can.";
    case RuleId::trb_04:
        return found.reason == "tribunal_can_award_money"
                   ? "The family was told that the tribunal can award money; it cannot."
                   : "The family was told that no claim can be made about a suspension; it can.";
    case RuleId::trb_07:
        return "The family was told that a claim stops the time to apply for a review; it does "
               "not.";
    default:
        return {};
    }
}

std::string about_a_separation(const Finding& found)
{
    static constexpr std::array<Words, 4> all{{
        {"used_as_discipline", "The separation was used to punish."},
        {"not_led_by_safeguarding_lead", "The separation was not led by the safeguarding lead."},
        {"no_end", "The separation has no end."},
        {"", "The authority was not asked to provide teaching during the separation."},
    }};
    return by_reason(found, all);
}

} // namespace reasons_findings_detail

std::string finding_sentence(const History& history, const Finding& found)
{
    if (found.subject == Duty::Subject::movement) return movement_sentence(history, found);
    if (found.subject == Duty::Subject::separation)
        return reasons_findings_detail::about_a_separation(found);
    if (found.rule == RuleId::fnd_31 || found.rule == RuleId::ht_12)
        return reasons_findings_detail::about_cancelling(history, found);
    using About = std::string (*)(const History&, const Finding&);
    for (const About about :
         {reasons_findings_detail::about_the_decision, reasons_findings_detail::about_the_letter,
          reasons_findings_detail::about_telling, reasons_findings_detail::about_teaching,
          reasons_findings_detail::about_the_meeting, reasons_findings_detail::about_the_outcome,
          reasons_findings_detail::about_the_review, reasons_findings_detail::about_claims})
        if (auto sentence = about(history, found); !sentence.empty()) return sentence;
    return std::string(rule(found.rule).title) + ".";
}

std::string circumstance_sentence(const History& history, const Duty& duty)
{
    if (duty.subject != Duty::Subject::exclusion) return {};
    switch (duty.type) {
    case DutyType::meet_free_meal:
        return "The pupil has free school meals, so the meal must still be given.";
    case DutyType::review_placement:
        return "The pupil has an EHC plan, so the council looks at the place again.";
    case DutyType::send_papers_by:
        return "The papers should reach everyone five school days before the day that was set.";
    case DutyType::complain_to: {
        const auto& school = *history.schools[history.exclusions[duty.exclusion].school];
        return "A complaint about how the review was run goes to " +
               std::string(complaint_body(school)) + ".";
    }
    case DutyType::claim_by_extended:
        return "The six months begin when the conduct ended, and grow by three months where it "
               "went to conciliation in time.";
    case DutyType::hear_by_expected:
        return "Claims about permanent exclusions are heard in about six weeks, others in up to "
               "twenty; this is practice, not law.";
    case DutyType::court_claim_by:
        return "A claim about another protected characteristic goes to the County Court within "
               "six months.";
    default:
        return {};
    }
}

} // namespace onroll::law
