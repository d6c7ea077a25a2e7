// A text with people's names hidden, for papers that others read. Pure. A name that is nowhere
// recorded, such as a friend's in somebody's own words, cannot be known: the page says so, and lets
// more names be given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Somebody who must not be named, in each way that they may be called, and what stands instead.
struct HiddenName {
    std::vector<std::string> called{}; ///< "Sami Rahman", "Sami", "Rahman"
    std::string instead{};             ///< "the child", "S.R."
    bool operator==(const HiddenName&) const = default;
};

enum class NamesShown { as_recorded, initials, roles };

/// "Sami Rahman" as "S.R."; a name of one word as its first letter.
/// Source: trust.md F-13; capabilities.md, table stake 16.
std::string initials_of(std::string_view name);

/// Every way in which a person of these names may be written: given and family name, each alone
/// and both in either order, with each other name that they are known by. Single letters are left
/// out.
/// Source: trust.md F-13.
std::vector<std::string> ways_to_call(const std::vector<std::string>& given,
                                      const std::vector<std::string>& family);

/// The text with each name replaced, whole words only, whatever their case; the longest name first,
/// so that a full name becomes one. A possessive keeps its ending.
/// Source: trust.md F-13; capabilities.md, table stake 16.
std::string with_names_hidden(std::string_view text, const std::vector<HiddenName>& names);

} // namespace onroll::casework
