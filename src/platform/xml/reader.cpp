#include "platform/xml/reader.h"

#include <pugixml.hpp>

#include <algorithm>
#include <utility>

namespace onroll::xml {

namespace reader_detail {

/// A node that is not copied yet, and where its copy stands.
struct Waiting {
    pugi::xml_node node;
    Element* copy;
    std::size_t level;
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::string own_text(const pugi::xml_node& node)
{
    std::string text;
    for (const auto& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    return std::string(trimmed(text));
}

bool holds_document_type(std::string_view bytes)
{
    return bytes.find("<!DOCTYPE") != std::string_view::npos ||
           bytes.find("<!ENTITY") != std::string_view::npos;
}

Error too_much()
{
    return bad_input("The file holds more than is read. Export fewer children at a time");
}

} // namespace reader_detail

const Element* Element::find(std::string_view wanted) const
{
    const auto found = std::find_if(below.begin(), below.end(),
                                    [&](const Element& one) { return one.name == wanted; });
    return found == below.end() ? nullptr : &*found;
}

std::string_view Element::text_of(std::string_view wanted) const
{
    const auto* found = find(wanted);
    return found ? std::string_view(found->text) : std::string_view();
}

Result<Element> read(std::string_view bytes, const Limits& limits)
{
    using namespace reader_detail;
    if (bytes.size() > limits.bytes)
        return bad_input("The file is too large. Send it in parts of 25 MB or less");
    if (bytes.find('\0') != std::string_view::npos)
        return bad_input("Save the file as UTF-8 and send it again");
    if (holds_document_type(bytes))
        return bad_input("The file has a document type, which is not read. Export it again without "
                         "one");
    pugi::xml_document document;
    if (!document.load_buffer(bytes.data(), bytes.size(),
                              pugi::parse_minimal | pugi::parse_escapes | pugi::parse_cdata))
        return bad_input("The file is not whole XML. Export it again and send it as it is");
    Element root;
    std::vector<Waiting> waiting{{document.document_element(), &root, 1}};
    for (std::size_t met = 0; !waiting.empty(); ++met) {
        const auto [node, copy, level] = waiting.back();
        waiting.pop_back();
        if (met >= limits.elements || level > limits.levels) return too_much();
        copy->name = node.name();
        copy->text = own_text(node);
        std::vector<pugi::xml_node> elements;
        for (const auto& child : node.children())
            if (child.type() == pugi::node_element) elements.push_back(child);
        // Before there is room for them: what waits counts too.
        if (elements.size() > limits.elements - met - 1 - waiting.size()) return too_much();
        // All at once, so that none is moved once it waits.
        copy->below.resize(elements.size());
        for (std::size_t at = elements.size(); at-- > 0;)
            waiting.push_back({elements[at], &copy->below[at], level + 1});
    }
    return root;
}

} // namespace onroll::xml
