#include "insight/commands.h"

#include "insight/commands_figures.h"
#include "insight/commands_sums.h"
#include "insight/commands_tables.h"

namespace onroll::insight {

void add_commands(CLI::App& app, cli::Context& context, const OpenStore& open, const Clock& clock)
{
    auto& insight = *app.add_subcommand("insight", "Official statistics of an area");
    insight.require_subcommand(1);
    add_import_commands(insight, context, open, clock);
    add_figure_commands(insight, context, open);
    add_table_command(insight, context, open, clock);
    add_sums_command(insight, context);
}

} // namespace onroll::insight
