// A list of one's own children as a file, and the word of a second person for a long one. Pure.
#pragma once

#include "people/types.h"

#include "access/types.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

using ExportId = RandomId<struct ExportTag>;
using ExportMoment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A long list that somebody asks for.
struct ExportAsked {
    ExportId id;
    access::UserId asked_by;
    ExportMoment asked_at{};
    access::Purpose purpose = access::Purpose::direct_work;
    std::size_t children = 0;
    std::optional<access::UserId> agreed_by{};
    std::optional<ExportMoment> agreed_at{};
};

/// One line of the file: nothing of where the child lives, or with whom.
struct ListedForExport {
    std::string given_name{};
    std::string family_name{};
    std::string known_as{};
    std::optional<Date> born_on{};
    std::string upn{};
    std::string school{};
    std::string sen{};
};

enum class ListFormat { csv, workbook };

/// What the first row of the file says.
struct MadeBy {
    std::string name;
    std::string agency;
    std::string purpose;
    ExportMoment at{};
};

} // namespace onroll::people
