// Claims of disability discrimination about an exclusion. Pure.
#pragma once

#include "law/rules_reckoning.h"

namespace onroll::law {

/// Six months starting with the decision, for each exclusion of a disabled pupil; claimed by the
/// parent, or by the pupil once over compulsory school age. Source: TRB-01 and TRB-03, Equality Act
/// 2010 Schedule 17 paragraphs 3 and 4(1).
void claim_to_the_tribunal(const Reckoning&, Evaluation& out);

} // namespace onroll::law
