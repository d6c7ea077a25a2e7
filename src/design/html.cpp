#include "design/html.h"

#include "kernel/ensure.h"

#include <array>

namespace onroll::design {
namespace html_detail {

void append_escaped(std::string& out, std::string_view words)
{
    std::size_t from = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string_view instead;
        switch (words[at]) {
        case '&':
            instead = "&amp;";
            break;
        case '<':
            instead = "&lt;";
            break;
        case '>':
            instead = "&gt;";
            break;
        case '"':
            instead = "&quot;";
            break;
        case '\'':
            instead = "&#39;";
            break;
        default:
            continue;
        }
        out.append(words, from, at - from).append(instead);
        from = at + 1;
    }
    out.append(words, from, words.size() - from);
}

bool is_address(std::string_view name)
{
    return name == "href" || name == "src" || name == "action" || name == "formaction";
}

/// Lower case without the white space and control characters that browsers ignore inside a scheme.
std::string scheme_of(std::string_view address)
{
    std::string scheme;
    for (const char c : address) {
        if (c == ':') return scheme;
        if (c == '/' || c == '?' || c == '#') return {};
        if (static_cast<unsigned char>(c) <= ' ') continue;
        scheme.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return {};
}

bool is_safe_address(std::string_view address)
{
    constexpr std::array allowed{std::string_view("http"), std::string_view("https"),
                                 std::string_view("mailto"), std::string_view("tel")};
    const std::string scheme = scheme_of(address);
    if (scheme.empty()) return address.empty() || address.front() != ':';
    for (const auto name : allowed) {
        if (scheme == name) return true;
    }
    return false;
}

} // namespace html_detail

Html::Html(std::string_view words)
{
    markup_.reserve(words.size() + 16);
    html_detail::append_escaped(markup_, words);
}

Html raw(std::string markup)
{
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

Html join(const std::vector<Html>& pieces)
{
    HtmlWriter out;
    out.add(pieces);
    return std::move(out).done();
}

Attributes::Attributes(std::initializer_list<Attribute> attributes)
{
    std::size_t bytes = 0;
    for (const auto& attribute : attributes)
        bytes += attribute.name.size() + attribute.value.size() + 8;
    written_.reserve(bytes);
    for (const auto& attribute : attributes) add(attribute);
}

Attributes& Attributes::add(const Attribute& attribute)
{
    if (attribute.form == Attribute::Form::left_out) return *this;
    ensure(attribute.name != "style" && attribute.name.substr(0, 2) != "on",
           "inline styles and scripts break the content security policy");
    written_ += ' ';
    written_ += attribute.name;
    if (attribute.form == Attribute::Form::flag) return *this;
    written_ += "=\"";
    const bool refuse =
        html_detail::is_address(attribute.name) && !html_detail::is_safe_address(attribute.value);
    html_detail::append_escaped(written_, refuse ? std::string_view("#") : attribute.value);
    written_ += '"';
    return *this;
}

Attributes& Attributes::add(const Attributes& more)
{
    written_ += more.written_;
    return *this;
}

std::string classes(std::initializer_list<std::string_view> names)
{
    std::string joined;
    for (const auto name : names) {
        if (name.empty()) continue;
        if (!joined.empty()) joined += ' ';
        joined += name;
    }
    return joined;
}

HtmlWriter& HtmlWriter::open(std::string_view tag, const Attributes& attributes)
{
    empty_element(tag, attributes);
    open_.push_back(tag);
    return *this;
}

HtmlWriter& HtmlWriter::close()
{
    ensure(!open_.empty(), "close() without open()");
    html_.markup_.append("</").append(open_.back()) += '>';
    open_.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::empty_element(std::string_view tag, const Attributes& attributes)
{
    html_.markup_ += '<';
    html_.markup_.append(tag).append(attributes.view()) += '>';
    return *this;
}

HtmlWriter& HtmlWriter::add(const Html& html)
{
    html_.markup_ += html.markup_;
    return *this;
}

HtmlWriter& HtmlWriter::add(std::string_view words)
{
    html_detail::append_escaped(html_.markup_, words);
    return *this;
}

HtmlWriter& HtmlWriter::add(const std::vector<Html>& pieces)
{
    for (const auto& piece : pieces) add(piece);
    return *this;
}

Html HtmlWriter::done() &&
{
    ensure(open_.empty(), "an element was left open");
    return std::move(html_);
}

Html paragraph(const Html& inside)
{
    return element("p", {{"class", "govuk-body"}}, inside);
}

Html link(std::string_view href, const Html& inside)
{
    return element("a", {{"class", "govuk-link"}, {"href", href}}, inside);
}

Html section_heading(std::string_view id, const Html& inside)
{
    return element("h2", {{"class", "onr-h2"}, maybe("id", id)}, inside);
}

Html bullets(const std::vector<Html>& items)
{
    HtmlWriter out;
    out.open("ul", {{"class", "govuk-list govuk-list--bullet"}});
    for (const auto& item : items) out.open("li").add(item).close();
    out.close();
    return std::move(out).done();
}

Html visually_hidden(const Html& inside)
{
    return element("span", {{"class", "govuk-visually-hidden"}}, inside);
}

Html time(std::string_view iso, const Html& inside)
{
    return element("time", {{"datetime", iso}}, inside);
}

} // namespace onroll::design
