#include "law/duty_words.h"

namespace onroll::law {

namespace duty_words_detail {

/// Whom the head teacher tells, in words.
std::string told(const Duty& duty)
{
    std::string words;
    const auto add = [&](Recipient one, const char* name) {
        if (duty.recipients.has(one)) words += (words.empty() ? "" : ", ") + std::string(name);
    };
    add(Recipient::parent, "the parents");
    add(Recipient::pupil, "the pupil");
    add(Recipient::board, "the governors");
    add(Recipient::local_authority, "the council");
    add(Recipient::home_local_authority, "the council where the pupil lives");
    add(Recipient::social_worker, "the social worker");
    add(Recipient::virtual_school_head, "the virtual school head");
    return words;
}

} // namespace duty_words_detail

std::string kind_in_words(Kind kind)
{
    switch (kind) {
    case Kind::suspension:
        return "Suspension";
    case Kind::lunchtime:
        return "Lunchtime suspension";
    case Kind::permanent:
        return "Permanent exclusion";
    }
    return {};
}

std::string who_acts(Actor actor)
{
    switch (actor) {
    case Actor::none:
        return "Nobody";
    case Actor::head_teacher:
        return "The head teacher";
    case Actor::parent:
        return "A parent";
    case Actor::pupil:
        return "The pupil";
    case Actor::governing_board:
        return "The governors";
    case Actor::academy_trust:
        return "The academy trust’s governors";
    case Actor::management_committee:
        return "The management committee";
    case Actor::local_authority:
        return "The council";
    case Actor::home_local_authority:
        return "The council where the pupil lives";
    case Actor::school_and_local_authority:
        return "The school and the council";
    case Actor::school:
        return "The school";
    case Actor::panel:
        return "The review panel";
    case Actor::tribunal:
        return "The tribunal";
    case Actor::advice_service:
        return "The advice service";
    }
    return {};
}

std::string what_they_do(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::notify:
        return duty.rule == RuleId::ht_12
                   ? "must tell " + duty_words_detail::told(duty) +
                         " that the exclusion is cancelled, and why."
                   : "must tell " + duty_words_detail::told(duty) + " without delay.";
    case DutyType::notify_termly:
        return "must tell " + duty_words_detail::told(duty) + " once a term.";
    case DutyType::s104_notice_by:
        return "must say in writing, by the end of this afternoon, on which days the pupil must "
               "stay out of public places.";
    case DutyType::public_place_days:
        return "must keep the pupil out of public places in school hours on these days, unless "
               "there is a good reason.";
    case DutyType::set_and_mark_work:
        return "should set work for these days, and mark it.";
    case DutyType::provide_from:
        return "must provide suitable full-time education from this day.";
    case DutyType::provide_from_should:
        return "should work together to provide education from this first day.";
    case DutyType::exempt:
        return "has to provide education from the sixth day.";
    case DutyType::s19_provision:
        return "must see that the pupil’s education goes on.";
    case DutyType::decide_by:
        return "must meet by now and decide if the pupil comes back.";
    case DutyType::decide_by_extended:
        return "had until this day under the Covid rules.";
    case DutyType::consider_before:
        return "should meet before the exam or test on this day, if they reasonably can.";
    case DutyType::no_meeting_required:
        return "do not have to meet, because nobody has written to them. A parent can still write.";
    case DutyType::consider_representations_no_reinstatement_power:
        return "must consider what the family wrote. They cannot send the pupil back to class.";
    case DutyType::none:
        return "do not have to do anything, because nobody has written to them. A parent can still "
               "write.";
    case DutyType::reinstate:
        return "takes the pupil back.";
    case DutyType::apply_by:
        return "can ask for an independent review. A late request must be turned down.";
    case DutyType::hold_by:
        return "must see that the review is held by now.";
    case DutyType::reconsider_by:
        return "must look at the decision again by now.";
    case DutyType::pay_if_not_reinstated_by:
        return "must offer the pupil a place by now, or a payment is due.";
    case DutyType::pay:
        return "must make the payment.";
    case DutyType::delete_from:
        return "may take the pupil’s name off the register from this day, if nobody has asked for "
               "a review.";
    case DutyType::keep_on_roll_pending_review:
        return "must keep the pupil on the register while the review is open.";
    case DutyType::claim_by:
        return "can claim to the tribunal by now that the exclusion was disability discrimination.";
    case DutyType::claim_by_extended:
        return "can claim to the tribunal by now, because the dispute went to conciliation in "
               "time.";
    case DutyType::court_claim_by:
        return "can claim to the County Court by now.";
    case DutyType::hear_by_expected:
        return "usually hears such a claim by about this day.";
    case DutyType::review_placement:
        return "should review the pupil’s plan and where the pupil is placed.";
    default:
        return std::string(rule(duty.rule).title) + ".";
    }
}

} // namespace onroll::law
