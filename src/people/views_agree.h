// What waits for a second person's word. It shows no name and nothing of a record, since those who
// agree may be people who open none. Words and layout only.
#pragma once

#include "people/views_fields.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::people {

struct AgreeRow {
    std::string what;     ///< "Delete a child’s record"
    std::string period;   ///< by which period, until when
    std::string asked_by; ///< who asked, and when
    std::string person;
    std::string step; ///< "delete", "erase" or "end_hold"
    bool own = false; ///< the reader asked for it
};
struct AgreeView {
    std::vector<AgreeRow> rows{};
    std::string action;
    design::Html start{};
    Errors errors{};
};
design::Html agree_view(const AgreeView& view);

} // namespace onroll::people
