// What an act of sharing opens of a record: the fields that it names and nothing beside them. Pure.
// Follows trust.md W-04, F-02, F-03 and F-07.
#pragma once

#include "people/types_received.h"

#include <string_view>
#include <vector>

namespace onroll::people {

/// The fields that a share may name. What older shares name besides opens nothing.
namespace shared_field {
inline constexpr std::string_view names = "names";
inline constexpr std::string_view schools = "schools";
inline constexpr std::string_view needs = "needs";
inline constexpr std::string_view contacts = "contacts";
inline constexpr std::string_view home = "home";
inline constexpr std::string_view statement = "statement"; ///< words agreed with the family
} // namespace shared_field

/// Whether the share names the field.
/// Source: trust rule W-04.
bool names_field(const Share& share, std::string_view field);

/// Whether the consent covers the field: one that was recorded in words alone covers what whoever
/// shares reads in them.
/// Source: trust rules W-04 and G-09.
bool covers_field(const Consent& consent, std::string_view field);

/// The record as the share opens it. Contacts are those of adults who agreed themselves, with what
/// to mind when reaching them; a protected address is `withheld`, whatever the share says; notes
/// stay behind.
/// Source: trust rules W-04, F-02, F-03 and F-07.
SharedRecord shared_of(const ChildRecord& record, ReceivedShare received,
                       const std::vector<PersonId>& agreed, Date today);

} // namespace onroll::people
