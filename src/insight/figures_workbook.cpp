#include "insight/figures_workbook.h"

#include <algorithm>

namespace onroll::insight {

namespace figures_workbook_detail {

void add_new(std::vector<std::string>& sentences, const std::vector<std::string>& more)
{
    for (const auto& sentence : more)
        if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
            sentences.push_back(sentence);
}

} // namespace figures_workbook_detail

xlsx::Workbook workbook_of(const std::string& title, const std::vector<FiguresTable>& tables,
                           Date data_of)
{
    using namespace figures_workbook_detail;
    xlsx::Workbook workbook{title, {}, {}, {}, data_of};
    workbook.about.push_back("Figures as imported on " + onroll::in_words(data_of) + ".");
    for (const auto& table : tables) {
        add_new(workbook.about, table.sources);
        add_new(workbook.notes, table.notes);
        xlsx::Sheet sheet{table.kind, table.title, table.columns, {}};
        for (const auto& row : table.rows) {
            auto& cells = sheet.rows.emplace_back();
            for (const auto& cell : row)
                cells.push_back(cell.kind == FigureCell::Kind::number
                                    ? xlsx::Cell::digits(cell.text)
                                    : xlsx::Cell::words(cell.kind == FigureCell::Kind::absent
                                                            ? "[" + cell.text + "]"
                                                            : cell.text));
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    add_new(workbook.notes, {"[c]: hidden to protect pupils. [x]: not available. [z]: no such "
                             "number can be given. [low]: rounds to 0 but is not 0.",
                             "Contains public sector information licensed under the Open "
                             "Government Licence v3.0."});
    return workbook;
}

} // namespace onroll::insight
