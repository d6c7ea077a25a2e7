#include "insight/figures_table.h"

#include "insight/rules_rates.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace onroll::insight {

namespace figures_table_detail {

json::Value json_number(const std::string& digits)
{
    if (digits.find_first_of(".e") == std::string::npos) {
        std::int64_t whole = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), whole);
        return whole;
    }
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Letters as a reader sees them: a byte that continues one takes no place.
std::size_t width_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string shown_text(const FigureCell& cell)
{
    return cell.kind == FigureCell::Kind::absent ? "[" + cell.text + "]" : cell.text;
}

void add_line(std::string& out, const std::vector<std::string>& cells,
              const std::vector<std::size_t>& widths, const std::vector<bool>& to_the_right)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += "  ";
        const std::string space(widths[i] - width_of(cells[i]), ' ');
        line += to_the_right[i] ? space + cells[i] : cells[i] + space;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
}

} // namespace figures_table_detail

FigureCell FigureCell::number(std::int64_t value)
{
    return written(std::to_string(value));
}

FigureCell FigureCell::exact(double value)
{
    std::array<char, 32> digits{};
    const auto [end, trouble] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    ensure(trouble == std::errc{}, "a number fits its digits");
    return written(std::string(digits.data(), end));
}

FigureCell FigureCell::rounded(double value, int decimals)
{
    const auto steps = shown_value_steps(value, decimals);
    auto digits = std::to_string(steps < 0 ? -steps : steps);
    const auto places = static_cast<std::size_t>(decimals);
    if (places > 0) {
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    return written((steps < 0 ? "-" : "") + digits);
}

FigureCell FigureCell::absent(CellState state)
{
    const auto symbol = symbol_of(state);
    return {Kind::absent, std::string(symbol.empty() ? "x" : symbol)};
}

void FiguresTable::add(std::vector<FigureCell> row)
{
    ensure(row.size() == columns.size(), "a row has a cell for each column");
    rows.push_back(std::move(row));
}

std::string as_csv(const FiguresTable& table, csv::For reader)
{
    csv::Writer writer(table.columns, reader);
    for (const auto& row : table.rows) {
        for (const auto& cell : row) {
            if (cell.kind == FigureCell::Kind::number)
                writer.decimal(cell.text);
            else
                writer.text(cell.text);
        }
        writer.end_row();
    }
    return std::move(writer).take();
}

json::Value as_json(const FiguresTable& table)
{
    json::Value document;
    document["kind"] = table.kind;
    document["title"] = table.title;
    document["notes"] = table.notes;
    document["sources"] = table.sources;
    document["rows"] = json::Value::array();
    for (const auto& row : table.rows) {
        json::Value member = json::Value::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto& name = table.columns[i];
            switch (row[i].kind) {
            case FigureCell::Kind::text:
                member[name] = row[i].text;
                break;
            case FigureCell::Kind::number:
                member[name] = figures_table_detail::json_number(row[i].text);
                break;
            case FigureCell::Kind::absent:
                member[name] = nullptr;
                member[name + "_symbol"] = row[i].text;
                break;
            }
        }
        document["rows"].push_back(std::move(member));
    }
    return document;
}

std::string as_text(const FiguresTable& table)
{
    using namespace figures_table_detail;
    // Where each figure stood is for programs; a reader has the sources below.
    auto columns = table.columns;
    if (!columns.empty() && columns.back() == "source") columns.pop_back();
    std::vector<std::size_t> widths;
    for (const auto& name : columns) widths.push_back(width_of(name));
    std::vector<bool> to_the_right(columns.size(), false);
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < columns.size(); ++i) {
            widths[i] = std::max(widths[i], width_of(shown_text(row[i])));
            if (row[i].kind == FigureCell::Kind::number) to_the_right[i] = true;
        }
    std::string out = table.title + "\n\n";
    add_line(out, columns, widths, to_the_right);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < columns.size(); ++i) cells.push_back(shown_text(row[i]));
        add_line(out, cells, widths, to_the_right);
    }
    if (!table.notes.empty() || !table.sources.empty()) out += "\n";
    for (const auto& note : table.notes) out += note + "\n";
    for (const auto& source : table.sources) out += "Source: " + source + "\n";
    return out;
}

} // namespace onroll::insight
