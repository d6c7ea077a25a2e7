#include "platform/xlsx/workbook.h"

#include "kernel/ensure.h"

#include <xlsxwriter.h>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace onroll::xlsx {

namespace workbook_detail {

constexpr std::size_t most_rows = 1'048'000;
constexpr std::size_t longest_tab = 31;
constexpr std::size_t longest_text = 32'767; ///< that a cell holds

/// A file in the temporary folder, removed at the end.
class TemporaryFile {
public:
    TemporaryFile()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "onroll-XXXXXX").string();
        const int file = mkstemp(pattern.data());
        if (file < 0) return;
        close(file);
        path_ = pattern;
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// Cut at a whole letter, so that UTF-8 stays UTF-8.
std::string cut(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    text.resize(bytes);
    return text;
}

/// A name that a tab can hold and no other tab has.
std::string tab_name(const std::string& wanted, std::set<std::string>& taken)
{
    std::string name;
    for (const char c : wanted)
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) name += c;
    name = cut(name.empty() ? "Table" : name, longest_tab);
    for (int number = 2; !taken.insert(name).second; ++number)
        name = cut(name, longest_tab - 4) + " " + std::to_string(number);
    return name;
}

/// "0.00" for numbers that are shown with two decimals.
std::string number_format(const std::string& digits)
{
    const auto point = digits.find('.');
    if (point == std::string::npos || digits.find('e') != std::string::npos) return "0";
    return "0." + std::string(std::min<std::size_t>(digits.size() - point - 1, 15), '0');
}

class Writer {
public:
    explicit Writer(const Workbook& workbook, const std::string& path)
        : workbook_(workbook), book_(workbook_new(path.c_str())), bold_(workbook_add_format(book_)),
          wrapped_(workbook_add_format(book_))
    {
        format_set_bold(bold_);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        set_properties();
    }

    lxw_error write()
    {
        std::set<std::string> taken{"Cover", "Contents", "Notes"};
        std::vector<std::string> tabs;
        for (const auto& sheet : workbook_.sheets) tabs.push_back(tab_name(sheet.name, taken));
        add_sentences("Cover", workbook_.title, workbook_.about);
        add_contents(tabs);
        if (!workbook_.notes.empty()) add_sentences("Notes", "Notes", workbook_.notes);
        for (std::size_t i = 0; i < tabs.size(); ++i) add_table(i, tabs[i]);
        return workbook_close(book_);
    }

private:
    void set_properties()
    {
        lxw_doc_properties properties{};
        std::string title = workbook_.title, author = "Onroll"; // copied by the call below
        properties.title = title.data();
        properties.author = author.data();
        properties.created = static_cast<time_t>(
            std::chrono::duration_cast<std::chrono::seconds>(workbook_.made_on.time_since_epoch())
                .count());
        // The library reads 0 as "now".
        if (properties.created == 0) properties.created = 1;
        workbook_set_properties(book_, &properties);
    }

    void add_sentences(const char* tab, const std::string& title,
                       const std::vector<std::string>& sentences)
    {
        auto* sheet = workbook_add_worksheet(book_, tab);
        worksheet_set_column(sheet, 0, 0, 90, nullptr);
        text(sheet, 0, 0, title, bold_);
        lxw_row_t row = 1;
        for (const auto& sentence : sentences) text(sheet, row++, 0, sentence, wrapped_);
    }

    void add_contents(const std::vector<std::string>& tabs)
    {
        auto* sheet = workbook_add_worksheet(book_, "Contents");
        worksheet_set_column(sheet, 0, 0, 32, nullptr);
        worksheet_set_column(sheet, 1, 1, 90, nullptr);
        text(sheet, 0, 0, "Contents", bold_);
        text(sheet, 1, 0, "Sheet", bold_);
        text(sheet, 1, 1, "What it holds", bold_);
        lxw_row_t row = 2;
        if (!workbook_.notes.empty()) {
            worksheet_write_url_opt(sheet, row, 0, "internal:'Notes'!A1", nullptr, "Notes",
                                    nullptr);
            text(sheet, row++, 1, "How the figures are worked out, and the symbols", wrapped_);
        }
        for (std::size_t i = 0; i < tabs.size(); ++i, ++row) {
            const auto target = "internal:'" + tabs[i] + "'!A1";
            worksheet_write_url_opt(sheet, row, 0, target.c_str(), nullptr, tabs[i].c_str(),
                                    nullptr);
            text(sheet, row, 1, workbook_.sheets[i].title, wrapped_);
        }
    }

