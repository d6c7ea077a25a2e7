// Long texts, written in Markdown by content designers, as HTML with the design system's classes.
// Raw HTML in a text is shown as text, never passed on.
#pragma once

#include "design/html.h"

#include <string>
#include <string_view>

namespace onroll::design {

/// A text with its title: the words of the first heading of level 1, which is left out of `body`.
struct MarkdownText {
    std::string title;
    Html body;
};

/// Reads CommonMark: headings, paragraphs, lists, links, strong and emphasised words, code, quotes
/// (as inset text). Headings of level 2 open a section; deeper ones follow.
MarkdownText read_markdown(std::string_view text);

} // namespace onroll::design
