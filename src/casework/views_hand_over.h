// Where a family's code is typed, and what its answers say. Words and layout; no queries, no rules.
#pragma once

#include "design/html.h"
#include "forms/form_start.h"
#include "kernel/result.h"

#include <string>
#include <utility>
#include <vector>

namespace onroll::casework {

struct HandOverView {
    forms::FormStart start;
    std::string code; ///< as typed
    std::vector<Error> errors;
    std::string taken_contact; ///< address of the contact that took it over already; or empty
    std::string taken_when;
};
design::Html hand_over_view(const HandOverView& view);

/// What the family answered, question by question.
design::Html told_story(const std::string& made_on,
                        const std::vector<std::pair<std::string, std::string>>& answers);

} // namespace onroll::casework
