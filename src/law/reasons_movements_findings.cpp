// The sentence for each fact that a finding about a movement rests on. Words only.
#include "law/types.h"

#include <array>

namespace onroll::law {
namespace movement_finding_words {

struct Words {
    RuleId rule;
    std::string_view reason;
    std::string_view words;
};

constexpr std::array days = {
    Words{RuleId::fnd_01, "sent_home",
          "The pupil was sent home or kept away for behaviour and no exclusion was recorded."},
    Words{RuleId::fnd_01, "sent_home_though_agreed",
          "The pupil was sent home or kept away for behaviour and no exclusion was recorded; the "
          "parent's agreement does not make it lawful."},
    Words{RuleId::fnd_29, "left_out",
          "The pupil was left out of a trip, a club or part of the day, and sent home meanwhile."},
    Words{RuleId::fnd_29, "sent_home_for_staffing",
          "The pupil was sent home or kept away because there were not enough staff."},
    Words{RuleId::fnd_33, "study_leave_before_year_11",
          "The pupil was told to stay away on study leave before Year 11."},
    Words{RuleId::fnd_33, "study_leave_outside_exams",
          "The pupil was told to stay away on study leave outside the examinations of Year 11."},
    Words{RuleId::fnd_34, "early_collections",
          "The pupil was fetched early again and again with no suspension: {items}."},
    Words{RuleId::fnd_22, "for_behaviour", "A part-time timetable was used to manage behaviour."},
    Words{RuleId::fnd_22, "not_agreed",
          "A part-time timetable was used without the parent's agreement."},
    Words{RuleId::fnd_22, "past_its_end",
          "A part-time timetable that was to end on {due} was still in use on {held}."},
    Words{RuleId::fnd_22, "no_end", "The part-time timetable has no end date."},
    Words{RuleId::fnd_22, "no_review", "No review of the part-time timetable is planned."},
    Words{RuleId::mov_06, "social_worker_not_told",
          "The social worker was not told of the part-time timetable."},
    Words{RuleId::mov_13, "sickness_not_reported",
          "Sickness of 15 school days was not reported to the local authority."},
    Words{RuleId::mov_13, "absence_not_reported",
          "Absence of 10 school days was not reported to the local authority."},
    Words{RuleId::mov_14, "authority_declined",
          "The local authority declined to arrange education for a child who has none."},
};

constexpr std::array marks = {
    Words{RuleId::fnd_23, "timetable_code",
          "The hours missed on the part-time timetable were marked {items}."},
    Words{RuleId::fnd_23, "code_not_in_use", "A code was used that was not in use then: {items}."},
    Words{RuleId::fnd_23, "exclusion_without_e",
          "An exclusion is recorded and the register says something else: {items}."},
    Words{RuleId::fnd_23, "e_for_lunchtime",
          "A lunchtime suspension has no mark of its own, yet the register says: {items}."},
    Words{RuleId::fnd_23, "e_without_exclusion",
          "The register says excluded and no exclusion is recorded: {items}."},
    Words{RuleId::fnd_23, "d_not_registered_there",
          "The register says at another school, which does not have the pupil on its register: "
          "{items}."},
    Words{RuleId::fnd_23, "d_absent_there",
          "The register says at another school, which marked the pupil absent: {items}."},
    Words{RuleId::fnd_23, "b_at_home",
          "The register says supervised education off site while the pupil was at home: {items}."},
    Words{
        RuleId::fnd_23, "k_without_authority",
        "The register says provision by the local authority, which has no record of it: {items}."},
    Words{RuleId::fnd_23, "c2_for_behaviour",
          "The register says agreed part-time timetable, and it was for behaviour: {items}."},
    Words{RuleId::fnd_23, "c2_after_agreed_end",
          "The register says agreed part-time timetable after its end: {items}."},
    Words{RuleId::fnd_23, "leave_after_incident",
          "The register says leave of absence straight after an incident: {items}."},
    Words{RuleId::fnd_23, "illness_after_incident",
          "The register says illness straight after an incident, with no evidence of it: {items}."},
    Words{RuleId::fnd_23, "study_leave_outside_exams",
          "The register says study leave outside the examinations of Year 11: {items}."},
    Words{RuleId::fnd_23, "x_at_compulsory_age",
          "The register says not required to attend, at compulsory school age: {items}."},
    Words{RuleId::fnd_23, "unavoidable_for_one_pupil",
          "The register says unable to attend for one pupil alone, after an incident: {items}."},
    Words{RuleId::fnd_23, "closed_for_one_pupil",
          "The register says the school was closed, for one pupil alone: {items}."},
    Words{RuleId::fnd_23, "no_reason_left_standing",
          "The register still says no reason yet after five school days: {items}."},
};

constexpr std::array registers = {
    Words{RuleId::fnd_21, "soon_after",
          "The home-education notice came soon after: {items}. That can be chance."},
    Words{RuleId::mov_11, "pressed",
          "The school pressed the parent to take the child out of school."},
    Words{RuleId::mov_12, "not_in_writing", "The home-education notice was not given in writing."},
    Words{RuleId::mov_12, "no_meeting_first",
          "The authority, the school and the parents did not meet before the notice."},
    Words{RuleId::mov_12, "no_consent_for_special_school",
          "The authority arranged the special school place and did not consent."},
    Words{RuleId::mov_12, "no_consent_while_protected",
          "The child is the subject of a protection enquiry or plan and the authority did not "
          "consent."},
    Words{RuleId::mov_12, "not_on_authority_register",
          "The child is not on the authority's register of children not in school."},
    Words{RuleId::fnd_20, "no_ground",
          "The name was taken off the register on none of the grounds in the regulations."},
    Words{RuleId::fnd_20, "ground_not_met",
          "The name was taken off the register on a ground whose conditions were not met."},
    Words{RuleId::fnd_20, "notice_not_written",
          "The name was taken off the register for home education with no written notice from the "
          "parent."},
    Words{RuleId::reg_04, "no_deletion_return",
          "The school made no return to the authority when it took the name off the register."},
    Words{RuleId::reg_04, "deletion_return_late",
          "The return was due by {due}, when the name was taken off, and was made on {held}."},
    Words{RuleId::reg_04, "deletion_return_short", "The return left out: {items}."},
    Words{RuleId::reg_04, "no_new_pupil_return",
          "The school made no return to the authority for the new pupil."},
    Words{RuleId::reg_04, "new_pupil_return_late",
          "The return for the new pupil was due by {due} and was made on {held}."},
    Words{RuleId::reg_05, "not_electronic", "The register was not kept electronically."},
    Words{RuleId::reg_05, "dated_back",
          "The deletion was entered on {held} and dated back to {deleted}."},
    Words{RuleId::reg_05, "destroyed_early",
          "The register entry had to be kept to {due} and was destroyed on {held}."},
};

constexpr std::array moves = {
    Words{RuleId::fnd_24, "under_threat",
          "The managed move was agreed under threat of permanent exclusion."},
    Words{RuleId::fnd_24, "no_consent", "The parent did not agree to the managed move."},
    Words{RuleId::fnd_24, "on_trial",
          "The managed move began on trial; since 26 July 2026 a managed move is permanent."},
    Words{RuleId::mov_05, "schools_not_agreed", "The schools did not both agree to the move."},
    Words{RuleId::mov_05, "authority_not_agreed",
          "The pupil has an EHC plan and the authority did not agree to the move."},
    Words{RuleId::mov_05, "not_shared_first",
          "Information about the pupil was not shared before the move."},
    Words{RuleId::mov_01, "no_statutory_power",
          "This kind of school had no statutory power to direct off site then; ask which power was "
          "used."},
    Words{RuleId::mov_01, "running_as_power_came",
          "The direction was still running on 26 July 2026, when the statutory procedure began for "
          "this kind of school."},
    Words{RuleId::fnd_25, "late_notice",
          "Notice of the off-site direction was due by {due} and was given on {held}."},
    Words{RuleId::fnd_25, "notice_content",
          "The notice of the off-site direction did not give: {items}."},
    Words{RuleId::fnd_25, "no_review", "No review of the off-site direction was held or planned."},
    Words{
        RuleId::fnd_25, "review_refused",
        "A review asked for in writing on {made} was refused, with none in the ten weeks before."},
    Words{RuleId::fnd_25, "needs_not_met",
          "The direction was given because the school could not meet the pupil's needs."},
    Words{RuleId::fnd_25, "punishment", "The direction was given as a punishment."},
    Words{RuleId::fnd_25, "other_reason",
          "The direction was given for a reason other than improving behaviour."},
    Words{RuleId::mov_03, "late_invitation",
          "Invitations to the review were due by {due} and were sent on {held}."},
    Words{RuleId::mov_03, "not_invited", "Not invited to the review: {items}."},
    Words{RuleId::mov_04, "no_end", "The off-site direction has no end."},
    Words{RuleId::mov_04, "not_dual_registered",
          "The pupil was not registered at both schools during the direction."},
    Words{RuleId::mov_04, "code_not_d", "The home school marked the pupil {items} instead of D."},
    Words{RuleId::mov_07, "allocated_late", "A place was due by {due} and was found on {held}."},
    Words{RuleId::mov_08, "no_group", "The child falls in none of the protocol's groups."},
    Words{RuleId::mov_08, "plan_ended_long_ago",
          "The plan that brings the child under the protocol ended more than 12 months before."},
    Words{RuleId::mov_08, "not_out_long_enough",
          "The child had not been out of education for four weeks."},
    Words{RuleId::mov_08, "place_in_reach", "There was a place within reasonable distance."},
    Words{RuleId::mov_08, "looked_after",
          "The child is looked after and is placed outside the protocol."},
    Words{RuleId::mov_08, "ehc_names_school",
          "An EHC plan names a school, so the child is placed outside the protocol."},
    Words{RuleId::mov_09, "answered_late",
          "The application had to be answered by {due} and was answered on {held}."},
};

constexpr std::array money_and_records = {
    Words{RuleId::fin_05, "place_funded",
          "The school is funded by places, so the formula for a pupil does not apply."},
    Words{RuleId::fin_05, "charged_more",
          "More was taken than the formula gives and the school did not agree to it."},
    Words{RuleId::dat_01, "category_of_another_kind",
          "The category recorded belongs to another kind of exclusion: {items}."},
    Words{RuleId::dat_01, "category_not_in_use",
          "The category recorded was not in use then: {items}."},
    Words{RuleId::dat_02, "reason_unknown", "No such reason code is known: {items}."},
    Words{RuleId::dat_02, "reason_not_in_use", "The reason code was not in use then: {items}."},
    Words{RuleId::dat_02, "reason_first_day_unknown",
          "It cannot be said whether the census took this reason code then: {items}."},
    Words{RuleId::dat_02, "too_many_reasons",
          "More reasons are recorded than the census took for one exclusion."},
    Words{RuleId::dat_03, "another_census", "The exclusion belongs in another census: {items}."},
    Words{RuleId::dat_03, "overturned_but_counted",
          "The exclusion was overturned and is still in the census."},
    Words{RuleId::dat_03, "lunchtime_in_census",
          "Lunchtime suspensions are not collected in the census, and this one is in it."},
    Words{RuleId::dat_03, "sessions_differ",
          "The number of sessions recorded is not that of the notice."},
    Words{RuleId::dat_04, "transfer_file_late",
          "The Common Transfer File was due by {due} and was sent on {held}."},
    Words{RuleId::dat_05, "not_a_urn", "The number recorded as a URN is not six digits."},
    Words{RuleId::dat_06, "not_a_laestab",
          "The number recorded as a DfE number of a school is not one."},
    Words{RuleId::dat_07, "not_an_authority_code",
          "The number recorded as the code of an authority is not one."},
    Words{RuleId::dat_08, "not_a_pupil_number",
          "The pupil number is not a check letter and twelve characters."},
    Words{RuleId::dat_08, "temporary_number", "The pupil number is a temporary one."},
    Words{RuleId::dat_09, "another_check_letter",
          "The check letter of the pupil number does not fit its digits."},
};

constexpr std::array advice_and_ehc = {
    Words{RuleId::ias_01, "service_not_arranged",
          "The local authority has not arranged an information, advice and support service."},
    Words{RuleId::ias_01, "service_not_made_known",
          "The local authority has not made the service known."},
    Words{RuleId::ias_02, "notice_silent",
          "A notice in the assessment did not say where advice and support can be had."},
    Words{RuleId::ias_03, "falls_short",
          "The service falls short of what is expected of it: {items}."},
    Words{RuleId::ias_04, "no_tribunal_support",
          "No support was offered for the tribunal, and the family could not do it alone."},
    Words{RuleId::ias_05, "shared_no_consent",
          "A record of the child went to the authority on {made} without consent."},
    Words{RuleId::ehc_01, "decide_whether_to_assess_by",
          "The authority had to say by {due} whether it would assess, and said so on {held}."},
    Words{RuleId::ehc_02, "answer_request_by", "Advice was due by {due} and was given on {held}."},
    Words{RuleId::ehc_03, "refuse_plan_by",
          "The authority had to say by {due} that there would be no plan, and said so on {held}."},
    Words{
        RuleId::ehc_04, "comment_too_short",
        "The family had to have until {due} to comment on the draft, and was given until {held}."},
    Words{RuleId::ehc_04, "draft_late",
          "The draft went out on {held}, later than {due}, which leaves little time for the final "
          "plan."},
    Words{RuleId::ehc_05, "final_plan_by",
          "The final plan was due by {due} and was sent on {held}."},
    Words{RuleId::ehc_06, "appeal_late",
          "The appeal was made on {made}, after {deadline}; the tribunal may still allow it."},
    Words{RuleId::ehc_07, "review_decided_late",
          "The decision after the review was due by {due} and came on {held}."},
    Words{RuleId::ehc_07, "amended_plan_late",
          "The amended plan was due by {due} and was sent on {held}."},
    Words{RuleId::ehc_07, "review_late", "The review was due by {due} and was held on {held}."},
};

} // namespace movement_finding_words

/// The words for a finding, with {due} and the like still to be filled; empty where there are none.
std::string_view words_of_finding(RuleId rule, std::string_view reason)
{
    using namespace movement_finding_words;
    std::string_view words;
    const auto look = [&](const auto& group) {
        for (const auto& one : group)
            if (one.rule == rule && one.reason == reason) words = one.words;
    };
    look(days), look(marks), look(registers), look(moves), look(money_and_records),
        look(advice_and_ehc);
    return words;
}

} // namespace onroll::law
