#include "law/json_movements.h"

#include "law/json_movement_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace onroll::law {
namespace json_movements_detail {

SentHome read_sent_home(MovementReader& object)
{
    SentHome one;
    object.read_school(one.school);
    one.on = object.day("on");
    one.how = object.choice<SentHomeHow>("how",
                                         {{"sent_home", SentHomeHow::sent_home},
                                          {"kept_away", SentHomeHow::kept_away},
                                          {"early_collection", SentHomeHow::early_collection},
                                          {"left_out", SentHomeHow::left_out},
                                          {"study_leave", SentHomeHow::study_leave}},
                                         SentHomeHow::sent_home);
    one.reason = object.choice<SentHomeReason>("reason",
                                               {{"unknown", SentHomeReason::unknown},
                                                {"behaviour", SentHomeReason::behaviour},
                                                {"staffing", SentHomeReason::staffing},
                                                {"illness", SentHomeReason::illness},
                                                {"other", SentHomeReason::other}},
                                               SentHomeReason::unknown);
    one.asked_by = object.choice<AskedBy>("asked_by",
                                          {{"school", AskedBy::school},
                                           {"parent", AskedBy::parent},
                                           {"not_known", AskedBy::not_known}},
                                          AskedBy::school);
    one.left_out_of = object.choice<LeftOutOf>("left_out_of",
                                               {{"unknown", LeftOutOf::unknown},
                                                {"part_of_day", LeftOutOf::part_of_day},
                                                {"trip", LeftOutOf::trip},
                                                {"club", LeftOutOf::club}},
                                               LeftOutOf::unknown);
    one.went_home = object.boolean("went_home", false);
    one.parent_agreed = object.optional_boolean("parent_agreed");
    one.recorded_as = object.optional_exclusion("recorded_as");
    one.year_group = object.optional_number("year_group", -1, 15);
    one.exam_season_from = object.optional_day("exam_season_from");
    one.exam_season_to = object.optional_day("exam_season_to");
    return one;
}

PartTimeTimetable read_timetable(MovementReader& object)
{
    PartTimeTimetable one;
    object.read_school(one.school);
    one.starts_on = object.day("starts_on");
    one.no_end = object.is_null("ends_on");
    one.ends_on = object.optional_day("ends_on");
    if (object.has("reviews")) one.reviews = object.days("reviews");
    one.agreed = object.optional_boolean("agreed");
    one.for_behaviour = object.optional_boolean("for_behaviour");
    one.social_worker_told = object.optional_boolean("social_worker_told");
    one.still_running_on = object.optional_day("still_running_on");
    one.code = object.text("code");
    return one;
}

AttendanceRecord read_attendance(MovementReader& object)
{
    AttendanceRecord one;
    object.read_school(one.school);
    one.year_group = object.optional_number("year_group", -1, 15);
    one.exam_season_from = object.optional_day("exam_season_from");
    one.exam_season_to = object.optional_day("exam_season_to");
    object.parts("marks", [&](MovementReader& part) {
        AttendanceMark mark;
        mark.on = part.day("on");
        mark.session = part.choice<MarkSession>(
            "session", {{"am", MarkSession::am}, {"pm", MarkSession::pm}}, MarkSession::am);
        mark.code = part.required_text("code");
        if (mark.code.size() > 2) part.fail("code", "must be one or two characters");
        mark.registered_there = part.optional_boolean("registered_there");
        mark.absent_there = part.optional_boolean("absent_there");
        mark.at_home = part.optional_boolean("at_home");
        mark.authority_record = part.optional_boolean("authority_record");
        mark.after_incident = part.optional_boolean("after_incident");
        mark.evidence = part.optional_boolean("evidence");
        mark.one_pupil_only = part.optional_boolean("one_pupil_only");
        mark.standing_on = part.optional_day("standing_on");
        one.marks.push_back(std::move(mark));
    });
    if (one.marks.empty()) object.fail("marks", "must hold at least one mark");
    return one;
}

HomeEducationNotice read_home_education(MovementReader& object)
{
    HomeEducationNotice one;
    object.read_school(one.school);
    one.on = object.day("on");
    one.written = object.optional_boolean("written");
    one.pressed = object.optional_boolean("pressed");
    one.warned_of_permanent_exclusion_on = object.optional_day("warned_of_permanent_exclusion_on");
    one.attendance_threat_on = object.optional_day("attendance_threat_on");
    one.met_first = object.optional_boolean("met_first");
    one.special_school_by_authority = object.optional_boolean("special_school_by_authority");
    one.protection_enquiry_or_plan = object.optional_boolean("protection_enquiry_or_plan");
    one.authority_consents = object.optional_boolean("authority_consents");
    one.on_authority_register = object.optional_boolean("on_authority_register");
    return one;
}

RegisterDeletion read_deletion(MovementReader& object)
{
    RegisterDeletion one;
    object.read_school(one.school);
    one.on = object.day("on");
    one.no_ground = object.is_null("ground");
    const auto ground = object.text("ground");
    const bool letter = ground.size() == 1 && ground[0] >= 'a' && ground[0] <= 'o';
    if (letter) one.ground = ground[0];
    if (!ground.empty() && !letter) object.fail("ground", "must be a letter from a to o, or null");
    one.ground_met = object.optional_boolean("ground_met");
    one.return_made_on = object.optional_day("return_made_on");
    one.return_made = object.optional_boolean("return_made");
    one.return_missing =
        object.words("return_missing", {"name", "address", "parent", "telephone", "destination",
                                        "destination_date", "ground"});
    one.completed_final_year = object.boolean("completed_final_year", false);
    one.recorded_on = object.optional_day("recorded_on");
    one.entry_destroyed_on = object.optional_day("entry_destroyed_on");
    one.electronic = object.optional_boolean("electronic");
    return one;
}

RegisterEntry read_entry(MovementReader& object)
{
    RegisterEntry one;
    object.read_school(one.school);
    one.on = object.day("on");
    one.return_made_on = object.optional_day("return_made_on");
    one.return_made = object.optional_boolean("return_made");
    one.first_year_start = object.boolean("first_year_start", false);
    return one;
}

ManagedMove read_managed_move(MovementReader& object)
{
    ManagedMove one;
    object.read_school(one.school);
    one.started_on = object.day("started_on");
    one.agreed_by_parent = object.optional_boolean("agreed_by_parent");
    one.threatened = object.optional_boolean("threatened");
    one.trial = object.optional_boolean("trial");
    one.both_schools_agreed = object.optional_boolean("both_schools_agreed");
    one.ehc_plan = object.optional_boolean("ehc_plan");
    one.authority_agreed = object.optional_boolean("authority_agreed");
    one.shared_first = object.optional_boolean("shared_first");
    return one;
}

void read_direction_reviews(MovementReader& object, OffSiteDirection& one)
{
    if (object.has("reviews")) one.reviews.emplace();
    object.parts("reviews", [&](MovementReader& part) {
        DirectionReview review;
        review.on = part.day("on");
        review.invited_on = part.optional_day("invited_on");
        review.not_invited = part.words("not_invited", {"head_teacher", "parent", "provider",
                                                        "board_nominee", "local_authority"});
        one.reviews->push_back(std::move(review));
    });
    object.parts("review_requests", [&](MovementReader& part) {
        ReviewRequest request;
        request.on = part.day("on");
        request.in_writing = part.boolean("in_writing", true);
        request.refused = part.optional_boolean("refused");
        one.review_requests.push_back(request);
    });
}

OffSiteDirection read_direction(MovementReader& object)
{
    OffSiteDirection one;
    object.read_school(one.school);
    one.starts_on = object.day("starts_on");
    one.notice_on = object.optional_day("notice_on");
    one.no_end = object.is_null("ends_on");
    one.ends_on = object.optional_day("ends_on");
    if (object.has("notice_items"))
        one.notice_items = object.words("notice_items", {"address", "whom_to_report_to", "days",
                                                         "reasons", "objectives", "session_times"});
    one.reason =
        object.choice<DirectionReason>("reason",
                                       {{"unknown", DirectionReason::unknown},
                                        {"improve_behaviour", DirectionReason::improve_behaviour},
                                        {"needs_not_met", DirectionReason::needs_not_met},
                                        {"punishment", DirectionReason::punishment},
                                        {"other", DirectionReason::other}},
                                       DirectionReason::unknown);
    read_direction_reviews(object, one);
    one.ehc_plan = object.optional_boolean("ehc_plan");
    one.dual_registered = object.optional_boolean("dual_registered");
    one.code = object.text("code");
    return one;
}

FairAccess read_fair_access(MovementReader& object)
{
    using enum FairAccessCategory;
    FairAccess one;
    object.read_school(one.school);
    one.accepted_on = object.day("accepted_on");
    one.allocated_on = object.optional_day("allocated_on");
    one.category = object.choice<FairAccessCategory>(
        "category",
        {{"unknown", unknown},
         {"none", none},
         {"child_in_need_or_protection", child_in_need_or_protection},
         {"refuge", refuge},
         {"criminal_justice", criminal_justice},
         {"alternative_provision_or_excluded", alternative_provision_or_excluded},
         {"special_needs_without_plan", special_needs_without_plan},
         {"carer", carer},
         {"homeless", homeless},
         {"formal_kinship_care", formal_kinship_care},
         {"gypsy_roma_traveller_refugee", gypsy_roma_traveller_refugee},
         {"refused_for_behaviour", refused_for_behaviour},
         {"exceptional_circumstances", exceptional_circumstances},
         {"out_of_education", out_of_education},
         {"previously_looked_after", previously_looked_after}},
        unknown);
    one.plan_ended_on = object.optional_day("plan_ended_on");
    one.weeks_out = object.optional_number("weeks_out", 0, 1000);
    one.place_in_reach = object.optional_boolean("place_in_reach");
    one.ehc_names_school = object.optional_boolean("ehc_names_school");
    return one;
}

InYearApplication read_application(MovementReader& object)
{
    InYearApplication one;
    object.read_school(one.school);
    one.received_on = object.day("received_on");
    one.answered_on = object.optional_day("answered_on");
    one.ehc_names_school = object.optional_boolean("ehc_names_school");
    return one;
}

PermanentExclusionBefore read_excluded_before(MovementReader& object)
{
    PermanentExclusionBefore one;
    one.took_effect_on = object.day("took_effect_on");
    one.reinstated = object.boolean("reinstated", false);
    one.under_compulsory_age = object.boolean("under_compulsory_age", false);
    one.looked_after_now = object.boolean("looked_after_now", false);
    one.ehc_names_school = object.boolean("ehc_names_school", false);
    return one;
}

Absence read_absence(MovementReader& object)
{
    Absence one;
    object.read_school(one.school);
    one.from = object.day("from");
    one.to = object.day("to");
    if (one.to < one.from) object.fail("to", "must be the same as or after from");
    one.reason =
        object.choice<AbsenceReason>("reason", {{"unauthorised", AbsenceReason::unauthorised},
                                                {"irregular", AbsenceReason::irregular},
                                                {"sickness", AbsenceReason::sickness}});
    one.return_made = object.optional_boolean("return_made");
    return one;
}

OutOfSchool read_out_of_school(MovementReader& object)
{
    OutOfSchool one;
    object.read_school(one.school);
    one.from = object.day("from");
    one.reason = object.choice<OutOfSchoolReason>("reason",
                                                  {{"illness", OutOfSchoolReason::illness},
                                                   {"exclusion", OutOfSchoolReason::exclusion},
                                                   {"no_place", OutOfSchoolReason::no_place},
                                                   {"otherwise", OutOfSchoolReason::otherwise}},
                                                  OutOfSchoolReason::otherwise);
    one.suitable_education = object.boolean("suitable_education", false);
    one.authority_declined = object.optional_boolean("authority_declined");
    return one;
}

/// Names the member, its list and how one of it is read.
template <class One>
void list(MovementsReader& reader, std::string_view name, std::vector<One>& into,
          One (*read)(MovementReader&))
{
    reader.list(name, [&](MovementReader& object) {
        auto id = object.required_text("id");
        into.push_back(read(object));
        into.back().id = std::move(id);
    });
}

} // namespace json_movements_detail

