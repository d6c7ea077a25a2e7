#include "law/rules_tribunal.h"

namespace onroll::law {

void claim_to_the_tribunal(const Reckoning& one, Evaluation& out)
{
    const auto& pupil = one.history->pupil;
    if (!pupil.disabled) return;
    const auto decided = one.exclusion->decided_on;
    auto& duty = out.duties.emplace_back();
    duty.rule = RuleId::trb_01;
    duty.exclusion = one.index;
    duty.actor =
        pupil.age_18_or_over || !pupil.compulsory_school_age ? Actor::pupil : Actor::parent;
    duty.type = DutyType::claim_by;
    duty.date =
        last_day_of_months_from(decided, value_on(ValueId::claim_months, decided).value_or(6));
}

} // namespace onroll::law
