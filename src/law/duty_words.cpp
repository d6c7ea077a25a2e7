#include "law/duty_words.h"

#include "design/words.h"

#include <cctype>

namespace onroll::law {

namespace duty_words_detail {

/// Whom the head teacher tells, in words.
std::string told(const Duty& duty)
{
    std::vector<std::string> words;
    const auto add = [&](Recipient one, const char* name) {
        if (duty.recipients.has(one)) words.emplace_back(name);
    };
    add(Recipient::parent, "the parents");
    add(Recipient::pupil, "the pupil");
    add(Recipient::board, "the governors");
    add(Recipient::local_authority, "the council");
    add(Recipient::home_local_authority, "the council where the pupil lives");
    add(Recipient::social_worker, "the social worker");
    add(Recipient::virtual_school_head, "the virtual school head");
    return design::listed(words);
}

DutyWords of(Timing timing, std::string does)
{
    return {timing, false, std::move(does), {}, {}};
}

DutyWords should(Timing timing, std::string does, std::string did)
{
    return {timing, false, std::move(does), std::move(did), {}};
}

DutyWords goes_on(std::string does, std::string now)
{
    return {Timing::from, false, std::move(does), {}, std::move(now)};
}

DutyWords may(Timing timing, std::string does, std::string did = {})
{
    return {timing, true, std::move(does), std::move(did), {}};
}

DutyWords about_telling_and_teaching(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::notify:
        return of(Timing::on,
                  duty.rule == RuleId::ht_12
                      ? "must tell " + told(duty) + " that the exclusion is cancelled, and why"
                      : "must tell " + told(duty) + " without delay");
    case DutyType::notify_termly:
        return of(Timing::on, "must tell " + told(duty) + " once a term");
    case DutyType::s104_notice_by:
        return of(Timing::by, "must say in writing, before the afternoon at school ends, on "
                              "which days the pupil must stay out of public places");
    case DutyType::public_place_days:
        return goes_on("must keep the pupil out of public places in school hours, unless there is "
                       "a good reason",
                       "must keep the pupil out of public places in school hours, unless there is "
                       "a good reason");
    case DutyType::set_and_mark_work:
        return {Timing::from, false, "should set work for these days, and mark it",
                "should have set work for these days, and marked it",
                "should set work for these days, and mark it"};
    case DutyType::provide_from:
        return goes_on("must give suitable full-time teaching",
                       "must be giving suitable full-time teaching now");
    case DutyType::provide_from_should:
        return {Timing::from, false, "should work together to give teaching from the first day",
                "should have worked together to give teaching from the first day",
                "should be giving teaching now, from the first day"};
    case DutyType::exempt:
        return may(Timing::on, "has no duty to give teaching from the sixth day");
    case DutyType::s19_provision:
        return goes_on("must see that the pupil’s teaching goes on",
                       "must see that the pupil’s teaching goes on");
    case DutyType::review_placement:
        return of(Timing::on,
                  "must see that what the plan sets out goes on, and look at the place again");
    default:
        return {};
    }
}

DutyWords about_the_board(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::decide_by:
        return of(Timing::by, "must meet and decide if the pupil comes back");
    case DutyType::decide_by_extended:
        return may(Timing::by, "have until this day under the Covid rules",
                   "had until this day under the Covid rules");
    case DutyType::consider_before:
        return should(Timing::on,
                      "should meet before the exam or test on this day, if they reasonably can",
                      "should have met before the exam or test on this day, if they could");
    case DutyType::no_meeting_required:
    case DutyType::none:
        return may(Timing::on, "do not have to meet, because no one has written to them. A parent "
                               "can still write");
    case DutyType::consider_representations_no_reinstatement_power:
        return of(Timing::on, "must think about what the family wrote. They cannot send the pupil "
                              "back to class");
    case DutyType::reinstate:
        return of(Timing::on, "must take the pupil back");
    case DutyType::reconsider_by:
        return of(Timing::by, "must look at the decision again");
    case DutyType::pay_if_not_reinstated_by:
        return of(Timing::by, "must offer the pupil a place, or a payment is due");
    case DutyType::pay:
        return of(Timing::on, "must make the payment");
    case DutyType::delete_from:
        return may(Timing::from, "may take the pupil’s name off the register, if no one has asked "
                                 "for a review");
    case DutyType::keep_on_roll_pending_review:
        return of(Timing::on, "must keep the pupil on the register while the review is open");
    default:
        return {};
    }
}

DutyWords about_reviews_and_claims(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::apply_by:
        return may(Timing::by,
                   "can ask for an independent review. A late request must be turned down",
                   "could ask for an independent review until this day");
    case DutyType::hold_by:
        return of(Timing::by, "must see that the review is held");
    case DutyType::claim_by:
        return may(Timing::by, "can claim to the tribunal that it was disability discrimination",
                   "could claim to the tribunal until this day");
    case DutyType::claim_by_extended:
        return may(Timing::by,
                   "can claim to the tribunal, as the dispute went to conciliation in time",
                   "could claim to the tribunal until this day");
    case DutyType::court_claim_by:
        return may(Timing::by, "can claim to the County Court",
                   "could claim to the County Court until this day");
    case DutyType::hear_by_expected:
        return may(Timing::by, "usually hears such a claim by about this day");
    default:
        return {};
    }
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

std::string who_acts_inside(Actor actor)
{
    auto words = who_acts(actor);
    if (!words.empty())
        words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
    return words;
}

DutyWords words_for(const Duty& duty)
{
    using namespace duty_words_detail;
    auto words = about_telling_and_teaching(duty);
    if (words.does.empty()) words = about_the_board(duty);
    if (words.does.empty()) words = about_reviews_and_claims(duty);
    if (words.does.empty()) words = may(Timing::on, std::string(rule(duty.rule).title));
    if (words.did.empty())
        words.did = words.does.starts_with("must ") ? "had to " + words.does.substr(5) : words.does;
    if (words.now.empty()) words.now = words.does;
    return words;
}

} // namespace onroll::law
