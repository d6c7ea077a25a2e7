// The charts of one area's page, each with its finding in a sentence: from the picture of the area
// to the structs of design/chart. The page, the downloads and the briefing use the same ones.
#pragma once

#include "insight/area_picture.h"

#include "design/chart/bar.h"
#include "design/chart/funnel.h"
#include "design/chart/heat.h"
#include "design/chart/interval.h"
#include "design/chart/line.h"
#include "design/chart/multiples.h"
#include "platform/xlsx/workbook.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace onroll::insight {

using AreaChart =
    std::variant<design::chart::LineChart, design::chart::BarChart, design::chart::ColumnChart,
                 design::chart::IntervalChart, design::chart::FunnelChart, design::chart::HeatMap,
                 design::chart::SmallMultiples>;

/// The names of charts in addresses, in the order of the page: trend, ranks, neighbours, areas,
/// phases, groups, years, reasons, lengths, so-far, weeks.
std::span<const std::string_view> chart_names();
/// Nothing where the files have no figures for it, or the name is none.
std::optional<AreaChart> area_chart(const AreaPicture& picture, std::string_view name);

design::Html render_chart(const AreaChart& chart);
design::chart::Rows rows_of_chart(const AreaChart& chart);
const design::chart::Figure& figure_of(const AreaChart& chart);
std::string picture_of_chart(const AreaChart& chart, std::string_view source);

/// The rows of the charts as a spreadsheet: a sheet each, the source and the symbols in its notes.
xlsx::Workbook workbook_of_charts(const AreaPicture& picture, const std::vector<AreaChart>& charts);

/// "?measure=suspension_rate&year=2015": the view as its address has it.
std::string view_query(const AreaPicture& picture);
/// "Department for Education: ..., file, published Thursday 20 July 2017": where a figure is from.
std::string source_in_words(const AreaPicture& picture, ReleaseId release);

} // namespace onroll::insight
