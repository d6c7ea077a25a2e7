#include "insight/screening_table.h"

#include <algorithm>
#include <array>

namespace onroll::insight::screening {

namespace screening_meta_detail {

/// Source: DfE's guidance on meta files; a blank unit is a plain number.
constexpr std::array units{"", "%", "pp", "£", "£m", "numberstring", "string"};

bool says_nothing(std::string_view text)
{
    const auto folded = stripped(text);
    return folded.empty() || folded == "na" || folded == "null" || folded == "none";
}

bool whole_number(std::string_view text)
{
    return !text.empty() && text.size() <= 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void screen_filter(const MetaRow& row, Findings& findings)
{
    const auto say = [&](std::string_view column) {
        findings.meta("meta_filter_fields", row.number, column,
                      "Leave this blank for the filter " + row.name + ": it is for indicators");
    };
    if (!row.grouping.empty()) say("indicator_grouping");
    if (!row.unit.empty()) say("indicator_unit");
    if (!row.decimals.empty()) say("indicator_dp");
}

void screen_indicator(const MetaRow& row, Findings& findings)
{
    const auto say = [&](std::string_view column) {
        findings.meta("meta_indicator_fields", row.number, column,
                      "Leave this blank for the indicator " + row.name + ": it is for filters");
    };
    if (!row.hint.empty()) say("filter_hint");
    if (!row.grouping_column.empty()) say("filter_grouping_column");
    if (std::find(units.begin(), units.end(), row.unit) == units.end())
        findings.meta("meta_unit", row.number, "indicator_unit",
                      "The unit of " + row.name + " must be %, pp, £, £m, numberstring, or blank");
    if (row.decimals.empty() && row.name.find("percent") != std::string::npos)
        findings.meta("meta_decimals", row.number, "indicator_dp",
                      "Say how many decimal places the percentage " + row.name + " has");
    if (!row.decimals.empty() && !whole_number(row.decimals))
        findings.meta("meta_decimals", row.number, "indicator_dp",
                      "The decimal places of " + row.name + " must be a whole number, 0 or more");
}

void screen_row(const MetaRow& row, Findings& findings)
{
    if (says_nothing(row.name))
        findings.meta("meta_name", row.number, "col_name", "Give the name of the column");
    if (row.name.find(' ') != std::string::npos)
        findings.meta("meta_name", row.number, "col_name",
                      "Take the spaces out of the name " + row.name);
    if (!row.filter() && !row.indicator())
        findings.meta("meta_type", row.number, "col_type",
                      "Say Filter or Indicator for " + row.name);
    if (says_nothing(row.label))
        findings.meta("meta_label", row.number, "label",
                      "Give a label for " + row.name + ": it is what people see");
    // The name of a school or a provider may be a filter, if it is the only one.
    const bool name_as_filter =
        row.filter() && (row.name == "school_name" || row.name == "provider_name");
    if (is_observational(row.name) && !name_as_filter)
        findings.meta("meta_observational", row.number, "col_name",
                      "Take " + row.name +
                          " out of the meta file: columns of time and place are not in it");
    if (row.filter()) screen_filter(row, findings);
    if (row.indicator()) screen_indicator(row, findings);
}

void screen_names_as_filters(const std::vector<MetaRow>& meta, Findings& findings)
{
    const auto filters =
        std::count_if(meta.begin(), meta.end(), [](const MetaRow& row) { return row.filter(); });
    for (const auto& row : meta)
        if (filters > 1 && row.filter() &&
            (row.name == "school_name" || row.name == "provider_name"))
            findings.meta("school_as_filter", row.number, "col_name",
                          "A name of a school or provider can be a filter only where there is no "
                          "other. Take out the other filters, or use the level School or Provider");
}

void screen_groups(const std::vector<MetaRow>& meta, const Table& table, Findings& findings)
{
    std::map<std::string, std::string> grouped_by;
    for (const auto& row : meta) {
        if (row.grouping_column.empty() || !row.filter()) continue;
        const auto group = table.find(row.grouping_column);
        const auto filter = table.find(row.name);
        if (!group)
            findings.meta("meta_group_missing", row.number, "filter_grouping_column",
                          "The file has no column " + row.grouping_column + " to group " +
                              row.name + " by");
        const auto [at, fresh] = grouped_by.try_emplace(row.grouping_column, row.name);
        if (!fresh)
            findings.meta("meta_group_shared", row.number, "filter_grouping_column",
                          "Give " + row.name + " and " + at->second +
                              " a grouping column each: one cannot group both");
        if (group && filter && table.values(*group).size() > table.values(*filter).size())
            findings.meta("meta_group_finer", row.number, "filter_grouping_column",
                          row.grouping_column + " has more values than " + row.name +
                              ", which it should group. Exchange the two");
    }
}

} // namespace screening_meta_detail

void screen_meta(const std::vector<MetaRow>& meta, const Table& table, Findings& findings)
{
    using namespace screening_meta_detail;
    std::map<std::string, std::size_t> names, labels;
    std::map<std::string, std::string> groupings;
    for (const auto& row : meta) {
        screen_row(row, findings);
        if (!row.name.empty() && !names.try_emplace(row.name, row.number).second)
            findings.meta("meta_name_twice", row.number, "col_name",
                          row.name + " is described twice. Take one out");
        if (!row.label.empty() && !labels.try_emplace(row.label, row.number).second)
            findings.meta("meta_label_twice", row.number, "label",
                          "Two columns have the label “" + row.label + "”. Tell them apart");
        if (row.grouping.empty()) continue;
        const auto [at, fresh] = groupings.try_emplace(stripped(row.grouping), row.grouping);
        if (!fresh && at->second != row.grouping)
            findings.meta("groups_alike", row.number, "indicator_grouping",
                          "“" + row.grouping + "” and “" + at->second +
                              "” differ by spaces or signs only. Write them alike");
    }
    screen_names_as_filters(meta, findings);
    if (!table.rows.empty()) screen_groups(meta, table, findings);
}

} // namespace onroll::insight::screening
