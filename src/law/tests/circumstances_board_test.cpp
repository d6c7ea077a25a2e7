// The governing board's meeting and its letter (GB-10 to GB-29, FND-17, FND-30, FND-38).
#include "law/tests/circumstances_cases.h"

namespace circumstances_board_test {

using onroll::law::SchoolType;
using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

constexpr const char* up_to_5 = "suspension 4 2024-09-16";
constexpr const char* over_5 = "suspension 12 2024-09-16";
constexpr const char* over_15 = "suspension 32 2024-09-16";
constexpr const char* permanent = "permanent 2024-09-16";
constexpr const char* views = "representations 2024-09-20";
constexpr const char* met = "board_meeting 2024-09-30";

TEST_CASE("no meeting where one had to be held is a breach")
{
    constexpr const char* none = R"({"board": {"no_meeting_held": true}})";
    check(std::to_array<Case>({
        {"over 5, represented", over_5, none, "FND-17 breach no_meeting_held", "", views},
        {"over 5, not represented", over_5, none, ""},
        {"over 15, represented", over_15, none, "FND-17 breach no_meeting_held", "", views},
        {"over 15, not represented", over_15, none, "GB-11 breach no_meeting_held"},
        {"permanent", permanent, none, "GB-10 breach no_meeting_held"},
        {"permanent, represented", permanent, none, "GB-10 breach no_meeting_held", "", views},
        {"up to 5, represented", up_to_5, none, "", "", views},
        {"a meeting is recorded", permanent, none, "", "", met},
        {"a meeting was held", permanent, R"({"board": {"no_meeting_held": false}})", ""},
        {"at a referral unit in 2015", "suspension 12 2015-09-16", none,
         "FND-17 breach no_meeting_held", "", "representations 2015-09-20", SchoolType::pru},
        {"cancelled", permanent, none, "", "", "cancelled 2024-09-20"},
    }));
    const auto found = onroll::law::circumstances_cases::finding_of(
        {"", over_5, none, "", "", views}, onroll::law::RuleId::fnd_17);
    CHECK(found.due.has_value());
}

TEST_CASE("a lost exam is considered by somebody")
{
    constexpr const char* none = R"({"board": {"no_meeting_held": true}})";
    check(std::to_array<Case>({
        {"nobody did", up_to_5, none, "FND-30 breach no_meeting_held", "", "exam 2024-09-17"},
        {"the chair did", up_to_5,
         R"({"board": {"no_meeting_held": true, "chair_decided_alone": true}})", "", "",
         "exam 2024-09-17"},
        {"no exam", up_to_5, none, ""},
    }));
}

TEST_CASE("the chair decides alone at maintained schools, and elsewhere as the articles say")
{
    constexpr const char* alone = R"({"board": {"chair_decided_alone": true}})";
    constexpr const char* exam = "exam 2024-09-17";
    check(std::to_array<Case>({
        {"maintained", up_to_5, alone, "", "", exam},
        {"maintained, no exam", up_to_5, alone, "GB-16 breach no_exam_lost"},
        {"academy", up_to_5, alone, "GB-16 check articles", "", exam, SchoolType::academy},
        {"academy, articles allow", up_to_5,
         R"({"board": {"chair_decided_alone": true, "articles_let_the_chair_decide": true}})", "",
         "", exam, SchoolType::academy},
        {"academy, articles do not", up_to_5,
         R"({"board": {"chair_decided_alone": true, "articles_let_the_chair_decide": false}})",
         "GB-16 breach articles", "", exam, SchoolType::ap_academy},
        {"referral unit", up_to_5, alone, "GB-16 check pupil_referral_unit", "", exam,
         SchoolType::pru},
        {"not alone", up_to_5, R"({"board": {"chair_decided_alone": false}})", ""},
    }));
}

TEST_CASE("representations up to five days are considered")
{
    constexpr const char* no = R"({"board": {"representations_considered": false}})";
    check(std::to_array<Case>({
        {"not considered", up_to_5, no, "GB-14 breach representations_not_considered", "", views},
        {"considered", up_to_5, R"({"board": {"representations_considered": true}})", "", "",
         views},
        {"none made", up_to_5, no, ""},
        {"over five days has its own rules", over_5, no, "", "", views},
    }));
}

TEST_CASE("who is invited depends on the school, the pupil and the year")
{
    constexpr const char* nobody = R"({"board": {"invited": {"parent": false,
        "head_teacher": false, "representative_or_friend": false, "local_authority": false,
        "social_worker": false, "virtual_school_head": false}}})";
    constexpr const char* not_authority = R"({"board": {"invited": {"local_authority": false}}})";
    check(std::to_array<Case>({
        {"maintained", permanent, nobody,
         "GB-20 breach not_invited (parent, head_teacher, representative_or_friend, "
         "local_authority)"},
        {"with social care", permanent, nobody,
         "GB-20 breach not_invited (parent, head_teacher, representative_or_friend, "
         "local_authority, social_worker, virtual_school_head)",
         "social_worker looked_after"},
        {"with social care in 2021", "permanent 2021-09-16", nobody,
         "GB-20 breach not_invited (parent, head_teacher, representative_or_friend, "
         "local_authority)",
         "social_worker looked_after"},
        {"academy", permanent, not_authority, "", "", "", SchoolType::academy},
        {"academy, the parent asked", permanent,
         R"({"board": {"invited": {"local_authority": false},
             "parent_asked_for_authority": true}})",
         "GB-20 breach not_invited (local_authority)", "", "", SchoolType::academy},
        {"referral unit", over_5, not_authority, "GB-20 breach not_invited (local_authority)", "",
         "", SchoolType::pru},
        {"everybody", permanent, R"({"board": {"invited": {"parent": true}}})", ""},
        {"no meeting to come to", up_to_5, nobody, ""},
    }));
}

