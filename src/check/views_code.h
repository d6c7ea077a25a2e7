// The code of rights and responsibilities as a page. Words and layout.
#pragma once

#include "check/code_of_rights.h"
#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::check {

struct CodeShown {
    const std::vector<CodeVersion>* versions = nullptr; ///< the oldest first
    const CodeVersion* version = nullptr;               ///< the one that is shown
    const CodeVersion* now = nullptr;                   ///< the one that holds today; may be null
};
struct CodePage {
    std::string title;
    design::Html content;
};
CodePage code_view(const CodeShown& shown);

} // namespace onroll::check
