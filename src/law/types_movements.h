// Facts about a pupil that are not exclusions: sent home, part-time timetables, attendance marks,
// home education, registers, moves, off-site directions, admissions, money, records, advice given,
// EHC assessments. Each list may be empty; what is not recorded draws nothing. The reference for
// each member, with the rule that reads it, is docs/reference/law-evaluate-movements.md. Pure.
#pragma once

#include "law/types_movements_records.h"

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll::law {

/// How a pupil came not to be in school without an exclusion.
enum class SentHomeHow : std::uint8_t {
    sent_home,
    kept_away,
    early_collection,
    left_out,
    study_leave,
};
enum class SentHomeReason : std::uint8_t { unknown, behaviour, staffing, illness, other };
enum class LeftOutOf : std::uint8_t { unknown, part_of_day, trip, club };
enum class AskedBy : std::uint8_t { school, parent, not_known };

/// A day on which the pupil was sent home, kept away, fetched early or left out.
struct SentHome {
    std::string id;
    std::size_t school = 0;
    Date on{};
    SentHomeHow how = SentHomeHow::sent_home;
    SentHomeReason reason = SentHomeReason::unknown;
    AskedBy asked_by = AskedBy::school;
    LeftOutOf left_out_of = LeftOutOf::unknown;
    bool went_home = false; ///< left out and sent home meanwhile
    std::optional<bool> parent_agreed;
    std::optional<std::size_t> recorded_as; ///< index into History::exclusions
    std::optional<int> year_group;
    std::optional<Date> exam_season_from, exam_season_to; ///< both included
};

struct PartTimeTimetable {
    std::string id;
    std::size_t school = 0;
    Date starts_on{};
    std::optional<Date> ends_on;
    bool no_end = false;                      ///< it was written without an end
    std::optional<std::vector<Date>> reviews; ///< planned; an empty list says that none are
    std::optional<bool> agreed;               ///< by the parent
    std::optional<bool> for_behaviour;
    std::optional<bool> social_worker_told;
    std::optional<Date> still_running_on; ///< a day on which it was still in use
    std::string code;                     ///< attendance code used for the hours missed
};

enum class MarkSession : std::uint8_t { am, pm };

/// One mark of the attendance register, and what is known to contradict it.
struct AttendanceMark {
    Date on{};
    MarkSession session = MarkSession::am;
    std::string code;
    std::optional<bool> registered_there; ///< D: the other school has the pupil on its register
    std::optional<bool> absent_there;     ///< D: the other school marked the pupil absent
    std::optional<bool> at_home;          ///< B: in fact working at home
    std::optional<bool> authority_record; ///< K: the authority knows of the provision
    std::optional<bool> after_incident;   ///< C, C1, I, M, Y7: straight after an incident
    std::optional<bool> evidence;         ///< I, M: evidence of illness is held
    std::optional<bool> one_pupil_only;   ///< #, Y7: given to this pupil alone
    std::optional<Date> standing_on;      ///< N: a day on which the mark still stood
};

/// A stretch of one school's attendance register.
struct AttendanceRecord {
    std::string id;
    std::size_t school = 0;
    std::vector<AttendanceMark> marks;
    std::optional<int> year_group;
    std::optional<Date> exam_season_from, exam_season_to; ///< both included
};

/// A parent's notice that the child will be educated otherwise than at school.
struct HomeEducationNotice {
    std::string id;
    std::size_t school = 0;
    Date on{};
    std::optional<bool> written;
    std::optional<bool> pressed; ///< the school pressed or suggested it
    std::optional<Date> warned_of_permanent_exclusion_on;
    std::optional<Date> attendance_threat_on;
    std::optional<bool> met_first; ///< authority, school and parents met before it
    std::optional<bool> special_school_by_authority; ///< place arranged by an authority
    std::optional<bool> protection_enquiry_or_plan;  ///< section 47 enquiry or protection plan
    std::optional<bool> authority_consents;
    std::optional<bool> on_authority_register; ///< of children not in school
};

/// A name taken off the admission register. `deleted_from_register` events are for REG-02.
struct RegisterDeletion {
    std::string id;
    std::size_t school = 0;
    Date on{};
    std::optional<char> ground; ///< letter of the regulation in force that day
    bool no_ground = false;     ///< recorded without one
    std::optional<bool> ground_met;
    std::optional<Date> return_made_on; ///< deletion return to the authority
    std::optional<bool> return_made;
    std::vector<std::string> return_missing;
    bool completed_final_year = false;
    std::optional<Date> recorded_on;        ///< when the deletion was entered
    std::optional<Date> entry_destroyed_on; ///< when the register entry was destroyed
    std::optional<bool> electronic;
};

/// A name put on the admission register.
struct RegisterEntry {
    std::string id;
    std::size_t school = 0;
    Date on{};
    std::optional<Date> return_made_on; ///< new pupil return to the authority
    std::optional<bool> return_made;
    bool first_year_start = false; ///< youngest class, from the first day of the school year
};

struct ManagedMove {
    std::string id;
    std::size_t school = 0; ///< the school left
    Date started_on{};
    std::optional<bool> agreed_by_parent;
    std::optional<bool> threatened; ///< with permanent exclusion
    std::optional<bool> trial;
    std::optional<bool> both_schools_agreed;
    std::optional<bool> ehc_plan;
    std::optional<bool> authority_agreed;
    std::optional<bool> shared_first; ///< information shared before the move
};

enum class DirectionReason : std::uint8_t {
    unknown,
    improve_behaviour,
    needs_not_met,
    punishment,
    other,
};

struct DirectionReview {
    Date on{}; ///< held, or planned
    std::optional<Date> invited_on;
    std::vector<std::string> not_invited;
};

struct ReviewRequest {
    Date on{};
    bool in_writing = true;
    std::optional<bool> refused;
};

/// A direction that a pupil attend elsewhere to improve behaviour.
struct OffSiteDirection {
    std::string id;
    std::size_t school = 0;
    Date starts_on{};
    std::optional<Date> notice_on;
    std::optional<Date> ends_on;
    bool no_end = false;
    std::optional<std::vector<std::string>> notice_items; ///< what the notice gave
    DirectionReason reason = DirectionReason::unknown;
    std::optional<std::vector<DirectionReview>> reviews; ///< an empty list says that there are none
    std::vector<ReviewRequest> review_requests;
    std::optional<bool> ehc_plan;
    std::optional<bool> dual_registered;
    std::string code; ///< attendance code at the home school
};

enum class FairAccessCategory : std::uint8_t {
    unknown,
    none,
    child_in_need_or_protection,
    refuge,
    criminal_justice,
    alternative_provision_or_excluded,
    special_needs_without_plan,
    carer,
    homeless,
    formal_kinship_care,
    gypsy_roma_traveller_refugee,
    refused_for_behaviour,
    exceptional_circumstances,
    out_of_education,
    previously_looked_after,
};

/// A child put forward under a Fair Access Protocol.
struct FairAccess {
    std::string id;
    std::size_t school = 0; ///< whose school days are counted
    Date accepted_on{};
    std::optional<Date> allocated_on;
    FairAccessCategory category = FairAccessCategory::unknown;
    std::optional<Date> plan_ended_on;    ///< child in need or protection plan
    std::optional<int> weeks_out;         ///< complete weeks out of education
    std::optional<bool> place_in_reach;   ///< a place within reasonable distance was to be had
    std::optional<bool> ehc_names_school; ///< an EHC plan names a school
};

struct InYearApplication {
    std::string id;
    std::size_t school = 0;
    Date received_on{};
    std::optional<Date> answered_on;
    std::optional<bool> ehc_names_school;
};

/// A permanent exclusion from before this history.
struct PermanentExclusionBefore {
    std::string id;
    Date took_effect_on{};
    bool reinstated = false;
    bool under_compulsory_age = false;
    bool looked_after_now = false;
    bool ehc_names_school = false;
};

enum class AbsenceReason : std::uint8_t { unauthorised, irregular, sickness };

struct Absence {
    std::string id;
    std::size_t school = 0;
    Date from{};
    Date to{}; ///< last day known to be absent
    AbsenceReason reason = AbsenceReason::unauthorised;
    std::optional<bool> return_made;
};

enum class OutOfSchoolReason : std::uint8_t { illness, exclusion, no_place, otherwise };

/// A stretch without school for which section 19 may call.
struct OutOfSchool {
    std::string id;
    std::size_t school = 0;
    Date from{};
    OutOfSchoolReason reason = OutOfSchoolReason::otherwise;
    bool suitable_education = false; ///< received anyway
    std::optional<bool> authority_declined;
};

/// Everything known about a pupil that is not an exclusion.
struct Movements {
    std::vector<SentHome> sent_home;
    std::vector<PartTimeTimetable> part_time_timetables;
    std::vector<AttendanceRecord> attendance;
    std::vector<HomeEducationNotice> home_education_notices;
    std::vector<RegisterDeletion> register_deletions;
    std::vector<RegisterEntry> register_entries;
    std::vector<ManagedMove> managed_moves;
    std::vector<OffSiteDirection> off_site_directions;
    std::vector<FairAccess> fair_access;
    std::vector<InYearApplication> in_year_applications;
    std::vector<PermanentExclusionBefore> permanent_exclusions_before;
    std::vector<Absence> absences;
    std::vector<OutOfSchool> out_of_school;
    std::vector<Funding> funding;
    std::vector<RecordedNumber> numbers;
    std::vector<ExclusionRecord> exclusion_records;
    std::vector<Advice> advice;
    std::vector<EhcRequest> ehc_requests;
};

} // namespace onroll::law
