// What the pages of a task show: adding one, changing one, and what it said before. Words and
// layout; no queries, no rules.
#pragma once

#include "casework/types_tasks.h"

#include "design/html.h"
#include "forms/fields.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// ", by 1pm", or nothing where no time is set.
std::string by_time(const std::optional<std::chrono::minutes>& due_at);

struct TaskFormView {
    std::string action;
    std::string leave;
    bool is_new = true;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    forms::Choices owners{}; ///< who may have it: user and name
    std::vector<TaskBefore> before{};
    std::function<std::string(const access::UserId&)> name_of;
};
design::Html task_form_view(const TaskFormView& view);

} // namespace onroll::casework
