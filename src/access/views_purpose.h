// The question why somebody opens a record outside their caseload, and the list of typed work.
#pragma once

#include "design/html.h"
#include "forms/form_start.h"
#include "forms/types.h"

#include <string>
#include <vector>

namespace onroll::access {

struct PurposeView {
    forms::FormStart start;
    std::string kind;
    std::string record;
    std::string next;
    std::string chosen;
    std::string error; ///< empty where nothing is wrong
};
design::Html purpose_view(const PurposeView& view);

struct DraftsView {
    std::vector<forms::KeptDraft> drafts;
    std::string form_token;
};
design::Html drafts_view(const DraftsView& view);

} // namespace onroll::access
