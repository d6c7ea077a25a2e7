#include "insight/demo_figures.h"

#include "insight/demo_inside.h"
#include "insight/demo_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <utility>

namespace onroll::insight::demo {

namespace demo_figures_detail {

std::string rate(int count, int pupils)
{
    if (pupils == 0) return "z";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::floor(count * 10'000.0 / pupils + 0.5) / 100);
    return text;
}

const std::string exclusions_head =
    std::string(place_columns) +
    ",education_phase,num_schools,headcount,perm_excl,perm_excl_rate,suspension,susp_rate,"
    "one_plus_susp,one_plus_susp_rate";

std::string cells(const Counts& counts, const std::string& schools)
{
    const auto n = counts.pupils;
    return schools + "," + std::to_string(n) + "," + std::to_string(counts.permanent) + "," +
           rate(counts.permanent, n) + "," + std::to_string(counts.suspensions) + "," +
           rate(counts.suspensions, n) + "," + std::to_string(counts.pupils_suspended) + "," +
           rate(counts.pupils_suspended, n);
}

Counts sum_of(const Places& places, const std::function<Counts(const Authority&)>& of)
{
    Counts all;
    for (const auto* authority : places.authorities) all.add(of(*authority));
    return all;
}

std::string schools_in(const Places& places, int phase)
{
    int schools = 0;
    for (const auto* authority : places.authorities) {
        const int primary = authority->pupils * 53 / 100 / 280 + 1,
                  secondary = authority->pupils * 44 / 100 / 1'050 + 1,
                  special = authority->pupils * 3 / 100 / 120 + 1;
        schools += phase < 0    ? primary + secondary + special
                   : phase == 0 ? primary
                   : phase == 1 ? secondary
                                : special;
    }
    return std::to_string(schools);
}

/// Figures by school of the first authority, on top of the file by area.
void add_schools(std::string& out, const Model& model, const std::vector<DemoSchool>& schools)
{
    for (const auto& authority : authorities())
        if (authority.code == 1)
            for (const auto& school : schools)
                for (int year = first_year; year <= last_year; ++year) {
                    const bool primary = school.phase == "Primary";
                    const double per_100 = primary ? 2.2 : school.phase == "Special" ? 9 : 15;
                    const double own = 0.4 + 1.4 * model.chance("school", school.urn);
                    Counts counts;
                    counts.pupils = school.pupils;
                    counts.suspensions = model.count(school.pupils * per_100 / 100 * own, "school",
                                                     school.urn, year);
                    counts.pupils_suspended = counts.suspensions * 2 / 5;
                    counts.permanent =
                        model.count(school.pupils * (primary ? 0.0002 : 0.0015) * own,
                                    "school permanent", school.urn, year);
                    out +=
                        place_cells(school_year(year), "Academic year", "School", &authority) +
                        "," + std::to_string(school.urn) + "," + school.name + "," +
                        (school.phase == "Special" ? "Special"
                                                   : "State-funded " + lower_first(school.phase)) +
                        "," + cells(counts, "1") + "\n";
                }
}

DemoFile by_area(const Model& model, const std::string& name, int until,
                 const std::vector<DemoSchool>& schools)
{
    auto head = exclusions_head;
    head.insert(head.find(",education_phase"), ",school_urn,school_name");
    std::string out = head + "\n";
    for_each_place([&](const Places& places) {
        for (int year = first_year; year <= until; ++year)
            for (int phase = -1; phase < 3; ++phase)
                out += places.cells(school_year(year), "Academic year") + ",,," +
                       phase_name(phase) + "," +
                       cells(sum_of(places,
                                    [&](const Authority& one) {
                                        return model.counts(one, year, phase);
                                    }),
                             schools_in(places, phase)) +
                       "\n";
    });
    add_schools(out, model, schools);
    return {name, std::move(out)};
}

/// The autumn term of the year after the last: provisional, and never set beside years.
DemoFile autumn_term(const Model& model)
{
    std::string out = exclusions_head + "\n";
    for_each_place([&](const Places& places) {
        for (int phase = -1; phase < 3; ++phase) {
            auto counts = sum_of(
                places, [&](const Authority& one) { return model.counts(one, last_year, phase); });
            for (auto* count : {&counts.suspensions, &counts.pupils_suspended, &counts.permanent})
                *count = *count * 37 / 100;
            out += places.cells(school_year(last_year + 1), "Autumn term") + "," +
                   phase_name(phase) + "," + cells(counts, schools_in(places, phase)) + "\n";
        }
    });
    return {"invented_suspensions_autumn_term.csv", std::move(out)};
}

/// A reason with its share of suspensions and of permanent exclusions, in thousandths.
struct Reason {
    const char* name;
    int suspensions;
    int permanent;
};
constexpr std::array reasons{
    Reason{"physical_pupils", 150, 125},
    Reason{"physical_adult", 55, 115},
    Reason{"verbal_pupil", 42, 25},
    Reason{"verbal_adult", 172, 85},
    Reason{"bullying", 10, 6},
    Reason{"racist_abuse", 16, 5},
    Reason{"sexual_misconduct", 9, 20},
    Reason{"drug_alcohol", 38, 72},
    Reason{"damage", 28, 22},
    Reason{"theft", 8, 5},
    Reason{"persistent_disruptive", 360, 365},
    Reason{"weapon", 22, 75},
    Reason{"lgbtq", 6, 1},
    Reason{"disability", 2, 1},
    Reason{"social_media", 12, 8},
    Reason{"other", 70, 70},
};

DemoFile by_reason(const Model& model)
{
    std::string out = std::string(place_columns) + ",education_phase";
    for (const auto* const kind : {"perm_", "susp_"})
        for (const auto& reason : reasons) out += std::string(",") + kind + reason.name;
    out += "\n";
    for_each_place([&](const Places& places) {
        for (int year = first_year; year <= last_year; ++year)
            for (int phase = -1; phase < 3; ++phase) {
                const auto counts = sum_of(
                    places, [&](const Authority& one) { return model.counts(one, year, phase); });
                out += places.cells(school_year(year), "Academic year") + "," + phase_name(phase);
                for (const auto& reason : reasons)
                    out += "," + hidden_if_few((counts.permanent * reason.permanent + 500) / 1'000,
                                               places);
                for (const auto& reason : reasons) {
                    const double own = 0.8 + 0.4 * model.chance(reason.name, places.number(), year);
                    out += "," + hidden_if_few(
                                     static_cast<int>(std::lround(counts.suspensions * own *
                                                                  reason.suspensions / 1'000.0)),
                                     places);
                }
                out += "\n";
            }
    });
    return {"invented_suspensions_by_reason.csv", std::move(out)};
}

/// A group with its share of pupils in thousandths and how often its pupils are suspended against
/// the mean.
struct Group {
    const char* group;
    const char* name;
    int share;
    double risk;
};
constexpr std::array groups{
    Group{"Gender", "Gender male", 511, 1.36},
    Group{"Gender", "Gender female", 489, 0.62},
    Group{"FSM eligible", "FSM Eligible", 246, 2.3},
    Group{"FSM eligible", "FSM NotEligible", 754, 0.58},
    Group{"SEN provision", "SEN provision No SEN", 828, 0.66},
    Group{"SEN provision", "SEN provision SEN without statement", 128, 2.7},
    Group{"SEN provision", "SEN provision SEN with statement EHC", 44, 2.4},
    Group{"Ethnicity", "Ethnicity Major White Total", 706, 1.06},
    Group{"Ethnicity", "Ethnicity Minor Gypsy Roma", 4, 4.1},
    Group{"Ethnicity", "Ethnicity Major Mixed Total", 72, 1.18},
    Group{"Ethnicity", "Ethnicity Minor White and Black Caribbean", 17, 1.9},
    Group{"Ethnicity", "Ethnicity Major Asian Total", 131, 0.48},
    Group{"Ethnicity", "Ethnicity Major Black Total", 62, 1.04},
    Group{"Ethnicity", "Ethnicity Minor Black Caribbean", 11, 1.6},
    Group{"Social worker", "Child in need", 31, 3.6},
    Group{"Social worker", "No social worker", 969, 0.92},
    Group{"Care", "Looked after", 7, 3.9},
    Group{"Care", "Not looked after", 993, 0.98},
    Group{"NC year", "NC Year Reception", 79, 0.06},
    Group{"NC year", "NC Year 1", 80, 0.12},
    Group{"NC year", "NC Year 2", 81, 0.18},
    Group{"NC year", "NC Year 3", 82, 0.24},
    Group{"NC year", "NC Year 4", 83, 0.32},
    Group{"NC year", "NC Year 5", 84, 0.42},
    Group{"NC year", "NC Year 6", 84, 0.46},
    Group{"NC year", "NC Year 7", 86, 1.5},
    Group{"NC year", "NC Year 8", 86, 2.3},
    Group{"NC year", "NC Year 9", 86, 2.6},
    Group{"NC year", "NC Year 10", 85, 2.3},
    Group{"NC year", "NC Year 11", 84, 1.3},
};

std::string group_cells(const Model& model, const Places& places, const Group& group,
                        const Counts& counts, int year)
{
    const double own = 0.85 + 0.3 * model.chance(group.name, places.number());
    const double share = group.share / 1'000.0;
    const auto part = [&](int all, const char* what) {
        const double expected = all * share * group.risk * own;
        return places.number() > 0 && places.authorities.size() == 1
                   ? std::min(all,
                              model.count(expected, what, places.number() * 64 + group.share, year))
                   : static_cast<int>(std::lround(std::min<double>(all, expected)));
    };
    const int pupils = static_cast<int>(std::lround(counts.pupils * share));
    const int suspensions = part(counts.suspensions, "group"),
              permanent = part(counts.permanent, "group permanent"),
              one_plus = std::min({suspensions, pupils, counts.pupils_suspended,
                                   static_cast<int>(suspensions / 2.2) + (suspensions > 0)});
    const auto shown = [&](int count) {
        const auto text = hidden_if_few(count, places);
        return text + "," + (text == "c" ? text : rate(count, pupils));
    };
    return std::to_string(pupils) + "," + shown(permanent) + "," + shown(suspensions) + "," +
           shown(one_plus);
}

DemoFile by_characteristic(const Model& model)
{
    std::string out = std::string(place_columns) +
                      ",education_phase,characteristic_group,characteristic,headcount,perm_excl,"
                      "perm_excl_rate,suspension,susp_rate,one_plus_susp,one_plus_susp_rate\n";
    for_each_place([&](const Places& places) {
        for (int year = first_year; year <= last_year; ++year) {
            const auto counts =
                sum_of(places, [&](const Authority& one) { return model.counts(one, year, -1); });
            const auto start = places.cells(school_year(year), "Academic year") + ",Total,";
            auto whole = cells(counts, "");
            out += start + "Total,Total" + whole + "\n";
            for (const auto& group : groups)
                out += start + group.group + "," + group.name + "," +
                       group_cells(model, places, group, counts, year) + "\n";
        }
    });
    return {"invented_suspensions_by_characteristic.csv", std::move(out)};
}

DemoFile by_duration(const Model& model)
{
    // Thousandths of suspensions by their length in days.
    constexpr std::array<std::pair<const char*, int>, 9> lengths{{{"1", 472},
                                                                  {"2", 243},
                                                                  {"3", 131},
                                                                  {"4", 41},
                                                                  {"5", 93},
                                                                  {"6", 6},
                                                                  {"7", 5},
                                                                  {"8", 4},
                                                                  {"10", 5}}};
    std::string out =
        std::string(place_columns) + ",education_phase,duration_days_suspensions,num_susp\n";
    for_each_place([&](const Places& places) {
        for (int year = first_year; year <= last_year; ++year) {
            const auto counts =
                sum_of(places, [&](const Authority& one) { return model.counts(one, year, -1); });
            const auto start = places.cells(school_year(year), "Academic year") + ",Total,";
            int all = 0;
            std::string lines;
            for (const auto& [days, share] : lengths) {
                const int count = counts.suspensions * share / 1'000;
                all += count;
                lines += start + days + "," + std::to_string(count) + "\n";
            }
            out += start + "Total," + std::to_string(all) + "\n" + lines;
        }
    });
    return {"invented_suspensions_by_length.csv", std::move(out)};
}

/// School weeks: few suspensions as a term begins, most before it ends. The area's own records go
/// on after the last year that was published, into the year under way.
DemoFile by_week(const Model& model)
{
    constexpr std::array<int, 39> weights{6,  16, 22, 26, 29, 31, 33, 27, 31, 34, 36, 38, 40,
                                          41, 21, 24, 27, 29, 31, 34, 24, 28, 31, 34, 36, 27,
                                          16, 21, 26, 29, 31, 33, 24, 27, 29, 31, 30, 24, 14};
    constexpr std::size_t weeks_so_far = 11;
    int total = 0;
    for (const int weight : weights) total += weight;
    std::string out = std::string(place_columns) + ",suspensions,school_days\n";
    for_each_place([&](const Places& places) {
        for (int year = last_year - 1; year <= last_year + 2; ++year) {
            const auto counts = sum_of(places, [&](const Authority& one) {
                return model.counts(one, std::min(year, last_year), -1);
            });
            const double all = counts.suspensions * (1 + 0.04 * std::max(0, year - last_year));
            const auto until = year > last_year + 1 ? weeks_so_far : weights.size();
            for (std::size_t week = 0; week < until; ++week) {
                const int number = static_cast<int>(week) + 1;
                const int count = model.count(all * weights[week] / total, "week",
                                              places.number() * 64 + number, year);
                const bool short_week = number == 1 || number == 15 || number == 33;
                out += places.cells(school_year(year), "Week " + std::to_string(number)) + "," +
                       std::to_string(count) + "," + (short_week ? "3" : "5") + "\n";
            }
        }
    });
    return {"invented_suspensions_by_week.csv", std::move(out)};
}

} // namespace demo_figures_detail

std::vector<DemoFile> files(std::uint64_t seed, const std::vector<DemoSchool>& schools)
{
    using namespace demo_figures_detail;
    const Model model(seed);
    std::vector<DemoFile> made{
        by_area(model, "invented_suspensions_by_area_to_2023.csv", last_year - 1, {}),
        by_area(model, "invented_suspensions_by_area.csv", last_year, schools),
        autumn_term(model),
        by_characteristic(model),
        by_reason(model),
        by_duration(model),
        by_week(model),
    };
    add_context_files(made, model);
    return made;
}

} // namespace onroll::insight::demo
