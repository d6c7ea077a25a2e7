// The page that asks for which child a case is opened. Words and layout; no queries, no rules.
#pragma once

#include "casework/views_contact_form.h"

#include "design/html.h"
#include "forms/form_start.h"
#include "kernel/result.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct OpeningView {
    std::string action;
    forms::FormStart start;
    std::string child_name; ///< as it was told, or typed here
    std::string born_on;    ///< as typed
    std::string same_child;
    std::vector<ChildSuggestion> children;
    std::vector<ContactSuggestion> contacts{}; ///< earlier ones that came to no case
    std::vector<std::string> earlier{};        ///< those that were ticked
    std::vector<Error> errors;
    std::string leave; ///< the contact
};
design::Html opening_view(const OpeningView& view);

} // namespace onroll::casework
