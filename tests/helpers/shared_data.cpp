#include "helpers/shared_data.h"

#include <cstdlib>
#include <iostream>

namespace onroll::tests {

std::optional<std::filesystem::path> shared_file(std::string_view relative)
{
    const char* named = std::getenv("ONROLL_SHARED");
    const auto root = named ? std::filesystem::path(named)
                            : std::filesystem::path(ONROLL_SOURCE_DIR).parent_path() / "shared";
    auto path = root / relative;
    if (std::filesystem::exists(path)) return path;
    std::cout << "skipped: " << relative << " is not present beside this checkout\n";
    return std::nullopt;
}

std::filesystem::path source_file(std::string_view relative)
{
    return std::filesystem::path(ONROLL_SOURCE_DIR) / relative;
}

} // namespace onroll::tests
