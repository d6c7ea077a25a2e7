#include "platform/csv/writer.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace onroll::csv {

namespace writer_detail {

bool lower_snake(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace writer_detail

std::string inert(std::string_view text)
{
    constexpr std::string_view starts_a_formula("=+-@\t\r\0", 7);
    const bool active =
        !text.empty() && starts_a_formula.find(text.front()) != std::string_view::npos;
    return (active ? "'" : "") + std::string(text);
}

Writer::Writer(std::vector<std::string> columns, For reader) : columns_(columns.size())
{
    std::set<std::string_view> seen;
    if (reader == For::excel) out_ = "\xEF\xBB\xBF";
    for (const auto& name : columns) {
        ensure(writer_detail::lower_snake(name), "a column we write has a lower_snake name");
        ensure(seen.insert(name).second, "no two columns we write have one name");
        cell(name);
    }
    end_row();
}

void Writer::cell(std::string_view ready)
{
    if (in_row_++ > 0) out_ += ',';
    if (ready.find_first_of(",\"\r\n") == std::string_view::npos) {
        out_ += ready;
        return;
    }
    out_ += '"';
    for (const char c : ready) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
}

Writer& Writer::text(std::string_view value)
{
    cell(inert(value));
    return *this;
}

Writer& Writer::decimal(std::string_view value)
{
    double read = 0;
    const auto [stop, trouble] = std::from_chars(value.data(), value.data() + value.size(), read);
    ensure(trouble == std::errc{} && stop == value.data() + value.size(),
           "a decimal cell is a number");
    cell(value);
    return *this;
}

Writer& Writer::number(std::int64_t value)
{
    cell(std::to_string(value));
    return *this;
}

Writer& Writer::date(Date value)
{
    cell(iso(value));
    return *this;
}

Writer& Writer::date(const std::optional<Date>& value)
{
    return value ? date(*value) : blank();
}

Writer& Writer::blank()
{
    cell("");
    return *this;
}

void Writer::end_row()
{
    ensure(in_row_ == columns_, "a row we write has a cell for each column");
    out_ += "\r\n";
    in_row_ = 0;
}

} // namespace onroll::csv
