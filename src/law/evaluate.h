// The law engine: a history in, every duty with its date and every finding out. Pure: no clock, no
// database; what has not been recorded draws no finding.
#pragma once

#include "law/types.h"

namespace onroll::law {

/// Duties, totals and findings of a history. `out` is cleared first and keeps its memory between
/// calls. A date that the known terms do not reach is left out and said so in `Duty::missing`.
/// Exclusions decided before 1 September 2012 must have been refused by the reader.
void evaluate(const History& history, Evaluation& out);
Evaluation evaluate(const History& history);

} // namespace onroll::law
