// What a page says first, in larger words; and lists whose lines are divided by rules.
#pragma once

#include "design/html.h"

namespace onroll::design {

Html lead(const Html& words);

/// One line of a list of files, helpers or results: what it is, and a note in small words below.
struct Line {
    Html main{};
    Html note{};
};

Html lines(const std::vector<Line>& items);

/// A telephone number as a link: `digits` without spaces go into the address.
Html telephone(const std::string& number);

/// Something wide that scrolls sideways by itself; `label` names it, and the keyboard can reach it
/// (CV-11).
Html scroll_region(const std::string& label, const Html& content);

} // namespace onroll::design
