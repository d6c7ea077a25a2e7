// How each column of a file in DfE's standard is read: from its meta file where there is one, from
// its name, and else from whether its cells are figures. Pure: no clock, no database.
#pragma once

#include "insight/files.h"
#include "insight/imports.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

struct ReadColumn {
    std::size_t index = 0;
    ColumnRole role = ColumnRole::unknown;
    std::string read_as{}; ///< filter or indicator
    std::string label{};
    std::string unit{};
    bool named_by_meta = false;
};

/// By position, one for each column of the header.
std::vector<ReadColumn> read_columns(const FileKind& kind, const csv::Header& header,
                                     const std::optional<std::vector<MetaColumn>>& meta);

/// Turns columns whose role is not known into indicators where all the cells of `sample` are
/// figures; the others split nothing and are not read.
void settle(std::vector<ReadColumn>& columns, const std::vector<std::vector<std::string>>& sample);

std::string_view in_words(ColumnRole role);

} // namespace onroll::insight
