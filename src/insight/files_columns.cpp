// The one name that each column and value of a file has here.
#include "insight/files.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::insight {

namespace files_columns_detail {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

constexpr std::array places{
    "geographic_level", "level",       "country_code", "country_name",   "region_code",
    "region_name",      "old_la_code", "new_la_code",  "la_name",        "estab",
    "laestab",          "school_urn",  "urn",          "school_laestab", "school_name",
    "school_code",
};
constexpr std::array times{"time_period", "time_identifier", "year"};
/// Facts about a school that split nothing.
constexpr std::array notes{"academy_type", "academy_open_date", "school_type_detail", "trust_id",
                           "trust_name",   "school_postcode",   "admission_policy"};

struct Rename {
    std::string_view column;
    std::string_view name;
};
constexpr std::array filter_renames{
    Rename{"school_type", "phase"},
    Rename{"education_phase", "phase"},
    Rename{"school_phase", "phase"},
    Rename{"characteristic_group", "group"},
    Rename{"characteristic_topic", "group"},
    Rename{"characteristic_grouping", "group"},
    Rename{"breakdown_topic", "group"},
    Rename{"characteristic", "characteristic"},
    Rename{"pupil_characteristic", "characteristic"},
    Rename{"breakdown", "characteristic"},
    Rename{"gender", "sex"},
    Rename{"sex", "sex"},
    Rename{"setting_type", "setting"},
    Rename{"nc_year_admission", "year_group"},
    Rename{"duration_days_fixed_exclusions", "duration"},
    Rename{"duration_days_suspensions", "duration"},
    Rename{"num_fixed_excl", "number"},
    Rename{"num_susp", "number"},
    Rename{"total_length_days_fixed_exclusions", "days"},
    Rename{"total_length_days_suspensions", "days"},
    Rename{"total_length_days_fixed_exclusions_group", "band"},
    Rename{"total_length_days_suspensions_group", "band"},
};
constexpr std::array indicator_renames{
    Rename{"headcount", "pupils"},
    Rename{"num_schools", "schools"},
    Rename{"perm_excl", "permanent_exclusions"},
    Rename{"perm_excl_rate", "permanent_exclusion_rate"},
    Rename{"fixed_excl", "suspensions"},
    Rename{"suspension", "suspensions"},
    Rename{"num_fixed_excl", "suspensions"},
    Rename{"num_susp", "suspensions"},
    Rename{"fixed_excl_rate", "suspension_rate"},
    Rename{"susp_rate", "suspension_rate"},
    Rename{"one_plus_fixed", "pupils_suspended"},
    Rename{"one_plus_susp", "pupils_suspended"},
    Rename{"one_plus_suspension", "pupils_suspended"},
    Rename{"one_plus_fixed_rate", "pupils_suspended_rate"},
    Rename{"one_plus_susp_rate", "pupils_suspended_rate"},
    Rename{"one_plus_suspension_rate", "pupils_suspended_rate"},
};

template <std::size_t n>
std::optional<std::string_view> renamed(const std::array<Rename, n>& table, std::string_view column)
{
    for (const auto& one : table)
        if (one.column == column) return one.name;
    return std::nullopt;
}

template <std::size_t n>
bool among(const std::array<const char*, n>& names, std::string_view column)
{
    return std::find(names.begin(), names.end(), column) != names.end();
}

constexpr std::array phases{
    // as files write them, in lower case
    Rename{"state-funded primary", "Primary"},
    Rename{"state-funded secondary", "Secondary"},
    Rename{"state-funded special", "Special"},
    Rename{"state-funded special school", "Special"},
    Rename{"special", "Special"},
    Rename{"special school", "Special"},
    Rename{"primary", "Primary"},
    Rename{"secondary", "Secondary"},
};

constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun",
                            "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<int> small_number(std::string_view text)
{
    if (text.empty() || text.size() > 2) return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace files_columns_detail

ColumnRole role_by_name(const FileKind& kind, std::string_view column)
{
    const auto name = files_columns_detail::lower(column);
    if (files_columns_detail::among(files_columns_detail::places, name)) return ColumnRole::place;
    if (files_columns_detail::among(files_columns_detail::times, name)) return ColumnRole::time;
    if (files_columns_detail::among(files_columns_detail::notes, name)) return ColumnRole::note;
    if (std::find(kind.filters.begin(), kind.filters.end(), name) != kind.filters.end())
        return ColumnRole::filter;
    const auto filter = files_columns_detail::renamed(files_columns_detail::filter_renames, name);
    // These two are filters in one kind and figures in the others.
    const bool either = name == "num_fixed_excl" || name == "num_susp";
    if (filter && !either) return ColumnRole::filter;
    if (files_columns_detail::renamed(files_columns_detail::indicator_renames, name))
        return ColumnRole::indicator;
    return ColumnRole::unknown;
}

std::string filter_name(std::string_view column)
{
    auto name = files_columns_detail::lower(column);
    if (const auto known =
            files_columns_detail::renamed(files_columns_detail::filter_renames, name))
        return std::string(*known);
    return name;
}

std::string indicator_name(const FileKind& kind, std::string_view column)
{
    auto name = files_columns_detail::lower(column);
    const bool ours = kind.dataset.starts_with("exclusion") ||
                      kind.dataset.starts_with("suspension") || kind.dataset == "days_missed";
    if (!ours) return name;
    if (const auto known =
            files_columns_detail::renamed(files_columns_detail::indicator_renames, name))
        return std::string(*known);
    if (kind.dataset == "exclusion_reasons") {
        if (name.starts_with("perm_")) return "permanent_" + name.substr(5);
        if (name.starts_with("fixed_")) return "suspension_" + name.substr(6);
        if (name.starts_with("susp_")) return "suspension_" + name.substr(5);
    }
    return name;
}

std::string filter_value(std::string_view filter, std::string_view value)
{
    const auto folded = files_columns_detail::lower(value);
    if (folded == "total" || folded == "all" || folded.starts_with("all ")) return {};
    if (filter == "phase")
        for (const auto& phase : files_columns_detail::phases)
            if (phase.column == folded) return std::string(phase.name);
    if (filter == "band")
        if (auto band = undamaged_band(value)) return *std::move(band);
    std::string out(value);
    if (filter == "group") {
        // Older files write "SEN Provision" beside "SEN provision".
        for (std::size_t at = 1; at + 1 < out.size(); ++at)
            if (out[at - 1] == ' ' && std::isupper(static_cast<unsigned char>(out[at])) &&
                std::islower(static_cast<unsigned char>(out[at + 1])))
                out[at] = static_cast<char>(std::tolower(static_cast<unsigned char>(out[at])));
    } else if (filter == "phase" && !out.empty()) {
        out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    }
    return out;
}

std::optional<std::string> undamaged_band(std::string_view value)
{
    const auto dash = value.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    std::array<std::string_view, 2> halves{value.substr(0, dash), value.substr(dash + 1)};
    std::array<int, 2> numbers{};
    bool month = false;
    for (std::size_t i = 0; i < halves.size(); ++i) {
        if (const auto number = files_columns_detail::small_number(halves[i])) {
            numbers[i] = *number;
            continue;
        }
        const auto* const found =
            std::find(files_columns_detail::months.begin(), files_columns_detail::months.end(),
                      files_columns_detail::lower(halves[i]));
        if (found == files_columns_detail::months.end() || month) return std::nullopt;
        month = true;
        numbers[i] = static_cast<int>(found - files_columns_detail::months.begin()) + 1;
    }
    // Without a month nothing was damaged.
    if (!month) return std::nullopt;
    return std::to_string(std::min(numbers[0], numbers[1])) + "-" +
           std::to_string(std::max(numbers[0], numbers[1]));
}

std::string spoken(std::string_view name)
{
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

} // namespace onroll::insight
