#include "insight/imports_columns.h"

#include "insight/imports_cells.h"

#include <algorithm>

namespace onroll::insight {

namespace imports_columns_detail {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

const MetaColumn* find(const std::optional<std::vector<MetaColumn>>& meta, std::string_view name)
{
    if (!meta) return nullptr;
    for (const auto& one : *meta)
        if (lower(one.name) == lower(name)) return &one;
    return nullptr;
}

bool groups_another(const std::optional<std::vector<MetaColumn>>& meta, std::string_view name)
{
    return meta && std::any_of(meta->begin(), meta->end(), [&](const MetaColumn& one) {
               return !one.grouping_column.empty() && lower(one.grouping_column) == lower(name);
           });
}

} // namespace imports_columns_detail

std::vector<ReadColumn> read_columns(const FileKind& kind, const csv::Header& header,
                                     const std::optional<std::vector<MetaColumn>>& meta)
{
    using namespace imports_columns_detail;
    std::vector<ReadColumn> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto& name = header.names()[i];
        ReadColumn column{i, role_by_name(kind, name), {}, {}, {}, false};
        if (const auto* described = find(meta, name)) {
            column.label = described->label;
            column.unit = described->unit;
            column.named_by_meta = true;
            const auto type = lower(described->type);
            const bool settled = column.role != ColumnRole::unknown;
            if (!settled && type == "filter") column.role = ColumnRole::filter;
            if (!settled && type == "indicator") column.role = ColumnRole::indicator;
        } else if (column.role == ColumnRole::unknown && groups_another(meta, name)) {
            column.role = ColumnRole::filter;
        }
        if (column.role == ColumnRole::filter) column.read_as = filter_name(name);
        if (column.role == ColumnRole::indicator) column.read_as = indicator_name(kind, name);
        if (column.role == ColumnRole::unknown) column.read_as = indicator_name(kind, name);
        columns.push_back(std::move(column));
    }
    return columns;
}

void settle(std::vector<ReadColumn>& columns, const std::vector<std::vector<std::string>>& sample)
{
    for (auto& column : columns) {
        if (column.role != ColumnRole::unknown) continue;
        const bool figures =
            !sample.empty() &&
            std::all_of(sample.begin(), sample.end(), [&](const std::vector<std::string>& row) {
                return read_cell(row[column.index], MeaningOfX::not_available).has_value();
            });
        column.role = figures ? ColumnRole::indicator : ColumnRole::note;
        if (!figures) column.read_as.clear();
    }
}

std::string_view in_words(ColumnRole role)
{
    switch (role) {
    case ColumnRole::place:
        return "place";
    case ColumnRole::time:
        return "time";
    case ColumnRole::filter:
        return "filter";
    case ColumnRole::indicator:
        return "indicator";
    case ColumnRole::note:
    case ColumnRole::unknown:
        return "not read";
    }
    return "not read";
}

} // namespace onroll::insight
