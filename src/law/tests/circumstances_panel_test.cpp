// The review panel and the reconsideration (IRP-01 to IRP-17, FND-36 to FND-38), and claims of
// discrimination (TRB-02 to TRB-06).
#include "law/rules_findings_panel.h"
#include "law/tests/circumstances_cases.h"

namespace circumstances_panel_test {

using onroll::law::SchoolType;
using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

constexpr const char* permanent = "permanent 2024-09-16";
/// The last day to apply is 22 October 2024.
constexpr const char* declined = "board_decision_notice 2024-10-01 not_reinstate";
constexpr const char* applied = "board_decision_notice 2024-10-01 not_reinstate; "
                                "irp_application 2024-10-14";
constexpr const char* applied_late = "board_decision_notice 2024-10-01 not_reinstate; "
                                     "irp_application 2024-11-18";

TEST_CASE("the review is arranged by the right body, free, and open to all")
{
    constexpr const char* by_authority = R"({"panel": {"arranged_by": "local_authority"}})";
    constexpr const char* by_trust = R"({"panel": {"arranged_by": "academy_trust"}})";
    check(std::to_array<Case>({
        {"maintained, authority", permanent, by_authority, "", "", applied},
        {"maintained, trust", permanent, by_trust, "IRP-01 breach (arranged_by_another_body)", "",
         applied},
        {"referral unit, authority", permanent, by_authority, "", "", applied, SchoolType::pru},
        {"academy, trust", permanent, by_trust, "", "", applied, SchoolType::academy},
        {"academy, authority", permanent, by_authority, "IRP-01 breach (arranged_by_another_body)",
         "", applied, SchoolType::ap_academy},
        {"charged, and refused to who stayed away", permanent,
         R"({"panel": {"charged_to_family": true, "refused_as_took_no_part": true}})",
         "IRP-01 breach (charged_to_family, refused_as_took_no_part)", "", applied},
        {"a suspension has no review", "suspension 12 2024-09-16", by_trust, ""},
        {"cancelled", permanent, by_trust, "", "", "cancelled 2024-09-20"},
    }));
}

TEST_CASE("an application in time is taken, and one out of time is not")
{
    constexpr const char* refused = R"({"panel": {"application": "refused"}})";
    constexpr const char* accepted = R"({"panel": {"application": "accepted"}})";
    check(std::to_array<Case>({
        {"in time, refused", permanent, refused, "FND-36 breach refused_in_time", "", applied},
        {"in time, accepted", permanent, accepted, "", "", applied},
        {"late, accepted", permanent, accepted, "FND-36 breach accepted_late", "", applied_late},
        {"late, refused", permanent, refused, "", "", applied_late},
        {"late, but a claim is open", permanent, accepted, "", "",
         "board_decision_notice 2024-10-01 not_reinstate; discrimination_claim 2024-10-10; "
         "irp_application 2024-11-18"},
        {"refused while a claim is open", permanent, refused, "FND-36 breach refused_in_time", "",
         "board_decision_notice 2024-10-01 not_reinstate; discrimination_claim 2024-10-10; "
         "irp_application 2024-11-18"},
        {"no application known", permanent, refused, "", "", declined},
        {"no decision known", permanent, refused, "", "", "irp_application 2024-10-14"},
    }));
    const auto found = onroll::law::circumstances_cases::finding_of(
        {"", permanent, accepted, "", "", applied_late}, onroll::law::RuleId::fnd_36);
    CHECK(found.made == onroll::date(2024, 11, 18));
    CHECK(found.deadline == onroll::date(2024, 10, 22));
}

TEST_CASE("a waiver is in writing")
{
    constexpr const char* waived = "board_decision_notice 2024-10-01 not_reinstate; "
                                   "irp_waived 2024-10-07";
    check(std::to_array<Case>({
        {"spoken", permanent, R"({"panel": {"waiver_in_writing": false}})",
         "IRP-07 breach waiver_not_in_writing", "", waived},
        {"written", permanent, R"({"panel": {"waiver_in_writing": true}})", "", "", waived},
        {"none", permanent, R"({"panel": {"waiver_in_writing": false}})", "", "", declined},
    }));
}

TEST_CASE("the review begins by the fifteenth school day after the application")
{
    check(std::to_array<Case>({
        {"the last day", permanent, R"({"panel": {"held_on": "2024-11-11"}})", "", "", applied},
        {"a day late", permanent, R"({"panel": {"held_on": "2024-11-12"}})",
         "FND-37 breach review_held_late", "", applied},
        {"no application known", permanent, R"({"panel": {"held_on": "2024-11-12"}})", "", "",
         declined},
    }));
    const auto found = onroll::law::circumstances_cases::finding_of(
        {"", permanent, R"({"panel": {"held_on": "2024-11-12"}})", "", "", applied},
        onroll::law::RuleId::fnd_37);
    CHECK(found.due == onroll::date(2024, 11, 11));
    CHECK(found.held == onroll::date(2024, 11, 12));
}

TEST_CASE("a panel has three or five members of the right kinds, trained and without ties")
{
    constexpr const char* three = R"({"panel": {"members": [
        {"role": "lay", "chair": true, "qualified": true, "barred": false, "trained": true},
        {"role": "governor"}, {"role": "head_teacher"}], "clerk_trained": true}})";
    constexpr const char* five = R"({"panel": {"members": [
        {"role": "lay", "chair": true}, {"role": "governor"}, {"role": "governor"},
        {"role": "head_teacher"}, {"role": "head_teacher"}]}})";
    check(std::to_array<Case>({
        {"three", permanent, three, "", "", applied},
        {"five", permanent, five, "", "", applied},
        {"four", permanent,
         R"({"panel": {"members": [{"role": "lay", "chair": true}, {"role": "governor"},
             {"role": "governor"}, {"role": "head_teacher"}]}})",
         "IRP-08 breach (not_three_or_five)", "", applied},
        {"no lay member", permanent,
         R"({"panel": {"members": [{"role": "governor", "chair": true}, {"role": "governor"},
             {"role": "head_teacher"}]}})",
         "IRP-08 breach (governors, chair_not_lay, no_lay_member)", "", applied},
        {"five with one head", permanent,
         R"({"panel": {"members": [{"role": "lay", "chair": true}, {"role": "lay"},
             {"role": "governor"}, {"role": "governor"}, {"role": "head_teacher"}]}})",
         "IRP-08 breach (head_teachers)", "", applied},
        {"faults of members", permanent,
         R"({"panel": {"members": [{"role": "lay", "chair": true, "qualified": false},
             {"role": "governor", "barred": true}, {"role": "head_teacher", "trained": false}],
             "clerk_trained": false}})",
         "IRP-08 breach (member_not_qualified, member_barred, member_not_trained, "
         "clerk_not_trained)",
         "", applied},
        {"nothing known", permanent, R"({"panel": {"members": []}})", "", "", applied},
    }));
}

