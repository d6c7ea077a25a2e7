// Lists of cases: the caseload with its search and filters, the waiting list, who has how many; and
// the form that opens a case. Words and layout only.
#pragma once

#include "casework/types_case.h"
#include "casework/types_chronology.h"

#include "design/html.h"
#include "forms/fields.h"
#include "people/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// A case as a row of a list.
struct CaseRow {
    Case one;
    std::string child; ///< by name
    std::string caseworker;
    std::string why{};               ///< how a search found it
    std::optional<EntryKind> said{}; ///< where in its chronology
};

/// The lists of cases as tabs; a manager also has the caseloads.
design::Html case_lists(std::string_view active, bool whole_service);

struct CasesView {
    std::vector<CaseRow> rows{};
    forms::FormView filter{}; ///< q, written, state, level, caseworker
    design::Html start{};     ///< of the form that searches
    design::Html views{};     ///< links to saved views
    forms::Choices caseworkers{};
    bool whole_service = false; ///< the reader sees all cases, not a caseload
    bool searched = false;
    design::Html earlier_calls{}; ///< that a search found, and that came to no case
    std::string tick_all{};       ///< address of the same list with every box ticked
    bool all_ticked = false;
    std::string older{}; ///< address of the next page; empty where there is none
};
design::Html cases_view(const CasesView& view);

struct WaitingView {
    std::vector<CaseRow> rows{};
    Date today{};
    bool whole_service = false;
};
design::Html waiting_view(const WaitingView& view);

struct OpenCaseView {
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::string child;                  ///< by name; empty: nobody is chosen yet
    std::string words{};                ///< what was searched for
    std::vector<people::Found> found{}; ///< children who fit
    forms::Choices caseworkers{};       ///< empty: the case is the reader's own
};
design::Html open_case_view(const OpenCaseView& view);

} // namespace onroll::casework
