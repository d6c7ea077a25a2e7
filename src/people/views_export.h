// A list of one's own children as a file, and what waits for a second person. Words and layout
// only.
#pragma once

#include "people/types_export.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::people {

struct ExportView {
    FormView form{};
    design::Html start{};
    std::size_t children = 0;
    std::vector<ExportAsked> asked{}; ///< by the reader
    bool may_agree = false;           ///< to what others ask for
};
design::Html export_view(const ExportView& view);

struct ExportsWaitingView {
    Errors errors{};
    design::Html start{};
    std::vector<ExportAsked> waiting{}; ///< of others
    std::function<std::string(const access::UserId&)> staff_name;
};
design::Html exports_waiting_view(const ExportsWaitingView& view);

} // namespace onroll::people
