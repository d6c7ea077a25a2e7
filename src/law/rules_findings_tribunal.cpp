#include "law/rules_findings_tribunal.h"

#include "law/findings_make.h"
#include "law/rules_tribunal.h"

namespace onroll::law {
namespace findings_tribunal_detail {

const std::optional<TribunalRecord>& record(const Reckoning& one)
{
    return one.exclusion->circumstances.tribunal;
}

Actor who_claims(const Reckoning& one)
{
    return claimant(one.history->pupil, one.exclusion->decided_on);
}

/// The first day of the six months: the end of conduct over a period, or the decision.
Date act_of(const Reckoning& one)
{
    return record(one)->conduct_ended_on.value_or(one.exclusion->decided_on);
}

std::optional<Date> last_day_to_claim(const Reckoning& one, bool extended)
{
    const auto months = number(one, ValueId::claim_months);
    const auto more = number(one, ValueId::conciliation_extra_months);
    if (!months || !more) return std::nullopt;
    return last_day_of_months_from(act_of(one), *months + (extended ? *more : 0));
}

bool referred_in_time(const Reckoning& one)
{
    const auto by = last_day_to_claim(one, false);
    return by && record(one)->conciliation_referred_on &&
           *record(one)->conciliation_referred_on <= *by;
}

} // namespace findings_tribunal_detail

std::optional<Duty> claim_extended(const Reckoning& one)
{
    const auto& record = findings_tribunal_detail::record(one);
    if (!record || !one.history->pupil.disabled) return std::nullopt;
    const bool extended = findings_tribunal_detail::referred_in_time(one);
    if (!extended && !record->conduct_ended_on) return std::nullopt;
    return make_duty(one, RuleId::trb_02, findings_tribunal_detail::who_claims(one),
                     DutyType::claim_by_extended,
                     findings_tribunal_detail::last_day_to_claim(one, extended));
}

std::optional<Finding> conciliation_too_late(const Reckoning& one)
{
    const auto& record = findings_tribunal_detail::record(one);
    if (!record || !record->conciliation_referred_on || !one.history->pupil.disabled)
        return std::nullopt;
    const auto by = findings_tribunal_detail::last_day_to_claim(one, false);
    if (!by || findings_tribunal_detail::referred_in_time(one)) return std::nullopt;
    auto found = make_finding(one, RuleId::trb_02, Severity::check, "conciliation_too_late");
    found.made = record->conciliation_referred_on;
    found.deadline = by;
    return found;
}

std::optional<Finding> wrong_claimant(const Reckoning& one)
{
    const auto& record = findings_tribunal_detail::record(one);
    if (!record || !record->claimed_by) return std::nullopt;
    const auto right = findings_tribunal_detail::who_claims(one) == Actor::parent
                           ? Claimant::parent
                           : Claimant::young_person;
    if (*record->claimed_by == right) return std::nullopt;
    return make_finding(one, RuleId::trb_03, Severity::check, code(*record->claimed_by));
}

std::optional<Duty> hearing_expected(const Reckoning& one)
{
    const auto& record = findings_tribunal_detail::record(one);
    if (!record || !record->claimed_on || !one.history->pupil.disabled) return std::nullopt;
    const auto weeks =
        number(one, one.permanent() ? ValueId::tribunal_expedited_weeks : ValueId::tribunal_weeks);
    if (!weeks) return std::nullopt;
    return make_duty(one, RuleId::trb_05, Actor::tribunal, DutyType::hear_by_expected,
                     *record->claimed_on + Days{7 * *weeks});
}

std::optional<Duty> court_claim(const Reckoning& one)
{
    if (one.exclusion->circumstances.discrimination_alleged.empty()) return std::nullopt;
    const auto months = number(one, ValueId::claim_months);
    if (!months) return std::nullopt;
    return make_duty(one, RuleId::trb_06, relevant_person(one.history->pupil),
                     DutyType::court_claim_by,
                     last_day_of_months_from(one.exclusion->decided_on, *months));
}

void claim_records(const Reckoning& one, Evaluation& out)
{
    if (auto row = claim_extended(one)) out.duties.push_back(*row);
    if (auto row = hearing_expected(one)) out.duties.push_back(*row);
    if (auto row = court_claim(one)) out.duties.push_back(*row);
    if (auto found = conciliation_too_late(one)) out.findings.push_back(std::move(*found));
    if (auto found = wrong_claimant(one)) out.findings.push_back(std::move(*found));
}

} // namespace onroll::law
