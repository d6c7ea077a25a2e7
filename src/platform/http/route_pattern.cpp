#include "platform/http/route_pattern.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <utility>

namespace onroll::http {

namespace route_pattern_detail {

bool is_parameter(std::string_view segment)
{
    return segment.starts_with('{');
}
bool takes_the_rest(std::string_view segment)
{
    return segment.ends_with("...}");
}

std::string_view parameter_name(std::string_view segment)
{
    segment = segment.substr(1, segment.size() - 2);
    return takes_the_rest(std::string(segment) + '}') ? segment.substr(0, segment.size() - 3)
                                                      : segment;
}

} // namespace route_pattern_detail

using route_pattern_detail::is_parameter;
using route_pattern_detail::parameter_name;
using route_pattern_detail::takes_the_rest;

std::vector<std::string> split_pattern(std::string_view pattern)
{
    ensure(pattern.starts_with('/'), "a route's pattern begins with a slash");
    std::vector<std::string> segments;
    for (bool more = true; more;) {
        pattern.remove_prefix(1);
        const auto length = std::min(pattern.find('/'), pattern.size());
        segments.emplace_back(pattern.substr(0, length));
        pattern.remove_prefix(length);
        more = !pattern.empty();
    }
    for (std::size_t at = 0; at < segments.size(); ++at) {
        const auto& segment = segments[at];
        const bool braces = segment.find_first_of("{}") != std::string::npos;
        if (!braces) continue;
        ensure(segment.size() > 2 && segment.front() == '{' &&
                   segment.find_first_of("{}", 1) == segment.size() - 1 &&
                   !parameter_name(segment).empty(),
               "a parameter is a whole segment: /schools/{urn}");
        ensure(!takes_the_rest(segment) || at + 1 == segments.size(),
               "{path...} is the last segment");
    }
    return segments;
}

bool has_same_shape(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    return std::ranges::equal(one, other, [](const std::string& left, const std::string& right) {
        if (is_parameter(left) != is_parameter(right)) return false;
        return is_parameter(left) ? takes_the_rest(left) == takes_the_rest(right) : left == right;
    });
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path)
{
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (at >= path.size()) return false;
        if (!is_parameter(pattern[at])) {
            if (pattern[at] != path[at]) return false;
            continue;
        }
        if (path[at].empty()) return false;
        if (takes_the_rest(pattern[at])) return true;
    }
    return path.size() == pattern.size();
}

Fields parameters_in(const std::vector<std::string>& pattern, const std::vector<std::string>& path)
{
    Fields parameters;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (!is_parameter(pattern[at])) continue;
        std::string value = path[at];
        const bool rest = takes_the_rest(pattern[at]);
        for (auto next = at + 1; rest && next < path.size(); ++next) value += '/' + path[next];
        parameters.add(std::string(parameter_name(pattern[at])), std::move(value));
    }
    return parameters;
}

std::string_view start_of(const std::vector<std::string>& pattern)
{
    return is_parameter(pattern.front()) ? start_of_any : std::string_view(pattern.front());
}

bool is_more_precise(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    const auto rank = [](const std::string& segment) {
        return !is_parameter(segment) ? 2 : takes_the_rest(segment) ? 0 : 1;
    };
    for (std::size_t at = 0; at < std::min(one.size(), other.size()); ++at) {
        if (rank(one[at]) != rank(other[at])) return rank(one[at]) > rank(other[at]);
    }
    return false;
}

} // namespace onroll::http
