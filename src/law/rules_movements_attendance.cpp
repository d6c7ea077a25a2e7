#include "law/rules_movements_attendance.h"

#include <map>
#include <string>

namespace onroll::law {
namespace attendance_detail {

bool one_of(std::string_view code, std::initializer_list<std::string_view> codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// A code that began or ended on a known day and was not in use on the day of the mark.
bool out_of_use(const AttendanceMark& mark)
{
    bool known = false;
    for (const auto& row : attendance_codes()) {
        if (row.code != mark.code || !row.from) continue;
        if (*row.from <= mark.on && (!row.until || mark.on <= *row.until)) return false;
        known = true;
    }
    return known;
}

/// On a half day of exclusion: E, or the code of provision made for the pupil. Closures say nothing
/// of the pupil. From the sixth day in a row an absence from the provision has its own reason.
std::string_view while_excluded(const AttendanceMark& mark, const AttendanceRecord& record,
                                const History& history)
{
    if (one_of(mark.code, {"E", "D", "B", "K", "#", "Z"}) || mark.code.starts_with("Y")) return {};
    const bool present = one_of(mark.code, {"/", "\\", "L"});
    const auto from_provision = value_on(ValueId::provision_day, mark.on);
    if (!present && from_provision &&
        excluded_days_in_a_row(history, record.school, mark.on) >= *from_provision)
        return {};
    return "exclusion_without_e";
}

std::string_view of_agreed_timetable(const AttendanceMark& mark, const AttendanceRecord& record,
                                     const History& history)
{
    bool ended = false;
    for (const auto& timetable : history.movements.part_time_timetables) {
        if (timetable.school != record.school || timetable.starts_on > mark.on) continue;
        if (!timetable.ends_on || mark.on <= *timetable.ends_on)
            return yes(timetable.for_behaviour) ? "c2_for_behaviour" : std::string_view{};
        ended = true;
    }
    return ended ? "c2_after_agreed_end" : std::string_view{};
}

std::string_view of_study_leave(const AttendanceMark& mark, const AttendanceRecord& record)
{
    if (!record.year_group || *record.year_group > 11) return {};
    if (*record.year_group < 11) return "study_leave_outside_exams";
    if (!record.exam_season_from || !record.exam_season_to) return {};
    const bool outside = mark.on < *record.exam_season_from || mark.on > *record.exam_season_to;
    return outside ? "study_leave_outside_exams" : std::string_view{};
}

Session half_day_of(const AttendanceMark& mark)
{
    return mark.session == MarkSession::am ? Session::am : Session::pm;
}

/// Whether "no reason yet" was left longer than it may stand.
bool left_standing(const AttendanceMark& mark, const SchoolCalendar& calendar)
{
    const auto days = value_on(ValueId::no_reason_yet_stands, mark.on);
    if (!days || !mark.standing_on) return false;
    const auto until = calendar.after(mark.on, SchoolDays{*days});
    return until && *mark.standing_on > *until;
}

/// What a code by itself says against the other facts of the mark.
std::string_view of_code(const AttendanceMark& mark, const AttendanceRecord& record,
                         const History& history)
{
    const auto& code = mark.code;
    if (code == "E") {
        if (may_be_excluded_at(history, record.school, mark.on, half_day_of(mark))) return {};
        return lunchtime_suspension_on(history, record.school, mark.on) ? "e_for_lunchtime"
                                                                        : "e_without_exclusion";
    }
    if (code == "D" && no(mark.registered_there)) return "d_not_registered_there";
    if (code == "D" && yes(mark.absent_there)) return "d_absent_there";
    if (code == "B" && yes(mark.at_home)) return "b_at_home";
    if (code == "K" && no(mark.authority_record)) return "k_without_authority";
    if (code == "C2") return of_agreed_timetable(mark, record, history);
    if (one_of(code, {"C", "C1"}) && yes(mark.after_incident)) return "leave_after_incident";
    if (one_of(code, {"I", "M"}) && yes(mark.after_incident) && no(mark.evidence))
        return "illness_after_incident";
    if (code == "S") return of_study_leave(mark, record);
    if (code == "X" && history.pupil.of_compulsory_school_age()) return "x_at_compulsory_age";
    if (one_of(code, {"Y", "Y7"}) && yes(mark.one_pupil_only) && yes(mark.after_incident))
        return "unavoidable_for_one_pupil";
    if (code == "#" && yes(mark.one_pupil_only)) return "closed_for_one_pupil";
    if (code == "N" && left_standing(mark, calendar_of(history, record)))
        return "no_reason_left_standing";
    return {};
}

} // namespace attendance_detail

std::string_view contradiction_of(const AttendanceMark& mark, const AttendanceRecord& record,
                                  const History& history)
{
    using namespace attendance_detail;
    if (!calendar_of(history, record).is_school_day(mark.on) && mark.code != "#") return {};
    if (out_of_use(mark)) return "code_not_in_use";
    if (excluded_at(history, record.school, mark.on, half_day_of(mark))) {
        const auto contradiction = while_excluded(mark, record, history);
        if (!contradiction.empty() || mark.code == "E") return contradiction;
    }
    return of_code(mark, record, history);
}

void marks_contradict_the_record(const AttendanceRecord& record, MovementAnswers& answers)
{
    std::map<std::string_view, std::vector<std::string>> marks;
    for (const auto& mark : record.marks) {
        const auto contradiction = contradiction_of(mark, record, answers.history());
        if (contradiction.empty()) continue;
        marks[contradiction].push_back(
            iso(mark.on) + (mark.session == MarkSession::am ? " am " : " pm ") + mark.code);
    }
    for (auto& [contradiction, shown] : marks)
        if (auto* found = answers.finding(RuleId::fnd_23, Severity::check, contradiction))
            found->items = std::move(shown);
}

} // namespace onroll::law
