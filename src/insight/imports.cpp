#include "insight/imports.h"

#include "insight/files.h"
#include "insight/imports_gather.h"
#include "insight/imports_lists.h"
#include "insight/imports_table.h"
#include "insight/screening.h"
#include "platform/crypto/crypto.h"

#include <fstream>
#include <utility>

namespace onroll::insight {

namespace imports_detail {

constexpr std::string_view dfe = "Department for Education, explore education statistics";
constexpr std::string_view licence = "Open Government Licence v3.0";

/// A name for a kind of file that has none here: "my_figures" for my_figures_2024.csv, so that the
/// next year's file is of the same dataset.
std::string dataset_of(std::string_view file_name)
{
    std::string name = "other_";
    for (const char c : file_name.substr(0, file_name.find('.'))) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter)
            name += c >= 'a' ? c : static_cast<char>(c + ('a' - 'A'));
        else if (name.back() != '_')
            name += '_';
    }
    while (name.back() == '_') name.pop_back();
    return name;
}

std::string hexadecimal(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Result<std::string> bytes_of(const std::filesystem::path& path)
{
    std::error_code trouble;
    if (!std::filesystem::is_regular_file(path, trouble))
        return not_found("There is no file that can be read at " + path.string());
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::filesystem::file_size(path), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) return not_found("There is no file that can be read at " + path.string());
    return bytes;
}

bool looks_like_json(std::string_view bytes)
{
    const auto at = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return at != std::string_view::npos && bytes[at] == '{';
}

/// The meta file, if one was given.
struct Meta {
    std::string name{};
    std::string bytes{};
    std::vector<MetaColumn> columns{};
};

Result<std::optional<Meta>> meta_of(const ImportFile& file)
{
    if (!file.meta_path && !file.meta_bytes) return std::optional<Meta>();
    Meta meta;
    if (file.meta_bytes) {
        meta.bytes = *file.meta_bytes;
    } else {
        auto read = bytes_of(*file.meta_path);
        if (!read) return read.error();
        meta.bytes = std::move(read).value();
    }
    auto reader = csv::Reader::read(meta.bytes);
    if (!reader) return reader.error();
    auto columns = read_meta(*reader);
    if (!columns) return columns.error();
    meta.columns = std::move(columns).value();
    // The pair is named by the file of figures; the browser may send any name.
    const auto& name = file.origin.file_name;
    meta.name = name.substr(0, name.rfind(".csv")) + ".meta.csv";
    return std::optional(std::move(meta));
}

/// Says what screening found. A file whose kind is known by its columns is read all the same; of
/// another, nothing is known but what its meta file says, so a fault refuses it.
void say_findings(const std::vector<ScreeningFinding>& findings, bool refuse, StatisticsFile& file)
{
    for (const auto& finding : findings) {
        if (refuse) {
            add_problem(file, finding.row, finding.column, finding.message);
            continue;
        }
        const auto where = finding.row == 0 ? std::string() : "row " + std::to_string(finding.row);
        file.notices.push_back("Screening, " + std::string(finding.in_meta ? "meta file" : "file") +
                               (where.empty() ? "" : " " + where) +
                               (finding.column.empty() ? "" : ", " + finding.column) + ": " +
                               finding.message);
    }
}

} // namespace imports_detail

Result<std::vector<MetaColumn>> read_meta(csv::Reader& reader)
{
    const auto& header = reader.header();
    const auto name = header.find("col_name"), type = header.find("col_type"),
               label = header.find("label"), unit = header.find("indicator_unit"),
               grouping = header.find("filter_grouping_column");
    if (!name || !type)
        return bad_input("The meta file must have the columns col_name and col_type");
    std::vector<MetaColumn> meta;
    while (reader.next()) {
        const auto& row = reader.row();
        if (row[name].empty()) continue;
        meta.push_back({std::string(row[name]), std::string(row[type]), std::string(row[label]),
                        std::string(row[unit]), std::string(row[grouping])});
    }
    if (reader.refusal()) return *reader.refusal();
    return meta;
}

Result<StatisticsFile> read_table(csv::Reader& reader,
                                  const std::optional<std::vector<MetaColumn>>& meta,
                                  const FileOrigin& origin, const KnownCodes& known)
{
    const auto kind = recognise(reader.header(), meta.has_value());
    if (!kind) return kind.error();
    StatisticsFile file;
    file.dataset = kind->dataset == "other" ? imports_detail::dataset_of(origin.file_name)
                                            : std::string(kind->dataset);
    file.title = kind->title;
    file.encoding = name_of(reader.encoding());
    file.origin = origin;
    file.source = imports_detail::dfe;
    file.licence = imports_detail::licence;
    switch (kind->shape) {
    case FileShape::by_place:
        return read_by_place(reader, *kind, meta, std::move(file), known);
    case FileShape::interactive_tool:
        return read_interactive_tool(reader, std::move(file));
    case FileShape::review_panels:
        return read_review_panels(reader, std::move(file));
    case FileShape::neighbours:
        return read_neighbours(reader, std::move(file));
    case FileShape::authority_codes:
        return read_authority_codes(reader, std::move(file));
    }
    return file;
}

Result<StatisticsFile> read_statistics(const ImportFile& file, const KnownCodes& known)
{
    using namespace imports_detail;

    std::optional<std::string> bytes = file.bytes;
    if (!bytes) {
        auto read = bytes_of(file.path);
        if (!read) return read.error();
        bytes = std::move(read).value();
    }
    auto meta = meta_of(file);
    if (!meta) return meta.error();
    auto sha256 = hexadecimal(crypto::sha256(*bytes));
    auto read = [&]() -> Result<StatisticsFile> {
        if (looks_like_json(*bytes)) {
            auto boundaries = read_boundaries(*bytes, known);
            if (boundaries) boundaries->origin = file.origin;
            return boundaries;
        }
        std::vector<ScreeningFinding> findings;
        std::optional<std::vector<MetaColumn>> columns;
        if (*meta) {
            columns = (*meta)->columns;
            const bool packed = bytes->starts_with("\x1F\x8B");
            if (!packed)
                findings = screen({file.origin.file_name, *bytes}, {(*meta)->name, (*meta)->bytes})
                               .findings;
        }
        auto reader = csv::Reader::read(*std::move(bytes));
        if (!reader) return reader.error();
        auto table = read_table(*reader, columns, file.origin, known);
        if (table) say_findings(findings, table->dataset.starts_with("other"), *table);
        return table;
    }();
    if (read) read->sha256 = std::move(sha256);
    return read;
}

} // namespace onroll::insight
