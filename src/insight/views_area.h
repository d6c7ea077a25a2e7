// What the page of one area shows, and the page of several side by side. Words and layout only: no
// queries, no rules.
#pragma once

#include "insight/area_picture.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::insight {

enum class ShowsDemonstration { no, yes };

design::Html area_view(const AreaPicture& picture, ShowsDemonstration demonstration);

/// One of several areas compared.
struct ComparedArea {
    Area area;
    const Measure* measure = nullptr;
    std::vector<Period> periods{}; ///< the same for all
    std::shared_ptr<const MeasureValues> values;
    std::shared_ptr<const CountryPicture> country;
};

struct CompareView {
    std::vector<ComparedArea> areas{};
    std::vector<Area> all{}; ///< to choose from, by name
    const Measure* measure = nullptr;
    std::vector<Period> periods{};
    std::map<ReleaseId, Release> releases{};
    std::vector<std::string> unknown{}; ///< codes in the address that are no area
    std::string query{};                ///< of this view
};
design::Html compare_view(const CompareView& view);
/// The rows of the comparison, for CSV: an area and a period each.
std::string compare_csv(const CompareView& view);

/// The form that picks measure and year; `action` is the page it belongs to.
design::Html choose_figures_form(const std::string& action, const Measure& chosen,
                                 const std::vector<Period>& periods, int year);
/// The files that figures on a page come from, with what proves them.
design::Html sources_view(const std::map<ReleaseId, Release>& releases);

} // namespace onroll::insight
