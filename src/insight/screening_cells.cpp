#include "insight/screening_table.h"

#include "insight/imports_cells.h"

#include <algorithm>
#include <array>

namespace onroll::insight::screening {

namespace screening_cells_detail {

/// Symbols of before 2023. Source: Government Statistical Service, symbols in tables.
constexpr std::array old_symbols{"~", ":", "-", ".", "..", "k", "*", "NA", "N/A", "n/a"};

const MetaRow* row_of(const std::vector<MetaRow>& meta, std::string_view name)
{
    for (const auto& row : meta)
        if (row.name == name) return &row;
    return nullptr;
}

void screen_figures(const Table& table, std::size_t column, bool text, Findings& findings)
{
    const auto& name = table.names[column];
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto cell = csv::trimmed(table.rows[i][column]);
        if (std::find(old_symbols.begin(), old_symbols.end(), cell) != old_symbols.end())
            findings.data("old_symbols", table.numbers[i], name,
                          "Write c, x, z or low in place of “" + std::string(cell) + "”");
        else if (!text && !cell.empty() && !read_cell(cell, MeaningOfX::not_available))
            findings.data("not_a_figure", table.numbers[i], name,
                          "The cell must be a number or one of the symbols c, x, z and low");
        else if (cell.empty())
            findings.data("not_a_figure", table.numbers[i], name,
                          "The cell is empty. Give a number, or say why there is none: c, x or z");
    }
}

void screen_filter(const Table& table, std::size_t column, Findings& findings)
{
    const auto& name = table.names[column];
    std::map<std::string, std::string> alike;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& cell = table.rows[i][column];
        if (csv::trimmed(cell).empty())
            findings.data("filter_blank", table.numbers[i], name,
                          "The filter is blank. Write Total for a row about all");
        const auto key = stripped(cell);
        if (key.empty()) continue;
        const auto [at, fresh] = alike.try_emplace(key, cell);
        if (!fresh && at->second != cell)
            findings.data("filter_alike", table.numbers[i], name,
                          "“" + cell + "” and “" + at->second +
                              "” differ by spaces, signs or capitals only. Write them alike");
    }
}

void screen_duplicates(const Table& table, const std::vector<MetaRow>& meta, Findings& findings)
{
    std::vector<std::size_t> keys;
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        const auto* row = row_of(meta, table.names[i]);
        if (!row || !row->indicator()) keys.push_back(i);
    }
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        std::string key;
        for (const auto column : keys) key += table.rows[i][column] + "\x1f";
        const auto [at, fresh] = seen.try_emplace(std::move(key), table.numbers[i]);
        if (!fresh)
            findings.data("duplicate_rows", table.numbers[i], {},
                          "This row is about the same as row " + std::to_string(at->second) +
                              ". Take one out, or add the filter that tells them apart");
    }
}

/// Source: the harmonised ethnic groups of the Government Statistical Service, as DfE writes them.
constexpr std::array ethnic_groups{"ethnicity", "ethnicitymajor", "ethnicityminor",
                                   "ethnicitydetailed"};
constexpr std::array ethnic_values{
    "total",
    "white",
    "englishwelshscottishnorthernirishbritish",
    "whitebritish",
    "irish",
    "whiteirish",
    "gypsyoririshtraveller",
    "gypsyroma",
    "roma",
    "travellerofirishheritage",
    "anyotherwhitebackground",
    "mixedmultipleethnicgroups",
    "mixed",
    "whiteandblackcaribbean",
    "whiteandblackafrican",
    "whiteandasian",
    "anyothermixedmultipleethnicbackground",
    "asianasianbritish",
    "asian",
    "indian",
    "pakistani",
    "bangladeshi",
    "chinese",
    "anyotherasianbackground",
    "blackafricancaribbeanblackbritish",
    "black",
    "african",
    "blackafrican",
    "caribbean",
    "blackcaribbean",
    "anyotherblackafricancaribbeanbackground",
    "anyotherblackbackground",
    "otherethnicgroup",
    "arab",
    "anyotherethnicgroup",
    "unknown",
    "unclassified",
};

bool among(std::string_view text, const auto& list)
{
    const auto folded = stripped(text);
    return std::find(list.begin(), list.end(), folded) != list.end();
}

void screen_ethnicity(const Table& table, Findings& findings)
{
    const auto group = table.find("characteristic_group"), value = table.find("characteristic");
    if (!group || !value) return;
    std::set<std::string> said;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string named(table.cell(i, group)), cell(table.cell(i, value));
        if (!stripped(named).starts_with("ethnic") || named.find(" and ") != std::string::npos)
            continue;
        if (!among(named, ethnic_groups) && said.insert(named).second)
            findings.data("ethnicity_values", table.numbers[i], "characteristic_group",
                          "Name the group Ethnicity Major or Ethnicity Minor, not “" + named + "”");
        if (!among(cell, ethnic_values) && said.insert(cell).second)
            findings.data("ethnicity_values", table.numbers[i], "characteristic",
                          "“" + cell +
                              "” is none of the harmonised ethnic groups. Use the standard's name");
    }
}

} // namespace screening_cells_detail

void screen_cells(const Table& table, const std::vector<MetaRow>& meta, Findings& findings)
{
    using namespace screening_cells_detail;
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        const auto* row = row_of(meta, table.names[i]);
        const bool groups = std::any_of(meta.begin(), meta.end(), [&](const MetaRow& one) {
            return !one.grouping_column.empty() && one.grouping_column == table.names[i];
        });
        if (row && row->indicator())
            screen_figures(table, i, row->unit == "string" || row->unit == "numberstring",
                           findings);
        if ((row && row->filter()) || groups) screen_filter(table, i, findings);
    }
    screen_ethnicity(table, findings);
    screen_duplicates(table, meta, findings);
}

} // namespace onroll::insight::screening