TEST_CASE("what the board must consider is listed where it was left out")
{
    constexpr const char* left_out = R"({"board": {"considered": {
        "interests_of_the_pupil": false, "balance_of_probabilities": false,
        "social_workers_representations": false}}})";
    check(std::to_array<Case>({
        {"today", permanent, left_out,
         "GB-21 breach not_considered (interests_of_the_pupil, balance_of_probabilities, "
         "social_workers_representations)"},
        {"in 2021", "permanent 2021-09-16", left_out,
         "GB-21 breach not_considered (interests_of_the_pupil, balance_of_probabilities)"},
        {"considered", permanent, R"({"board": {"considered": {"interests_of_others": true}}})",
         ""},
        {"no meeting", up_to_5, left_out, ""},
    }));
}

TEST_CASE("papers go out five school days before the meeting")
{
    check(std::to_array<Case>({
        {"arranged", permanent, R"({"board": {"meeting_arranged_for": "2024-09-30"}})",
         "GB-22 send_papers_by 2024-09-23"},
        {"arranged, up to five days", up_to_5,
         R"({"board": {"meeting_arranged_for": "2024-09-30"}})", ""},
        {"in time", permanent, R"({"board": {"papers_sent_on": "2024-09-23"}})", "", "", met},
        {"late", permanent, R"({"board": {"papers_sent_on": "2024-09-24"}})",
         "GB-22 check papers_late", "", met},
        {"no meeting known", permanent, R"({"board": {"papers_sent_on": "2024-09-24"}})", ""},
        {"half term does not count", permanent,
         R"({"board": {"meeting_arranged_for": "2024-11-05"}})", "GB-22 send_papers_by 2024-10-22"},
    }));
}

TEST_CASE("a committee of a maintained school has three governors")
{
    check(std::to_array<Case>({
        {"two", permanent, R"({"board": {"members": 2}})", "GB-23 check fewer_than_three"},
        {"three", permanent, R"({"board": {"members": 3}})", ""},
        {"academy", permanent, R"({"board": {"members": 2}})", "", "", "", SchoolType::academy},
        {"the chair alone has a rule of its own", up_to_5,
         R"({"board": {"members": 1, "chair_decided_alone": true}})", "", "", "exam 2024-09-17"},
    }));
}

TEST_CASE("a meeting is remote where the family asks, from 1 September 2023")
{
    constexpr const char* remote =
        R"({"board": {"held_remotely": true, "remote_requested": false}})";
    check(std::to_array<Case>({
        {"not asked", permanent, remote, "GB-24 breach remote_not_asked_for", "", met},
        {"asked", permanent, R"({"board": {"held_remotely": true, "remote_requested": true}})", "",
         "", met},
        {"something extraordinary", permanent,
         R"({"board": {"held_remotely": true, "remote_requested": false,
             "extraordinary_event": true}})",
         "", "", met},
        {"in person", permanent,
         R"({"board": {"held_remotely": false, "remote_requested": false}})", ""},
        {"a meeting in August 2023", "permanent 2023-07-03", remote, "", "",
         "board_meeting 2023-07-10"},
        {"an older exclusion, a meeting since", "permanent 2023-07-17", remote,
         "GB-24 breach remote_not_asked_for", "", "board_meeting 2023-09-11"},
        {"no day known, older rules", "permanent 2022-09-19", remote, ""},
        {"no day known, newer rules", permanent, remote, "GB-24 breach remote_not_asked_for"},
    }));
}

TEST_CASE("a refusal needs a reason that the law knows")
{
    const auto refused = [](const char* what, const char* reason) {
        return std::string(R"({"board": {"refused": [{"what": ")") + what + R"(", "reason": ")" +
               reason + R"("}]}})";
    };
    const auto friend_none = refused("friend", "none_given");
    const auto friend_lawful = refused("friend", "judged_lawful");
    const auto friend_other = refused("representative", "not_everyone_can_take_part");
    const auto remote_fair = refused("remote_meeting", "not_fair_and_transparent");
    const auto remote_all = refused("remote_meeting", "not_everyone_can_take_part");
    const auto remote_other = refused("remote_meeting", "other");
    check(std::to_array<Case>({
        {"friend", permanent, friend_none.c_str(), "FND-38 breach friend (none_given)"},
        {"no reason recorded", permanent, R"({"board": {"refused": [{"what": "friend"}]}})",
         "FND-38 breach friend (none_given)"},
        {"judged lawful", permanent, friend_lawful.c_str(), ""},
        {"a reason for remote meetings does not serve here", permanent, friend_other.c_str(),
         "FND-38 breach representative (not_everyone_can_take_part)"},
        {"remote, not fair", permanent, remote_fair.c_str(), ""},
        {"remote, not everyone", permanent, remote_all.c_str(), ""},
        {"remote, other", permanent, remote_other.c_str(), "FND-38 breach remote_meeting (other)"},
        {"remote, before September 2023", "permanent 2022-09-19", remote_other.c_str(), ""},
        {"cancelled", permanent, friend_none.c_str(), "", "", "cancelled 2024-09-20"},
    }));
}

