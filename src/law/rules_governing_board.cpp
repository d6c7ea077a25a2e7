#include "law/rules_governing_board.h"

namespace onroll::law {

namespace governing_board_detail {

struct BandRule {
    RuleId rule;
    DutyType type;
    ValueId limit;        ///< school days to decide
    ValueId longer_limit; ///< under the Covid rules
    bool has_limit;
};

BandRule rule_of(Band band)
{
    constexpr auto none = ValueId::board_limit_15;
    switch (band) {
    case Band::permanent:
        return {RuleId::gb_10, DutyType::decide_by, ValueId::board_limit_15,
                ValueId::covid_board_limit_25, true};
    case Band::over_15_days:
        return {RuleId::gb_11, DutyType::decide_by, ValueId::board_limit_15,
                ValueId::covid_board_limit_25, true};
    case Band::exam_alone:
        return {RuleId::gb_16, DutyType::decide_by, ValueId::exam_limit_15,
                ValueId::covid_board_limit_25, true};
    case Band::over_5_represented:
        return {RuleId::gb_12, DutyType::decide_by, ValueId::board_limit_50,
                ValueId::covid_board_limit_60, true};
    case Band::over_5_not_represented:
        return {RuleId::gb_13, DutyType::no_meeting_required, none, none, false};
    case Band::up_to_5_represented:
        return {RuleId::gb_14, DutyType::consider_representations_no_reinstatement_power, none,
                none, false};
    case Band::up_to_5:
        return {RuleId::gb_15, DutyType::none, none, none, false};
    }
    return {};
}

/// Whether the Covid rules reach the board's limit: decided from 1 June to 24 September 2020, or
/// earlier, with the board still to decide and its ordinary limit not past on 1 June. Source:
/// VER-03.
bool covid_reaches(const Reckoning& one, std::optional<Date> ordinary)
{
    if (!one.history->covid_not_practicable) return false;
    const auto began = date(2020, 6, 1), ended = date(2020, 9, 24);
    if (one.exclusion->decided_on > ended) return false;
    if (one.exclusion->decided_on >= began) return true;
    const auto decided_before = [&](EventType type) {
        const auto* event = one.event(type);
        return event && event->on < began;
    };
    return ordinary && *ordinary >= began && !decided_before(EventType::board_meeting) &&
           !decided_before(EventType::board_decision_notice);
}

Duty& row(RuleId rule, DutyType type, const Reckoning& one, Evaluation& out)
{
    auto& duty = out.duties.emplace_back();
    duty.rule = rule;
    duty.exclusion = one.index;
    duty.actor = board_of(*one.school);
    duty.type = type;
    return duty;
}

Finding& finding(RuleId rule, Severity severity, const Reckoning& one, Evaluation& out)
{
    auto& found = out.findings.emplace_back();
    found.rule = rule;
    found.exclusion = one.index;
    found.severity = severity;
    return found;
}

} // namespace governing_board_detail

Band band_of(const Reckoning& one)
{
    if (one.permanent()) return Band::permanent;
    if (one.over_15_days()) return Band::over_15_days;
    if (one.exam_lost) return Band::exam_alone;
    if (one.over_5_days())
        return one.represented ? Band::over_5_represented : Band::over_5_not_represented;
    return one.represented ? Band::up_to_5_represented : Band::up_to_5;
}

bool band_is_sure(const Reckoning& one)
{
    if (!one.total_is_open) return true;
    const auto band = band_of(one);
    return band == Band::permanent || band == Band::over_15_days || band == Band::exam_alone;
}

BoardLimit board_limit(const Reckoning& one)
{
    const auto rule = governing_board_detail::rule_of(band_of(one));
    BoardLimit limit;
    if (!band_is_sure(one)) return limit;
    limit.has_limit = rule.has_limit;
    if (!rule.has_limit) return limit;
    const auto told = one.exclusion->board_notified_on;
    const auto days = [&](ValueId id, Date on) { return SchoolDays{value_on(id, on).value_or(0)}; };
    limit.last_day = one.calendar().after(told, days(rule.limit, one.exclusion->decided_on));
    if (governing_board_detail::covid_reaches(one, limit.last_day))
        limit.extended = one.calendar().after(told, days(rule.longer_limit, date(2020, 6, 1)));
    return limit;
}

void board_considers(const Reckoning& one, Evaluation& out)
{
    if (one.cancelled || !band_is_sure(one)) return;
    const auto band = band_of(one);
    const auto rule = governing_board_detail::rule_of(band);
    auto& duty = governing_board_detail::row(rule.rule, rule.type, one, out);
    if (!rule.has_limit) return;
    const auto limit = board_limit(one);
    duty.date = limit.last_day;
    if (!duty.date) duty.missing = Missing::term_dates;
    if (band == Band::exam_alone) duty.consider_before = one.first_exam;
    if (limit.extended)
        governing_board_detail::row(RuleId::ver_03, DutyType::decide_by_extended, one, out).date =
            limit.extended;
    if (one.first_exam && band != Band::exam_alone)
        governing_board_detail::row(RuleId::gb_16, DutyType::consider_before, one, out).date =
            one.first_exam;
}

void board_findings(const Reckoning& one, Evaluation& out)
{
    using governing_board_detail::finding;
    if (one.goes_to_board()) {
        const auto next_day = one.calendar().after(one.exclusion->decided_on, SchoolDays{1});
        if (next_day && one.exclusion->board_notified_on > *next_day)
            finding(RuleId::fnd_14, Severity::check, one, out).notified =
                one.exclusion->board_notified_on;
    }
    const auto* meeting = one.event(EventType::board_meeting);
    if (one.cancelled || !meeting) return;
    const auto limit = board_limit(one);
    const auto band = band_of(one);
    if (limit.last_day && band != Band::exam_alone && meeting->on > limit.applies()) {
        auto& late = finding(RuleId::fnd_16, Severity::breach, one, out);
        late.due = limit.applies();
        late.held = meeting->on;
    }
    if (!one.exam_lost || !limit.last_day) return;
    if (meeting->on > limit.applies()) // 15 school days in every band with an exam; 25 by VER-03
        finding(RuleId::fnd_30, Severity::breach, one, out);
    else if (one.first_exam && meeting->on > *one.first_exam)
        finding(RuleId::fnd_30, Severity::check, one, out);
}

} // namespace onroll::law
