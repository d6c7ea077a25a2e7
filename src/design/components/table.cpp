#include "design/components/table.h"

namespace onroll::design {
namespace table_detail {

std::string formatted(std::string_view block, const Cell& cell)
{
    return classes(
        {block,
         cell.format.empty() ? std::string() : std::string(block).append("--").append(cell.format),
         cell.classes});
}

Attributes common(const Cell& cell)
{
    return Attributes{maybe("colspan", cell.colspan ? std::to_string(cell.colspan) : ""),
                      maybe("rowspan", cell.rowspan ? std::to_string(cell.rowspan) : "")} +
           cell.attributes;
}

void write_head(HtmlWriter& out, const std::vector<Cell>& head)
{
    if (head.empty()) return;
    out.open("thead", {{"class", "govuk-table__head"}}).open("tr", {{"class", "govuk-table__row"}});
    for (const auto& cell : head) {
        out.open("th",
                 Attributes{{"scope", "col"}, {"class", formatted("govuk-table__header", cell)}} +
                     common(cell));
        out.add(cell.content).close();
    }
    out.close().close();
}

void write_cell(HtmlWriter& out, const Cell& cell, bool is_header)
{
    if (is_header) {
        out.open("th", Attributes{{"scope", "row"},
                                  {"class", classes({"govuk-table__header", cell.classes})}} +
                           common(cell));
    } else {
        out.open("td", Attributes{{"class", formatted("govuk-table__cell", cell)}} + common(cell));
    }
    out.add(cell.content).close();
}

} // namespace table_detail

Html render(const Table& table)
{
    HtmlWriter out{1024 + table.rows.size() * 256};
    out.open("table",
             Attributes{{"class", classes({"govuk-table", table.classes})}} + table.attributes);
    if (!table.caption.empty()) {
        out.open("caption", {{"class", classes({"govuk-table__caption", table.caption_classes})}});
        out.add(table.caption).close();
    }
    table_detail::write_head(out, table.head);
    out.open("tbody", {{"class", "govuk-table__body"}});
    for (const auto& row : table.rows) {
        out.open("tr", {{"class", "govuk-table__row"}});
        for (std::size_t i = 0; i < row.size(); ++i) {
            table_detail::write_cell(out, row[i], i == 0 && table.first_cell_is_header);
        }
        out.close();
    }
    out.close().close();
    return std::move(out).done();
}

Html render_stacking(const Table& table)
{
    // Laid out as blocks, a table would lose its roles in some browsers: they are written out, and
    // the column's name is repeated in each cell, hidden while the head is seen.
    HtmlWriter out{1024 + table.rows.size() * 512};
    out.open("table", Attributes{{"class", classes({"govuk-table onr-stack", table.classes})},
                                 {"role", "table"}} +
                          table.attributes);
    out.open("caption", {{"class", classes({"govuk-table__caption", table.caption_classes})}});
    out.add(table.caption).close();
    out.open("thead", {{"class", "govuk-table__head"}, {"role", "rowgroup"}});
    out.open("tr", {{"class", "govuk-table__row"}, {"role", "row"}});
    for (const auto& cell : table.head) {
        out.open("th", Attributes{{"scope", "col"},
                                  {"role", "columnheader"},
                                  {"class", table_detail::formatted("govuk-table__header", cell)}} +
                           cell.attributes);
        out.add(cell.content).close();
    }
    out.close().close();
    out.open("tbody", {{"class", "govuk-table__body"}, {"role", "rowgroup"}});
    for (const auto& row : table.rows) {
        out.open("tr", {{"class", "govuk-table__row"}, {"role", "row"}});
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool header = i == 0 && table.first_cell_is_header;
            const std::string_view block = header ? "govuk-table__header" : "govuk-table__cell";
            out.open(header ? "th" : "td",
                     Attributes{maybe("scope", header ? "row" : ""),
                                {"role", header ? "rowheader" : "cell"},
                                {"class", table_detail::formatted(block, row[i])}} +
                         row[i].attributes);
            // What is not there has no name either.
            if (!header && i < table.head.size() && !row[i].content.empty()) {
                out.open("span", {{"class", "onr-stack__name"}, {"aria-hidden", "true"}});
                out.add(table.head[i].content).close();
            }
            out.add(row[i].content).close();
        }
        out.close();
    }
    out.close().close();
    return std::move(out).done();
}

} // namespace onroll::design
