#include "insight/screening_table.h"

#include <algorithm>
#include <array>

namespace onroll::insight::screening {

namespace screening_columns_detail {

constexpr std::array required{"time_period", "time_identifier", "geographic_level", "country_code",
                              "country_name"};

/// Facts beside the figures that DfE's files have carried and that split nothing.
constexpr std::array unread{
    "version", "estab", "laestab", "academy_type", "academy_open_date", "institution_laestab"};

/// The column of time or place that this one is written almost like.
std::string_view almost_place(std::string_view name)
{
    if (is_observational(name)) return {};
    for (const auto& level : levels())
        for (const auto column : {level.code, level.label, level.second_code})
            if (!column.empty() && stripped(column) == stripped(name)) return column;
    return {};
}

/// Columns of a level that no row is about. Regions are often named in national files.
bool is_empty_place(const Table& table, std::size_t column)
{
    const auto& name = table.names[column];
    return !table.rows.empty() && is_observational(name) && !name.starts_with("region") &&
           std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return row[column].empty(); });
}

bool described(const std::vector<MetaRow>& meta, std::string_view name)
{
    return std::any_of(meta.begin(), meta.end(), [&](const MetaRow& row) {
        return row.name == name || row.grouping_column == name;
    });
}

/// A column of ethnicity by another name than the standard's.
bool ethnicity_by_another_name(std::string_view name)
{
    return name.find("ethnic") != std::string_view::npos && name != "ethnicity_major" &&
           name != "ethnicity_minor" && name != "ethnicity_detailed" && name != "ethnicity";
}

} // namespace screening_columns_detail

void screen_columns(const Table& table, const std::vector<MetaRow>& meta, Findings& findings)
{
    using namespace screening_columns_detail;
    for (const auto* const name : required)
        if (!table.find(name))
            findings.data("columns_missing", 1, name,
                          "Add the column " + std::string(name) + ", which every file must have");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        const auto& name = table.names[i];
        if (name.empty()) {
            findings.data("column_names", 1, csv::column_letters(i),
                          "Name this column, or take it out");
            continue;
        }
        if (name.find(' ') != std::string::npos)
            findings.data("column_names", 1, name, "Take the spaces out of the column's name");
        if (!seen.insert(name).second)
            findings.data("column_twice", 1, name,
                          "Two columns have this name. Rename or take out one");
        if (const auto meant = almost_place(name); !meant.empty())
            findings.data("place_misspelt", 1, name,
                          "Write this column as " + std::string(meant) +
                              ", or give it a name that is not a place's");
        if (is_empty_place(table, i))
            findings.data("empty_column", 1, name,
                          "Take out this column: it is blank in every row");
        if (ethnicity_by_another_name(name))
            findings.data("ethnicity_column", 1, name,
                          "Name columns of ethnic groups ethnicity_major and ethnicity_minor");
        const bool known = std::find(unread.begin(), unread.end(), name) != unread.end();
        if (!is_observational(name) && !known && !described(meta, name))
            findings.data("not_in_meta", 1, name,
                          "Say in the meta file whether this column is a filter or an indicator");
    }
    for (const auto& row : meta)
        if (!row.name.empty() && !table.find(row.name))
            findings.meta("not_in_data", row.number, "col_name",
                          "The file has no column " + row.name + ". Take it out of the meta file");
}

} // namespace onroll::insight::screening
