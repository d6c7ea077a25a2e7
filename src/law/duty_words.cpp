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

/// Where a pupil is taught, and the registers.
DutyWords about_moves(const Duty& duty)
{
    const bool timetable = duty.rule == RuleId::mov_06;
    switch (duty.type) {
    case DutyType::give_notice_by:
        return of(Timing::by, "must give written notice of the off-site direction");
    case DutyType::review_by:
        return timetable
                   ? should(Timing::on,
                            "should look at the part-time timetable again, with the family",
                            "should have looked at the part-time timetable again, with the family")
                   : of(Timing::on, "must look at the off-site direction again");
    case DutyType::invite_by:
        return of(Timing::by, "must invite people to the review of the off-site direction");
    case DutyType::end_by:
        return should(Timing::by, "should end the part-time timetable",
                      "should have ended the part-time timetable");
    case DutyType::allocate_by:
        return of(Timing::by, "must see that a place is given under the Fair Access Protocol");
    case DutyType::answer_by_expected:
        return should(Timing::by, "should answer the application for a place",
                      "should have answered the application for a place");
    case DutyType::answer_by:
        return of(Timing::by, "must answer the application for a place");
    case DutyType::need_not_admit_until:
        return may(Timing::by, "need not meet a parent’s wish for a place, after two permanent "
                               "exclusions");
    case DutyType::report_by:
        return of(Timing::by, duty.rule == RuleId::mov_13
                                  ? "must tell " + told(duty) + " that the pupil is absent"
                                  : "must tell " + told(duty) + " what changes in the register");
    default:
        return {};
    }
}

DutyWords about_plans(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::decide_whether_to_assess_by:
        return of(Timing::by, "must decide whether to assess for an EHC plan, and say so");
    case DutyType::answer_request_by:
        return of(Timing::by, "must give the advice that was asked for, for the EHC assessment");
    case DutyType::refuse_plan_by:
        return of(Timing::by, "must say so, if there will be no EHC plan");
    case DutyType::comment_until:
        return may(Timing::by, "can comment on the draft EHC plan, and name a school",
                   "could comment on the draft EHC plan until this day");
    case DutyType::final_plan_by:
        return of(Timing::by, duty.rule == RuleId::ehc_07 ? "must send the changed EHC plan"
                                                          : "must send the final EHC plan");
    case DutyType::appeal_by:
        return may(Timing::by, "can appeal to the tribunal about the EHC decision",
                   "could appeal to the tribunal until this day");
    case DutyType::hold_review_by:
        return of(Timing::by, "must review the EHC plan");
    default:
        return {};
    }
}

DutyWords about_papers_and_money(const Duty& duty)
{
    switch (duty.type) {
    case DutyType::send_papers_by:
        if (duty.rule == RuleId::gb_22)
            return should(Timing::by, "should send the papers for the meeting",
                          "should have sent the papers for the meeting");
        return of(Timing::by, duty.rule == RuleId::dat_04
                                  ? "must send the common transfer file to the next school"
                                  : "must send the papers for the review");
    case DutyType::meet_free_meal:
        return of(Timing::from, "must see that the pupil still gets free school meals");
    case DutyType::complain_to:
        return may(Timing::on, "can complain about how the review was run");
    case DutyType::budget_falls_by:
        return of(Timing::from, "must take the money for the pupil from the school’s budget");
    case DutyType::budget_gains:
        return of(Timing::from, "must give the next school its share of the money");
    case DutyType::money_returns:
        return of(Timing::from, "must give the money back, as the pupil was taken back");
    case DutyType::pupil_premium_follows:
        return should(Timing::from, "should pass on the pupil premium",
                      "should have passed on the pupil premium");
    case DutyType::advice_level:
        return may(Timing::on, duty.amount ? "gives help at level " + std::to_string(*duty.amount)
                                           : "gives help at another level");
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
    if (words.does.empty()) words = about_moves(duty);
    if (words.does.empty()) words = about_plans(duty);
    if (words.does.empty()) words = about_papers_and_money(duty);
    if (words.did.empty())
        words.did = words.does.starts_with("must ") ? "had to " + words.does.substr(5) : words.does;
    if (words.now.empty()) words.now = words.does;
    return words;
}

} // namespace onroll::law
