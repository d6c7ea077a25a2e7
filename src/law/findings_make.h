// The small words in which the findings from optional facts are written.
#pragma once

#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::law {

/// Recorded as no. What is not recorded is neither yes nor no.
inline bool said_no(const std::optional<bool>& fact)
{
    return fact == false;
}
/// Recorded as yes.
inline bool said_yes(const std::optional<bool>& fact)
{
    return fact == true;
}

/// A finding about the exclusion reckoned.
inline Finding make_finding(const Reckoning& one, RuleId rule, Severity severity,
                            std::string_view reason = {})
{
    Finding found;
    found.rule = rule;
    found.exclusion = one.index;
    found.severity = severity;
    found.reason = reason;
    return found;
}

/// A finding that lists what was missing; nothing where the list is empty.
inline std::optional<Finding> finding_listing(const Reckoning& one, RuleId rule, Severity severity,
                                              std::vector<std::string> items,
                                              std::string_view reason = {})
{
    if (items.empty()) return std::nullopt;
    auto found = make_finding(one, rule, severity, reason);
    found.items = std::move(items);
    return found;
}

/// The codes of those points that are asked for and were answered no.
template <class Point, class Wanted>
std::vector<std::string> missing(const YesOrNo<Point>& answers, const Wanted& wanted)
{
    std::vector<std::string> codes;
    for (const Point point : wanted)
        if (answers.no(point)) codes.emplace_back(code(point));
    return codes;
}

/// A duty about the exclusion reckoned.
inline Duty make_duty(const Reckoning& one, RuleId rule, Actor actor, DutyType type,
                      std::optional<Date> on = {})
{
    Duty made;
    made.rule = rule;
    made.exclusion = one.index;
    made.actor = actor;
    made.type = type;
    made.date = on;
    return made;
}

/// The duty row of a rule about an exclusion; null where the core rules gave none.
inline const Duty* row_of(const Evaluation& answers, const Reckoning& one, RuleId rule,
                          DutyType type)
{
    for (const auto& row : answers.duties)
        if (row.rule == rule && row.type == type && row.exclusion == one.index &&
            row.subject == Duty::Subject::exclusion)
            return &row;
    return nullptr;
}

/// A number in law on the day of the decision; nothing where it is not known for that day.
inline std::optional<int> number(const Reckoning& one, ValueId id)
{
    return value_on(id, one.exclusion->decided_on);
}

/// The last day that "without delay" is not asked about: the next school day. Source: CNT-05.
inline std::optional<Date> next_school_day(const Reckoning& one, Date after)
{
    const auto days = number(one, ValueId::told_late_flag);
    return days ? one.calendar().after(after, SchoolDays{*days}) : std::nullopt;
}

/// The last day for the papers of a meeting on a day, in school days before it; nothing where the
/// calendar does not reach back so far. Source: GB-22, IRP-10.
inline std::optional<Date> papers_by(const Reckoning& one, Date meeting)
{
    const auto days = number(one, ValueId::papers_days);
    if (!days) return std::nullopt;
    std::optional<Date> by = meeting;
    for (int i = 0; i < *days && by; ++i) by = one.calendar().last_before(*by);
    return by;
}

/// Adds what each of the rules finds.
template <class Rules, class... Facts>
void add_findings(const Rules& rules, const Reckoning& one, Evaluation& out, const Facts&... facts)
{
    for (const auto rule : rules)
        if (auto found = rule(one, facts...)) out.findings.push_back(std::move(*found));
}

} // namespace onroll::law
