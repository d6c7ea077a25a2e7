#include "law/rules_movements_moves.h"

namespace onroll::law {

void managed_move_freely_agreed(const ManagedMove& one, MovementAnswers& answers)
{
    const auto rule = RuleId::fnd_24;
    if (yes(one.threatened)) answers.finding(rule, Severity::unlawful, "under_threat");
    if (no(one.agreed_by_parent)) answers.finding(rule, Severity::unlawful, "no_consent");
    const auto trial_allowed = answers.value(ValueId::managed_move_trial_allowed);
    if (yes(one.trial) && trial_allowed && *trial_allowed == 0)
        answers.finding(rule, Severity::breach, "on_trial");
}

void managed_move_prepared(const ManagedMove& one, MovementAnswers& answers)
{
    const auto rule = RuleId::mov_05;
    if (no(one.both_schools_agreed)) answers.finding(rule, Severity::check, "schools_not_agreed");
    if (yes(one.ehc_plan) && no(one.authority_agreed))
        answers.finding(rule, Severity::check, "authority_not_agreed");
    if (no(one.shared_first)) answers.finding(rule, Severity::check, "not_shared_first");
}

} // namespace onroll::law
