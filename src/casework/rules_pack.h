// How far a pack of papers is. Pure.
#pragma once

#include "casework/types_pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// The documents that a pack for this reader should hold whatever else the case has. A panel is
/// sent the board's decision and the application for the review; the policies that the board had to
/// have regard to are documents of the case where there are any. A board wrote its decision itself.
/// Source: IRP-10, SI 2012/1033 Sch 1 and statutory guidance on preparing for the review; that the
/// family's own pack holds them too is our convention.
std::vector<Category> always_in_a_pack_for(PackFor audience);

/// Whether a document of that kind is a part of a pack for this reader, where the case has one.
/// Source: GB-22 and IRP-10; that a board is not sent its own decision, or the application for a
/// review of it, is our convention.
bool is_part_for(PackFor audience, Category category);

/// The parts of a pack that are in it, of those that it should hold: the family's representations,
/// the chronology, dates and findings, the child's own account where the child lets this reader
/// know one, each document of the case that may be given, and those that are always sent. What was
/// left out of this copy is not in it; notes are the service's own choice.
/// Source: capabilities.md J1 step 9; always_in_a_pack_for; which other parts a pack should hold is
/// our convention.
PackProgress progress_of(const Release& release, const std::vector<Paper>& papers,
                         const Offered& offered);

/// Whether a date in law, by the name it is kept under, is one for which a pack is prepared: the
/// governors decide or reconsider, the panel meets, papers go out. Source: our convention.
bool wants_a_pack(std::string_view name);

/// "5 of 8 parts are in it". Source: our convention.
std::string in_words(const PackProgress& pack);

} // namespace onroll::casework
