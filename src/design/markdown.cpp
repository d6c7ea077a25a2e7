#include "design/markdown.h"

#include <cmark.h>

#include <memory>

namespace onroll::design {

namespace markdown_detail {

Html inside(cmark_node* node, MarkdownText& text);

std::string words_of(cmark_node* node)
{
    std::string words;
    if (const auto* literal = cmark_node_get_literal(node)) words += literal;
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) words += ' ';
    for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        words += words_of(child);
    return words;
}

Html heading(cmark_node* node, MarkdownText& text)
{
    switch (cmark_node_get_heading_level(node)) {
    case 1:
        text.title = words_of(node);
        return {};
    case 2:
        return section_heading("", inside(node, text));
    default:
        return element("h3", {{"class", "govuk-heading-s"}}, inside(node, text));
    }
}

Html list(cmark_node* node, MarkdownText& text)
{
    const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    const auto kind = numbered ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet";
    return element(numbered ? "ol" : "ul", {{"class", kind}}, inside(node, text));
}

bool in_list(cmark_node* paragraph)
{
    return cmark_node_get_type(cmark_node_parent(paragraph)) == CMARK_NODE_ITEM;
}

Html one(cmark_node* node, MarkdownText& text)
{
    const auto* literal = cmark_node_get_literal(node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        return heading(node, text);
    case CMARK_NODE_PARAGRAPH:
        return in_list(node) ? inside(node, text) : paragraph(inside(node, text));
    case CMARK_NODE_LIST:
        return list(node, text);
    case CMARK_NODE_ITEM:
        return element("li", {}, inside(node, text));
    case CMARK_NODE_BLOCK_QUOTE:
        return element("div", {{"class", "govuk-inset-text"}}, inside(node, text));
    case CMARK_NODE_LINK:
        return link(cmark_node_get_url(node), inside(node, text));
    case CMARK_NODE_STRONG:
        return element("strong", {}, inside(node, text));
    case CMARK_NODE_EMPH:
        return element("em", {}, inside(node, text));
    case CMARK_NODE_CODE:
        return element("code", {}, literal);
    case CMARK_NODE_SOFTBREAK:
        return Html(" ");
    case CMARK_NODE_LINEBREAK:
        return void_element("br");
    default:
        return (literal ? Html(literal) : Html{}) + inside(node, text);
    }
}

Html inside(cmark_node* node, MarkdownText& text)
{
    Html all;
    for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        all += one(child, text);
    return all;
}

} // namespace markdown_detail

MarkdownText read_markdown(std::string_view source)
{
    const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
        cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT), cmark_node_free);
    MarkdownText text;
    text.body = markdown_detail::inside(document.get(), text);
    return text;
}

} // namespace onroll::design
