#include "law/reasons_findings_words.h"

namespace onroll::law::reasons_findings_detail {

std::string about_the_meeting(const History& history, const Finding& found)
{
    const auto board = reasons_findings_detail::board(history, found);
    const auto limit = found.due ? ", and the limit was " + day(found.due) : std::string{};
    switch (found.rule) {
    case RuleId::fnd_16:
        return capital(board) + " met on " + day(found.held) + limit + ".";
    case RuleId::fnd_17:
        return "No meeting was held, though it is over 5 days and the family gave its views" +
               limit + ".";
    case RuleId::gb_10:
        return "No meeting was held about a permanent exclusion" + limit + ".";
    case RuleId::gb_11:
        return "No meeting was held, though the total in the term is over 15 days" + limit + ".";
    case RuleId::fnd_30:
        if (found.severity == Severity::check)
            return "An exam or test was lost, and " + board +
                   " looked at it in time but only "
                   "after the exam.";
        return "An exam or test was lost, and " + board +
               " did not look at it within 15 school days.";
    case RuleId::gb_14:
        return "The family gave its views, and " + board + " did not consider them.";
    case RuleId::gb_16: {
        static constexpr std::array<Words, 3> all{{
            {"no_exam_lost", "The chair decided alone, though no exam or test was lost."},
            {"articles", "The chair decided alone, which an academy's articles must allow."},
            {"", "The chair decided alone, which the rules give to maintained schools."},
        }};
        return by_reason(found, all);
    }
    case RuleId::gb_20:
        return "These were not invited to the meeting: " + items(found) + ".";
    case RuleId::gb_21:
        return capital(board) + " did not consider something it must: " + items(found) + ".";
    case RuleId::gb_22:
    case RuleId::irp_10:
        if (found.rule == RuleId::irp_10 && found.reason == "not_invited")
            return "These were not invited to the review: " + items(found) + ".";
        return "The papers went out on " + day(found.notified) + ", and they should have gone by " +
               day(found.due) + ".";
    case RuleId::gb_23:
        return "The committee had fewer than three governors.";
    case RuleId::gb_24:
        return "The meeting was held remotely, and the family had not asked for it.";
    case RuleId::irp_16:
        return "The review was held remotely, and the family had not asked for it.";
    default:
        return {};
    }
}

std::string about_the_outcome(const History& history, const Finding& found)
{
    const auto board = reasons_findings_detail::board(history, found);
    switch (found.rule) {
    case RuleId::gb_25: {
        static constexpr std::array<Words, 3> all{{
            {"shortened", " made the exclusion shorter, which it has no power to do."},
            {"lengthened", " made the exclusion longer, which it has no power to do."},
            {"", " tied coming back to conditions, which it has no power to do."},
        }};
        return capital(board) + by_reason(found, all);
    }
    case RuleId::gb_26:
        if (found.reason == "told_late")
            return "The decision came on " + day(found.notified) +
                   ", later than the school day after the meeting.";
        if (found.reason == "not_noted_on_record")
            return "The outcome was not noted on the pupil's record.";
        return "The letter about the decision did not reach someone, or left something out: " +
               items(found) + ".";
    case RuleId::gb_27:
        return "The letter about the decision leaves out part of the review rights: " +
               items(found) + ".";
    case RuleId::gb_28:
        return "The family was told that it is too late for " + board +
               " to decide; it still must.";
    case RuleId::gb_29:
        return capital(board) + " does not look at patterns in exclusions.";
    default:
        return {};
    }
}

std::string about_the_application(const Finding& found)
{
    const auto made = "The application was made on " + day(found.made);
    const auto limit = found.deadline ? "the last day was " + day(*found.deadline)
                                      : std::string("no limit had passed");
    if (found.rule == RuleId::irp_04) return made + ", and " + limit + ", so it must be refused.";
    return made + ", and " + limit +
           (found.reason == "accepted_late" ? ", yet it was accepted." : ", yet it was refused.");
}

std::string refused(const Finding& found)
{
    const auto what = capital(words_for_code(found.reason));
    if (found.items.empty() || found.items.front() == "none_given")
        return what + " was refused, and no reason was given.";
    return what + " was refused for a reason that the law does not allow.";
}

std::string about_the_review(const History&, const Finding& found)
{
    switch (found.rule) {
    case RuleId::fnd_36:
    case RuleId::irp_04:
        return about_the_application(found);
    case RuleId::fnd_37:
        return (found.reason == "review_held_late" ? "The review was held on "
                                                   : "The board thought again on ") +
               day(found.held) + ", and the limit was " + day(found.due) + ".";
    case RuleId::fnd_38:
        return refused(found);
    case RuleId::irp_01:
        return "The review was not set up as the law says: " + items(found) + ".";
    case RuleId::irp_07:
        return "The family's wish not to apply was not given in writing.";
    case RuleId::irp_08:
        return "The panel was not made up as the law says: " + items(found) + ".";
    case RuleId::irp_09:
        if (!found.reason.empty())
            return "The family was told that an expert needs known special needs; none are "
                   "needed.";
        return "The special needs expert did not act as the law says: " + items(found) + ".";
    case RuleId::irp_11:
        if (found.severity == Severity::check)
            return "The family was told that the panel can order the pupil back; it cannot.";
        return found.reason == "reinstated"
                   ? "The panel ordered the pupil back, which it has no power to do."
                   : "The panel changed the length, which it has no power to do.";
    case RuleId::irp_12:
        return found.reason == "new_evidence"
                   ? "The panel quashed the decision on evidence that the board did not have."
                   : "The panel quashed the decision only because it did not agree.";
    case RuleId::irp_13:
        return "After thinking again, the board did not give or tell: " + items(found) + ".";
    case RuleId::irp_14: {
        static constexpr std::array<Words, 3> all{{
            {"not_quashed", "The panel ordered a payment though it did not quash the decision."},
            {"another_sum", "The panel ordered a payment of a sum other than £4,000."},
            {"", "The panel ordered a payment by a pupil referral unit."},
        }};
        return by_reason(found, all);
    }
    case RuleId::irp_15:
        if (found.reason == "told_late")
            return "The panel's decision came on " + day(found.notified) +
                   ", later than the school day after the review.";
        return "The panel's decision did not reach someone, or left something out: " +
               items(found) + ".";
    default:
        return {};
    }
}

} // namespace onroll::law::reasons_findings_detail
