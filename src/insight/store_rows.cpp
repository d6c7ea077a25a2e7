#include "insight/store_rows.h"

#include "embedded/insight_files.h"
#include "kernel/ensure.h"

#include <charconv>

namespace onroll::insight::store_rows {

namespace store_rows_detail {

AreaCode area_code(std::string_view level, std::int64_t number)
{
    const auto digits = static_cast<int>(number);
    const auto named = area_level_named(level);
    ensure(named.has_value(), "a level is stored by its name");
    switch (*named) {
    case AreaLevel::national:
        return AreaCode::england();
    case AreaLevel::region:
        return AreaCode::region(digits);
    case AreaLevel::authority:
        return AreaCode::authority(digits);
    case AreaLevel::school:
        return AreaCode::school(digits);
    }
    return AreaCode::england();
}

/// The text up to `stop`, taken off the front of `rest`.
std::string_view take_until(std::string_view& rest, char stop)
{
    const auto at = rest.find(stop);
    const auto part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

double number_from(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    ensure(read.ec == std::errc{}, "coordinates are stored as numbers");
    return number;
}

void append(std::string& out, double number)
{
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, number);
    out.append(text, written.ptr);
}

} // namespace store_rows_detail

const db::SqlFiles& sql()
{
    static const db::SqlFiles statements{embedded::insight_files()};
    return statements;
}

Area area_from(const db::Rows& rows)
{
    Area area{store_rows_detail::area_code(rows.text("level"), rows.integer("number")),
              rows.text("name"),
              rows.text("ons_code"),
              std::nullopt,
              static_cast<int>(rows.integer("first_year")),
              static_cast<int>(rows.integer("last_year"))};
    if (const auto region = rows.optional_integer("region"))
        area.region = AreaCode::region(static_cast<int>(*region));
    return area;
}

AreaChange change_from(const db::Rows& rows)
{
    const auto kind = area_change_kind_named(rows.text("kind"));
    ensure(kind.has_value(), "a kind of change is stored by its name");
    return {*kind,
            codes_from_text(rows.text("from_areas")),
            codes_from_text(rows.text("to_areas")),
            rows.date("changed_on"),
            rows.text("words"),
            rows.text("source")};
}

Release release_from(const db::Rows& rows)
{
    Release release;
    release.id = rows.integer("id");
    release.dataset = rows.text("dataset");
    release.title = rows.text("title");
    release.file_name = rows.text("file_name");
    release.sha256 = rows.text("sha256");
    release.licence = rows.text("licence");
    release.source = rows.text("source");
    release.published_on = rows.optional_date("published_on");
    release.imported_at = rows.text("imported_at");
    release.rows = rows.integer("file_rows");
    release.cells = rows.integer("cells");
    release.periods = rows.text("periods");
    release.superseded = rows.boolean("superseded");
    return release;
}

CodebookColumn codebook_column_from(const db::Rows& rows)
{
    return {rows.text("name"),
            rows.text("role"),
            rows.text("read_as"),
            rows.text("label"),
            rows.text("unit"),
            rows.integer("known"),
            rows.integer("suppressed"),
            rows.integer("not_available"),
            rows.integer("not_applicable"),
            rows.integer("other")};
}

void save_area(db::Transaction& transaction, const Area& area, std::optional<AreaCode> authority)
{
    const auto region = area.region ? std::optional(area.region->number()) : std::nullopt;
    const auto of = authority ? std::optional(authority->number()) : std::nullopt;
    transaction.run(sql()("save_area"), key_of(area.code.level()), area.code.number(), area.name,
                    area.ons_code, region, of, area.first_year, area.last_year);
}

std::string codes_text(const std::vector<AreaCode>& codes)
{
    std::string text;
    for (const auto code : codes) text += (text.empty() ? "" : " ") + code.text();
    return text;
}

std::vector<AreaCode> codes_from_text(std::string_view text)
{
    std::vector<AreaCode> codes;
    while (!text.empty()) {
        const auto code = AreaCode::parse(store_rows_detail::take_until(text, ' '));
        ensure(code.has_value(), "codes are stored as they read");
        codes.push_back(*code);
    }
    return codes;
}

std::string rings_text(const std::vector<std::vector<Point>>& rings)
{
    using store_rows_detail::append;
    std::string text;
    for (const auto& ring : rings) {
        if (!text.empty()) text += ';';
        bool first = true;
        for (const auto& point : ring) {
            if (!first) text += ',';
            first = false;
            append(text, point.longitude);
            text += ' ';
            append(text, point.latitude);
        }
    }
    return text;
}

std::vector<std::vector<Point>> rings_from_text(std::string_view text)
{
    using namespace store_rows_detail;
    std::vector<std::vector<Point>> rings;
    while (!text.empty()) {
        auto ring = take_until(text, ';');
        auto& points = rings.emplace_back();
        while (!ring.empty()) {
            auto point = take_until(ring, ',');
            const auto longitude = number_from(take_until(point, ' '));
            points.push_back({longitude, number_from(point)});
        }
    }
    return rings;
}

} // namespace onroll::insight::store_rows
