#include "law/rules_tribunal.h"

namespace onroll::law {

Actor claimant(const Pupil& pupil, Date decided_on)
{
    const bool young_people_claim = decided_on >= date(2014, 9, 1);
    return young_people_claim && !pupil.of_compulsory_school_age() ? Actor::pupil : Actor::parent;
}

void claim_to_the_tribunal(const Reckoning& one, Evaluation& out)
{
    const auto& pupil = one.history->pupil;
    if (!pupil.disabled) return;
    const auto decided = one.exclusion->decided_on;
    auto& duty = out.duties.emplace_back();
    duty.rule = RuleId::trb_01;
    duty.exclusion = one.index;
    duty.actor = claimant(pupil, decided);
    duty.type = DutyType::claim_by;
    duty.date =
        last_day_of_months_from(decided, value_on(ValueId::claim_months, decided).value_or(6));
}

} // namespace onroll::law
