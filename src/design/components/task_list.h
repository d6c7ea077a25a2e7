// Tasks of a long piece of work and how each stands. GOV.UK Design System: task list (CV-08).
#pragma once

#include "design/components/tag.h"
#include "design/html.h"

namespace onroll::design {

struct Task {
    Html title{};
    std::string href{}; ///< empty while it cannot be started
    std::optional<Html> hint{};
    Html status{};                   ///< in plain words: "Completed"
    std::optional<Tag> status_tag{}; ///< or as a tag
    std::string title_classes{};
    std::string status_classes{};
    std::string classes{};
};

struct TaskList {
    std::vector<Task> items{};
    std::string id_prefix = "task-list";
    std::string classes{};
    Attributes attributes{};
};

Html render(const TaskList& list);

} // namespace onroll::design
