// The kinds of files that can be imported, recognised by their columns, and the one name that each
// column has here however the file names it. Pure: no clock, no database.
#pragma once

#include "insight/types.h"

#include "kernel/result.h"
#include "platform/csv/reader.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

enum class FileShape {
    by_place,         ///< DfE's standard: a row for each area, period and filter
    interactive_tool, ///< LAIT: a row for each measure, year and area
    review_panels,    ///< the older table of appeals and reviews
    neighbours,       ///< LAIT: ten neighbours to a row
    authority_codes   ///< number, ONS code, name and years
};

/// What an `x` says: files up to 2019 hide small numbers by it.
enum class MeaningOfX { not_available, suppressed };

struct FileKind {
    std::string_view dataset;
    std::string_view title;
    FileShape shape = FileShape::by_place;
    std::vector<std::string_view> needs{};   ///< columns, "fixed_excl|suspension" for either
    std::vector<std::string_view> lacks{};   ///< no column of these names
    std::vector<std::string_view> filters{}; ///< beside those every file may have
    std::optional<PeriodKind> academic_year_is{};
    bool old_x = false; ///< every file of the kind is of the time when x hid small numbers
};

/// All kinds, most particular first.
std::span<const FileKind> file_kinds();

/// Which kind it is. Where it is none but has the columns of DfE's standard and a meta file says
/// what the others are, the kind `other` is answered. Bad input, naming what can be read, for all
/// else.
Result<FileKind> recognise(const csv::Header& header, bool has_meta);

/// The role that a column has by its name alone in a file of DfE's standard.
enum class ColumnRole { place, time, filter, indicator, note, unknown };
ColumnRole role_by_name(const FileKind& kind, std::string_view column);

/// The filter that a column is here: "phase" for school_type and education_phase.
std::string filter_name(std::string_view column);
/// The indicator that a column is here: "suspensions" for fixed_excl and suspension.
std::string indicator_name(const FileKind& kind, std::string_view column);

/// The value of a filter as kept here; empty for the total.
std::string filter_value(std::string_view filter, std::string_view value);

/// "1-5" for 01-May, which a spreadsheet made of it. Nothing where it is no such date.
std::optional<std::string> undamaged_band(std::string_view value);

/// A short name for a column or a measure where neither the meta file nor we have one: the name
/// with spaces.
std::string spoken(std::string_view name);

} // namespace onroll::insight
