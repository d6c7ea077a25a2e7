// What the invented files share: the place columns of DfE's standard, and sums over places. Only
// the demo files use it.
#pragma once

#include "insight/demo_figures.h"
#include "insight/demo_model.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight::demo {

constexpr std::string_view place_columns =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name";

/// England, a region or an authority: the authorities that it is made of.
struct Places {
    std::string_view level;
    std::vector<const Authority*> authorities;
    /// The cells of place_columns for it.
    std::string cells(const std::string& period, const std::string& identifier) const;
    /// A number of its own: the authority's code, negative for the others.
    int number() const;
};

void for_each_place(const std::function<void(const Places&)>& act);

/// "202425" for 2024.
std::string school_year(int start);
/// "Total" for -1.
std::string phase_name(int phase);
std::string lower_first(std::string text);
/// The cells of place_columns for an authority or its school, or for England where there is none.
std::string place_cells(const std::string& period, const std::string& identifier,
                        std::string_view level, const Authority* authority);
/// "c" for 1 to 4 of one authority.
std::string hidden_if_few(int count, const Places& places);

/// Attendance, EHC plans, alternative provision, the interactive tool, neighbours, boundaries.
void add_context_files(std::vector<DemoFile>& files, const Model& model);

} // namespace onroll::insight::demo
