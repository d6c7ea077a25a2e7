// What the words of other people's lists say about a school: its kind, phase and status.
// Sources: code sets of Get Information about Schools; school census 2022/23. Pure: no clock, no
// database.
#pragma once

#include "places/types.h"

#include <optional>
#include <string_view>

namespace onroll::places {

/// The kind of a school by the register's type, its number first and its name where there is no
/// number; `unknown` where neither is known to us. Source: GIAS code set TypeOfEstablishment.
SchoolKind kind_by_register_type(std::string_view code, std::string_view name);

/// The kind as far as the school census's broad type tells it: nothing where it does not tell
/// maintained schools from academies. Source: school census 2022/23, column SCHOOLTYPE.
std::optional<SchoolKind> kind_by_census_type(std::string_view type);

/// Source: GIAS code set PhaseOfEducation; school census SCHOOLTYPE.
Phase phase_by_words(std::string_view words);

/// Source: GIAS code set EstablishmentStatus.
SchoolStatus status_by_words(std::string_view words);

/// Source: GIAS links file, column LinkType.
LinkKind link_kind_by_words(std::string_view words);

} // namespace onroll::places
