// Who has how many cases, the form that gives many to one caseworker, and what came of it. Words
// and layout only. table stakes 27, 36.
#pragma once

#include "casework/types_case_list.h"
#include "casework/types_allocation.h"
#include "casework/views_cases.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct CaseloadRow {
    Caseload load;
    std::string name; ///< of the caseworker; empty: nobody has these
    bool has_left = false;
};
struct CaseloadsView {
    std::vector<CaseloadRow> rows{};
    struct Past {
        std::string href;
        std::string words; ///< "3 cases to Ruth Adeyemi, 26 November 2026"
    };
    std::vector<Past> past{};
};
design::Html caseloads_view(const CaseloadsView& view);

struct AllocateView {
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::vector<CaseRow> rows{};
    forms::Choices caseworkers{};
    std::string about; ///< whose cases these are: "Cases of Ruth Adeyemi"
};
design::Html allocate_view(const AllocateView& view);

struct BulkView {
    Bulk bulk;
    std::vector<CaseRow> rows{};
    std::string given_to; ///< by name; empty: nobody
    std::string done_by;
    std::string undone_when{}; ///< empty: not undone
    design::Html undo_start{};
    std::string action;
};
design::Html bulk_view(const BulkView& view);

} // namespace onroll::casework
