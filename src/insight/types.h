// The words of insight: areas, periods, figures and where each figure stood in which file. Values
// only. Source of the words: DfE explore education statistics (EES) and the Local Authority
// Interactive Tool (LAIT). Pure: no clock, no database.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::insight {

enum class AreaLevel : std::uint8_t { national, region, authority, school };

/// An area by the one code that it keeps here: ONS code for England and the regions (E92000001,
/// E12000009), DfE number for a local authority (933), LAESTAB or URN for a school (9334200). An
/// authority's ONS codes change while its number stays, so they are looked up (store.h), not kept.
class AreaCode {
public:
    /// "933", "E12000009", "E92000001", "9334200". Bad input for all else, such as the ONS code of
    /// an authority: ask find_area() for those.
    static Result<AreaCode> parse(std::string_view text);
    static AreaCode england() { return {AreaLevel::national, 92'000'001}; }
    static AreaCode authority(int number) { return {AreaLevel::authority, number}; }
    static AreaCode school(int number) { return {AreaLevel::school, number}; }
    /// 12000009 for E12000009.
    static AreaCode region(int digits) { return {AreaLevel::region, digits}; }

    AreaLevel level() const { return level_; }
    std::int32_t number() const { return number_; }
    std::string text() const;
    auto operator<=>(const AreaCode&) const = default;

private:
    AreaCode(AreaLevel level, std::int32_t number) : level_(level), number_(number) {}
    AreaLevel level_;
    std::int32_t number_;
};

/// An area as the lists and files name it.
struct Area {
    AreaCode code;
    std::string name{};
    std::string ons_code{};           ///< the latest known; empty where none is
    std::optional<AreaCode> region{}; ///< of an authority
    int first_year = 0;               ///< of the figures or lists that name it, as 2006
    int last_year = 0;
    bool operator==(const Area&) const = default;
};

/// A school year by the calendar year it begins in: 2016 is 2016/17.
struct SchoolYear {
    int start = 0;
    /// "2016/17" or "201617"; bad input for all else.
    static Result<SchoolYear> parse(std::string_view text);
    std::string text() const; ///< "2016/17"
    auto operator<=>(const SchoolYear&) const = default;
};

/// What a period is. Figures of two kinds are never put in one row: a term is not a year.
enum class PeriodKind : std::uint8_t {
    academic_year,
    calendar_year,
    financial_year,
    autumn_term,
    spring_term,
    summer_term,
    autumn_and_spring_terms,
    year_to_date,
    week, ///< of the school year
    month,
    calendar_week
};

struct Period {
    PeriodKind kind = PeriodKind::academic_year;
    std::int16_t year = 0;   ///< the calendar year it begins in
    std::int16_t within = 0; ///< the week (of the school year for week) or month; 0 for others
    static Period of(SchoolYear school_year)
    {
        return {PeriodKind::academic_year, static_cast<std::int16_t>(school_year.start), 0};
    }
    std::string text() const; ///< "2015/16", "2016", "autumn term 2015/16", "week 3 of 2015/16"
    auto operator<=>(const Period&) const = default;
};

/// What a file covers, first and last of each kind: "2015/16 to 2018/19; autumn term 2019/20".
std::string spans_in_words(const std::set<Period>& periods);

/// What a cell says: a number, or why there is none. Only `known` has a value; none of the others
/// is ever zero.
enum class CellState : std::uint8_t {
    known,
    suppressed,     ///< c, and x in files up to 2019: hidden to protect pupils
    not_available,  ///< x in newer files, - in LAIT, NA, :
    not_applicable, ///< z, and . in older files
    low,            ///< low, ~ or k: rounds to zero but is not
    unreliable,     ///< u
    missing         ///< an empty cell
};

using ReleaseId = std::int64_t;

/// A number as published, or the reason why there is none, with the row of the file it stood in.
struct Figure {
    CellState state = CellState::missing;
    std::uint8_t decimals = 0; ///< as written
    double value = 0;          ///< fractional counts are kept
    std::uint32_t row = 0;     ///< as a spreadsheet numbers it; the header is row 1
    ReleaseId release = 0;     ///< which file: store.h find_release()

    bool known() const { return state == CellState::known; }
    std::optional<double> number() const { return known() ? std::optional(value) : std::nullopt; }
    bool operator==(const Figure&) const = default;
};

/// Which part of the pupils a figure is about: filter and value, by filter; none is everybody.
/// "Total" of a filter is left out, so a file with more filters has the same whole.
class Breakdown {
public:
    Breakdown() = default;
    Breakdown(std::initializer_list<std::pair<std::string, std::string>> parts);
    /// Replaces; an empty value takes the filter out.
    void set(std::string_view filter, std::string_view value);
    /// Empty where the filter is not split.
    std::string value_of(std::string_view filter) const;
    const std::vector<std::pair<std::string, std::string>>& parts() const { return parts_; }
    bool whole() const { return parts_.empty(); }
    /// "phase=Primary;sex=Boys": how it is stored, and how permalinks name it. Empty for everybody.
    std::string text() const;
    static Breakdown from_text(std::string_view text);
    auto operator<=>(const Breakdown&) const = default;

private:
    std::vector<std::pair<std::string, std::string>> parts_;
};

