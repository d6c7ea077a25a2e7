// The pages about imported lists. Words and layout only.
#pragma once

#include "people/history.h"
#include "people/types_import.h"
#include "people/views_fields.h"
#include "people/views_import_rows.h"

#include "design/html.h"

#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct ImportsView {
    FormView form{};
    design::Html start{};
    std::vector<Import> imports{};
};
design::Html imports_view(const ImportsView& view);

struct ImportView {
    Import import;
    ChildList list{}; ///< as read now; without children once it is made
    ImportPlan plan{};
    std::string brought_by{};      ///< a name, or "The program Nightly list"
    std::string imported_before{}; ///< "25 November 2026", where the same bytes were
    design::Html make_start{};
    design::Html undo_start{};
    bool may_undo = false;
    std::vector<HeldLine> held{}; ///< of a list that is imported
    std::int64_t waiting = 0;     ///< of them, in all
    Errors errors{};
};
design::Html import_view(const ImportView& view);

} // namespace onroll::people
