#include "law/rules_findings.h"

#include <algorithm>

namespace onroll::law {

namespace findings_detail {

Finding& finding(RuleId rule, Severity severity, const Reckoning& one, Evaluation& out)
{
    auto& found = out.findings.emplace_back();
    found.rule = rule;
    found.exclusion = one.index;
    found.severity = severity;
    return found;
}

} // namespace findings_detail

void decided_by_somebody_else(const Reckoning& one, Evaluation& out)
{
    const auto by = one.exclusion->decided_by;
    if (by == DecidedBy::head_teacher || by == DecidedBy::acting_head_teacher) return;
    findings_detail::finding(RuleId::fnd_02, Severity::unlawful, one, out);
}

void over_45_days_in_the_year(const Reckoning& one, Evaluation& out)
{
    const auto cap = value_on(ValueId::year_cap, one.exclusion->decided_on);
    if (!cap || one.year_half_days <= 2 * *cap) return;
    auto& found = findings_detail::finding(RuleId::fnd_08, Severity::unlawful, one, out);
    found.year_half_days = one.year_half_days;
    found.at_least = one.year_total_is_open;
}

void straight_after_another(const Reckoning& one, std::span<const Reckoning> all, Evaluation& out)
{
    // The 2017 guidance was the first to say that a suspension may not be extended or converted.
    if (!one.day_exclusion() || one.exclusion->new_evidence ||
        one.exclusion->decided_on < date(2017, 9, 1))
        return;
    const auto start = one.half_days.first_day();
    if (!start) return;
    const bool follows = std::any_of(all.begin(), all.end(), [&](const Reckoning& other) {
        if (other.index == one.index || other.exclusion->kind != Kind::suspension ||
            other.school != one.school)
            return false;
        const auto end = other.served.last_day();
        if (!end || *other.served.first_day() >= *start) return false;
        return *start == *end || one.calendar().after(*end, SchoolDays{1}) == start;
    });
    if (follows) findings_detail::finding(RuleId::fnd_10, Severity::check, one, out);
}

void cancelled_when_barred(const Reckoning& one, Evaluation& out)
{
    if (!one.exclusion->cancelled || one.cancellation_bar.empty()) return;
    if (one.version < LawVersion::lv_2022 && one.exclusion->cancelled->invalid.empty()) return;
    findings_detail::finding(RuleId::fnd_31, Severity::unlawful, one, out).reason =
        std::string(one.cancellation_bar);
}

} // namespace onroll::law
