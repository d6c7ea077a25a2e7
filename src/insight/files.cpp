#include "insight/files.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::insight {

namespace files_detail {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

bool has_any(const csv::Header& header, std::string_view alternatives)
{
    while (!alternatives.empty()) {
        const auto at = alternatives.find('|');
        if (header.has(alternatives.substr(0, at))) return true;
        alternatives =
            at == std::string_view::npos ? std::string_view() : alternatives.substr(at + 1);
    }
    return false;
}

bool fits(const FileKind& kind, const csv::Header& header)
{
    const auto has = [&](std::string_view names) { return has_any(header, names); };
    if (kind.shape == FileShape::by_place &&
        !(has("time_period|year") && has("geographic_level|level")))
        return false;
    return std::all_of(kind.needs.begin(), kind.needs.end(), has) &&
           std::none_of(kind.lacks.begin(), kind.lacks.end(), has);
}

constexpr std::string_view suspended_at_all = "one_plus_fixed|one_plus_susp|one_plus_suspension";
constexpr std::string_view groups = "characteristic|breakdown";

std::vector<FileKind> all_kinds()
{
    using Shape = FileShape;
    std::vector<FileKind> kinds{
        {"lait",
         "Local Authority Interactive Tool: measures",
         Shape::interactive_tool,
         {"Short Desc", "Years", "LA and Regions", "Values", "LA Number"}},
        {"neighbours",
         "Local Authority Interactive Tool: statistical neighbours",
         Shape::neighbours,
         {"LA number", "GOReg", "SN1", "SN10"}},
        {"review_panels",
         "Exclusion appeals and independent review panels",
         Shape::review_panels,
         {"Year", "Measure", "School_type", "Indicator", "Count"}},
        {"authority_codes",
         "Local authority codes by year",
         Shape::authority_codes,
         {"old_la_code", "new_la_code", "la_name", "first_year", "last_year"},
         {"time_period"}},
        {"suspensions_by_week",
         "Suspensions by week of the school year",
         Shape::by_place,
         {"school_days", "suspensions|suspension"}},
        {"exclusion_reasons",
         "Suspensions and permanent exclusions by reason",
         Shape::by_place,
         {"perm_physical_pupils", "fixed_physical_pupils|susp_physical_pupils"}},
        {"exclusion_characteristics",
         "Suspensions and permanent exclusions by pupil characteristic",
         Shape::by_place,
         {groups, "perm_excl", "fixed_excl|suspension"}},
        {"exclusions",
         "Suspensions and permanent exclusions by area",
         Shape::by_place,
         {"headcount", "perm_excl", "fixed_excl|suspension", suspended_at_all},
         {groups}},
        {"suspension_durations",
         "Suspensions by length",
         Shape::by_place,
         {"duration_days_fixed_exclusions|duration_days_suspensions", "num_fixed_excl|num_susp"},
         {},
         {"duration_days_fixed_exclusions", "duration_days_suspensions"}},
        {"days_missed",
         "Pupils suspended by days missed",
         Shape::by_place,
         {"total_length_days_fixed_exclusions|total_length_days_suspensions", "headcount"},
         {},
         {"total_length_days_fixed_exclusions", "total_length_days_fixed_exclusions_group",
          "total_length_days_suspensions", "total_length_days_suspensions_group"}},
        {"suspensions_per_pupil",
         "Pupils suspended by number of suspensions",
         Shape::by_place,
         {"num_fixed_excl|num_susp", "headcount"},
         {"perm_excl"},
         {"num_fixed_excl", "num_susp"}},
        {"attendance",
         "Pupil attendance, year to date",
         Shape::by_place,
         {"possible_sessions", "overall_absence|overall_attendance", "education_phase"},
         {},
         {},
         PeriodKind::year_to_date},
        {"absence_in_referral_units",
         "Absence in pupil referral units",
         Shape::by_place,
         {"sess_possible", "sess_overall", "enrolments"}},
        {"ap_funded",
         "Alternative provision paid for by the authority",
         Shape::by_place,
         {"number_of_pupils", "fsm", "age"},
         {},
         {"age", "ethnicity_minor", "ethnicity_major", "fsm"}},
        {"ap_placements",
         "Alternative provision arranged by schools: placements by reason and pattern",
         Shape::by_place,
         {"setting_type", "pupils", "pupil_characteristic"},
         {},
         {"setting_type"}},
        {"ap_settings",
         "Alternative provision arranged by schools: settings",
         Shape::by_place,
         {"setting_type", "placements"},
         {},
         {"setting_type"}},
        {"social_care_by_sen",
         "Children’s social care groups by special educational need",
         Shape::by_place,
         {"social_care_group", "t_pupils"},
         {},
         {"social_care_group"}},
        {"ehc_timeliness",
         "EHC plans issued within 20 weeks",
         Shape::by_place,
         {"plans_issued_den", "plans_issued_within_20_weeks"}},
        {"ehc_requests",
         "Requests for EHC needs assessments",
         Shape::by_place,
         {"requests_received_in_year"}},
        {"ehc_assessments",
         "EHC needs assessments",
         Shape::by_place,
         {"assess_in_year", "assess_issued"}},
        {"sen2",
         "EHC plans and assessments by authority (SEN2)",
         Shape::by_place,
         {"assessments", "ass_refused", "inc_exc_20week_rate"}},
        {"applications",
         "School applications and offers",
         Shape::by_place,
         {"applications_received", "first_preference_offers", "no_offer"},
         {},
         {"school_phase", "nc_year_admission"}},
    };
    for (auto& kind : kinds) kind.old_x = kind.dataset == "applications";
    return kinds;
}

/// Files that come with statistics, told apart by two columns, which hold no figures themselves.
struct WithoutFigures {
    std::string_view column;
    std::string_view other;
    std::string_view remedy;
};
constexpr std::array without_figures{
    WithoutFigures{
        "col_name", "col_type",
        "This is a meta file, which says what columns mean. Import the file of figures and "
        "give this one with --meta"},
    WithoutFigures{"Measure_code", "Measure_short",
                   "This is the dictionary of the Local Authority Interactive Tool, which holds no "
                   "figures. Import the measures themselves"},
    WithoutFigures{"Indicator", "Description",
                   "This is a list of what indicators mean, which holds no figures. Import the "
                   "figures themselves"},
    WithoutFigures{"URN", "EstablishmentName|NOR|LAEstab",
                   "This is a list of schools. Import it with onroll places import"},
    WithoutFigures{"LA Number|old_la_code", "LA Name|la_name",
                   "This is a list of local authorities without figures and without years. The "
                   "authorities of England are known already"},
};

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

} // namespace files_detail

