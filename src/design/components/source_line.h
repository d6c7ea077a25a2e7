// Where a statement is written: one click from the words of the law.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Source {
    std::string text;
    std::string href{}; ///< empty where there is no page to link to
};

/// What stands before them, and the language that they are in where the page has another.
struct SourceWords {
    std::string one = "Source: ";
    std::string many = "Sources: ";
    std::string lang{}; ///< "en"
};

/// "Source: Education Act 2002, section 51A"; nothing without sources.
Html source_line(const std::vector<Source>& sources, const SourceWords& words = {});

/// The same as words inside another line.
Html source_words(const std::vector<Source>& sources, const SourceWords& words = {});

} // namespace onroll::design
