// The published figures above school level, imported once for all tests that compare them; nothing
// where the shared folder is absent.
#pragma once

#include "insight/comparisons.h"
#include "platform/db/db.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::tests {

struct RealFigures {
    std::unique_ptr<db::Database> database;
    /// Few draws: the full number is a benchmark's business.
    insight::Comparisons comparisons{4'000};
};

/// nullptr, after a printed line, where the data is absent.
RealFigures* real_figures();

/// The lines of a CSV file, unpacked, without those that hold `unwanted`.
std::optional<std::string> lines_without(std::string_view file, std::string_view unwanted);

} // namespace onroll::tests