TEST_CASE("a special needs expert comes on request, impartial and free")
{
    check(std::to_array<Case>({
        {"did not come", permanent,
         R"({"panel": {"sen_expert": {"requested": true, "attended": false}}})",
         "IRP-09 breach (did_not_attend)", "", applied},
        {"nobody asked", permanent,
         R"({"panel": {"sen_expert": {"requested": false, "attended": false}}})", "", "", applied},
        {"came", permanent,
         R"({"panel": {"sen_expert": {"requested": true, "attended": true, "impartial": true}}})",
         "", "", applied},
        {"other faults", permanent,
         R"({"panel": {"sen_expert": {"impartial": false, "assessed_the_pupil": true,
             "charged_to_family": true}}})",
         "IRP-09 breach (not_impartial, assessed_the_pupil, charged_to_family)", "", applied},
        {"refused", permanent, R"({"panel": {"refused": [{"what": "sen_expert"}]}})",
         "FND-38 breach sen_expert (none_given)", "", applied},
        {"refused as late", permanent,
         R"({"panel": {"refused": [{"what": "sen_expert", "reason": "outside_time_limit"}]}})", "",
         "", applied},
        {"remote review refused", permanent,
         R"({"panel": {"refused": [{"what": "remote_meeting", "reason": "other"}]}})",
         "FND-38 breach remote_meeting (other)", "", applied},
    }));
}

