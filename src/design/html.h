// HTML as a type: text becomes HTML only by being escaped, so a forgotten escape cannot be written.
// Ready-made markup enters through raw(), and nowhere else. Inline styles and event attributes are
// refused: the content security policy forbids them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::design {

class Attributes;

/// A piece of finished HTML. Made from text (which is escaped), by element(), by a component's
/// render(), or by raw().
class Html {
public:
    Html() = default;
    Html(std::string_view text); // escapes
    Html(const std::string& text) : Html(std::string_view(text)) {}
    Html(const char* text) : Html(std::string_view(text)) {}

    Html& operator+=(const Html& more)
    {
        markup_ += more.markup_;
        return *this;
    }

    bool empty() const { return markup_.empty(); }
    std::string_view view() const { return markup_; }
    const std::string& str() const& { return markup_; }
    std::string str() && { return std::move(markup_); }
    bool operator==(const Html&) const = default;

private:
    friend class HtmlWriter;
    friend Html raw(std::string markup);
    std::string markup_;
};

/// Escaped text; the same as Html(words), for places where the conversion should be seen.
inline Html text(std::string_view words)
{
    return Html(words);
}

/// Markup that we wrote ourselves or that was made safe before. Never for anything that a person
/// typed or a file held.
Html raw(std::string markup);

inline Html operator+(Html first, const Html& second)
{
    first += second;
    return first;
}

/// All pieces, one after another.
Html join(const std::vector<Html>& pieces);

/// One attribute. `{"id", id}` is always written; see maybe() and flag() for those that may be left
/// out.
struct Attribute {
    std::string_view name;
    std::string_view value;
    enum class Form { valued, flag, left_out } form = Form::valued;

    Attribute(std::string_view the_name, std::string_view the_value, Form the_form = Form::valued)
        : name(the_name), value(the_value), form(the_form)
    {
    }
};

/// Written only when the value is not empty.
inline Attribute maybe(std::string_view name, std::string_view value)
{
    return {name, value, value.empty() ? Attribute::Form::left_out : Attribute::Form::valued};
}

/// Written only when there is a value, which may be empty. The text must outlive the call that uses
/// it.
inline Attribute given(std::string_view name, const std::optional<std::string>& value)
{
    return {name, value ? std::string_view(*value) : std::string_view(),
            value ? Attribute::Form::valued : Attribute::Form::left_out};
}

/// A name without a value, as in `checked`; written only when `on`.
inline Attribute flag(std::string_view name, bool on = true)
{
    return {name, {}, on ? Attribute::Form::flag : Attribute::Form::left_out};
}

/// The attributes of one element, already escaped. Names are ours, never a visitor's. `style`,
/// `on…` throw Bug; an address (href, src, action, formaction) with a scheme other than http,
/// https, mailto or tel becomes `#`.
class Attributes {
public:
    Attributes() = default;
    Attributes(std::initializer_list<Attribute> attributes);

    Attributes& add(const Attribute& attribute);
    Attributes& add(const Attributes& more);
    bool empty() const { return written_.empty(); }
    std::string_view view() const { return written_; }

private:
    std::string written_;
};

inline Attributes operator+(Attributes first, const Attributes& second)
{
    first.add(second);
    return first;
}

/// Class names joined by a space, empty ones left out: classes("govuk-input", input.classes).
std::string classes(std::initializer_list<std::string_view> names);

/// Writes elements one after another into one buffer: for long pieces such as tables. Everything
/// else uses element().
class HtmlWriter {
public:
    explicit HtmlWriter(std::size_t expected_bytes = 1024)
    {
        html_.markup_.reserve(expected_bytes);
    }

    /// `tag` must be a literal: it is kept until the matching close().
    HtmlWriter& open(std::string_view tag, const Attributes& attributes = {});
    /// Closes the element opened last.
    HtmlWriter& close();
    /// An element that has no inside: br, hr, img, input, link, meta.
    HtmlWriter& empty_element(std::string_view tag, const Attributes& attributes = {});
    HtmlWriter& add(const Html& html);
    HtmlWriter& add(std::string_view words);
    HtmlWriter& add(const std::string& words) { return add(std::string_view(words)); }
    HtmlWriter& add(const char* words) { return add(std::string_view(words)); }
    HtmlWriter& add(const std::optional<Html>& html) { return html ? add(*html) : *this; }
    HtmlWriter& add(const std::vector<Html>& pieces);

    /// What was written; throws Bug while an element is open.
    Html done() &&;

private:
    Html html_;
    std::vector<std::string_view> open_;
};

/// An element with what is inside it, as in `element("p", {{"class", "govuk-body"}}, "Hello, ",
/// element("b", {}, name))`. Each child is Html, text (escaped), an optional Html or a list of
/// them.
template <class... Children>
Html element(std::string_view tag, const Attributes& attributes, const Children&... children)
{
    HtmlWriter out{256};
    out.open(tag, attributes);
    (out.add(children), ...);
    out.close();
    return std::move(out).done();
}

/// An element that has no inside: br, hr, img, input, link, meta.
inline Html void_element(std::string_view tag, const Attributes& attributes = {})
{
    HtmlWriter out{256};
    out.empty_element(tag, attributes);
    return std::move(out).done();
}

/// A paragraph in body text.
Html paragraph(const Html& inside);
/// A link in running text.
Html link(std::string_view href, const Html& inside);
/// h2 of a section with our rule above it; `id` may be empty.
Html section_heading(std::string_view id, const Html& inside);
/// A bulleted list.
Html bullets(const std::vector<Html>& items);
/// Words for screen readers only.
Html visually_hidden(const Html& inside);
/// `<time datetime="2026-11-23">`; `iso` comes from the kernel's iso().
Html time(std::string_view iso, const Html& inside);

} // namespace onroll::design
