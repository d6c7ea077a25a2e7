#include "platform/documents/open_document.h"

#include "kernel/ensure.h"
#include "platform/documents/open_document_styles.h"
#include "platform/documents/zip_of.h"

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <string_view>

namespace onroll::documents {

namespace open_document_detail {

constexpr std::string_view manifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

void set(pugi::xml_node node, const char* name, const std::string& value)
{
    node.append_attribute(name) = value.c_str();
}

/// The words within a paragraph, with a line break where a newline is.
void write_words(pugi::xml_node into, const std::string& words)
{
    std::istringstream lines(printable(words));
    std::string line;
    for (bool first = true; std::getline(lines, line); first = false) {
        if (!first) into.append_child("text:line-break");
        into.append_child(pugi::node_pcdata).set_value(line.c_str());
    }
}

/// A paragraph in which each reference to one of so many sources leads to it.
pugi::xml_node write_paragraph(pugi::xml_node into, const std::string& style,
                               const std::string& words, std::size_t sources = 0)
{
    auto paragraph = into.append_child("text:p");
    set(paragraph, "text:style-name", style);
    for (const auto& part : parts_of(words, sources)) {
        if (part.source == 0) {
            write_words(paragraph, part.words);
            continue;
        }
        auto link = paragraph.append_child("text:a");
        set(link, "xlink:type", "simple");
        set(link, "xlink:href", "#source-" + std::to_string(part.source));
        write_words(link, part.words);
    }
    return paragraph;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string words;
    for (const auto& line : lines) words += (words.empty() ? "" : "\n") + line;
    return words;
}

class Writer {
public:
    Writer(pugi::xml_node text, std::size_t sources) : text_(text), sources_(sources) {}

    void operator()(const Heading& one)
    {
        const auto level = std::to_string(std::clamp(one.level, 1, 3));
        auto heading = text_.append_child("text:h");
        set(heading, "text:style-name", "Heading" + level);
        set(heading, "text:outline-level", level);
        write_words(heading, one.words);
    }
    void operator()(const Paragraph& one) { write_paragraph(text_, "Body", one.words, sources_); }
    void operator()(const List& one)
    {
        auto list = text_.append_child("text:list");
        set(list, "text:style-name", one.numbered ? "Numbers" : "Bullets");
        std::size_t number = 0;
        for (const auto& item : one.items) {
            ++number;
            auto paragraph = write_paragraph(list.append_child("text:list-item"), "Item", item,
                                             one.sources ? 0 : sources_);
            if (one.sources)
                set(paragraph.prepend_child("text:bookmark"), "text:name",
                    "source-" + std::to_string(number));
        }
    }
    void operator()(const Table& one)
    {
        if (!one.caption.empty()) write_paragraph(text_, "Caption", one.caption);
        std::size_t width = one.headings.size();
        for (const auto& row : one.rows) width = std::max(width, row.size());
        if (!width) return;
        auto table = text_.append_child("table:table");
        set(table, "table:name", "Table" + std::to_string(++tables_));
        set(table, "table:style-name", "Table");
        auto column = table.append_child("table:table-column");
        set(column, "table:number-columns-repeated", std::to_string(width));
        if (!one.headings.empty())
            write_row(table.append_child("table:table-header-rows"), one.headings, width, width);
        for (const auto& row : one.rows) write_row(table, row, one.row_headings ? 1 : 0, width);
        write_paragraph(text_, "Body", "");
    }
    void operator()(const AddressBlock& one)
    {
        const bool sender = one.side == AddressBlock::Side::sender;
        write_paragraph(text_, sender ? "Sender" : "Recipient", joined(one.lines));
    }
    void operator()(const SignatureBlock& one)
    {
        write_paragraph(text_, "Closing", one.closing);
        write_paragraph(text_, "Signed", joined(one.lines));
    }

private:
    void write_row(pugi::xml_node into, const std::vector<std::string>& row, std::size_t headings,
                   std::size_t width) const
    {
        auto line = into.append_child("table:table-row");
        for (std::size_t i = 0; i < width; ++i) {
            auto cell = line.append_child("table:table-cell");
            set(cell, "table:style-name", "Cell");
            set(cell, "office:value-type", "string");
            write_paragraph(cell, i < headings ? "CellHeading" : "CellText",
                            i < row.size() ? row[i] : std::string(), sources_);
        }
    }
    pugi::xml_node text_;
    std::size_t sources_;
    int tables_ = 0;
};

std::string written(const pugi::xml_document& xml)
{
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

pugi::xml_node root_of(pugi::xml_document& xml, const char* name)
{
    auto declaration = xml.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    auto root = xml.append_child(name);
    for (const auto& [prefix, address] : open_document_namespaces)
        set(root, (std::string("xmlns:") + prefix).c_str(), address);
    set(root, "office:version", "1.2");
    return root;
}

std::string content_of(const Document& document)
{
    pugi::xml_document xml;
    auto root = root_of(xml, "office:document-content");
    auto text = root.append_child("office:body").append_child("office:text");
    Writer writer(text, count_sources(document));
    for (const auto& block : document.blocks) std::visit(writer, block);
    return written(xml);
}

std::string meta_of(const Document& document)
{
    pugi::xml_document xml;
    auto meta = root_of(xml, "office:document-meta").append_child("office:meta");
    meta.append_child("meta:generator").text() = "Onroll";
    meta.append_child("dc:title").text() = printable(document.title).c_str();
    meta.append_child("dc:language").text() = printable(document.language).c_str();
    return written(xml);
}

} // namespace open_document_detail

std::string open_document(const Document& document)
{
    namespace detail = open_document_detail;
    const auto content = detail::content_of(document);
    const auto styles = open_document_styles(document);
    const auto meta = detail::meta_of(document);
    // The standard wants the type first and as it is, so that a file's kind shows in its first
    // bytes.
    return zip_of({{"mimetype", open_document_type, Packed::no},
                   {"content.xml", content},
                   {"styles.xml", styles},
                   {"meta.xml", meta},
                   {"META-INF/manifest.xml", detail::manifest}});
}

} // namespace onroll::documents
