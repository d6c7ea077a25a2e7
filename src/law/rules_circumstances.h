// Duties and findings that come from the optional facts about an exclusion
// (types_circumstances.h). Nothing recorded, nothing found. Pure.
#pragma once

#include "law/rules_reckoning.h"

namespace onroll::law {

/// Adds the duties and findings about one exclusion. The core duties of that exclusion must already
/// be in `out`: several findings compare a recorded day with their dates.
/// Source: sections 3 to 9 and 11 of the rules; each function of rules_findings_*.h names its own.
void findings_from_circumstances(const Reckoning&, Evaluation& out);

} // namespace onroll::law