/// One list of figures: which kind of file (files.h names them), which column, for whom, over what
/// kind of period.
struct SeriesKey {
    std::string dataset;   ///< "exclusions"
    std::string indicator; ///< "suspensions": the one name here of fixed_excl and suspension
    Breakdown breakdown{};
    PeriodKind period = PeriodKind::academic_year;
    auto operator<=>(const SeriesKey&) const = default;
};

/// The figure of one area in one period.
struct Cell {
    AreaCode area;
    Period period;
    Figure figure;
    bool operator==(const Cell&) const = default;
};

/// The figures of one key for all areas of one level, by area, then period.
struct Series {
    SeriesKey key{};
    std::vector<Cell> cells{};
    /// Nothing where the files have no such cell, which is not the same as a cell without a number.
    const Figure* find(AreaCode area, const Period& period) const;
    /// Those of one area, by period.
    std::vector<Cell> of(AreaCode area) const;
    /// Those of one period, by area.
    std::vector<Cell> in(const Period& period) const;
    std::vector<Period> periods() const;
};

/// A file that was imported. A later one of the same kind takes the place of the same figures; the
/// earlier stays readable by its id.
struct Release {
    ReleaseId id = 0;
    std::string dataset{};
    std::string title{};     ///< "Suspensions and permanent exclusions by area"
    std::string file_name{}; ///< without folders
    std::string sha256{};    ///< of the bytes as given, 64 hexadecimal digits
    std::string licence{};   ///< "Open Government Licence v3.0"
    std::string source{};    ///< "Department for Education, explore education statistics"
    std::optional<Date> published_on{};
    std::string imported_at{}; ///< UTC text
    std::int64_t rows = 0;
    std::int64_t cells = 0;
    std::string periods{};   ///< "2006/07 to 2015/16"
    bool superseded = false; ///< none of its figures is shown any more
    bool operator==(const Release&) const = default;
};

/// How a column of a file was read.
struct CodebookColumn {
    std::string name{};    ///< as in the file
    std::string role{};    ///< "filter", "indicator", "place", "time", "not read"
    std::string read_as{}; ///< the name used here
    std::string label{};   ///< of the meta file
    std::string unit{};
    std::int64_t known = 0; ///< cells by state
    std::int64_t suppressed = 0;
    std::int64_t not_available = 0;
    std::int64_t not_applicable = 0;
    std::int64_t other = 0;
    bool operator==(const CodebookColumn&) const = default;
};

/// How close two areas are in DfE's list.
struct Neighbour {
    AreaCode area;
    int place = 0;           ///< 1 to 10
    std::string closeness{}; ///< "Very close"
    bool operator==(const Neighbour&) const = default;
};

enum class AreaChangeKind : std::uint8_t {
    new_code, ///< the same area under another ONS code
    renumbered,
    split,
    merged,
    boundary ///< the number stays or changes and the area is not the same
};

/// How authorities followed one another: figures across a change other than new_code are not of one
/// area.
struct AreaChange {
    AreaChangeKind kind = AreaChangeKind::new_code;
    std::vector<AreaCode> from{};
    std::vector<AreaCode> to{};
    Date on{};
    std::string words{}; ///< one sentence for the person
    std::string source{};
    bool operator==(const AreaChange&) const = default;
};

/// A closed line of longitude and latitude, WGS84.
struct Point {
    double longitude = 0;
    double latitude = 0;
    bool operator==(const Point&) const = default;
};
struct Boundary {
    AreaCode area;
    std::vector<std::vector<Point>> rings{};
    bool operator==(const Boundary&) const = default;
};

/// "England", "Region", "Local authority", "School".
std::string_view in_words(AreaLevel level);
/// "Suppressed to protect pupils" and so on: the key beside a table.
std::string_view in_words(CellState state);
/// The symbol of DfE's standard shown in a table: c, x, z, low, u, or empty for known and missing.
std::string_view symbol_of(CellState state);
std::string_view in_words(PeriodKind kind);
std::string_view in_words(AreaChangeKind kind);

/// Names in storage, CSV and the API: `academic_year`.
std::string_view key_of(AreaLevel level);
std::string_view key_of(CellState state);
std::string_view key_of(PeriodKind kind);
std::string_view key_of(AreaChangeKind kind);
std::optional<AreaLevel> area_level_named(std::string_view key);
std::optional<PeriodKind> period_kind_named(std::string_view key);
std::optional<AreaChangeKind> area_change_kind_named(std::string_view key);

} // namespace onroll::insight
