#include "law/rules_movements_off_site.h"

#include "law/rules_reckoning.h"

#include <array>

namespace onroll::law {
namespace off_site_detail {

constexpr std::array<std::string_view, 6> notice_items = {
    "address", "whom_to_report_to", "days", "reasons", "objectives", "session_times"};

const School& school_of(const History& history, const OffSiteDirection& one)
{
    return *history.schools[one.school];
}

bool statutory(const OffSiteDirection& one, const MovementAnswers& answers)
{
    return statutory_power_to_direct(school_of(answers.history(), one).type, answers.day());
}

/// The school day that lies so many school days before another day.
std::optional<Date> school_days_before(const SchoolCalendar& calendar, Date day, int count)
{
    std::optional<Date> before = day;
    for (int i = 0; before && i < count; ++i) before = calendar.last_before(*before);
    return before;
}

void tell_relevant_person_and_authority(const OffSiteDirection& one, const History& history,
                                        Duty* row)
{
    if (!row) return;
    row->recipients += history.pupil.age_18_or_over ? Recipient::pupil : Recipient::parent;
    if (yes(one.ehc_plan)) row->recipients += Recipient::local_authority;
}

} // namespace off_site_detail

bool statutory_power_to_direct(SchoolType type, Date on)
{
    return type == SchoolType::maintained || law_version_of(on) >= LawVersion::lv_2026;
}

void power_to_direct(const OffSiteDirection& one, MovementAnswers& answers)
{
    if (off_site_detail::statutory(one, answers)) return;
    answers.finding(RuleId::mov_01, Severity::check, "no_statutory_power");
    const bool still_running =
        one.no_end || (one.ends_on && law_version_of(*one.ends_on) >= LawVersion::lv_2026);
    if (still_running) answers.finding(RuleId::mov_01, Severity::check, "running_as_power_came");
}

void direction_notice(const OffSiteDirection& one, MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::off_site_notice_days);
    if (!off_site_detail::statutory(one, answers) || !days) return;
    const auto& history = answers.history();
    const auto by =
        off_site_detail::school_days_before(calendar_of(history, one), one.starts_on, *days);
    auto* row = answers.duty_by(RuleId::mov_02, board_of(off_site_detail::school_of(history, one)),
                                DutyType::give_notice_by, by);
    off_site_detail::tell_relevant_person_and_authority(one, history, row);
    answers.late(RuleId::fnd_25, "late_notice", by, one.notice_on);
    if (!one.notice_items) return;
    std::vector<std::string> missing;
    for (const auto item : off_site_detail::notice_items)
        if (std::find(one.notice_items->begin(), one.notice_items->end(), item) ==
            one.notice_items->end())
            missing.emplace_back(item);
    if (missing.empty()) return;
    if (auto* found = answers.finding(RuleId::fnd_25, Severity::breach, "notice_content"))
        found->items = std::move(missing);
}

namespace off_site_detail {

/// Whether a review was held in the weeks before a request; the day of the request is not one of
/// them.
bool reviewed_before(const OffSiteDirection& one, Date request, int weeks)
{
    if (!one.reviews) return false;
    return std::any_of(one.reviews->begin(), one.reviews->end(), [&](const auto& review) {
        return review.on < request && review.on >= request - Days{7 * weeks};
    });
}

void invitations(const OffSiteDirection& one, MovementAnswers& answers, Actor board)
{
    const auto days = answers.value(ValueId::off_site_invitation_days);
    for (const auto& review : *one.reviews) {
        answers.duty_by(RuleId::mov_03, board, DutyType::review_by, review.on);
        if (days) {
            const auto by = review.on - Days{*days};
            auto* row = answers.duty_by(RuleId::mov_03, board, DutyType::invite_by, by);
            tell_relevant_person_and_authority(one, answers.history(), row);
            answers.late(RuleId::mov_03, "late_invitation", by, review.invited_on);
        }
        if (review.not_invited.empty()) continue;
        if (auto* found = answers.finding(RuleId::mov_03, Severity::breach, "not_invited"))
            found->items = review.not_invited;
    }
}

} // namespace off_site_detail

void direction_reviews(const OffSiteDirection& one, MovementAnswers& answers)
{
    if (!off_site_detail::statutory(one, answers)) return;
    const auto board = board_of(off_site_detail::school_of(answers.history(), one));
    if (one.reviews) off_site_detail::invitations(one, answers, board);
    if (one.reviews && one.reviews->empty())
        answers.finding(RuleId::fnd_25, Severity::breach, "no_review");
    const auto weeks = answers.value(ValueId::off_site_review_weeks);
    if (!weeks) return;
    for (const auto& request : one.review_requests) {
        if (!request.in_writing) continue;
        if (off_site_detail::reviewed_before(one, request.on, *weeks)) continue;
        if (auto* row = answers.duty(RuleId::mov_03, board, DutyType::review_by))
            row->application_made = request.on;
        if (!yes(request.refused)) continue;
        if (auto* found = answers.finding(RuleId::fnd_25, Severity::breach, "review_refused"))
            found->made = request.on;
    }
}

void direction_purpose(const OffSiteDirection& one, MovementAnswers& answers)
{
    switch (one.reason) {
    case DirectionReason::unknown:
    case DirectionReason::improve_behaviour:
        break;
    case DirectionReason::needs_not_met:
        answers.finding(RuleId::fnd_25, Severity::breach, "needs_not_met");
        break;
    case DirectionReason::punishment:
        answers.finding(RuleId::fnd_25, Severity::breach, "punishment");
        break;
    case DirectionReason::other:
        answers.finding(RuleId::fnd_25, Severity::breach, "other_reason");
        break;
    }
    if (one.no_end) answers.finding(RuleId::mov_04, Severity::check, "no_end");
    if (no(one.dual_registered))
        answers.finding(RuleId::mov_04, Severity::check, "not_dual_registered");
    if (!one.code.empty() && one.code != "D")
        if (auto* found = answers.finding(RuleId::mov_04, Severity::check, "code_not_d"))
            found->items.push_back(one.code);
}

} // namespace onroll::law