Result<Movements> read_movements(const json::Value& history_object,
                                 const std::vector<const School*>& schools)
{
    using namespace json_movements_detail;
    Movements all;
    MovementsReader reader(history_object, schools);
    list(reader, "sent_home", all.sent_home, read_sent_home);
    list(reader, "part_time_timetables", all.part_time_timetables, read_timetable);
    list(reader, "attendance", all.attendance, read_attendance);
    list(reader, "home_education_notices", all.home_education_notices, read_home_education);
    list(reader, "register_deletions", all.register_deletions, read_deletion);
    list(reader, "register_entries", all.register_entries, read_entry);
    list(reader, "managed_moves", all.managed_moves, read_managed_move);
    list(reader, "off_site_directions", all.off_site_directions, read_direction);
    list(reader, "fair_access", all.fair_access, read_fair_access);
    list(reader, "in_year_applications", all.in_year_applications, read_application);
    list(reader, "permanent_exclusions_before", all.permanent_exclusions_before,
         read_excluded_before);
    list(reader, "absences", all.absences, read_absence);
    list(reader, "out_of_school", all.out_of_school, read_out_of_school);
    list(reader, "funding", all.funding, read_funding);
    list(reader, "numbers", all.numbers, read_number);
    list(reader, "exclusion_records", all.exclusion_records, read_exclusion_record);
    list(reader, "advice", all.advice, read_advice);
    list(reader, "ehc_requests", all.ehc_requests, read_ehc_request);
    if (reader.failed()) return reader.error();
    return all;
}

std::span<const std::string_view> movement_members()
{
    static constexpr std::array<std::string_view, 18> members = {"sent_home",
                                                                 "part_time_timetables",
                                                                 "attendance",
                                                                 "home_education_notices",
                                                                 "register_deletions",
                                                                 "register_entries",
                                                                 "managed_moves",
                                                                 "off_site_directions",
                                                                 "fair_access",
                                                                 "in_year_applications",
                                                                 "permanent_exclusions_before",
                                                                 "absences",
                                                                 "out_of_school",
                                                                 "funding",
                                                                 "numbers",
                                                                 "exclusion_records",
                                                                 "advice",
                                                                 "ehc_requests"};
    return members;
}

} // namespace onroll::law
