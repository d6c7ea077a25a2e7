// How far a pack of papers is. Pure.
#pragma once

#include "casework/types_pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// The parts of a pack that are in it, of those that it should hold: the family's representations,
/// the chronology, dates and findings, the child's own account, and each document of the case that
/// may be given. What was left out of this copy is not in it; notes are the service's own choice.
/// Source: capabilities.md J1 step 9; which parts a pack should hold is our convention.
PackProgress progress_of(const Release& release, const std::vector<Paper>& papers,
                         const Offered& offered);

/// Whether a date in law, by the name it is kept under, is one for which a pack is prepared: the
/// governors decide or reconsider, the panel meets, papers go out. Source: our convention.
bool wants_a_pack(std::string_view name);

/// "5 of 8 parts are in it".
std::string in_words(const PackProgress& pack);

} // namespace onroll::casework
