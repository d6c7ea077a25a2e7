// A file held whole for screening, and what each group of rules may see and say. Only the screening
// files use it.
#pragma once

#include "insight/screening.h"

#include "platform/csv/reader.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight::screening {

struct Table {
    std::vector<std::string> names{};
    std::vector<std::size_t> numbers{}; ///< of each row, as a spreadsheet has it
    std::vector<std::vector<std::string>> rows{};

    /// The column of exactly that name.
    std::optional<std::size_t> find(std::string_view name) const;
    std::string_view cell(std::size_t row, std::optional<std::size_t> column) const
    {
        return column ? std::string_view(rows[row][*column]) : std::string_view();
    }
    /// The different values of a column.
    std::set<std::string> values(std::size_t column) const;
};

struct MetaRow {
    std::size_t number = 0;
    std::string name{}, type{}, label{}, grouping{}, unit{}, decimals{}, hint{}, grouping_column{};
    bool filter() const { return type == "Filter"; }
    bool indicator() const { return type == "Indicator"; }
};

class Findings {
public:
    explicit Findings(std::vector<ScreeningFinding>& found) : found_(found) {}
    void data(std::string_view check, std::size_t row, std::string_view column,
              std::string message);
    void meta(std::string_view check, std::size_t row, std::string_view column,
              std::string message);

private:
    void add(ScreeningFinding finding);
    std::vector<ScreeningFinding>& found_;
    std::map<std::string, int> said_{};
};

/// A level of geography with its columns; an empty name is a column that the level has not.
struct Level {
    std::string_view name;
    std::string_view code;
    std::string_view label;
    std::string_view second_code;
    bool in_tables = true; ///< whether DfE's table tool can show it
};
const std::vector<Level>& levels();
const Level* level_named(std::string_view name);
/// Time and geography columns: they are never in the meta file.
bool is_observational(std::string_view column);

/// Lower-case letters and digits only.
std::string stripped(std::string_view text);

void screen_meta(const std::vector<MetaRow>& meta, const Table& table, Findings& findings);
void screen_columns(const Table& table, const std::vector<MetaRow>& meta, Findings& findings);
void screen_times(const Table& table, Findings& findings);
void screen_places(const Table& table, Findings& findings);
void screen_cells(const Table& table, const std::vector<MetaRow>& meta, Findings& findings);

} // namespace onroll::insight::screening
