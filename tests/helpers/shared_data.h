// Finds the official and real data that tests read where it is present: ../shared/data beside the
// checkout, or the folder that ONROLL_SHARED names. The product stands alone without it, so a test
// that needs it says that it was skipped.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace onroll::tests {

/// The path of `relative` inside the shared folder, or nothing (and one printed line) where it is
/// absent.
std::optional<std::filesystem::path> shared_file(std::string_view relative);

/// The path of `relative` inside this repository.
std::filesystem::path source_file(std::string_view relative);

} // namespace onroll::tests
