// When a list of children may leave as a file. Pure: moments come in.
#pragma once

#include "people/types_export.h"

namespace onroll::people {

/// Lists of more children take the word of a second person.
inline constexpr std::size_t most_by_oneself = 100;
/// For how long a request waits, and its agreement counts.
inline constexpr std::chrono::hours export_counts_for{24};

/// Source: trust.md Z-10, "bulk export of more than 100 children".
bool takes_second_person(std::size_t children);

/// Whether that person may agree: not the one who asked, not twice, and while it counts.
/// Source: trust.md Z-10.
bool may_agree(const ExportAsked& asked, const access::UserId& by, ExportMoment now);

/// Whether whoever asked may take a list of so many children now: not more than was agreed to.
/// Source: trust.md Z-10 and Z-08, which asks for the rights of the moment.
bool may_take(const ExportAsked& asked, const access::UserId& by, std::size_t children,
              ExportMoment now);

} // namespace onroll::people
