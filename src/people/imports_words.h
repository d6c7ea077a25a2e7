// The words that lists of children write in their cells. Only for the reader of lists. Pure.
#pragma once

#include "people/types_care.h"
#include "people/types_family.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::people::imports_words {

/// What sort of value it is, without saying the value: "digits, 10 characters".
std::string kind_of(std::string_view value);
/// `other` is in small letters.
bool same_letters(std::string_view one, std::string_view other);
/// "Mum", "step-father" and the like; any other word is another bond.
Bond bond_written(std::string_view words);
/// What lists write for whether a council looks after the child; "yes" alone does not say by what.
std::optional<CareStatus> care_written(std::string_view words);

} // namespace onroll::people::imports_words
