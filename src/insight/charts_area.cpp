#include "insight/charts_area.h"

#include "insight/charts_area_inside.h"

#include "kernel/date.h"

#include <array>

namespace onroll::insight {
namespace charts_detail {

struct Named {
    std::string_view name;
    std::optional<AreaChart> (*chart)(const AreaPicture&);
};

constexpr std::array charts{
    Named{"trend", trend_chart},           Named{"ranks", rank_chart},
    Named{"neighbours", neighbours_chart}, Named{"areas", areas_chart},
    Named{"phases", phases_chart},         Named{"groups", groups_chart},
    Named{"years", years_chart},           Named{"reasons", reasons_chart},
    Named{"lengths", lengths_chart},       Named{"so-far", so_far_chart},
    Named{"weeks", weeks_chart},
};

constexpr auto names = [] {
    std::array<std::string_view, charts.size()> list;
    for (std::size_t n = 0; n < charts.size(); ++n) list[n] = charts[n].name;
    return list;
}();

design::chart::Figure figure_named(const AreaPicture& picture, const char* name, std::string about,
                                   ReleaseId release, const char* method)
{
    const auto path = "/area/" + picture.area.code.text() + "/" + name;
    const auto query = view_query(picture);
    return {.id = name,
            .source = design::link("#sources", source_in_words(picture, release)),
            .about = std::move(about),
            .downloads = {{"CSV", path + ".csv" + query},
                          {"Spreadsheet", path + ".xlsx" + query},
                          {"Picture", path + ".svg" + query}},
            .how_href = std::string("/area/method#") + method};
}

std::string unit_of(const Measure& measure)
{
    return std::string(in_words(measure.unit));
}

std::string subtitle_of(const AreaPicture& picture, const std::string& what)
{
    return what + ", " + picture.area.name + ", " + picture.chosen.period.text();
}

} // namespace charts_detail

std::span<const std::string_view> chart_names()
{
    return charts_detail::names;
}

std::optional<AreaChart> area_chart(const AreaPicture& picture, std::string_view name)
{
    if (!picture.any_figures()) return std::nullopt;
    for (const auto& one : charts_detail::charts)
        if (one.name == name) return one.chart(picture);
    return std::nullopt;
}

design::Html render_chart(const AreaChart& chart)
{
    return std::visit([](const auto& one) { return render(one); }, chart);
}

design::chart::Rows rows_of_chart(const AreaChart& chart)
{
    return std::visit([](const auto& one) { return rows_of(one); }, chart);
}

const design::chart::Figure& figure_of(const AreaChart& chart)
{
    return std::visit([](const auto& one) -> const design::chart::Figure& { return one.figure; },
                      chart);
}

std::string picture_of_chart(const AreaChart& chart, std::string_view source)
{
    return std::visit([&](const auto& one) { return picture_file(one, source); }, chart);
}

xlsx::Workbook workbook_of_charts(const AreaPicture& picture, const std::vector<AreaChart>& charts)
{
    xlsx::Workbook book{
        .title = "Exclusions in " + picture.area.name,
        .about = {picture.chosen.measure->name + ", " + picture.chosen.period.text() + ".",
                  picture.chosen.measure->definition,
                  "Contains public sector information licensed under the Open "
                  "Government Licence v3.0."},
        .made_on = date(2000, 1, 1)};
    for (const auto& [id, release] : picture.releases) {
        book.about.push_back("Source: " + source_in_words(picture, id) + ", file " +
                             release.file_name + ", SHA-256 " + release.sha256 + ".");
        if (const auto day = onroll::parse_date(release.imported_at.substr(0, 10)))
            book.made_on = std::max(book.made_on, *day);
    }
    for (const auto& chart : charts) {
        const auto& figure = figure_of(chart);
        const auto rows = rows_of_chart(chart);
        xlsx::Sheet sheet{.name = figure.id, .title = figure.subtitle, .columns = rows.head};
        std::vector<std::string> shown;
        for (const auto& cells : rows.cells) {
            std::vector<xlsx::Cell> row;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const auto figure = design::chart::as_in_files(cells[column]);
                const bool number = column >= rows.words_columns && !figure.empty() &&
                                    figure.find_first_not_of("0123456789.") == std::string::npos;
                row.push_back(number ? xlsx::Cell::digits(figure)
                                     : xlsx::Cell::words(cells[column]));
                shown.push_back(cells[column]);
            }
            sheet.rows.push_back(std::move(row));
        }
        book.notes.push_back(figure.id + ": " + figure.message + ". " + figure.notes);
        if (const auto key = design::chart::key_of_symbols(shown); !key.empty())
            book.notes.push_back(figure.id + ": " + key);
        book.sheets.push_back(std::move(sheet));
    }
    return book;
}

std::string view_query(const AreaPicture& picture)
{
    if (!picture.chosen.measure) return {};
    auto query = "?measure=" + picture.chosen.measure->key;
    if (picture.any_figures()) query += "&year=" + std::to_string(picture.chosen.period.year);
    return query;
}

std::string source_in_words(const AreaPicture& picture, ReleaseId release)
{
    const auto found = picture.releases.find(release);
    if (found == picture.releases.end()) return "files of statistics named at the foot of the page";
    const auto& file = found->second;
    std::string words = file.source.empty() ? file.title : file.source + ", " + file.title;
    if (file.published_on) words += ", published " + onroll::in_words(*file.published_on);
    return words;
}

} // namespace onroll::insight
