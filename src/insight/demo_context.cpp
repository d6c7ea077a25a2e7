#include "insight/demo_inside.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <map>

namespace onroll::insight::demo {

namespace demo_context_detail {

std::string decimals(double value, int places)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}

DemoFile attendance(const Model& model)
{
    std::string out = std::string(place_columns) +
                      ",education_phase,num_schools,enrolments,possible_sessions,overall_absence,"
                      "reason_e_authorised_excluded,reason_c2_authorised_temp_reduced_timetable,"
                      "overall_absence_perc,auth_excluded_perc,auth_part_time_perc\n";
    for_each_place([&](const Places& places) {
        for (int phase = -1; phase < 3; ++phase) {
            double possible = 0, absent = 0, excluded = 0, part_time = 0;
            int pupils = 0;
            for (const auto* one : places.authorities) {
                const auto counts = model.counts(*one, last_year, phase);
                pupils += counts.pupils;
                const double sessions = counts.pupils * 126.0;
                possible += sessions;
                absent += sessions *
                          (phase == 0   ? 0.052
                           : phase == 2 ? 0.11
                                        : 0.071) *
                          (0.85 + 0.3 * one->hardship / 100);
                excluded += counts.suspensions * 1.3;
                part_time += sessions * 0.0011 * (0.3 + 1.5 * model.chance("part time", one->code));
            }
            const auto whole = [](double value) { return decimals(std::round(value), 0); };
            out += places.cells(school_year(last_year + 1), "Academic year") + "," +
                   phase_name(phase) + ",1," + std::to_string(pupils) + "," + whole(possible) +
                   "," + whole(absent) + "," + whole(excluded) + "," + whole(part_time) + "," +
                   decimals(100 * absent / possible, 5) + "," +
                   decimals(100 * excluded / possible, 5) + "," +
                   decimals(100 * part_time / possible, 5) + "\n";
        }
    });
    return {"invented_attendance_to_date.csv", std::move(out)};
}

DemoFile funded_places(const Model& model)
{
    std::string out =
        std::string(place_columns) + ",gender,age,ethnicity_minor,fsm,number_of_pupils\n";
    for_each_place([&](const Places& places) {
        for (int year = first_year; year <= last_year; ++year)
            for (const auto& [gender, share] :
                 {std::pair{"Total", 1.0}, {"Boys", 0.71}, {"Girls", 0.29}}) {
                double pupils = 0;
                for (const auto* one : places.authorities)
                    pupils += std::round(one->pupils * 0.0028 *
                                         (0.5 + model.chance("funded", one->code)) *
                                         (1 + 0.05 * (year - first_year)));
                out += places.cells(school_year(year), "Academic year") + "," + gender +
                       ",Total,Total,Total," + decimals(std::round(pupils * share), 0) + "\n";
            }
    });
    return {"invented_alternative_provision_funded.csv", std::move(out)};
}

/// A measure of the interactive tool: its middle, how far authorities lie apart, how much hardship
/// pulls, and its change in a year.
struct Measure {
    const char* code;
    const char* name;
    double middle;
    double apart;
    double pull;
    double yearly;
};
constexpr std::array measures{
    Measure{"TotAbs", "Total absence", 6.4, 0.8, 0.9, 0.12},
    Measure{"TotUnAuthAbs", "Unauthorised absence", 1.9, 0.5, 0.7, 0.08},
    Measure{"CINFixedExclusion", "Children in need with one or more suspensions", 11, 3, 2, 0.5},
    Measure{"CINPermExclusion", "Children in need permanently excluded", 0.6, 0.3, 0.2, 0.02},
    Measure{"LAC_Fixed_ Ex", "Looked-after children with one or more suspensions", 12, 3, 1, 0.3},
    Measure{"SEN_EHC_Excpt_20wks", "EHC plans within 20 weeks", 54, 22, -8, -1.5},
    Measure{"SEN_EHC_All_20wks", "All EHC plans within 20 weeks", 52, 22, -8, -1.5},
    Measure{"EHCP_Initial_req_refused", "EHC requests refused", 22, 7, 2, 0.4},
    Measure{"SEN_AppealableDec", "SEND appeal rate", 2.2, 0.9, 0.1, 0.2},
    Measure{"SEN_TotStat", "Pupils with an EHC plan", 4.3, 0.7, 0.4, 0.24},
    Measure{"SEN_TotSENSuP", "Pupils with SEN support", 12.9, 1.7, 1.2, 0.2},
    Measure{"PriFSM", "Free school meals in primary schools", 22, 4, 13, 0.8},
    Measure{"SecFSM", "Free school meals in secondary schools", 20, 4, 12, 0.9},
    Measure{"CIN", "Children in need", 330, 50, 90, 3},
    Measure{"LAC", "Looked-after children", 70, 14, 24, 0.9},
};

DemoFile tool(const Model& model)
{
    std::string out = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";
    for (const auto& measure : measures)
        for (int year = first_year + 1; year <= last_year + 1; ++year) {
            double weighted = 0, pupils = 0;
            for (const auto& one : authorities()) {
                const double value = std::max(
                    0.05,
                    measure.middle +
                        measure.apart * 2 * (model.chance(measure.code, one.code) - 0.5) +
                        measure.pull * (one.hardship - 50) / 50.0 +
                        measure.yearly * (year - last_year) +
                        measure.apart * 0.3 * (model.chance(measure.code, one.code, year) - 0.5));
                weighted += value * one.pupils;
                pupils += one.pupils;
                // A few were not published, as happens.
                const bool missing = model.chance("missing", one.code * 100 + year) < 0.004;
                char code[8];
                std::snprintf(code, sizeof code, "%03d", one.code);
                out += std::string(measure.code) + "," + measure.name + "," + std::to_string(year) +
                       "," + one.name + "," + (missing ? "-" : decimals(value, 2)) + "," + code +
                       "," + one.region + "\n";
            }
            out += std::string(measure.code) + "," + measure.name + "," + std::to_string(year) +
                   ",England," + decimals(weighted / pupils, 2) + ",970,NA\n";
        }
    return {"invented_interactive_tool.csv", std::move(out)};
}

/// How many schools have a SENCO with the award, on the leadership team, with protected time.
DemoFile senco_register(const Model& model)
{
    std::string out =
        std::string(place_columns) +
        ",schools,senco_with_award,senco_on_leadership_team,senco_with_protected_time\n";
    constexpr std::array<std::pair<const char*, double>, 3> shares{
        {{"award", 0.72}, {"leadership", 0.46}, {"protected time", 0.58}}};
    for_each_place([&](const Places& places) {
        for (int year = last_year - 1; year <= last_year + 1; ++year) {
            int schools = 0;
            std::array<int, 3> having{};
            for (const auto* one : places.authorities) {
                const int here = one->pupils / 380 + 3;
                schools += here;
                for (std::size_t i = 0; i < shares.size(); ++i)
                    having[i] += static_cast<int>(std::lround(
                        here * (shares[i].second + 0.03 * (year - last_year) +
                                0.24 * (model.chance(shares[i].first, one->code) - 0.5))));
            }
            out += places.cells(school_year(year), "Academic year") + "," + std::to_string(schools);
            for (const int count : having) out += "," + std::to_string(count);
            out += "\n";
        }
    });
    return {"invented_senco_register.csv", std::move(out)};
}

double apart(const Authority& one, const Authority& other)
{
    return std::abs(one.hardship - other.hardship) / 20.0 +
           std::abs(std::log(static_cast<double>(one.pupils) / other.pupils));
}

DemoFile neighbours()
{
    std::string out = "LA num,LA Name,LA number,GOInd,GOReg";
    for (int i = 1; i <= 10; ++i) out += ",SN" + std::to_string(i) + ",SNP";
    out += "\n";
    for (const auto& one : authorities()) {
        std::vector<const Authority*> others;
        for (const auto& other : authorities())
            if (other.code != one.code) others.push_back(&other);
        std::sort(others.begin(), others.end(), [&](const Authority* a, const Authority* b) {
            return std::pair(apart(one, *a), a->code) < std::pair(apart(one, *b), b->code);
        });
        const auto code = std::to_string(one.code);
        out += code + "," + one.name + "," + code + ",1," + one.region;
        for (std::size_t i = 0; i < 10; ++i) {
            const double distance = apart(one, *others[i]);
            out += "," + std::to_string(others[i]->code) + "," +
                   (distance < 0.35  ? "Extremely close"
                    : distance < 0.6 ? "Very close"
                    : distance < 1   ? "Close"
                                     : "Somewhat close");
        }
        out += "\n";
    }
    return {"invented_statistical_neighbours_2025.csv", std::move(out)};
}

/// A corner or the middle of a side of the grid that the invented authorities lie on, shifted a
/// little so that borders are not straight; the same from both sides.
std::string point(const Model& model, double column, double row)
{
    const int one = static_cast<int>(column * 3), other = static_cast<int>(row * 3) + 1;
    const double east = -2.8 + column * 0.42 + 0.13 * (model.chance("east", one, other) - 0.5);
    const double north = 53.6 - row * 0.27 + 0.08 * (model.chance("north", one, other) - 0.5);
    return "[" + decimals(east, 4) + "," + decimals(north, 4) + "]";
}

DemoFile shapes(const Model& model)
{
    std::string out = R"({"type":"FeatureCollection","features":[)";
    bool first = true;
    for (const auto& one : authorities()) {
        std::string ring;
        const auto add = [&](double column, double row) {
            ring += (ring.empty() ? "" : ",") + point(model, one.column + column, one.row + row);
        };
        constexpr std::array<double, 3> thirds{0, 1.0 / 3, 2.0 / 3};
        for (const double t : thirds) add(t, 0);
        for (const double t : thirds) add(1, t);
        for (const double t : thirds) add(1 - t, 1);
        for (const double t : thirds) add(0, 1 - t);
        add(0, 0);
        char code[8];
        std::snprintf(code, sizeof code, "%03d", one.code);
        out += (first ? "" : ",") + std::string(R"({"type":"Feature","properties":{"code":")") +
               code + R"(","name":")" + one.name +
               R"("},"geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        first = false;
    }
    return {"invented_boundaries.geojson", out + "]}"};
}

} // namespace demo_context_detail

