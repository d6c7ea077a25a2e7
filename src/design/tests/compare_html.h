// Compares two pieces of HTML as a browser would understand them: order of attributes and white
// space that shows nothing do not count; white space between words does.
#pragma once

#include <string>
#include <string_view>

namespace onroll::design::tests {

struct NormalHtml {
    std::string structure; ///< a line for each tag, its attributes in order, and for each text
    std::string flow;      ///< the words as they run together, a line for each block
    bool operator==(const NormalHtml&) const = default;
};

NormalHtml normal_html(std::string_view html);

/// Both forms as one text, for messages and golden comparisons.
std::string normal_text(std::string_view html);

} // namespace onroll::design::tests
