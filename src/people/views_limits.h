// The pages about who may not act on a record. Words and layout only.
#pragma once

#include "people/types_limits.h"
#include "people/views_fields.h"
#include "people/views_record.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::people {

struct DeclareView {
    FormView form{};
    design::Html start{};
    std::string action;
};
design::Html declare_view(const DeclareView& view);

struct WithholdView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    std::vector<std::string> named{}; ///< who is on the caseload
    bool is_withheld = false;
};
design::Html withhold_view(const WithholdView& view);

struct LimitRow {
    Limit limit;
    /// A page that names them, for whoever may open it; this list names nobody.
    std::string record{};
    std::string set_by{};
    std::string user{};
    PostButton lift{};
};
struct LimitsView {
    std::vector<LimitRow> rows{};
};
design::Html limits_view(const LimitsView& view);

} // namespace onroll::people
