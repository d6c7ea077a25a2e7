// Levels of a case: the card on its overview, its page, and the form that moves one. Words and
// layout only. capabilities.md N05.
#pragma once

#include "casework/types_case_history.h"

#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

struct LevelsSection {
    Case found;
    std::string address;
    std::vector<LevelMove> moves{}; ///< the oldest first
    bool may_change = false;
};
design::Html levels_section(const LevelsSection& section);

struct LevelsView {
    Case found;
    std::string address;
    std::vector<Work> work{};
    std::vector<LevelMove> moves{};
    std::function<std::string(const access::UserId&)> name_of;
    bool may_change = false;
    design::Html end_start{}; ///< forms::start of the form that ends a piece of work
};
design::Html levels_view(const LevelsView& view);

struct LevelFormView {
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::string address; ///< of the case
    std::vector<Work> going_on{};
};
design::Html level_form_view(const LevelFormView& view);

} // namespace onroll::casework
