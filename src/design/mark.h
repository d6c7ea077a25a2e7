// Our mark: a line that takes a turn and runs on. Drawn by us; works in one colour. The file
// web/images/mark.svg is the same line.
#pragma once

#include "design/html.h"

namespace onroll::design {

/// The line and the word, in the colour of the text around them; hidden from screen readers, so say
/// "Onroll" beside it.
Html wordmark();

} // namespace onroll::design
