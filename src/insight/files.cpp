#include "insight/files.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::insight {

namespace files_detail {

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
        {"senco_register",
         "Register of special educational needs coordinators",
         Shape::by_place,
         {"schools", "senco_with_award", "senco_on_leadership_team"}},
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
    return bad_input("This is none of the files that can be imported, by its columns");
}

} // namespace onroll::insight
