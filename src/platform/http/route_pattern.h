// The patterns of routes, such as /people/{person}/schools/{place}, by their segments.
#pragma once

#include "platform/http/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::http {

/// "/schools/{urn}" gives "schools" and "{urn}". A parameter is a whole segment, and "{path...}"
/// takes all that is left, as the last; another pattern throws Bug.
std::vector<std::string> split_pattern(std::string_view pattern);

/// The same paths would match both: parameters' names do not count.
bool has_same_shape(const std::vector<std::string>& one, const std::vector<std::string>& other);

/// Whether the path has the pattern's shape. An empty segment is never a parameter's value.
bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path);

/// The parameters of a path that matches.
Fields parameters_in(const std::vector<std::string>& pattern, const std::vector<std::string>& path);

/// Whether `one` says more than `other` at the first segment where they differ in kind.
bool is_more_precise(const std::vector<std::string>& one, const std::vector<std::string>& other);

/// What the paths of a pattern begin with: its first segment, or `start_of_any` where that is a
/// parameter. No segment that is not one looks like it.
inline constexpr std::string_view start_of_any = "{";
std::string_view start_of(const std::vector<std::string>& pattern);

} // namespace onroll::http
