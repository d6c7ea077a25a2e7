// The sentence for each kind of row about a movement. Words only.
#include "law/types.h"

#include <array>

namespace onroll::law {
namespace movement_duty_words {

struct Words {
    RuleId rule;
    DutyType type;
    std::string_view dated;
    std::string_view undated;
};

constexpr std::array all = {
    Words{RuleId::mov_06, DutyType::end_by, "The part-time timetable ends on {date}.", ""},
    Words{RuleId::mov_06, DutyType::review_by,
          "The part-time timetable is to be reviewed with the pupil and the parent on {date}.", ""},
    Words{RuleId::mov_06, DutyType::notify,
          "The school should tell the social worker of the part-time timetable when it starts, on "
          "{date}.",
          ""},
    Words{RuleId::reg_04, DutyType::report_by,
          "The school must make its return to the local authority by {date}.", ""},
    Words{
        RuleId::mov_02, DutyType::give_notice_by,
        "Written notice of the off-site direction must be given by {date}, two school days before "
        "the first day.",
        "Written notice of the off-site direction must be given two school days before the first "
        "day."},
    Words{RuleId::mov_03, DutyType::review_by,
          "A meeting to review the off-site direction is to be held on {date}.",
          "A review was asked for in writing on {asked}, with none in the ten weeks before, so it "
          "must be held as soon as practicable."},
    Words{RuleId::mov_03, DutyType::invite_by,
          "Invitations to the review must be sent by {date}, six days before it.", ""},
    Words{RuleId::mov_07, DutyType::allocate_by,
          "A child accepted under the Fair Access Protocol must be given a place by {date}, within "
          "20 school days.",
          "A child accepted under the Fair Access Protocol must be given a place within 20 school "
          "days."},
    Words{RuleId::mov_09, DutyType::answer_by_expected,
          "The application should be answered by {date}, within 10 school days.",
          "The application should be answered within 10 school days."},
    Words{RuleId::mov_09, DutyType::answer_by,
          "The application must be answered by {date}, within 15 school days.",
          "The application must be answered within 15 school days."},
    Words{RuleId::mov_10, DutyType::need_not_admit_until,
          "After two permanent exclusions admission authorities need not meet the parent's "
          "preference until the end of {date}.",
          ""},
    Words{RuleId::mov_13, DutyType::report_by,
          "The absence reached the length that the school must report to the local authority on "
          "{date}.",
          ""},
    Words{
        RuleId::mov_14, DutyType::s19_provision,
        "From {date} the local authority must arrange suitable education, because the child would "
        "otherwise have none.",
        ""},
    Words{RuleId::fin_01, DutyType::budget_falls_by,
          "The school's budget falls by {amount}, counted in complete weeks from {date}.",
          "The school's budget falls by a sum counted from the sixth school day."},
    Words{RuleId::fin_05, DutyType::budget_falls_by,
          "The schools agreed that money follows the pupil: {amount}, counted from {date}.",
          "The schools agreed that money follows the pupil."},
    Words{RuleId::fin_05, DutyType::pay,
          "The academy trust pays {amount} on the same basis as a maintained school, counted from "
          "{date}.",
          "The academy trust pays on the same basis as a maintained school."},
    Words{RuleId::fin_05, DutyType::pupil_premium_follows,
          "{amount} of pupil premium follows the pupil, counted from {date}.", ""},
    Words{RuleId::fin_03, DutyType::budget_gains,
          "The school that admitted the pupil on {date} gains at least {amount}.", ""},
    Words{RuleId::fin_04, DutyType::money_returns,
          "The pupil was reinstated on {date} in the same year, so {amount} goes back.", ""},
    Words{RuleId::dat_04, DutyType::send_papers_by,
          "The Common Transfer File must be sent by {date}, within 15 school days of leaving.",
          "The Common Transfer File must be sent within 15 school days of leaving."},
    Words{RuleId::ias_11, DutyType::advice_level,
          "The case reached level 1 on {date}: information and general advice.", ""},
    Words{RuleId::ias_12, DutyType::advice_level,
          "The case reached level 2 on {date}: help over a while.", ""},
    Words{RuleId::ias_13, DutyType::advice_level,
          "The case reached level 3 on {date}: sustained casework.", ""},
    Words{RuleId::ias_14, DutyType::advice_level,
          "The case reached level 4 on {date}: tribunal or casework like it.", ""},
    Words{
        RuleId::ehc_01, DutyType::decide_whether_to_assess_by,
        "The authority must decide whether to assess, and say so, by {date}, six weeks from the "
        "request.",
        "The authority must decide whether to assess; an exception takes the six-week limit away."},
    Words{RuleId::ehc_02, DutyType::answer_request_by,
          "The request for advice must be answered by {date}, within six weeks.",
          "The request for advice must be answered; an exception takes the six-week limit away."},
    Words{
        RuleId::ehc_03, DutyType::refuse_plan_by,
        "If there will be no plan, the authority must say so by {date}, 16 weeks from the request.",
        "If there will be no plan, the authority must say so; an exception takes the 16-week limit "
        "away."},
    Words{RuleId::ehc_04, DutyType::comment_until,
          "The family has until {date} at least to comment on the draft plan and name a school.",
          ""},
    Words{RuleId::ehc_05, DutyType::final_plan_by,
          "The final plan must be sent by {date}, 20 weeks from the request.",
          "The final plan must be sent; an exception takes the 20-week limit away."},
    Words{RuleId::ehc_06, DutyType::appeal_by, "An appeal has to be made by {date}.", ""},
    Words{RuleId::ehc_07, DutyType::hold_review_by,
          "The plan has to be reviewed by {date}, within 12 months.", ""},
    Words{RuleId::ehc_07, DutyType::decide_by,
          "The authority has to decide by {date}, four weeks after the review meeting.", ""},
    Words{RuleId::ehc_07, DutyType::final_plan_by, "The amended plan has to be sent by {date}.",
          ""},
    Words{RuleId::ehc_11, DutyType::exempt, "",
          "The school was closed for four weeks or more, which excuses limits of the assessment."},
    Words{RuleId::ehc_12, DutyType::exempt, "",
          "Exceptional personal circumstances excuse limits of the assessment."},
    Words{RuleId::ehc_13, DutyType::exempt, "",
          "The child or parent was away for four weeks or more, which excuses limits of the "
          "assessment."},
    Words{RuleId::ehc_14, DutyType::exempt, "",
          "A missed appointment excuses limits of the assessment."},
};

} // namespace movement_duty_words

/// The words for a row, with {date} and the like still to be filled; empty where there are none.
std::string_view words_of_duty(RuleId rule, DutyType type, bool has_date)
{
    for (const auto& one : movement_duty_words::all)
        if (one.rule == rule && one.type == type)
            return !has_date && !one.undated.empty() ? one.undated : one.dated;
    return {};
}

} // namespace onroll::law
