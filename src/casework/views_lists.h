// The form on which a list is taken away as a file. Words and layout; no queries, no rules.
#pragma once

#include "casework/types_lists.h"

#include "design/html.h"
#include "forms/fields.h"

#include <optional>
#include <string>

namespace onroll::casework {

struct TakeListView {
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::string action;              ///< where it is posted
    std::optional<ListKind> fixed{}; ///< the one list that the page is about
    design::Html lists{};            ///< the tabs above
    std::string back{};              ///< the way back of a page of a case
};
design::Html take_list_view(const TakeListView& view);

} // namespace onroll::casework
