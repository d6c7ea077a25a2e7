// What the page to choose an area shows. Words and layout only: no queries, no rules.
#pragma once

#include "insight/types.h"

#include "design/chart/map.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::insight {

struct RegionOfAreas {
    std::string name{};
    std::vector<Area> areas{}; ///< by name
};

struct AreaListView {
    std::vector<RegionOfAreas> regions{};
    bool has_figures = false; ///< some statistics were imported
    std::optional<design::chart::AreaMap> map{};
    std::string not_found{}; ///< what was typed and is no area; empty where nothing was
    std::vector<Release> releases{};
};
design::Html area_list_view(const AreaListView& view);

/// What to do before there is anything to show.
design::Html no_statistics_view();

} // namespace onroll::insight
