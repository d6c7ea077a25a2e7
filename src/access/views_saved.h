// The links to saved views beside a list, and the forms that save, rename and delete one. Words and
// layout only.
#pragma once

#include "design/html.h"
#include "forms/fields.h"
#include "platform/http/fields.h"

#include <string>
#include <vector>

namespace onroll::access {

struct SavedViewLink {
    std::string href;
    std::string name;
    bool is_shared = false;
    bool is_in_use = false;
};
struct SavedViewLinks {
    std::string agency_name;
    std::vector<SavedViewLink> views{};
    std::string save{};      ///< where the filters in use are saved; empty where none is on
    std::string change{};    ///< of the view in use; empty where there is none
    bool is_missing = false; ///< the address names a view that is not there
};
design::Html saved_view_links(const SavedViewLinks& links);

struct SavedViewForm {
    std::string action;
    std::string leave;
    std::string agency_name;
    std::string in_words{}; ///< the filters
    forms::FormView form{};
    design::Html start{};
    design::Html delete_start{}; ///< of the form that deletes
    http::Fields asked{};        ///< goes with the form
    bool is_own = true;          ///< its maker decides who finds it
};
design::Html new_saved_view(const SavedViewForm& view);
design::Html change_saved_view_page(const SavedViewForm& view);

} // namespace onroll::access