    void add_table(std::size_t number, const std::string& tab)
    {
        const auto& table = workbook_.sheets[number];
        auto* sheet = workbook_add_worksheet(book_, tab.c_str());
        text(sheet, 0, 0, table.title, bold_);
        text(sheet, 1, 0, "This sheet holds one table.", nullptr);
        auto names = table.columns; // copied by worksheet_add_table
        std::vector<lxw_table_column> columns(table.columns.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].header = names[i].data();
            pointers.push_back(&columns[i]);
        }
        pointers.push_back(nullptr);
        auto name = "table_" + std::to_string(number + 1);
        lxw_table_options options{};
        options.name = name.data();
        options.columns = pointers.data();
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 1;
        const auto rows = std::max<std::size_t>(1, table.rows.size());
        const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
        worksheet_add_table(sheet, 2, 0, static_cast<lxw_row_t>(2 + rows), last_column, &options);
        worksheet_set_column(sheet, 0, last_column, 18, nullptr);
        if (table.rows.empty()) text(sheet, 3, 0, "There are no figures", nullptr);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            ensure(table.rows[row].size() == columns.size(), "a row has a cell for each column");
            for (std::size_t column = 0; column < columns.size(); ++column)
                cell(sheet, static_cast<lxw_row_t>(row + 3), static_cast<lxw_col_t>(column),
                     table.rows[row][column]);
        }
    }

    /// A string by its type: it is never taken for a formula, a number or a link.
    static void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                     lxw_format* format)
    {
        worksheet_write_string(sheet, row, column, cut(text, longest_text).c_str(), format);
    }

    void cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        if (cell.kind == Cell::Kind::text) return text(sheet, row, column, cell.text, nullptr);
        worksheet_write_number(sheet, row, column, cell.number,
                               format_for(number_format(cell.text)));
    }

    lxw_format* format_for(const std::string& shape)
    {
        const auto found = std::find_if(formats_.begin(), formats_.end(),
                                        [&](const auto& known) { return known.first == shape; });
        if (found != formats_.end()) return found->second;
        auto* format = workbook_add_format(book_);
        format_set_num_format(format, shape.c_str());
        formats_.emplace_back(shape, format);
        return format;
    }

    const Workbook& workbook_;
    lxw_workbook* book_; ///< freed by workbook_close
    lxw_format* bold_;
    lxw_format* wrapped_;
    std::vector<std::pair<std::string, lxw_format*>> formats_;
};

} // namespace workbook_detail

Cell Cell::digits(std::string_view digits)
{
    Cell cell{Kind::number, std::string(digits), 0};
    const auto [stop, trouble] =
        std::from_chars(digits.data(), digits.data() + digits.size(), cell.number);
    ensure(trouble == std::errc{} && stop == digits.data() + digits.size(),
           "a number cell holds a number");
    return cell;
}

Result<std::string> write(const Workbook& workbook)
{
    using namespace workbook_detail;
    ensure(!workbook.sheets.empty(), "a workbook has a table");
    for (const auto& sheet : workbook.sheets) {
        ensure(!sheet.columns.empty(), "a table has columns");
        if (sheet.rows.size() > most_rows)
            return bad_input("There are more rows than a spreadsheet holds. Download CSV instead");
    }
    const Error no_room{ErrorKind::unavailable,
                        "The spreadsheet could not be made. Try again",
                        "the temporary folder cannot be written",
                        {}};
    const TemporaryFile file;
    if (file.path().empty()) return no_room;
    if (Writer(workbook, file.path()).write() != LXW_NO_ERROR) return no_room;
    std::ifstream made(file.path(), std::ios::binary);
    if (!made) return no_room;
    return std::string(std::istreambuf_iterator<char>(made), {});
}

} // namespace onroll::xlsx
