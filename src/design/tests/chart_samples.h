// One chart of each kind with invented figures, for the goldens and the gallery.
#pragma once

#include "design/chart/bar.h"
#include "design/chart/funnel.h"
#include "design/chart/heat.h"
#include "design/chart/interval.h"
#include "design/chart/likert.h"
#include "design/chart/line.h"
#include "design/chart/map.h"
#include "design/chart/multiples.h"

namespace onroll::design::tests::charts {

chart::Figure a_figure(std::string id, std::string message, std::string about);
chart::LineChart a_line_chart();
chart::BarChart a_bar_chart();
chart::ColumnChart a_column_chart();
chart::IntervalChart an_interval_chart();
chart::FunnelChart a_funnel();
chart::HeatMap a_heat_map();
chart::LikertChart a_likert_chart();
chart::SmallMultiples small_multiples();
chart::AreaMap an_area_map();

/// Every kind by name, rendered.
std::vector<std::pair<std::string, Html>> every_chart();

} // namespace onroll::design::tests::charts