TEST_CASE("the board reinstates or declines, and nothing else")
{
    check(std::to_array<Case>({
        {"shortened", over_5, R"({"board": {"other_outcome": "shortened"}})",
         "GB-25 breach shortened"},
        {"conditions", permanent, R"({"board": {"other_outcome": "reinstated_with_conditions"}})",
         "GB-25 breach reinstated_with_conditions"},
        {"none other", permanent, R"({"board": {"other_outcome": "none"}})", ""},
    }));
}

TEST_CASE("the decision reaches everyone who must have it, in writing and soon")
{
    constexpr const char* nobody = R"({"board": {"decision_letter": {"given_to": {
        "parent": false, "head_teacher": false, "board": false, "local_authority": false,
        "home_local_authority": false, "social_worker": false, "virtual_school_head": false}}}})";
    check(std::to_array<Case>({
        {"the three", permanent, nobody,
         "GB-26 breach not_given (parent, head_teacher, local_authority)"},
        {"all of them", permanent, nobody,
         "GB-26 breach not_given (parent, head_teacher, local_authority, home_local_authority, "
         "social_worker, virtual_school_head)",
         "social_worker looked_after lives_elsewhere"},
        {"in 2021", "permanent 2021-09-16", nobody,
         "GB-26 breach not_given (parent, head_teacher, local_authority)",
         "social_worker looked_after"},
        {"no reasons", over_5,
         R"({"board": {"decision_letter": {"items": {"in_writing": false, "reasons": false}}}})",
         "GB-26 breach not_given (in_writing, reasons)"},
        {"given", permanent, R"({"board": {"decision_letter": {"given_to": {"parent": true}}}})",
         ""},
        {"late", permanent, R"({"board": {"decision_letter": {"given_on": "2024-10-02"}}})",
         "GB-26 check told_late", "", met},
        {"in time", permanent, R"({"board": {"decision_letter": {"given_on": "2024-10-01"}}})", "",
         "", met},
        {"not noted", over_5, R"({"board": {"noted_on_record": false}})",
         "GB-26 check not_noted_on_record"},
        {"noted", over_5, R"({"board": {"noted_on_record": true}})", ""},
    }));
}

TEST_CASE("a letter that leaves a permanent exclusion standing explains the review")
{
    constexpr const char* bare = R"({"board": {"decision_letter": {"items": {
        "right_to_a_review": false, "last_day_to_apply": false, "where_to_apply": false,
        "grounds_say_how_sen_matters": false, "right_to_a_sen_expert": false,
        "what_the_expert_does": false, "no_cost_to_the_family": false,
        "right_to_representative_and_friend": false, "remote_review_request": false,
        "discrimination_claim": false}}}})";
    constexpr const char* upheld = "board_decision_notice 2024-10-01 not_reinstate";
    constexpr const char* all =
        "GB-27 breach (right_to_a_review, last_day_to_apply, where_to_apply, "
        "grounds_say_how_sen_matters, right_to_a_sen_expert, what_the_expert_does, "
        "no_cost_to_the_family, right_to_representative_and_friend, remote_review_request, "
        "discrimination_claim)";
    check(std::to_array<Case>({
        {"today", permanent, bare, all, "", upheld},
        {"before September 2023", "permanent 2022-09-19", bare,
         "GB-27 breach (right_to_a_review, last_day_to_apply, where_to_apply, "
         "grounds_say_how_sen_matters, right_to_a_sen_expert, what_the_expert_does, "
         "no_cost_to_the_family, right_to_representative_and_friend, discrimination_claim)",
         "", "board_decision_notice 2022-10-03 not_reinstate"},
        {"reinstated", permanent, bare, "", "", "board_decision_notice 2024-10-01 reinstate"},
        {"a suspension", over_5, bare, "", "", upheld},
        {"decision not known", permanent, bare, ""},
    }));
}

TEST_CASE("boards look at patterns, cancelled exclusions among them")
{
    constexpr const char* no = R"({"board": {"patterns_reviewed": false}})";
    check(std::to_array<Case>({
        {"not", up_to_5, no, "GB-29 check patterns_not_reviewed"},
        {"cancelled", permanent, no, "GB-29 check patterns_not_reviewed", "",
         "cancelled 2024-09-20"},
        {"they do", up_to_5, R"({"board": {"patterns_reviewed": true}})", ""},
    }));
}

} // namespace circumstances_board_test
