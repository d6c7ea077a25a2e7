#include "insight/imports_lists.h"

#include "insight/imports_cells.h"
#include "insight/imports_gather.h"
#include "insight/reference.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>

namespace onroll::insight {

namespace imports_lists_detail {

std::optional<int> digits(std::string_view text)
{
    // Spreadsheets write 933 as 933.0.
    if (text.ends_with(".0")) text.remove_suffix(2);
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, trouble] = std::from_chars(text.data(), end, number);
    if (text.empty() || trouble != std::errc{} || at != end || number < 0) return std::nullopt;
    return number;
}

/// The tool numbers England 970 and the regions 980 to 990.
std::optional<AreaCode> tool_area(int number, std::string_view name)
{
    if (number == 970) return AreaCode::england();
    if (number >= 980 && number <= 990) return reference::region_named(name);
    if (number >= 1 && number < 970) return AreaCode::authority(number);
    return std::nullopt;
}

void count(CodebookColumn& column, CellState state)
{
    switch (state) {
    case CellState::known:
        ++column.known;
        return;
    case CellState::suppressed:
        ++column.suppressed;
        return;
    case CellState::not_available:
        ++column.not_available;
        return;
    case CellState::not_applicable:
        ++column.not_applicable;
        return;
    case CellState::low:
    case CellState::unreliable:
    case CellState::missing:
        ++column.other;
        return;
    }
}

void see(std::map<AreaCode, AreaSeen>& areas, AreaCode code, std::string_view name,
         std::string_view region, int year)
{
    const auto [at, fresh] = areas.try_emplace(code, AreaSeen{Area{code}, std::nullopt});
    auto& area = at->second.area;
    if (fresh) area.first_year = area.last_year = year;
    area.first_year = std::min(area.first_year, year);
    if (fresh || year >= area.last_year) {
        area.last_year = std::max(area.last_year, year);
        area.name = name;
        if (code.level() == AreaLevel::authority) area.region = reference::region_named(region);
        if (code.level() == AreaLevel::national) area.name = "England";
        if (code.level() != AreaLevel::authority) area.ons_code = code.text();
    }
}

std::string year_span(const std::set<int>& years)
{
    if (years.empty()) return {};
    auto text = std::to_string(*years.begin());
    if (years.size() > 1) text += " to " + std::to_string(*years.rbegin());
    return text;
}

/// The last year from 2000 on that the name holds: 2025 of statistical_neighbours_2025.csv; else 0.
int year_in(std::string_view name)
{
    int found = 0;
    for (std::size_t at = 0; at + 4 <= name.size(); ++at) {
        const auto year = digits(name.substr(at, 4));
        if (year && *year >= 2000 && *year < 2200) found = *year;
    }
    return found;
}

/// A row of the tool, read: nothing where it is a problem or a placeholder.
struct ToolRow {
    AreaCode area;
    Period period;
    Figure figure;
};

class ToolReader {
public:
    ToolReader(const csv::Header& header, StatisticsFile& file)
        : file_(file), measure_(header.find("Short Desc")), item_(header.find("Data item")),
          years_(header.find("Years")), name_(header.find("LA and Regions")),
          values_(header.find("Values")), number_(header.find("LA Number")),
          region_(header.find("Region"))
    {
    }

    std::string_view measure(const csv::Row& row) const { return row[measure_]; }
    std::string_view item(const csv::Row& row) const { return row[item_]; }
    std::optional<ToolRow> read(const csv::Row& row);
    void finish();

private:
    using Column = std::optional<std::size_t>;
    StatisticsFile& file_;
    Column measure_, item_, years_, name_, values_, number_, region_;
    std::map<AreaCode, AreaSeen> areas_{};
    std::map<std::string, std::int64_t, std::less<>> qualifiers_{};
    std::int64_t placeholders_ = 0;
    std::set<Period> periods_{};
};

std::optional<ToolRow> ToolReader::read(const csv::Row& row)
{
    const auto trouble = [&](std::string_view column,
                             std::string message) -> std::optional<ToolRow> {
        add_problem(file_, row.number, column, std::move(message));
        return std::nullopt;
    };
    if (row.trouble != csv::RowTrouble::none)
        return trouble({}, "This row " + std::string(in_words(row.trouble)));
    if (row[years_] == "0") {
        ++placeholders_;
        ++file_.left_out;
        return std::nullopt;
    }
    if (row[measure_].empty()) return trouble("Short Desc", "Give the code of the measure");
    std::string_view qualifier;
    const auto period = read_tool_year(row[years_], qualifier);
    if (!period) return trouble("Years", "Give a year such as 2016, 2015/16 or 2015-16");
    if (!qualifier.empty()) ++qualifiers_[std::string(qualifier)];
    const auto number = digits(row[number_]);
    const auto area = number ? tool_area(*number, row[name_]) : std::nullopt;
    if (!area)
        return trouble("LA Number",
                       "Give the number of an authority, 970 for England, or 980 to 990 "
                       "for a region");
    auto figure = read_cell(row[values_], MeaningOfX::not_available);
    if (!figure) return trouble("Values", "The value must be a number, or - for not available");
    figure->row = static_cast<std::uint32_t>(row.number);
    see(areas_, *area, row[name_], row[region_], period->year);
    periods_.insert(*period);
    return ToolRow{*area, *period, *figure};
}

void ToolReader::finish()
{
    for (const auto& [qualifier, rows] : qualifiers_)
        file_.notices.push_back(std::to_string(rows) + " rows say “" + qualifier +
                                "” after the year; they were read as that year");
    if (placeholders_ > 0)
        file_.notices.push_back(std::to_string(placeholders_) +
                                " rows have the year 0, a placeholder, and were left out");
    for (const auto& [unused, seen] : areas_) file_.areas.push_back(seen);
    file_.periods = spans_in_words(periods_);
}

} // namespace imports_lists_detail

