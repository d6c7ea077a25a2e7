// Claims of disability discrimination about an exclusion. Pure.
#pragma once

#include "law/rules_reckoning.h"

namespace onroll::law {

/// The parent; from 1 September 2014 the pupil once over compulsory school age, as far as the
/// history says. Source: TRB-03, Equality Act 2010 Schedule 17 paragraph 3.
Actor claimant(const Pupil&, Date decided_on);

/// Six months starting with the decision, for each exclusion of a disabled pupil; claimed by its
/// claimant. Source: TRB-01, Equality Act 2010 Schedule 17 paragraph 4(1).
void claim_to_the_tribunal(const Reckoning&, Evaluation& out);

} // namespace onroll::law
