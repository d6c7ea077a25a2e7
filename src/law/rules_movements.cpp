#include "law/rules_movements.h"

#include "law/movement_answers.h"
#include "law/rules_advice.h"
#include "law/rules_ehc.h"
#include "law/rules_money.h"
#include "law/rules_movements_admissions.h"
#include "law/rules_movements_attendance.h"
#include "law/rules_movements_moves.h"
#include "law/rules_movements_off_site.h"
#include "law/rules_movements_registers.h"
#include "law/rules_movements_sent_home.h"
#include "law/rules_movements_timetables.h"
#include "law/rules_records.h"

namespace onroll::law {
namespace movements_detail {

/// Calls each rule for each movement of a list.
template <class One, class... Rules>
void apply(const History& history, const std::vector<One>& list, Evaluation& out, Rules... rules)
{
    for_each_movement(history, list, out, [&](const One& one, MovementAnswers& answers) {
        (rules(one, answers), ...);
    });
}

void days_in_and_out_of_school(const History& history, Evaluation& out)
{
    const auto& all = history.movements;
    apply(history, all.sent_home, out, sent_home_without_exclusion, left_out_and_sent_home,
          study_leave_outside_exams);
    early_collections(history, out);
    apply(history, all.part_time_timetables, out, timetable_ends_and_is_reviewed,
          timetable_without_its_safeguards, timetable_has_its_code);
    apply(history, all.attendance, out, marks_contradict_the_record);
    apply(history, all.absences, out, absence_is_reported);
    apply(history, all.out_of_school, out, education_otherwise_missed);
}

void registers_and_moves(const History& history, Evaluation& out)
{
    const auto& all = history.movements;
    apply(history, all.home_education_notices, out, home_education_after_pressure,
          pressed_to_home_educate, home_education_notice_in_order);
    apply(history, all.register_deletions, out, deleted_on_no_ground, deletion_return,
          register_is_kept);
    apply(history, all.register_entries, out, new_pupil_return);
    apply(history, all.managed_moves, out, managed_move_freely_agreed, managed_move_prepared);
    apply(history, all.off_site_directions, out, power_to_direct, direction_notice,
          direction_reviews, direction_purpose);
    apply(history, all.fair_access, out, place_is_allocated, fair_access_group);
    apply(history, all.in_year_applications, out, application_is_answered);
    excluded_twice(history, out);
}

void money_records_and_help(const History& history, Evaluation& out)
{
    const auto& all = history.movements;
    apply(history, all.funding, out, money_follows);
    apply(history, all.numbers, out, number_is_valid);
    apply(history, all.exclusion_records, out, category_is_right, reasons_are_right,
          census_is_right, transfer_file_is_sent);
    apply(history, all.advice, out, advice_levels, service_is_arranged, notices_point_to_service,
          service_is_impartial, tribunal_is_supported, records_stay_with_service);
    apply(history, all.ehc_requests, out, decide_whether_to_assess, advice_is_answered, say_no_plan,
          comment_on_draft, send_final_plan, appeal, review_yearly, exceptions_that_act);
}

} // namespace movements_detail

void rules_from_movements(const History& history, Evaluation& out)
{
    movements_detail::days_in_and_out_of_school(history, out);
    movements_detail::registers_and_moves(history, out);
    movements_detail::money_records_and_help(history, out);
}

} // namespace onroll::law
