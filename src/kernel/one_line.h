// A name is one line, and shows as it is read: what was typed or sent with tabs and line breaks in
// it, without them.
#pragma once

#include <string>
#include <string_view>

namespace onroll {

/// Each line break, tab or other control character, with the spaces around it, as one space; none
/// at either end. Spaces alone stay.
std::string one_line(std::string_view text);

/// Characters that no name has and that would change how the words around it are shown: control
/// characters, ends of lines, and what turns the direction of writing.
bool has_hidden_characters(std::string_view name);

} // namespace onroll
