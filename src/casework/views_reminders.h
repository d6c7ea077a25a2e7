// What "Calendar and reminders" shows. Words and layout; no queries, no rules.
#pragma once

#include "design/html.h"

#include <functional>
#include <string>

namespace onroll::casework {

struct RemindersView {
    bool by_mail = true;
    std::string feed; ///< the whole address; empty where none is open
    std::function<design::Html()> start;
};
design::Html reminders_view(const RemindersView& view);

} // namespace onroll::casework