TEST_CASE("papers and invitations for the review")
{
    check(std::to_array<Case>({
        {"arranged", permanent, R"({"panel": {"arranged_for": "2024-11-11"}})",
         "IRP-10 send_papers_by 2024-11-04", "", applied},
        {"late", permanent,
         R"({"panel": {"held_on": "2024-11-11", "papers_sent_on": "2024-11-05"}})",
         "IRP-10 breach papers_late", "", applied},
        {"in time", permanent,
         R"({"panel": {"held_on": "2024-11-11", "papers_sent_on": "2024-11-04"}})", "", "",
         applied},
        {"not invited", permanent,
         R"({"panel": {"invited": {"parent": false, "social_worker": false}}})",
         "IRP-10 breach not_invited (parent)", "", applied},
        {"social worker not invited", permanent,
         R"({"panel": {"invited": {"social_worker": false, "virtual_school_head": false}}})",
         "IRP-10 breach not_invited (social_worker, virtual_school_head)",
         "social_worker looked_after", applied},
        {"in 2021", "permanent 2021-09-16", R"({"panel": {"invited": {"social_worker": false}}})",
         "", "social_worker"},
    }));
}

TEST_CASE("a panel upholds, recommends or quashes, on three grounds, with one sum")
{
    constexpr const char* quashed = "board_decision_notice 2024-10-01 not_reinstate; "
                                    "irp_application 2024-10-14; "
                                    "irp_decision_notice 2024-11-11 quash";
    constexpr const char* recommended = "board_decision_notice 2024-10-01 not_reinstate; "
                                        "irp_application 2024-10-14; "
                                        "irp_decision_notice 2024-11-11 recommend";
    check(std::to_array<Case>({
        {"reinstated", permanent, R"({"panel": {"other_outcome": "reinstated"}})",
         "IRP-11 unlawful reinstated", "", applied},
        {"none other", permanent, R"({"panel": {"other_outcome": "none"}})", "", "", applied},
        {"new evidence", permanent, R"({"panel": {"quash_ground": "new_evidence"}})",
         "IRP-12 unlawful new_evidence", "", quashed},
        {"evidence the board should have had", permanent,
         R"({"panel": {"quash_ground": "new_evidence_the_board_should_have_had"}})", "", "",
         quashed},
        {"disagreed", permanent, R"({"panel": {"quash_ground": "disagreed"}})",
         "IRP-12 unlawful disagreed", "", quashed},
        {"irrational", permanent, R"({"panel": {"quash_ground": "irrational"}})", "", "", quashed},
        {"paid after quashing", permanent, R"({"panel": {"payment_ordered": 4000}})", "", "",
         quashed},
        {"paid after recommending", permanent, R"({"panel": {"payment_ordered": 4000}})",
         "IRP-14 breach not_quashed", "", recommended},
        {"another sum", permanent, R"({"panel": {"payment_ordered": 5000}})",
         "IRP-14 breach another_sum", "", quashed},
        {"referral unit", permanent, R"({"panel": {"payment_ordered": 4000}})",
         "IRP-14 check pupil_referral_unit", "", quashed, SchoolType::pru},
        {"nothing ordered", permanent, R"({"panel": {"payment_ordered": 0}})", "", "", recommended},
    }));
}

TEST_CASE("decisions after a review reach those who must have them")
{
    constexpr const char* nobody = R"({"panel": {"decision_letter": {"given_to": {
        "parent": false, "board": false, "local_authority": false, "head_teacher": false,
        "home_local_authority": false}, "items": {"reasons": false}}}})";
    constexpr const char* reconsidered = R"({"reconsideration": {"given_to": {
        "parent": false, "head_teacher": false, "local_authority": false, "board": false,
        "home_local_authority": false}, "reasons_given": false}})";
    check(std::to_array<Case>({
        {"panel", permanent, nobody,
         "IRP-15 breach not_given (parent, board, local_authority, reasons)", "", applied},
        {"panel, pupil from elsewhere", permanent, nobody,
         "IRP-15 breach not_given (parent, board, local_authority, home_local_authority, reasons)",
         "lives_elsewhere", applied},
        {"panel, late", permanent,
         R"({"panel": {"held_on": "2024-11-04", "decision_letter": {"given_on": "2024-11-06"}}})",
         "IRP-15 check told_late", "", applied},
        {"panel, in time", permanent,
         R"({"panel": {"held_on": "2024-11-04", "decision_letter": {"given_on": "2024-11-05"}}})",
         "", "", applied},
        {"reconsidered", permanent, reconsidered,
         "IRP-13 breach not_given (parent, head_teacher, local_authority, reasons)", "", applied},
        {"reconsidered, told", permanent,
         R"({"reconsideration": {"given_to": {"parent": true}, "reasons_given": true}})", "", "",
         applied},
        {"a suspension", "suspension 12 2024-09-16", reconsidered, ""},
    }));
}

