// What follows for claims of discrimination from facts beyond the basic ones. Each answers nothing
// where its fact is not recorded. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// The last day to claim about conduct over a period (six months starting with its end), and three
/// months more where it was referred to conciliation in time. A disabled pupil's claim to the
/// tribunal. Source: TRB-02, Equality Act 2010 Schedule 17 paragraph 4(2), (3) and (5).
std::optional<Duty> claim_extended(const Reckoning&);

/// Referred to conciliation after the six months: the time to claim did not grow.
/// Source: TRB-02, Equality Act 2010 Schedule 17 paragraph 4(2).
std::optional<Finding> conciliation_too_late(const Reckoning&);

/// Claimed by somebody who is not the claimant: the parent until the pupil is over compulsory
/// school age, then the young person. Source: TRB-03, Equality Act 2010 Schedule 17 paragraph 3.
std::optional<Finding> wrong_claimant(const Reckoning&);

/// About when a claim should be heard: some six weeks for a permanent exclusion, up to twenty for
/// others. Practice, no right. Source: TRB-05, practice of the First-tier Tribunal.
std::optional<Duty> hearing_expected(const Reckoning&);

/// The last day to claim in the County Court about another protected characteristic.
/// Source: TRB-06, Equality Act 2010 ss113, 114 and 118.
std::optional<Duty> court_claim(const Reckoning&);

/// All of the above, in this order. Source: TRB-02 to TRB-06.
void claim_records(const Reckoning&, Evaluation& out);

} // namespace onroll::law
