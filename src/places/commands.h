// `onroll places …` and `onroll demo fill`: importing, finding, showing.
#pragma once

#include "platform/cli/context.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include "kernel/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace onroll::places {

/// Opens the store in the data folder with the tables of places ready; main decides where it lies.
using OpenStore = std::function<Result<std::unique_ptr<db::Database>>(const cli::Context& context)>;

/// What another part adds to the demo area when it is filled: answers a line to print.
using FillFurther = std::function<Result<std::string>(db::Database& database, std::uint64_t seed)>;

/// Adds the nouns `places` and `demo`. The context and the clock outlive the app. `further` fills
/// after the schools and calendars, in this order.
void add_commands(CLI::App& app, cli::Context& context, OpenStore open, const Clock& clock,
                  std::vector<FillFurther> further = {});

} // namespace onroll::places