TEST_CASE("a review is remote where the family asks, from 1 September 2023")
{
    check(std::to_array<Case>({
        {"not asked", permanent, R"({"panel": {"held_remotely": true, "remote_requested": false}})",
         "IRP-16 breach remote_not_asked_for", "", applied},
        {"asked", permanent, R"({"panel": {"held_remotely": true, "remote_requested": true}})", "",
         "", applied},
        {"before", "permanent 2022-09-19",
         R"({"panel": {"held_remotely": true, "remote_requested": false,
             "held_on": "2022-11-14"}})",
         ""},
        {"an older exclusion, a review since", "permanent 2023-07-03",
         R"({"panel": {"held_remotely": true, "remote_requested": false,
             "held_on": "2023-09-14"}})",
         "IRP-16 breach remote_not_asked_for"},
    }));
}

TEST_CASE("an unhappy family is told where to complain, by kind of school")
{
    using namespace onroll::law;
    constexpr const char* unhappy = R"({"panel": {"family_unhappy_with_review": true}})";
    check(std::to_array<Case>({
        {"unhappy", permanent, unhappy, "IRP-17 complain_to", "", applied},
        {"content", permanent, R"({"panel": {"family_unhappy_with_review": false}})", "", "",
         applied},
    }));
    CHECK(complaint_body(build::a_school(SchoolType::academy)).find("Secretary of State") !=
          std::string_view::npos);
    CHECK(complaint_body(build::a_school(SchoolType::maintained)).find("Ombudsman") !=
          std::string_view::npos);
}

TEST_CASE("time to claim grows with conduct over a period and with conciliation")
{
    check(std::to_array<Case>({
        {"in time", permanent, R"({"tribunal": {"conciliation_referred_on": "2025-03-15"}})",
         "TRB-02 claim_by_extended 2025-06-15", "disabled"},
        {"too late", permanent, R"({"tribunal": {"conciliation_referred_on": "2025-03-16"}})",
         "TRB-02 check conciliation_too_late", "disabled"},
        {"over a period", permanent, R"({"tribunal": {"conduct_ended_on": "2024-12-02"}})",
         "TRB-02 claim_by_extended 2025-06-01", "disabled"},
        {"both", permanent,
         R"({"tribunal": {"conduct_ended_on": "2024-12-02",
             "conciliation_referred_on": "2025-06-01"}})",
         "TRB-02 claim_by_extended 2025-09-01", "disabled"},
        {"not disabled", permanent, R"({"tribunal": {"conciliation_referred_on": "2025-03-15"}})",
         ""},
    }));
}

TEST_CASE("who claims, when it is heard, and what goes to the County Court")
{
    check(std::to_array<Case>({
        {"heard soon", permanent, R"({"tribunal": {"claimed_on": "2024-10-01"}})",
         "TRB-05 hear_by_expected 2024-11-12", "disabled"},
        {"heard later", "suspension 4 2024-09-16", R"({"tribunal": {"claimed_on": "2024-10-01"}})",
         "TRB-05 hear_by_expected 2025-02-18", "disabled"},
        {"not to the tribunal", permanent, R"({"tribunal": {"claimed_on": "2024-10-01"}})", ""},
        {"a pupil too young", permanent, R"({"tribunal": {"claimed_by": "young_person"}})",
         "TRB-03 check young_person"},
        {"a parent too late", permanent, R"({"tribunal": {"claimed_by": "parent"}})",
         "TRB-03 check parent", "not_compulsory_age"},
        {"a parent", permanent, R"({"tribunal": {"claimed_by": "parent"}})", ""},
        {"a young person", permanent, R"({"tribunal": {"claimed_by": "young_person"}})", "",
         "not_compulsory_age"},
        {"race", permanent, R"({"discrimination_alleged": ["race"]})",
         "TRB-06 court_claim_by 2025-03-15"},
        {"race and sex, one limit", "suspension 2 2016-08-31",
         R"({"discrimination_alleged": ["race", "sex"]})", "TRB-06 court_claim_by 2017-02-28"},
        {"none", permanent, R"({"discrimination_alleged": []})", ""},
    }));
}

} // namespace circumstances_panel_test
