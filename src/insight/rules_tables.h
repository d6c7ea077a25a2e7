// A table of counts from an area's own records, made safe to give out: small counts hidden, and
// held against every table that the same series of records gave out before. Pure.
#pragma once

#include "insight/rules_releases.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

/// How many records have each combination of values. The columns of a series never change, so that
/// its tables can be held against one another.
struct RecordCounts {
    std::vector<std::string> columns;
    std::map<std::vector<std::string>, std::int64_t> counts; ///< by a value of each column
    bool operator==(const RecordCounts&) const = default;
};

/// Which table is asked for.
struct TableRequest {
    std::string rows;                                      ///< a column
    std::string columns;                                   ///< another; empty for a list
    std::vector<std::pair<std::string, std::string>> only; ///< column and value
    bool operator==(const TableRequest&) const = default;
};

/// A table with its labels, and the combinations behind each cell.
struct LabelledTable {
    std::vector<std::string> row_labels;
    std::vector<std::string> column_labels;
    CountTable table;
    std::vector<std::vector<std::vector<std::string>>> behind; ///< by cell, row by row
};

/// A table that was given out: what was asked, the records of that day, and what was shown.
struct PastTable {
    TableRequest request;
    RecordCounts records;
    SuppressedTable shown;
};

/// Counts the records. Bad input for a column that the series has not, for one column as both rows
/// and columns, and where nothing is left.
/// Source: cross tabulation.
Result<LabelledTable> table_of(const RecordCounts&, const TableRequest&);

/// Whether the table, shown as `shown`, may be given out beside the past ones of its series. Bad
/// input where the columns differ, or where a combination has fewer records than before: then the
/// earlier tables cannot be held against this one.
/// Source: differencing, in Willenborg and de Waal (2001), chapter 6.
Result<ReleaseVerdict> check_table(const std::vector<PastTable>& past, const PastTable& proposed,
                                   const SuppressionRule& = {});

} // namespace onroll::insight
