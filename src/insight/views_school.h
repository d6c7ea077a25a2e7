// What the page of one school's own years shows: its numbers beside its own past, and the running
// sum that raises an alarm. Never beside another school. No queries, no rules.
#pragma once

#include "insight/patterns.h"

#include "design/html.h"

#include <optional>
#include <string>

namespace onroll::insight {

struct SchoolView {
    Area area;
    std::string name{};
    std::string code{};
    const Measure* measure = nullptr;
    std::optional<SchoolSeries> series{}; ///< nothing where it cannot be told
    std::string source{};
};

design::Html school_view(const SchoolView& view);
std::string school_csv(const SchoolView& view);

} // namespace onroll::insight
