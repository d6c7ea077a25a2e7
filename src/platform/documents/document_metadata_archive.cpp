// DOCX and ODT without what programs wrote beside the words: the parts that tell of the document
// are emptied, the rest stays as it was, byte for byte but for pictures, which are cleaned too.
#include "platform/documents/document_metadata.h"

#include "platform/documents/picture_metadata.h"
#include "platform/documents/read_text.h"
#include "platform/documents/zip_of.h"
#include "platform/documents/zip_parts.h"

#include <pugixml.hpp>

#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace onroll::documents {
namespace document_metadata_archive_detail {

struct Part {
    std::string name;
    std::string bytes;
};

Error cannot_be_read()
{
    return bad_input("This file could not be read. Save it again, or print it to PDF");
}

Result<std::vector<Part>> parts_of(std::string_view bytes)
{
    const ReadLimits limits;
    auto archive = ZipParts::open(bytes, limits.archive_parts, limits.unpacked_bytes);
    if (!archive) return cannot_be_read();
    std::vector<Part> parts;
    for (std::size_t i = 0; i < archive->count(); ++i) {
        auto name = archive->name(i);
        auto part = name.empty() ? std::nullopt : archive->unpack(i);
        if (!part) return cannot_be_read();
        parts.push_back({std::move(name), std::move(*part)});
    }
    return parts;
}

/// What stands in place of a part that tells of the document; nothing for any other.
std::optional<std::string_view> emptied(std::string_view name)
{
    if (name == "docProps/core.xml")
        return "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
               "metadata/core-properties\"/>";
    if (name == "docProps/app.xml")
        return "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
               "extended-properties\"/>";
    if (name == "docProps/custom.xml")
        return "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
               "custom-properties\"/>";
    if (name == "word/people.xml")
        return "<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>";
    if (name.starts_with("customXml/item") && name.ends_with(".xml") &&
        name.find("Props") == std::string_view::npos)
        return "<nothing/>";
    if (name == "meta.xml")
        return "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:"
               "1.0\" office:version=\"1.2\"><office:meta/></office:document-meta>";
    if (name == "settings.xml")
        return "<office:document-settings xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:"
               "office:1.0\" office:version=\"1.2\"/>";
    return std::nullopt;
}

bool is_left_out(std::string_view name)
{
    return name.starts_with("docProps/thumbnail") || name.starts_with("Thumbnails/");
}

bool is_picture(std::string name)
{
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return name.ends_with(".jpg") || name.ends_with(".jpeg") || name.ends_with(".png");
}

std::string_view local_name(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether somebody's comment or change that nobody has settled is in the XML.
class Unsettled : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override
    {
        if (node.type() != pugi::node_element) return true;
        const auto name = local_name(node.name());
        // Any prefix may stand for the words of a DOCX, so that the local name decides.
        found = (of_docx && (name == "ins" || name == "del" || name == "moveFrom" ||
                             name == "moveTo" || name.starts_with("cellIns") ||
                             name.starts_with("cellDel") || name == "cellMerge" ||
                             name.starts_with("commentR") || name.ends_with("PrChange"))) ||
                name == "tracked-changes" || name == "annotation";
        return !found;
    }
    bool of_docx = false;
    bool found = false;
};

bool is_unsettled(const Part& part)
{
    const bool holds_words = (part.name.starts_with("word/") || part.name == "content.xml" ||
                              part.name == "styles.xml") &&
                             part.name.ends_with(".xml");
    if (!holds_words) return false;
    pugi::xml_document document;
    // What cannot be read may hold anything.
    if (!document.load_buffer(part.bytes.data(), part.bytes.size())) return true;
    Unsettled walker;
    walker.of_docx = part.name.starts_with("word/");
    document.traverse(walker);
    return walker.found;
}

std::string written(const pugi::xml_document& document)
{
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

/// Takes out the ways to what is left out and to the template on somebody's computer.
std::string without_ways(const Part& part)
{
    pugi::xml_document document;
    if (!document.load_buffer(part.bytes.data(), part.bytes.size(), pugi::parse_full))
        return part.bytes;
    std::vector<pugi::xml_node> gone;
    for (auto node : document.document_element().children()) {
        const std::string_view type = node.attribute("Type").value();
        const std::string_view path = node.attribute("manifest:full-path").value();
        if (type.ends_with("/thumbnail") || type.ends_with("/attachedTemplate") ||
            path.starts_with("Thumbnails/"))
            gone.push_back(node);
    }
    for (const auto& node : gone) document.document_element().remove_child(node);
    return gone.empty() ? part.bytes : written(document);
}

/// Settings of a DOCX without the template and without the marks of who typed when.
std::string plain_settings(const Part& part)
{
    pugi::xml_document document;
    if (!document.load_buffer(part.bytes.data(), part.bytes.size(), pugi::parse_full))
        return part.bytes;
    auto root = document.document_element();
    root.remove_child("w:attachedTemplate");
    root.remove_child("w:rsids");
    root.remove_child("w:docVars");
    root.remove_child("w:mailMerge");
    return written(document);
}

std::string cleaned(const Part& part)
{
    if (const auto instead = emptied(part.name)) return std::string(*instead);
    if (part.name.ends_with(".rels") || part.name == "META-INF/manifest.xml")
        return without_ways(part);
    if (part.name == "word/settings.xml") return plain_settings(part);
    if (is_picture(part.name))
        if (auto picture = picture_without_metadata(part.bytes)) return std::move(*picture);
    return part.bytes;
}

} // namespace document_metadata_archive_detail
using namespace document_metadata_archive_detail;

Result<std::string> archive_without_metadata(std::string_view bytes, bool is_docx)
{
    auto parts = parts_of(bytes);
    if (!parts) return parts.error();
    std::erase_if(*parts, [](const Part& part) { return is_left_out(part.name); });
    for (const auto& part : *parts)
        if (is_unsettled(part))
            return bad_input("The document has comments or tracked changes. Delete the comments, "
                             "accept or reject each change, save it, and choose it again");
    std::vector<ZipPart> made;
    for (auto& part : *parts) {
        part.bytes = cleaned(part);
        const bool is_plain = part.name == "mimetype" || part.bytes.empty();
        made.push_back({part.name, part.bytes, is_plain ? Packed::no : Packed::yes});
    }
    auto archive = zip_of(made);
    const auto kind = kind_of(archive);
    if (kind != (is_docx ? FileKind::docx : FileKind::odt)) return cannot_be_read();
    return archive;
}

} // namespace onroll::documents
