// The words in a DOCX or ODT: every text in every XML of the archive, deleted and hidden ones too,
// for whoever opens the file can show them.
#include "platform/documents/read_text.h"

#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace onroll::documents {

namespace read_text_archive_detail {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// At most `most` bytes of a part; nothing where it holds more, or is locked or broken.
std::optional<std::string> part_of(zip_t* archive, zip_uint64_t index, std::size_t most)
{
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
    if (!file) return std::nullopt;
    std::string bytes;
    std::array<char, 16384> piece{};
    for (;;) {
        const auto got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return std::nullopt;
        if (got == 0) return bytes;
        if (bytes.size() + static_cast<std::size_t>(got) > most) return std::nullopt;
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
}

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
bool read_part(zip_t* archive, zip_uint64_t index, std::string_view name, std::size_t& room,
               ReadText& read)
{
    const auto bytes = part_of(archive, index, room);
    if (!bytes) return false;
    room -= bytes->size();
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
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return unreadable();
    const std::unique_ptr<zip_t, CloseArchive> archive(
        zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) {
        zip_source_free(source);
        return unreadable();
    }
    const auto parts = static_cast<std::size_t>(zip_get_num_entries(archive.get(), 0));
    if (parts > limits.archive_parts) return unreadable();
    auto room = limits.unpacked_bytes;
    bool pictures = false, inside = false, all_read = true;
    for (std::size_t i = 0; i < parts; ++i) {
        const char* raw = zip_get_name(archive.get(), i, 0);
        const std::string name = raw ? raw : "";
        if (ends_with_any(name, {".xml", ".rels"}))
            all_read = read_part(archive.get(), i, name, room, read) && all_read;
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
