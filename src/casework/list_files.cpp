#include "casework/list_files.h"

#include "platform/csv/writer.h"
#include "platform/xlsx/workbook.h"

#include <utility>

namespace onroll::casework {

std::string csv_of(const ListTable& table, const Stamp& stamp)
{
    auto columns = table.columns;
    columns.insert(columns.end(), {"taken_by", "taken_at", "taken_for"});
    csv::Writer writer(std::move(columns), csv::For::excel);
    for (const auto& row : table.rows) {
        for (const auto& cell : row) writer.text(cell);
        writer.text(stamp.who + ", " + stamp.service).text(stamp.at).text(in_words(stamp.purpose));
        writer.end_row();
    }
    return std::move(writer).take();
}

Result<std::string> workbook_of(const ListTable& table, const Stamp& stamp)
{
    xlsx::Sheet sheet{.name = "List", .title = table.title, .columns = table.columns};
    for (const auto& row : table.rows) {
        std::vector<xlsx::Cell> cells;
        for (const auto& cell : row) cells.push_back(xlsx::Cell::words(cell));
        sheet.rows.push_back(std::move(cells));
    }
    return xlsx::write({.title = table.title + " – " + stamp.service,
                        .about = {"Taken by " + stamp.who + ", " + stamp.at + ".",
                                  "For: " + std::string(in_words(stamp.purpose)) + ".",
                                  "Confidential. Delete it when it has served that purpose."},
                        .notes = {},
                        .sheets = {std::move(sheet)},
                        .made_on = stamp.on});
}

Result<http::Response> file_response(const ListTable& table, ListKind kind, FileFormat format,
                                     const Stamp& stamp)
{
    const auto name = "onroll-" + std::string(key_of(kind)) + "-" + iso(stamp.on);
    if (format == FileFormat::csv) return http::csv(csv_of(table, stamp), name + ".csv");
    const auto written = workbook_of(table, stamp);
    if (!written) return written.error();
    auto response =
        http::bytes(*written, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    return response;
}

} // namespace onroll::casework
