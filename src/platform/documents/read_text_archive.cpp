// The words in a DOCX or ODT: every text in every XML of the archive, deleted and hidden ones too,
// for whoever opens the file can show them.
#include "platform/documents/read_text.h"
#include "platform/documents/zip_parts.h"

#include <pugixml.hpp>

#include <algorithm>
#include <utility>

namespace onroll::documents {

namespace read_text_archive_detail {

std::string_view local_name(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Gathers the words; paragraphs and rows end lines, cells and tabs are a space. It goes through
/// the tree without calling itself, so depth costs no stack.
class Words : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override
    {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            words += node.value();
            return true;
        }
        if (node.type() != pugi::node_element) return true;
        const auto name = local_name(node.name());
        if (name == "p" || name == "h" || name == "tr" || name == "table-row")
            words += '\n';
        else if (name == "tc" || name == "table-cell" || name == "tab" || name == "s" ||
                 name == "br" || name == "cr" || name == "line-break")
            words += ' ';
        for (const auto attribute : node.attributes()) {
            const auto called = local_name(attribute.name());
            // Where a link leads, and what a picture is said to show.
            if (called == "Target" || called == "href" || called == "descr" || called == "title")
                hidden += std::string(attribute.value()) + "\n";
        }
        return true;
    }
    std::string words;
    std::string hidden;
};

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> all)
{
    return std::any_of(all.begin(), all.end(),
                       [&](std::string_view one) { return name.ends_with(one); });
}

std::string place_of(std::string_view part)
{
    const auto has = [&](std::string_view word) {
        return part.find(word) != std::string_view::npos;
    };
    if (has("header")) return "Header";
    if (has("footer")) return "Footer";
    if (has("footnotes") || has("endnotes")) return "Notes at the foot";
    if (has("comments")) return "Comments";
    if (has("docProps") || part == "meta.xml") return "About the file";
    if (part == "styles.xml") return "Header and footer";
    if (part == "word/document.xml" || part == "content.xml") return "Text";
    return "Elsewhere in the file";
}

/// What one part adds; false where it could not be read.
bool read_part(ZipParts& archive, std::size_t index, std::string_view name, ReadText& read)
{
    const auto bytes = archive.unpack(index);
    if (!bytes) return false;
    pugi::xml_document document;
    if (!document.load_buffer(bytes->data(), bytes->size(),
                              pugi::parse_default | pugi::parse_ws_pcdata))
        return false;
    Words words;
    document.traverse(words);
    if (!words.words.empty()) read.places.push_back({place_of(name), std::move(words.words)});
    if (!words.hidden.empty()) read.places.push_back({"Links and pictures", words.hidden});
    return true;
}

} // namespace read_text_archive_detail

ReadText read_archive_text(std::string_view bytes, const ReadLimits& limits)
{
    using namespace read_text_archive_detail;
    ReadText read{.kind = kind_of(bytes)};
    const auto unreadable = [&] {
        read.to_look_at.emplace_back(
            "Part of this file could not be read. Open it and read all of it");
        return read;
    };
    auto archive = ZipParts::open(bytes, limits.archive_parts, limits.unpacked_bytes);
    if (!archive) return unreadable();
    bool pictures = false, inside = false, all_read = true;
    for (std::size_t i = 0; i < archive->count(); ++i) {
        const auto name = archive->name(i);
        if (ends_with_any(name, {".xml", ".rels"}))
            all_read = read_part(*archive, i, name, read) && all_read;
        else if (ends_with_any(name, {".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tiff",
                                      ".bmp", ".svg", ".svm"}) &&
                 !name.starts_with("Thumbnails/"))
            pictures = true;
        else if (name.find("embeddings/") != std::string::npos || name.starts_with("Object ") ||
                 name.starts_with("ObjectReplacements/"))
            inside = true;
        else if (name.starts_with("Thumbnails/"))
            read.to_look_at.emplace_back(
                "The file holds a small picture of its first page. Save it again without one");
    }
    if (pictures)
        read.to_look_at.emplace_back("The file has a picture. Look whether words are in it");
    if (inside)
        read.to_look_at.emplace_back("Other files are hidden inside this one. Open and read each");
    if (!all_read) return unreadable();
    return read;
}

} // namespace onroll::documents
