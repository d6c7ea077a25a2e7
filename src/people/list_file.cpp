#include "people/list_file.h"

#include "design/words.h"
#include "platform/clock/clock.h"
#include "platform/csv/writer.h"
#include "platform/xlsx/workbook.h"

#include <utility>

namespace onroll::people {

namespace list_file_detail {

std::string first_words(const std::vector<ListedForExport>& list, const MadeBy& made)
{
    return "Made by " + made.name + ", " + made.agency + ", at " + moment_in_words(made.at) +
           ". For: " + made.purpose + ". " +
           design::counted(static_cast<std::int64_t>(list.size()), "child", "children") +
           ". Keep it no longer than you need it.";
}

std::string quoted(std::string_view text)
{
    std::string cell = "\"";
    for (const char c : csv::inert(text))
        cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + "\"";
}

} // namespace list_file_detail

std::string list_as_csv(const std::vector<ListedForExport>& list, const MadeBy& made)
{
    csv::Writer writer({"first_name", "last_name", "name_used", "date_of_birth", "upn", "school",
                        "special_educational_needs"});
    for (const auto& one : list) {
        writer.text(one.given_name).text(one.family_name).text(one.known_as).date(one.born_on);
        writer.text(one.upn).text(one.school).text(one.sen).end_row();
    }
    return "\xEF\xBB\xBF" + list_file_detail::quoted(list_file_detail::first_words(list, made)) +
           "\r\n" + std::move(writer).take();
}

Result<std::string> list_as_workbook(const std::vector<ListedForExport>& list, const MadeBy& made)
{
    using xlsx::Cell;
    xlsx::Sheet sheet{.name = "Children",
                      .title = list_file_detail::first_words(list, made),
                      .columns = {"First name", "Last name", "Name used", "Date of birth", "UPN",
                                  "School", "Special educational needs"}};
    for (const auto& one : list)
        sheet.rows.push_back({Cell::words(one.given_name), Cell::words(one.family_name),
                              Cell::words(one.known_as),
                              Cell::words(one.born_on ? iso(*one.born_on) : std::string()),
                              Cell::words(one.upn), Cell::words(one.school), Cell::words(one.sen)});
    return xlsx::write({.title = "A list of children",
                        .about = {list_file_detail::first_words(list, made)},
                        .notes = {},
                        .sheets = {std::move(sheet)},
                        .made_on = in_london(made.at).date});
}

} // namespace onroll::people