Result<StatisticsFile> read_interactive_tool(csv::Reader& reader, StatisticsFile file)
{
    using namespace imports_lists_detail;
    file.source = "Department for Education, Local Authority Interactive Tool";
    ToolReader rows(reader.header(), file);
    // The measures are not known before the end, so their cells wait by measure.
    std::map<std::string, std::vector<ToolRow>, std::less<>> by_measure;
    std::map<std::string, CodebookColumn, std::less<>> columns;
    while (reader.next()) {
        ++file.rows;
        const auto measure = rows.measure(reader.row());
        const auto read = rows.read(reader.row());
        if (!read) continue;
        auto found = by_measure.find(measure);
        if (found == by_measure.end())
            found = by_measure.emplace(std::string(measure), std::vector<ToolRow>{}).first;
        found->second.push_back(*read);
        auto& column = columns[std::string(measure)];
        if (column.label.empty()) column.label = rows.item(reader.row());
        count(column, read->figure.state);
    }
    if (reader.refusal()) return *reader.refusal();
    std::vector<std::string> measures;
    for (const auto& [measure, unused] : by_measure) measures.push_back(measure);
    Gatherer gatherer(file.dataset, measures);
    const auto whole = gatherer.breakdown({});
    for (std::size_t i = 0; i < measures.size(); ++i) {
        for (const auto& one : by_measure.at(measures[i])) {
            gatherer.at({whole, one.area.level(), 0, one.period.kind});
            gatherer.add(i, one.area, one.period, one.figure);
        }
        auto& column = columns.at(measures[i]);
        column.name = measures[i];
        column.read_as = measures[i];
        column.role = "indicator";
        file.columns.push_back(column);
    }
    gatherer.finish(file);
    rows.finish();
    return file;
}

Result<StatisticsFile> read_review_panels(csv::Reader& reader, StatisticsFile file)
{
    using namespace imports_lists_detail;
    const auto& header = reader.header();
    const auto year = header.find("Year"), measure = header.find("Measure"),
               schools = header.find("School_type"), indicator = header.find("Indicator"),
               value = header.find("Count");
    Gatherer gatherer(file.dataset, {"count"});
    std::set<Period> periods;
    CodebookColumn column{"Count", "indicator", "count", "Count", {}};
    while (reader.next()) {
        const auto& row = reader.row();
        ++file.rows;
        const auto school_year = SchoolYear::parse(row[year]);
        auto figure = read_cell(row[value], MeaningOfX::suppressed);
        if (row.trouble != csv::RowTrouble::none || !school_year || !figure) {
            add_problem(file, row.number, school_year ? "Count" : "Year",
                        school_year ? "The count must be a number or a symbol such as x"
                                    : "Give a school year such as 2015/16");
            continue;
        }
        figure->row = static_cast<std::uint32_t>(row.number);
        periods.insert(Period::of(*school_year));
        count(column, figure->state);
        gatherer.at({gatherer.breakdown(Breakdown{{"measure", std::string(row[measure])},
                                                  {"schools", std::string(row[schools])},
                                                  {"step", std::string(row[indicator])}}),
                     AreaLevel::national, 0, PeriodKind::academic_year});
        gatherer.add(0, AreaCode::england(), Period::of(*school_year), *figure);
    }
    if (reader.refusal()) return *reader.refusal();
    gatherer.finish(file);
    file.columns = {{"Year", "time", {}, {}, {}},
                    {"Measure", "filter", "measure", {}, {}},
                    {"School_type", "filter", "schools", {}, {}},
                    {"Indicator", "filter", "step", {}, {}},
                    column};
    file.periods = spans_in_words(periods);
    return file;
}

