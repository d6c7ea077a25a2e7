// Reads a file of statistics in one pass into series, and says how each column was read and which
// rows cannot be taken. Nothing is guessed: a column that is not known splits nothing, and two
// different figures for one area, period and breakdown refuse the file. Pure: no clock, no
// database. Promises: trust.md U-07, U-09, U-10.
#pragma once

#include "insight/imports_places.h"
#include "insight/types_import.h"

#include "kernel/result.h"
#include "platform/csv/reader.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// A row of DfE's meta file.
struct MetaColumn {
    std::string name{};
    std::string type{}; ///< "Filter" or "Indicator" as written
    std::string label{};
    std::string unit{};
    std::string grouping_column{};
};

/// Bad input where it is no meta file: it must have col_name and col_type.
Result<std::vector<MetaColumn>> read_meta(csv::Reader& reader);

/// What is imported: the file's bytes as they were given, opened as a table or as GeoJSON.
struct ImportFile {
    std::filesystem::path path{};       ///< read from there
    std::optional<std::string> bytes{}; ///< or these, where a browser sent them
    std::optional<std::filesystem::path> meta_path{};
    std::optional<std::string> meta_bytes{};
    FileOrigin origin{};
};

/// Reads any kind of file that can be imported. Errors: not recognised, damaged, too large.
Result<StatisticsFile> read_statistics(const ImportFile& file, const KnownCodes& known);

/// The figures of a table, by the kinds of files.h.
Result<StatisticsFile> read_table(csv::Reader& reader,
                                  const std::optional<std::vector<MetaColumn>>& meta,
                                  const FileOrigin& origin, const KnownCodes& known);

/// Boundaries of local authorities: a GeoJSON FeatureCollection whose features have a `code` (or
/// CTYUAnnCD) and polygons.
Result<StatisticsFile> read_boundaries(std::string_view json, const KnownCodes& known);

} // namespace onroll::insight
