#include "access/types_break_glass.h"

namespace onroll::access {

std::string_view key_of(Finding finding)
{
    return finding == Finding::justified ? "justified" : "not_justified";
}

std::optional<Finding> finding_named(std::string_view key)
{
    for (const auto finding : {Finding::justified, Finding::not_justified})
        if (key_of(finding) == key) return finding;
    return std::nullopt;
}

} // namespace onroll::access