std::string place_cells(const std::string& period, const std::string& identifier,
                        std::string_view level, const Authority* authority)
{
    auto cells = period + "," + identifier + "," + std::string(level) + ",E92000001,England,";
    if (!authority) return cells + ",,,,";
    cells += authority->region_code + "," + authority->region + ",";
    if (level == "Regional") return cells + ",,";
    char code[8];
    std::snprintf(code, sizeof code, "%03d", authority->code);
    return cells + code + ",," + authority->name;
}

std::string Places::cells(const std::string& period, const std::string& identifier) const
{
    return place_cells(period, identifier, level,
                       level == "National" ? nullptr : authorities.front());
}

int Places::number() const
{
    if (level == "National") return -1;
    return level == "Regional" ? -1 - authorities.front()->code : authorities.front()->code;
}

void for_each_place(const std::function<void(const Places&)>& act)
{
    Places all{"National", {}};
    std::map<std::string, Places> regions;
    for (const auto& one : authorities()) {
        all.authorities.push_back(&one);
        auto& region = regions[one.region_code];
        region.level = "Regional";
        region.authorities.push_back(&one);
    }
    act(all);
    for (const auto& [code, region] : regions) act(region);
    for (const auto& one : authorities()) act({"Local authority", {&one}});
}

std::string school_year(int start)
{
    return std::to_string(start) + std::to_string((start + 1) % 100);
}

std::string phase_name(int phase)
{
    return phase < 0 ? "Total" : std::string(phases[static_cast<std::size_t>(phase)]);
}

std::string lower_first(std::string text)
{
    if (!text.empty())
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string hidden_if_few(int count, const Places& places)
{
    const bool few = count > 0 && count < 5 && places.authorities.size() == 1;
    return few ? "c" : std::to_string(count);
}

void add_context_files(std::vector<DemoFile>& files, const Model& model)
{
    using namespace demo_context_detail;
    files.push_back(attendance(model));
    files.push_back(funded_places(model));
    files.push_back(senco_register(model));
    files.push_back(tool(model));
    files.push_back(neighbours());
    files.push_back(shapes(model));
}

} // namespace onroll::insight::demo
