// A table of figures for people and programs: the same cells as CSV, JSON, plain text or a
// spreadsheet. A cell without a number says why by DfE's symbol, and is never blank or 0.
#pragma once

#include "insight/types.h"
#include "platform/csv/writer.h"
#include "platform/json/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

struct FigureCell {
    enum class Kind { text, number, absent } kind = Kind::text;
    std::string text; ///< as written; the symbol where absent: "c", "x", "z"

    static FigureCell words(std::string text) { return {Kind::text, std::move(text)}; }
    static FigureCell number(std::int64_t value);
    /// With all the digits that the number needs and no more.
    static FigureCell exact(double value);
    /// Rounded half away from zero.
    static FigureCell rounded(double value, int decimals);
    /// A number that is already written out, such as shown() gives.
    static FigureCell written(std::string digits) { return {Kind::number, std::move(digits)}; }
    static FigureCell absent(CellState state);
    /// Not applicable: no such number can be given.
    static FigureCell none() { return {Kind::absent, "z"}; }
    bool operator==(const FigureCell&) const = default;
};

struct FiguresTable {
    std::string kind;  ///< "rates": in file names and JSON
    std::string title; ///< "Somerset: rates, 2012/13 to 2018/19"
    std::vector<std::string> columns;
    std::vector<std::vector<FigureCell>> rows;
    std::vector<std::string> notes; ///< which rules were used, and what is missing: full sentences
    std::vector<std::string> sources; ///< publisher, file and licence of what is shown

    void add(std::vector<FigureCell> row);
};

/// One header row, no notes: they would break what reads it.
std::string as_csv(const FiguresTable&, csv::For reader = csv::For::data);
/// Numbers as numbers, what is absent as null with a member NAME_symbol beside it.
json::Value as_json(const FiguresTable&);
/// In columns, with the notes and sources below.
std::string as_text(const FiguresTable&);

} // namespace onroll::insight
