#include "insight/screening.h"

#include "insight/screening_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::insight {

namespace screening {

constexpr int most_of_one = 5;

std::optional<std::size_t> Table::find(std::string_view name) const
{
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

std::set<std::string> Table::values(std::size_t column) const
{
    std::set<std::string> found;
    for (const auto& row : rows) found.insert(row[column]);
    return found;
}

void Findings::add(ScreeningFinding finding)
{
    if (++said_[finding.check + (finding.in_meta ? "m" : "d")] > most_of_one) return;
    found_.push_back(std::move(finding));
}

void Findings::data(std::string_view check, std::size_t row, std::string_view column,
                    std::string message)
{
    add({std::string(check), false, row, std::string(column), std::move(message)});
}

void Findings::meta(std::string_view check, std::size_t row, std::string_view column,
                    std::string message)
{
    add({std::string(check), true, row, std::string(column), std::move(message)});
}

std::string stripped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += upper ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
}

} // namespace screening

namespace screening_detail {

using namespace screening;

constexpr std::string_view meta_suffix = ".meta.csv";
constexpr std::string_view suffix = ".csv";

void screen_names(const ScreenedFile& file, const ScreenedFile& meta, Findings& findings)
{
    if (file.name.empty())
        findings.data("file_missing", 0, {},
                      "Send the file of figures that the meta file is about");
    if (meta.name.empty())
        findings.meta("meta_missing", 0, {},
                      "Send the meta file with it: the name of the file of figures, ending in "
                      ".meta.csv");
    for (const auto& name : {file.name, meta.name})
        if (name.find_first_of(" \t") != std::string::npos)
            findings.data("file_name", 0, {},
                          "Take the spaces out of the file's name; use an underscore or a hyphen");
    if (file.name.empty() || meta.name.empty()) return;
    const auto stem = std::string_view(file.name).substr(0, file.name.rfind(suffix));
    if (meta.name != std::string(stem) + std::string(meta_suffix))
        findings.meta("file_name", 0, {},
                      "Name the meta file as the file of figures, ending in .meta.csv");
}

/// Reads one of the two; nothing where it cannot be screened further.
std::optional<Table> read(const ScreenedFile& file, bool is_meta, Findings& findings)
{
    const auto say = [&](std::string_view check, std::size_t row, std::string message) {
        if (is_meta)
            findings.meta(check, row, {}, std::move(message));
        else
            findings.data(check, row, {}, std::move(message));
    };
    if (file.name.empty()) return std::nullopt;
    if (!csv::is_utf_8(file.bytes))
        say("encoding", 0, "Save the file as CSV UTF-8: some of its letters cannot be read");
    const auto first_line = file.bytes.substr(0, file.bytes.find('\n'));
    if (first_line.find(',') == std::string_view::npos &&
        first_line.find_first_of("\t;|") != std::string_view::npos) {
        say("separator", 1, "Separate the columns by commas");
        return std::nullopt;
    }
    auto reader = csv::Reader::read(std::string(file.bytes));
    if (!reader) {
        say("table", 0, reader.error().message);
        return std::nullopt;
    }
    Table table;
    table.names = reader->header().names();
    std::size_t last = 1;
    while (reader->next()) {
        const auto& row = reader->row();
        if (row.number != last + 1) say("empty_rows", last + 1, "Take out the empty row");
        last = row.number;
        if (row.trouble != csv::RowTrouble::none)
            say("shape", row.number, "This row " + std::string(csv::in_words(row.trouble)));
        table.numbers.push_back(row.number);
        auto& cells = table.rows.emplace_back(table.names.size());
        bool any = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = i < row.cells.size() ? std::string(row.cells[i]) : std::string();
            any = any || !cells[i].empty();
        }
        if (!any) say("empty_rows", row.number, "Take out the empty row");
    }
    if (reader->refusal()) say("table", 0, reader->refusal()->message);
    if (table.rows.empty()) say("table", 0, "The file has a header and no rows");
    return table;
}

constexpr std::array meta_columns{
    "col_name",       "col_type",     "label",       "indicator_grouping",
    "indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column"};

std::vector<MetaRow> meta_rows(const Table& table, Findings& findings)
{
    for (const auto* const name : meta_columns)
        // Files before 2020 have no decimal places.
        if (!table.find(name) && std::string_view(name) != "indicator_dp")
            findings.meta("meta_columns", 1, name,
                          "Add the column " + std::string(name) + " to the meta file");
    for (const auto& name : table.names)
        if (std::find(meta_columns.begin(), meta_columns.end(), name) == meta_columns.end())
            findings.meta("meta_columns", 1, name,
                          "Take this column out of the meta file: it is none of the standard's");
    std::vector<MetaRow> rows;
    const auto at = [&](std::string_view name) { return table.find(name); };
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        rows.push_back({table.numbers[i], std::string(table.cell(i, at("col_name"))),
                        std::string(table.cell(i, at("col_type"))),
                        std::string(table.cell(i, at("label"))),
                        std::string(table.cell(i, at("indicator_grouping"))),
                        std::string(table.cell(i, at("indicator_unit"))),
                        std::string(table.cell(i, at("indicator_dp"))),
                        std::string(table.cell(i, at("filter_hint"))),
                        std::string(table.cell(i, at("filter_grouping_column")))});
    return rows;
}

} // namespace screening_detail

Screening screen(const ScreenedFile& file, const ScreenedFile& meta)
{
    using namespace screening_detail;
    Screening screening;
    Findings findings(screening.findings);
    screen_names(file, meta, findings);
    const auto table = read(file, false, findings);
    const auto meta_table = read(meta, true, findings);
    std::vector<MetaRow> described;
    if (meta_table) described = meta_rows(*meta_table, findings);
    if (meta_table) screen_meta(described, table ? *table : Table{}, findings);
    if (!table) return screening;
    screening.rows = table->rows.size();
    if (meta_table) screen_columns(*table, described, findings);
    screen_times(*table, findings);
    screen_places(*table, findings);
    screen_cells(*table, described, findings);
    return screening;
}

std::vector<std::string_view> screening_rules()
{
    return {"file_missing",
            "meta_missing",
            "file_name",
            "encoding",
            "separator",
            "table",
            "shape",
            "empty_rows",
            "meta_columns",
            "meta_name",
            "meta_name_twice",
            "meta_type",
            "meta_label",
            "meta_label_twice",
            "meta_filter_fields",
            "meta_indicator_fields",
            "meta_unit",
            "meta_decimals",
            "meta_group_missing",
            "meta_group_shared",
            "meta_group_finer",
            "groups_alike",
            "meta_observational",
            "column_names",
            "column_twice",
            "columns_missing",
            "not_in_meta",
            "not_in_data",
            "ethnicity_column",
            "time_identifier",
            "time_period",
            "time_mixed",
            "level",
            "level_not_shown",
            "level_columns",
            "place_blank",
            "place_elsewhere",
            "place_total",
            "place_names",
            "place_codes",
            "authority",
            "region_of_authority",
            "school_as_filter",
            "place_misspelt",
            "empty_column",
            "duplicate_rows",
            "filter_blank",
            "filter_alike",
            "old_symbols",
            "not_a_figure",
            "ethnicity_values"};
}

} // namespace onroll::insight
