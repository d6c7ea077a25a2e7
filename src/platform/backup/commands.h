// `onroll backup …` and `onroll verify`.
#pragma once

#include "platform/cli/context.h"

#include <functional>

namespace onroll::backup {

/// A further check of a data folder that `onroll verify` runs, by the part that knows it: prints
/// what is sound, and answers what is not.
struct FurtherCheck {
    std::string name;
    std::function<Result<void>(const std::filesystem::path& data, std::ostream& out)> run;
};

void add_commands(CLI::App& app, cli::Context& context, std::vector<FurtherCheck> further = {});

} // namespace onroll::backup
