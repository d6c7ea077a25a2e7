// The CSV form of term dates.
#include "places/calendar_files.h"
#include "places/calendar_words.h"

#include "platform/csv/reader.h"
#include "platform/csv/writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace onroll::places {

namespace calendar_csv_detail {

constexpr csv::Limits limits{std::size_t{4} << 20, 5'000, 50, 1'000};

struct Columns {
    std::optional<std::size_t> kind, name, start, end;
};

std::optional<std::size_t> first_of(const csv::Header& header,
                                    std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        if (const auto found = header.find(name)) return found;
    return std::nullopt;
}

std::string named(const csv::Header& header, std::optional<std::size_t> column)
{
    if (!column) return "";
    return header.names()[*column] + " (" + csv::column_letters(*column) + ")";
}

std::string kind_key(std::string_view text)
{
    std::string key;
    for (const char c : csv::trimmed(text))
        key += c == ' ' || c == '-' ? '_'
                                    : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return key;
}

class Rows {
public:
    Rows(CalendarFile& file, const csv::Reader& reader, const Columns& columns)
        : file_(file), reader_(reader), columns_(columns)
    {
    }

    void take()
    {
        const auto& row = reader_.row();
        ++file_.rows;
        if (row.trouble != csv::RowTrouble::none && row.trouble != csv::RowTrouble::too_few_cells)
            return problem({}, "The row " + std::string(csv::in_words(row.trouble)));
        const auto kind = kind_key(row[columns_.kind]);
        if (kind == "term_system") return take_system(row[columns_.name]);
        const auto start = read_day(row[columns_.start]);
        if (!start) return problem(columns_.start, "The start " + start.error().message);
        const auto written_end = row[columns_.end];
        const auto end = written_end.empty() ? start : read_day(written_end);
        if (!end) return problem(columns_.end, "The end " + end.error().message);
        if (*end < *start)
            return problem(columns_.end, "The end must be the same as or after the start");
        if (*end - *start > Days{370})
            return problem(columns_.end, "A period must be a year or shorter");
        take_period(kind, std::string(row[columns_.name]), *start, *end);
    }

    std::vector<StatedClosure> holidays;

private:
    void problem(std::optional<std::size_t> column, std::string message)
    {
        file_.problems.push_back(
            {reader_.row().number, named(reader_.header(), column), std::move(message)});
    }

    void take_system(std::string_view text)
    {
        const auto system = term_system_named(kind_key(text));
        if (!system)
            return problem(columns_.name, "The term system must be three or more_than_three");
        file_.dates.system = *system;
    }

    void take_period(const std::string& kind, const std::string& name, Date start, Date end)
    {
        if (kind == "term") {
            file_.dates.terms.push_back(
                {name.empty() ? season_name_of_term(start) : name, start, end});
        } else if (kind == "moved_term") {
            file_.moved_terms.push_back({name, start, end});
        } else if (kind == "open") {
            for (auto day = start; day <= end; day += Days{1}) file_.opened.push_back(day);
        } else if (kind == "bank_holiday") {
            ++file_.left_out;
        } else if (const auto reason = closure_reason_named(kind)) {
            const StatedClosure closure{start, end, *reason, name};
            const bool holiday =
                *reason == ClosureReason::holiday || *reason == ClosureReason::half_term;
            (holiday ? holidays : file_.dates.closures).push_back(closure);
        } else {
            problem(
                columns_.kind,
                "The kind must be term, moved_term, inset, half_term, holiday, closure or open");
        }
    }

    CalendarFile& file_;
    const csv::Reader& reader_;
    Columns columns_;
};

void settle(CalendarFile& file, std::vector<StatedClosure> holidays)
{
    // Beside moved terms the holidays are closures in the authority's terms, which this file does
    // not know.
    if (file.dates.terms.empty() && (!file.moved_terms.empty() || holidays.size() < 2)) {
        file.dates.closures.insert(file.dates.closures.end(), holidays.begin(), holidays.end());
        holidays.clear();
    }
    settle_holidays(file.dates, std::move(holidays));
}

} // namespace calendar_csv_detail

Result<Date> read_day(std::string_view text)
{
    const auto wrong = bad_input("must be a real date, like 2026-09-01 or 1 September 2026");
    if (const auto iso_day = parse_date(text)) return *iso_day;
    std::array<std::string, 3> parts;
    std::size_t part = 0;
    for (const char c : csv::trimmed(text)) {
        const bool gap = c == '/' || c == '-' || c == ' ' || c == '.';
        if (!gap && part < 3)
            parts[part] += c;
        else if (gap && !parts[std::min<std::size_t>(part, 2)].empty())
            ++part;
        if (part > 3) return wrong;
    }
    // Times behind the date, as in "01/09/2026 00:00", are not dates.
    if (part > 2) return wrong;
    if (parts[2].size() != 4) return wrong;
    const auto typed = parse_typed_date(parts[0], parts[1], parts[2], "");
    if (!typed) return wrong;
    return *typed;
}

Result<CalendarFile> read_calendar_csv(std::string bytes, TermSystem system)
{
    using namespace calendar_csv_detail;
    auto reader = csv::Reader::read(std::move(bytes), limits);
    if (!reader) return std::move(reader).error();
    const auto& header = reader->header();
    const Columns columns{first_of(header, {"kind", "type"}),
                          first_of(header, {"name", "title", "description"}),
                          first_of(header, {"start", "start_date", "from", "first_day"}),
                          first_of(header, {"end", "end_date", "to", "last_day"})};
    if (!columns.kind || !columns.start)
        return bad_input(
            "The first row of a calendar must name the columns kind, name, start and end");
    CalendarFile file;
    file.what = "Calendar (CSV)";
    file.encoding = csv::name_of(reader->encoding());
    file.dates.system = system;
    constexpr std::array<std::string_view, 12> known = {
        "kind",       "type", "name",      "title", "description", "start",
        "start_date", "from", "first_day", "end",   "end_date",    "to"};
    file.unknown_columns = header.unknown(known);
    std::erase_if(file.unknown_columns, [&](const std::string& name) {
        return columns.end && header.names()[*columns.end] == name;
    });
    Rows rows(file, *reader, columns);
    while (reader->next()) rows.take();
    if (reader->refusal()) return *reader->refusal();
    if (file.problems.empty()) settle(file, std::move(rows.holidays));
    return file;
}

std::string calendar_csv(const TermDates& dates)
{
    csv::Writer writer({"kind", "name", "start", "end"});
    writer.text("term_system").text(key_of(dates.system)).blank().blank().end_row();
    for (const auto& term : dates.terms)
        writer.text("term").text(term.name).date(term.start).date(term.end).end_row();
    for (const auto& closure : dates.closures)
        writer.text(key_of(closure.reason))
            .text(closure.name)
            .date(closure.start)
            .date(closure.end)
            .end_row();
    return std::move(writer).take();
}

Departures departures_of(const CalendarFile& file, TermSystem system)
{
    Departures departures;
    departures.own_terms = file.dates.terms;
    departures.moved_terms = file.moved_terms;
    departures.closures = file.dates.closures;
    departures.opened = file.opened;
    // A file with no term of its own says nothing about how the year is divided.
    if (!file.dates.terms.empty() || file.dates.system != system ||
        system == TermSystem::more_than_three)
        departures.system = file.dates.system;
    return departures;
}

} // namespace onroll::places
