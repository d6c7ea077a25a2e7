#include "check/letter_cues.h"

#include "kernel/ensure.h"

#include <array>

namespace onroll::check {

namespace letter_cues_wrong_detail {

using law::RuleId;
using Wrong = WrongWords;

constexpr std::array cues{
    WrongCue{
        Wrong::no_way_to_disagree, RuleId::let_04,
        "no right of appeal|no right to appeal|cannot appeal|can not appeal|cannot be appealed|no "
        "appeal|not appeal|decision is final|decision final|no right to make "
        "representations|cannot make representations|cannot challenge|can not challenge|cannot be "
        "challenged|not open to challenge|no right to challenge|no grounds to challenge",
        "panel|tribunal|review panel"},
    WrongCue{Wrong::cooling_off, RuleId::fnd_01,
             "cool off|cooling off|cooling-off|cool down|cooling down|calm down|time to "
             "reflect|reflection time|reflection period;home|sent "
             "home|stay|remain|collect*|keep|day|days|off school",
             "classroom|room|inclusion"},
    WrongCue{Wrong::cooling_off, RuleId::fnd_01,
             "informal exclusion|informal suspension|informally exclu*|informally "
             "suspend*|unofficial exclusion|not an official exclusion|not a formal exclusion|not a "
             "formal suspension|not an exclusion|not a suspension|not be recorded|not recorded "
             "as|not go on his record|not go on her record|will not count as|instead of a "
             "suspension|instead of suspending|rather than suspend*|rather than exclude",
             "public|separation|safeguarding"},
    WrongCue{Wrong::cooling_off, RuleId::fnd_01,
             "keep|stay|remain|kept|working from home|work from home;at home|off "
             "school|home;authorised absence|authorise the absence|study leave|educated off site|b "
             "code|until things|settle|settled|rest of the week|few days|couple of days",
             "public place*|public places|suspen*|exclu*"},
    WrongCue{Wrong::home_education_asked, RuleId::mov_12,
             "home educat*|home-educat*|educate at home|educated at home|home "
             "school*|home-school*|homeschool*|elective home|electively home|educate him at "
             "home|educate her at home|educate them at home|teach him at home|teach her at "
             "home;consider|suggest*|recommend*|advise*|ask|option|choose|may "
             "wish|might|best|better|form|would|encourage*|request|agree|deregister|withdraw",
             "will not|never|not required|must not|not ask"},
    WrongCue{Wrong::home_education_asked, RuleId::mov_12,
             "remove him from roll|remove her from roll|withdraw your child|withdraw him|withdraw "
             "her|deregister|de-register|find another school|look for another school|apply for "
             "another school;consider|suggest*|recommend*|advise*|ask*|option|choose|may "
             "wish|best|better|would|encourage*|avoid",
             ""},
    WrongCue{Wrong::until_a_condition, RuleId::fnd_06,
             "return*|come back|back to school|back in school|readmi*|allowed back|back into;only "
             "if|only when|unless|until you|until we|until a meeting|until the meeting|until he "
             "has|until she has|until he|until she|until they|not be allowed|cannot return|can not "
             "return|not return|conditional|condition|must first|only after|provided that|will not "
             "be able",
             "public place*|public places|represent*|governor*|governors|reinstat*"},
    WrongCue{
        Wrong::until_a_condition, RuleId::fnd_06,
        "suspend*|suspension|exclusion|exclu*|stay at home|remain at home;until you|until we have "
        "met|until a meeting|until the meeting|until he apologises|until she apologises|until an "
        "assessment|until he signs|until a contract|until a risk assessment|until an agreement",
        "public|governor*|governors|governing"},
    WrongCue{Wrong::no_end, RuleId::fnd_07,
             "until further notice|indefinite*|until further|for the foreseeable|no end date|open "
             "ended|open-ended|end date to be confirmed|length to be confirmed|until we "
             "decide|pending investigation|pending an investigation|pending further "
             "investigation|pending the outcome|until the investigation|while we "
             "investigate;suspend*|suspension|exclu*|home|stay|remain|school",
             "public"},
    WrongCue{
        Wrong::needs_cannot_be_met, RuleId::fnd_03,
        "unable to meet|cannot meet|can not meet|can no longer meet|no longer meet|not able to "
        "meet|not meet|unable to support|cannot support|not equipped to;need|needs|him|her|them",
        "unless|the governors|meet with|meet on|meet you"},
    WrongCue{
        Wrong::made_longer, RuleId::fnd_09,
        "extend*|extension|lengthen*|increase*|made longer|convert*|changed to|upgraded|become a "
        "permanent|became a permanent|now a permanent|made permanent;suspension|exclusion|period",
        "45|forty-five|total*|cannot be extended|not be extended|not be converted|cannot extend"},
    WrongCue{Wrong::not_the_head, RuleId::fnd_02,
             "deputy head|deputy headteacher|deputy principal|assistant head|assistant "
             "headteacher|assistant principal|head of year|head of house|pastoral lead|vice "
             "principal;i have decided|has decided|have taken the decision|has taken the "
             "decision|decision of|decision by|decided by|decision was made by|decided to "
             "suspend|decided to exclude|my decision",
             "acting|headteacher has|head teacher has|principal has|in the absence|headteacher's "
             "decision"},
    WrongCue{Wrong::days_45_make_it_permanent, RuleId::fnd_35,
             "45|forty five|forty-five|fortyfive;permanent*|automatic*|expel*", "not|no automatic"},
    WrongCue{Wrong::at_most_15_days_in_a_term, RuleId::ht_05,
             "no more than 15|not more than 15|maximum of 15|up to a maximum of 15|no more than "
             "fifteen|maximum of fifteen|limit of 15|limit of fifteen|15 days "
             "maximum;term|suspen*|exclu*",
             "within|meet"},
    WrongCue{Wrong::council_told_only_over_five, RuleId::nt_04,
             "local authority|council|authority;inform*|told|tell|notif*|report*;only|not "
             "required|not need|do not have to|no need|unless;five|5|6|six|more than",
             "represent*|meeting"},
    WrongCue{Wrong::board_meets_from_the_sixth_day, RuleId::gb_12,
             "governor*|governing|committee|board|meeting|meet;between the 6th|between the "
             "sixth|6th and 50th|sixth and fiftieth|sixth and the fiftieth|between 6 and "
             "50|between 5 and 15|between five and fifteen|6th and the 50th|5th and 15th|6th and "
             "15th|between the 5th|6th and the 15th",
             ""},
    WrongCue{Wrong::teaching_later_than_day_six, RuleId::edu_02,
             "full time education|full-time education|alternative "
             "provision|education|provision|teaching;from|on|after|begin*|start*;7th|eighth|8th|"
             "tenth|10th|11th|15th|16th|fifteenth|sixteenth|eleventh|day 7|day 10|day 11|day "
             "15|day 16|ten days|15 days|fifteen days|16 days",
             "represent*|governor*|governing|public|week"},
    WrongCue{Wrong::no_work, RuleId::edu_01,
             "no work|work will not be|not be setting work|not set work|not provide work|no school "
             "work|not be set any work|work cannot be provided|not be providing work|not send "
             "work|unable to provide work|unable to set work|work will not",
             "if no work|social"},
    WrongCue{Wrong::all_days_out_of_public_places, RuleId::edu_00,
             "public place|public places;permanent*|throughout|at all times|at any time|whole "
             "of|entire|until he|until she|until the governors|including weekends|evenings|outside "
             "school hours|day or night",
             "not"},
    WrongCue{Wrong::panel_can_reinstate, RuleId::irp_11,
             "panel;can reinstate|may reinstate|reinstate your|order reinstatement|order the "
             "school|direct reinstatement|overturn|power to reinstate|direct "
             "that;reinstat*|overturn|back",
             "cannot|no power|not order|governors' panel|recommend"},
    WrongCue{
        Wrong::suspensions_cannot_be_claimed, RuleId::trb_04,
        "tribunal|discriminat*|claim;only for permanent|only permanent|not for suspensions|not "
        "suspensions|only about permanent|cannot claim|no claim|not for a suspension|only where a "
        "permanent|only if permanently|only if the exclusion is permanent",
        ""},
    WrongCue{Wrong::tribunal_can_award_money, RuleId::trb_04,
             "tribunal;compensation|award money|damages|financial",
             "cannot|not award|no compensation|not order"},
    WrongCue{Wrong::claim_stops_the_review_limit, RuleId::trb_07,
             "claim|tribunal|discriminat*;review|independent review;instead of|cannot also|not "
             "also|unable to apply|lose your right|must choose|either",
             ""},
    WrongCue{Wrong::expert_needs_recognised_sen, RuleId::irp_09,
             "sen expert|special educational needs expert|sen experts|send expert|expert;only|must "
             "have|requires|require|unless|if;ehc plan|ehcp|education health and care|sen "
             "register|recognised|identified|diagnos*|statement of",
             "regardless|whether or not|even if|does not"},
    WrongCue{Wrong::too_late_for_the_board, RuleId::gb_28,
             "governor*|governing|board|committee;too late|time has passed|no longer "
             "consider|cannot now consider|deadline has passed|out of time|lapsed|can no longer",
             ""},
    WrongCue{Wrong::family_kept_from_the_meeting, RuleId::let_10,
             "you|parents|your child|parent|#child;not entitled to attend|may not attend|cannot "
             "attend the governors|no right to attend|not be invited|not be able to attend|not "
             "permitted to attend|not allowed to attend|are not invited|is not invited|may not "
             "bring|cannot bring|not be represented|cannot be represented",
             "if you cannot|premises|school site|public|unable to|lessons|trip*"},
    WrongCue{Wrong::off_the_roll_now, RuleId::fnd_19,
             "roll|register|admissions register|school's register;remove*|removed|taken "
             "off|delete*|take off|struck off|come off|off roll|off-roll;today|immediate*|with "
             "effect|from tomorrow|from monday|now|straight away|as of|this week|#date",
             "not be|will not|until"},
    WrongCue{Wrong::move_or_be_excluded, RuleId::fnd_24,
             "managed move|move to another school|transfer to another school|managed "
             "transfer;permanent exclusion|permanently exclude*|permanently "
             "excluding;or|otherwise|if|instead|alternative|avoid|refuse|not agree|unless|rather",
             "not be used|never"},
    WrongCue{Wrong::off_site_review_every_30_days, RuleId::mov_03,
             "off site|off-site;review*;30|thirty;day|days", "not"},
    WrongCue{Wrong::part_time_always_unlawful, RuleId::mov_06,
             "part time timetable*|part-time timetable*|reduced timetable*;always unlawful|always "
             "illegal|never lawful|are illegal|are unlawful|is illegal|never allowed",
             "not always"},
};

constexpr std::array<std::string_view, 28> names{
    "no_way_to_disagree",
    "cooling_off",
    "home_education_asked",
    "until_a_condition",
    "no_end",
    "needs_cannot_be_met",
    "made_longer",
    "not_the_head",
    "days_45_make_it_permanent",
    "at_most_15_days_in_a_term",
    "council_told_only_over_five",
    "board_meets_from_the_sixth_day",
    "board_has_longer",
    "review_days",
    "teaching_later_than_day_six",
    "no_work",
    "all_days_out_of_public_places",
    "panel_can_reinstate",
    "suspensions_cannot_be_claimed",
    "tribunal_can_award_money",
    "claim_stops_the_review_limit",
    "expert_needs_recognised_sen",
    "too_late_for_the_board",
    "family_kept_from_the_meeting",
    "off_the_roll_now",
    "move_or_be_excluded",
    "off_site_review_every_30_days",
    "part_time_always_unlawful",
};
static_assert(names.size() == static_cast<std::size_t>(Wrong::part_time_always_unlawful) + 1);

} // namespace letter_cues_wrong_detail

std::span<const WrongCue> wrong_cues()
{
    return letter_cues_wrong_detail::cues;
}

std::vector<WrongWords> all_wrong_words()
{
    std::vector<WrongWords> all;
    for (std::size_t i = 0; i < letter_cues_wrong_detail::names.size(); ++i)
        all.push_back(static_cast<WrongWords>(i));
    return all;
}

std::string_view name(WrongWords wrong)
{
    const auto index = static_cast<std::size_t>(wrong);
    ensure(index < letter_cues_wrong_detail::names.size(), "every wrong statement has a name");
    return letter_cues_wrong_detail::names[index];
}

} // namespace onroll::check