std::span<const FileKind> file_kinds()
{
    static const auto kinds = files_detail::all_kinds();
    return kinds;
}

Result<FileKind> recognise(const csv::Header& header, bool has_meta)
{
    for (const auto& kind : file_kinds())
        if (files_detail::fits(kind, header)) {
            auto found = kind;
            found.old_x = kind.old_x || header.has("fixed_excl") || header.has("num_fixed_excl") ||
                          header.has("fixed_physical_pupils") ||
                          header.has("total_length_days_fixed_exclusions");
            return found;
        }
    const FileKind other{"other", "Other figures in DfE’s standard layout", FileShape::by_place};
    if (files_detail::fits(other, header)) {
        if (has_meta) return other;
        return bad_input(
            "This file has the layout of DfE’s open data, but what its columns mean is "
            "not known here. Import it together with its meta file");
    }
    for (const auto& one : files_detail::without_figures)
        if (files_detail::has_any(header, one.column) && files_detail::has_any(header, one.other))
            return bad_input(std::string(one.remedy));
    std::string known;
    for (const auto& kind : file_kinds())
        known += (known.empty() ? "" : "; ") + std::string(kind.title);
    return bad_input(
        "This is none of the files that can be imported, by its columns. Those that can "
        "are: " +
        known + "; boundaries of local authorities as GeoJSON");
}

ColumnRole role_by_name(const FileKind& kind, std::string_view column)
{
    const auto name = files_detail::lower(column);
    if (files_detail::among(files_detail::places, name)) return ColumnRole::place;
    if (files_detail::among(files_detail::times, name)) return ColumnRole::time;
    if (files_detail::among(files_detail::notes, name)) return ColumnRole::note;
    if (std::find(kind.filters.begin(), kind.filters.end(), name) != kind.filters.end())
        return ColumnRole::filter;
    const auto filter = files_detail::renamed(files_detail::filter_renames, name);
    // These two are filters in one kind and figures in the others.
    const bool either = name == "num_fixed_excl" || name == "num_susp";
    if (filter && !either) return ColumnRole::filter;
    if (files_detail::renamed(files_detail::indicator_renames, name)) return ColumnRole::indicator;
    return ColumnRole::unknown;
}

std::string filter_name(std::string_view column)
{
    auto name = files_detail::lower(column);
    if (const auto known = files_detail::renamed(files_detail::filter_renames, name))
        return std::string(*known);
    return name;
}

std::string indicator_name(const FileKind& kind, std::string_view column)
{
    auto name = files_detail::lower(column);
    const bool ours = kind.dataset.starts_with("exclusion") ||
                      kind.dataset.starts_with("suspension") || kind.dataset == "days_missed";
    if (!ours) return name;
    if (const auto known = files_detail::renamed(files_detail::indicator_renames, name))
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
    const auto folded = files_detail::lower(value);
    if (folded == "total" || folded == "all" || folded.starts_with("all ")) return {};
    if (filter == "phase")
        for (const auto& phase : files_detail::phases)
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
        if (const auto number = files_detail::small_number(halves[i])) {
            numbers[i] = *number;
            continue;
        }
        const auto* const found =
            std::find(files_detail::months.begin(), files_detail::months.end(),
                      files_detail::lower(halves[i]));
        if (found == files_detail::months.end() || month) return std::nullopt;
        month = true;
        numbers[i] = static_cast<int>(found - files_detail::months.begin()) + 1;
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
