// The cells of a list of places, read row by row, and what is wrong with them. Only for the readers
// of such lists.
#pragma once

#include "places/imports.h"

#include "kernel/one_line.h"

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace onroll::places::imports_detail {

using Column = std::optional<std::size_t>;

inline std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc{} || stop != end || number < 0) return std::nullopt;
    return number;
}

/// What every kind of file needs while it is read.
class FileReader {
public:
    FileReader(csv::Reader& reader, PlacesFile& file) : reader_(reader), file_(file) {}

    Column column(std::string_view name) const { return reader_.header().find(name); }
    const csv::Row& row() const { return reader_.row(); }
    std::string text(Column column) const { return one_line(row()[column]); }

    /// Records what is wrong with this row; always nothing, so that a reader can return it.
    std::nullopt_t problem(Column column, std::string message)
    {
        std::string named;
        if (column)
            named = reader_.header().names()[*column] + " (" + csv::column_letters(*column) + ")";
        file_.report.problems.push_back({row().number, std::move(named), std::move(message)});
        return std::nullopt;
    }

    std::optional<Urn> urn(Column column)
    {
        const auto parsed = Urn::parse(row()[column]);
        if (!parsed) return problem(column, parsed.error().message);
        return *parsed;
    }

    std::optional<LaCode> authority(Column column)
    {
        const auto parsed = LaCode::parse(row()[column]);
        if (!parsed) return problem(column, parsed.error().message);
        return *parsed;
    }

    /// Blank is no number; anything but four digits is a problem and also nothing.
    std::optional<Laestab> laestab(LaCode authority, Column column)
    {
        const auto written = row()[column];
        if (written.empty()) return std::nullopt;
        const auto number = whole_number(written);
        const auto made =
            number ? Laestab::create(authority, *number) : Result<Laestab>(bad_input(""));
        if (!made) return problem(column, "An establishment number must be 4 digits, like 4200");
        return *made;
    }

    /// Blank is no date; anything that is none is a problem and also nothing.
    std::optional<Date> day(Column column)
    {
        const auto written = row()[column];
        if (written.empty()) return std::nullopt;
        const auto read = read_day(written);
        if (!read) return problem(column, "A date " + read.error().message);
        return *read;
    }

    std::size_t problems() const { return file_.report.problems.size(); }

    /// True (and a problem) where an earlier row told of this school.
    bool repeated(Urn urn, Column column)
    {
        const auto [first, fresh] = row_of_urn_.try_emplace(urn.number(), row().number);
        if (fresh) return false;
        problem(column, "The URN is in row " + std::to_string(first->second) +
                            " already. Remove one of the two rows");
        return true;
    }

    void note_unknown_type(const std::string& type) { ++unknown_types_[type]; }
    void say_unknown_types()
    {
        for (const auto& [type, rows] : unknown_types_)
            file_.report.notices.push_back("The type of school \"" + type + "\" (" +
                                           std::to_string(rows) + (rows == 1 ? " row" : " rows") +
                                           ") is kept as recorded; no rule knows it");
    }

private:
    csv::Reader& reader_;
    PlacesFile& file_;
    std::unordered_map<int, std::size_t> row_of_urn_;
    std::map<std::string, std::size_t> unknown_types_;
};

/// Goes through the rows; those of faulty shape are problems, the others go to `take`.
template <class Take>
Result<void> each_row(csv::Reader& reader, PlacesFile& file, FileReader& cells, const Take& take)
{
    while (reader.next()) {
        const auto trouble = reader.row().trouble;
        if (trouble == csv::RowTrouble::none)
            take();
        else
            cells.problem({}, "The row " + std::string(csv::in_words(trouble)));
    }
    if (reader.refusal()) return *reader.refusal();
    file.report.encoding = csv::name_of(reader.encoding());
    return {};
}

} // namespace onroll::places::imports_detail
