#include "law/answer_rows.h"

#include <algorithm>

namespace onroll::law {

namespace answer_rows_detail {

/// Teaching that began longer ago than this is no longer the news of the day.
constexpr Days teaching_is_news{60};

bool is_teaching(const Duty& duty)
{
    return duty.type == DutyType::provide_from || duty.type == DutyType::provide_from_should ||
           duty.type == DutyType::s19_provision;
}

std::optional<Date> day_of(const Duty& duty)
{
    if (duty.date) return duty.date;
    if (!duty.dates.empty()) return *duty.dates.begin();
    return std::nullopt;
}

/// Whether the exclusion still keeps the pupil out on that day, as far as the history tells.
bool still_excluded(const History& history, std::size_t index, Date today)
{
    const auto& one = history.exclusions[index];
    if (one.cancelled && one.cancelled->on <= today) return false;
    for (const auto& event : history.events)
        if (event.exclusion == index && event.on <= today &&
            (event.outcome == Outcome::reinstate || event.outcome == Outcome::reinstated))
            return false;
    if (one.kind == Kind::permanent || one.length_not_told) return true;
    const int half_days = one.sessions + (one.first_session == Session::pm ? 1 : 0);
    const auto last = history.schools[one.school]->calendar.counted_from(
        one.first_day, SchoolDays{std::max(1, (half_days + 1) / 2)});
    return last && *last >= today;
}

bool goes_on(const History& history, const Duty& duty, Date today)
{
    if (!duty.dates.empty()) return duty.dates.dates[duty.dates.count - 1u] >= today;
    if (duty.type == DutyType::delete_from) return true;
    if (duty.type == DutyType::s19_provision) return true;
    return is_teaching(duty) && duty.subject == Duty::Subject::exclusion &&
           still_excluded(history, duty.exclusion, today);
}

RowState state_of(const History& history, const Duty& duty, Date today)
{
    const auto day = day_of(duty);
    if (!day) return RowState::undated;
    if (*day > today) return RowState::ahead;
    if (goes_on(history, duty, today)) return RowState::under_way;
    return *day == today ? RowState::today : RowState::past;
}

std::optional<Date> counted_from(const History& history, const Duty& duty)
{
    if (duty.subject != Duty::Subject::exclusion) return std::nullopt;
    if (duty.type == DutyType::decide_by)
        return history.exclusions[duty.exclusion].board_notified_on;
    if (duty.rule == RuleId::irp_02 || duty.type == DutyType::reconsider_by)
        return duty.notice_given;
    return std::nullopt;
}

bool in_one_row(const Duty& a, const Duty& b)
{
    return a.type == b.type && a.actor == b.actor && day_of(a) == day_of(b) && day_of(a) &&
           a.subject == b.subject && a.exclusion == b.exclusion &&
           (a.rule == RuleId::ht_12) == (b.rule == RuleId::ht_12) &&
           std::equal(a.dates.begin(), a.dates.end(), b.dates.begin(), b.dates.end());
}

bool same(const Duty& a, const Duty& b)
{
    return a.rule == b.rule && a.type == b.type && a.actor == b.actor && a.date == b.date &&
           a.recipients == b.recipients && a.missing == b.missing &&
           std::equal(a.dates.begin(), a.dates.end(), b.dates.begin(), b.dates.end());
}

bool holds(const std::vector<Duty>& duties, const Duty& one)
{
    return std::any_of(duties.begin(), duties.end(),
                       [&](const Duty& other) { return same(one, other); });
}

} // namespace answer_rows_detail

AnswerRows answer_rows(const History& history, const Evaluation& evaluation, Date today)
{
    using namespace answer_rows_detail;
    AnswerRows rows;
    for (const auto& duty : evaluation.duties) {
        auto& list = day_of(duty) ? rows.dated : rows.undated;
        const auto beside = std::find_if(list.begin(), list.end(), [&](const AnswerRow& row) {
            return in_one_row(row.duty, duty);
        });
        if (beside != list.end()) {
            beside->duty.recipients.bits =
                static_cast<std::uint8_t>(beside->duty.recipients.bits | duty.recipients.bits);
            beside->duties.push_back(&duty);
            continue;
        }
        AnswerRow row{.duty = duty,
                      .duties = {&duty},
                      .day = day_of(duty),
                      .state = state_of(history, duty, today),
                      .school_days_left = {},
                      .counted_from = counted_from(history, duty)};
        const auto& calendar = history.schools.front()->calendar;
        if (row.day && *row.day > today && calendar.last_day() >= *row.day)
            row.school_days_left = calendar.between(today + Days{1}, *row.day + Days{1}).count;
        list.push_back(std::move(row));
    }
    std::stable_sort(rows.dated.begin(), rows.dated.end(),
                     [](const AnswerRow& a, const AnswerRow& b) { return *a.day < *b.day; });
    return rows;
}

const AnswerRow* most_urgent(const AnswerRows& rows, Date today)
{
    using namespace answer_rows_detail;
    for (const auto& row : rows.dated)
        if (row.state == RowState::under_way && is_teaching(row.duty) &&
            row.duty.type == DutyType::provide_from && *row.day + teaching_is_news >= today)
            return &row;
    for (const auto& row : rows.dated)
        if ((row.state == RowState::ahead || row.state == RowState::today) &&
            row.duty.type != DutyType::hear_by_expected)
            return &row;
    return nullptr;
}

std::vector<Duty> take_what_is_common(std::vector<Hanging>& answers)
{
    using namespace answer_rows_detail;
    std::vector<Duty> common;
    for (const auto& duty : answers.front().evaluation.duties)
        if (std::all_of(answers.begin(), answers.end(),
                        [&](const Hanging& one) { return holds(one.evaluation.duties, duty); }))
            common.push_back(duty);
    for (auto& one : answers)
        std::erase_if(one.evaluation.duties, [&](const Duty& duty) { return holds(common, duty); });
    return common;
}

} // namespace onroll::law
