#include "insight/rules_tables.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <optional>
#include <set>

namespace onroll::insight {

namespace rules_tables_detail {

std::optional<std::size_t> place_of(const RecordCounts& records, std::string_view column)
{
    const auto found = std::find(records.columns.begin(), records.columns.end(), column);
    if (found == records.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - records.columns.begin());
}

Error no_column(const std::string& column)
{
    return bad_input("The records have no column “" + column + "” in this series");
}

/// The records of one day less those of the day before: pieces that tables of both days hold.
struct Slices {
    std::vector<RecordCounts> days; ///< distinct, oldest first
};

/// Adds a day unless it is the last one; bad input where a count fell.
std::optional<Error> add_day(Slices& slices, const RecordCounts& day)
{
    if (!slices.days.empty()) {
        const auto& before = slices.days.back();
        if (before == day) return std::nullopt;
        if (before.columns != day.columns)
            return bad_input("The columns of a series cannot change. Begin a new series");
        for (const auto& [combination, count] : before.counts) {
            const auto now = day.counts.find(combination);
            if (now == day.counts.end() || now->second < count)
                return bad_input(
                    "Some records of an earlier table are no longer there, so the two cannot be "
                    "held against each other. Withdraw the earlier table and begin a new series");
        }
    }
    slices.days.push_back(day);
    return std::nullopt;
}

/// Numbers the pieces: each combination has one for each day.
class Pieces {
public:
    explicit Pieces(const Slices& slices) : days_(slices.days.size())
    {
        for (const auto& [combination, count] : slices.days.back().counts) {
            const auto first = static_cast<std::uint32_t>(counts_.size());
            numbers_.emplace(combination, first);
            std::int64_t before = 0;
            for (const auto& day : slices.days) {
                const auto found = day.counts.find(combination);
                const auto now = found == day.counts.end() ? 0 : found->second;
                counts_.push_back(now - before);
                before = now;
            }
        }
    }

    const std::vector<std::int64_t>& counts() const { return counts_; }
    std::size_t days() const { return days_; }

    /// Those of the combinations, up to and with the day.
    std::vector<std::uint32_t> of(const std::vector<std::vector<std::string>>& combinations,
                                  std::size_t day) const
    {
        std::vector<std::uint32_t> pieces;
        for (const auto& combination : combinations)
            for (std::size_t slice = 0; slice <= day; ++slice)
                pieces.push_back(numbers_.at(combination) + static_cast<std::uint32_t>(slice));
        return pieces;
    }

private:
    std::size_t days_;
    std::map<std::vector<std::string>, std::uint32_t> numbers_;
    std::vector<std::int64_t> counts_;
};

/// What a table tells: each cell and total that it shows as a number, and each hidden one.
Result<TableRelease> release_of(const PastTable& past, const Slices& slices, const Pieces& pieces)
{
    const auto day = static_cast<std::size_t>(
        std::find(slices.days.begin(), slices.days.end(), past.records) - slices.days.begin());
    const auto labelled = table_of(past.records, past.request);
    if (!labelled) return labelled.error();
    const auto rows = labelled->table.rows, columns = labelled->table.columns;
    ensure(past.shown.rows == rows && past.shown.columns == columns,
           "what was shown is the table that was asked for");
    TableRelease release;
    for (std::size_t row = 0; row <= rows; ++row)
        for (std::size_t column = 0; column <= columns; ++column) {
            const auto place = past.shown.place(row, column);
            if (past.shown.cells[place] == CellShown::no_cell) continue;
            std::vector<std::vector<std::string>> behind;
            for (std::size_t r = 0; r < rows; ++r)
                for (std::size_t c = 0; c < columns; ++c)
                    if ((row == rows || r == row) && (column == columns || c == column)) {
                        const auto& cell = labelled->behind[r * columns + c];
                        behind.insert(behind.end(), cell.begin(), cell.end());
                    }
            auto numbered = pieces.of(behind, day);
            if (const auto& count = past.shown.counts[place])
                release.numbers.push_back(ReleasedNumber::exactly(std::move(numbered), *count));
            else
                release.hidden.push_back(std::move(numbered));
        }
    return release;
}

} // namespace rules_tables_detail

Result<LabelledTable> table_of(const RecordCounts& records, const TableRequest& request)
{
    using namespace rules_tables_detail;
    const auto row_column = place_of(records, request.rows);
    if (!row_column) return no_column(request.rows);
    const auto other = request.columns.empty() ? row_column : place_of(records, request.columns);
    if (!other) return no_column(request.columns);
    if (!request.columns.empty() && *other == *row_column)
        return bad_input("Choose two different columns");
    std::vector<std::pair<std::size_t, std::string>> only;
    for (const auto& [column, value] : request.only) {
        const auto place = place_of(records, column);
        if (!place) return no_column(column);
        only.emplace_back(*place, value);
    }
    const auto column_label = [&](const std::vector<std::string>& combination) {
        return request.columns.empty() ? std::string("Number") : combination[*other];
    };
    std::set<std::string> row_labels, column_labels;
    std::vector<const std::pair<const std::vector<std::string>, std::int64_t>*> kept;
    for (const auto& entry : records.counts) {
        if (std::any_of(only.begin(), only.end(), [&](const auto& condition) {
                return entry.first[condition.first] != condition.second;
            }))
            continue;
        kept.push_back(&entry);
        row_labels.insert(entry.first[*row_column]);
        column_labels.insert(column_label(entry.first));
    }
    if (kept.empty()) return bad_input("No record is left to count");
    LabelledTable labelled{{row_labels.begin(), row_labels.end()},
                           {column_labels.begin(), column_labels.end()},
                           {row_labels.size(), column_labels.size(), {}},
                           {}};
    labelled.table.counts.resize(row_labels.size() * column_labels.size());
    labelled.behind.resize(labelled.table.counts.size());
    for (const auto* entry : kept) {
        const auto row =
            std::distance(row_labels.begin(), row_labels.find(entry->first[*row_column]));
        const auto column =
            std::distance(column_labels.begin(), column_labels.find(column_label(entry->first)));
        const auto cell =
            static_cast<std::size_t>(row) * column_labels.size() + static_cast<std::size_t>(column);
        labelled.table.counts[cell] += entry->second;
        labelled.behind[cell].push_back(entry->first);
    }
    return labelled;
}

Result<ReleaseVerdict> check_table(const std::vector<PastTable>& past, const PastTable& proposed,
                                   const SuppressionRule& rule)
{
    using namespace rules_tables_detail;
    Slices slices;
    for (const auto& table : past)
        if (auto trouble = add_day(slices, table.records)) return *trouble;
    if (auto trouble = add_day(slices, proposed.records)) return *trouble;
    const Pieces pieces(slices);
    std::vector<TableRelease> released;
    for (const auto& table : past) {
        auto release = release_of(table, slices, pieces);
        if (!release) return release.error();
        released.push_back(std::move(*release));
    }
    const auto next = release_of(proposed, slices, pieces);
    if (!next) return next.error();
    return check_release(pieces.counts(), released, *next, rule);
}

} // namespace onroll::insight