Result<StatisticsFile> read_neighbours(csv::Reader& reader, StatisticsFile file)
{
    using namespace imports_lists_detail;
    file.source = "Department for Education, Local Authority Interactive Tool";
    NewNeighbours neighbours;
    neighbours.list = year_in(file.origin.file_name);
    if (neighbours.list == 0 && file.origin.published_on)
        neighbours.list =
            static_cast<int>(std::chrono::year_month_day(*file.origin.published_on).year());
    if (neighbours.list == 0)
        return bad_input(
            "Say the year of this list of neighbours: put it into the file’s name, such "
            "as statistical_neighbours_2025.csv, or give the day it was published");
    const auto& header = reader.header();
    const auto number = header.find("LA number"), name = header.find("LA Name");
    std::array<std::optional<std::size_t>, 10> places;
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = header.find("SN" + std::to_string(i + 1));
    while (reader.next()) {
        const auto& row = reader.row();
        ++file.rows;
        const auto area = digits(row[number]);
        const bool no_neighbours = std::all_of(
            places.begin(), places.end(), [&](const auto& at) { return !at || !digits(row[*at]); });
        if (no_neighbours) {
            // Areas that are no more are kept in the list without any.
            ++file.left_out;
            continue;
        }
        if (!area || row.trouble != csv::RowTrouble::none) {
            add_problem(file, row.number, "LA number", "Give the authority's three-digit number");
            continue;
        }
        auto& list = neighbours.of[AreaCode::authority(*area)];
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto neighbour = places[i] ? digits(row[*places[i]]) : std::nullopt;
            if (!neighbour) {
                add_problem(file, row.number, "SN" + std::to_string(i + 1),
                            "Give the neighbour's three-digit number");
                continue;
            }
            // Files differ in capitals: "Very Close" and "Very close".
            std::string closeness(row[*places[i] + 1]);
            for (std::size_t at = 1; at < closeness.size(); ++at)
                if (closeness[at] >= 'A' && closeness[at] <= 'Z')
                    closeness[at] = static_cast<char>(closeness[at] + ('a' - 'A'));
            list.push_back(
                {AreaCode::authority(*neighbour), static_cast<int>(i) + 1, std::move(closeness)});
            ++file.cells;
        }
        if (name)
            file.areas.push_back({Area{AreaCode::authority(*area),
                                       std::string(row[name]),
                                       {},
                                       {},
                                       neighbours.list,
                                       neighbours.list},
                                  std::nullopt});
    }
    if (reader.refusal()) return *reader.refusal();
    if (file.left_out > 0)
        file.notices.push_back(std::to_string(file.left_out) +
                               " rows name no neighbours and were left out");
    file.periods = std::to_string(neighbours.list);
    file.columns = {{"LA number", "place", "authority", {}, {}},
                    {"SN1 to SN10", "indicator", "neighbour", {}, {}, file.cells}};
    file.neighbours = std::move(neighbours);
    return file;
}

Result<StatisticsFile> read_authority_codes(csv::Reader& reader, StatisticsFile file)
{
    using namespace imports_lists_detail;
    file.source = "Office for National Statistics, local authority lookups";
    const auto& header = reader.header();
    const auto number = header.find("old_la_code"), code = header.find("new_la_code"),
               name = header.find("la_name"), region = header.find("region_code"),
               first = header.find("first_year"), last = header.find("last_year");
    std::set<int> years;
    // In 2025 the lookups give two authorities no number beside their new code.
    std::map<AreaCode, AreaSeen> areas;
    while (reader.next()) {
        const auto& row = reader.row();
        ++file.rows;
        auto area = digits(row[number]);
        if (!area)
            if (const auto named = reference::authority_named(row[name])) area = named->number();
        const auto from = digits(row[first]), until = digits(row[last]);
        if (!area || !from || !until || row[code].size() != 9 ||
            row.trouble != csv::RowTrouble::none) {
            add_problem(file, row.number, "old_la_code",
                        "Give a three-digit number, a nine-character code, and the first and last "
                        "year");
            continue;
        }
        const auto authority = AreaCode::authority(*area);
        file.ons_codes.emplace(std::string(row[code]), authority);
        ++file.cells;
        years.insert({*from, *until});
        see(areas, authority, row[name], {}, *from);
        see(areas, authority, row[name], {}, *until);
        auto& seen = areas.at(authority).area;
        if (*until < seen.last_year) continue;
        seen.ons_code = row[code];
        if (const auto parsed = AreaCode::parse(row[region]);
            parsed && parsed->level() == AreaLevel::region)
            seen.region = *parsed;
    }
    if (reader.refusal()) return *reader.refusal();
    for (const auto& [unused, seen] : areas) file.areas.push_back(seen);
    file.periods = year_span(years);
    file.columns = {{"old_la_code", "place", "number", {}, {}, file.cells},
                    {"new_la_code", "place", "ons_code", {}, {}, file.cells}};
    return file;
}

} // namespace onroll::insight
