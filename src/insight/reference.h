// The areas of England as this product knows them before any file of figures: regions, local
// authorities with their ONS codes by year, and how authorities followed one another
// (data/reference/local_authorities.csv and authority_changes.csv). Pure: no clock, no database.
#pragma once

#include "insight/types.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight::reference {

/// England, its regions (London also as Inner and Outer), and the authorities of the lists.
const std::vector<Area>& areas();
std::size_t authority_count();

/// Every ONS code that a list gives, with the authority that had it.
const std::map<std::string, AreaCode, std::less<>>& authority_codes();

const std::vector<AreaChange>& changes();

/// "North East", "East of England", "London (Inner)" and how files vary them. Nothing for a name
/// that is no region.
std::optional<AreaCode> region_named(std::string_view name);

/// An authority by its name in the lists, forgiving case, punctuation and "City of", for files that
/// give no code. Nothing where no or more than one authority fits.
std::optional<AreaCode> authority_named(std::string_view name);

} // namespace onroll::insight::reference
