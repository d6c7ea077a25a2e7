// What the charts of one area share.
#pragma once

#include "insight/charts_area.h"
#include "insight/words_of_figures.h"

#include <string>

namespace onroll::insight::charts_detail {

/// A figure with its source and downloads; the caller adds message, subtitle and description.
design::chart::Figure figure_named(const AreaPicture& picture, const char* name, std::string about,
                                   ReleaseId release, const char* method);

/// "per 100 pupils", "%".
std::string unit_of(const Measure& measure);
/// "Suspension rate, per 100 pupils, Somerset, 2006/07 to 2015/16"
std::string subtitle_of(const AreaPicture& picture, const std::string& what);

std::optional<AreaChart> trend_chart(const AreaPicture& picture);
std::optional<AreaChart> rank_chart(const AreaPicture& picture);
std::optional<AreaChart> neighbours_chart(const AreaPicture& picture);
std::optional<AreaChart> areas_chart(const AreaPicture& picture);
std::optional<AreaChart> phases_chart(const AreaPicture& picture);
std::optional<AreaChart> groups_chart(const AreaPicture& picture);
std::optional<AreaChart> years_chart(const AreaPicture& picture);
std::optional<AreaChart> reasons_chart(const AreaPicture& picture);
std::optional<AreaChart> lengths_chart(const AreaPicture& picture);
std::optional<AreaChart> so_far_chart(const AreaPicture& picture);
std::optional<AreaChart> weeks_chart(const AreaPicture& picture);

} // namespace onroll::insight::charts_detail
