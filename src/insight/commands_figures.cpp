#include "insight/commands_figures.h"

#include "insight/figures_rows.h"
#include "insight/figures_schools.h"
#include "platform/json/json.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

namespace commands_figures_detail {

using MakeTable = FiguresTable (*)(db::Queries&, Comparisons&, const FiguresQuestion&);

struct FigureOptions {
    std::string area;
    std::string from;
    std::string to;
    std::vector<std::string> measures;
    std::string format = "table";
    std::string ties = "lowest";
    std::string round = "2";
};

struct FigureCommand {
    cli::Context& context;
    OpenStore open;
    MakeTable make;
    bool only_authorities;
    FigureOptions options{};
};

Result<std::vector<const Measure*>> chosen_measures(const FigureOptions& options)
{
    if (options.measures.empty()) return headline_measures();
    std::vector<const Measure*> measures;
    for (const auto& key : options.measures) {
        const auto measure = measure_named(key);
        if (!measure) return measure.error();
        measures.push_back(*measure);
    }
    return measures;
}

/// The years asked for, or all that the files have for the area.
Result<std::pair<int, int>> chosen_years(const FigureOptions& options, db::Queries& database,
                                         Comparisons& comparisons, const FiguresQuestion& question)
{
    auto years = years_of(database, comparisons, question.area.code, question.measures);
    if (!years && (options.from.empty() || options.to.empty()))
        return not_found("There are no figures for " + question.area.name +
                         ". Import them first, or choose another measure");
    if (!years) years = {0, 0};
    if (!options.from.empty()) {
        const auto from = SchoolYear::parse(options.from);
        if (!from) return bad_input("Give the first year as 2016/17", "--from");
        years->first = from->start;
    }
    if (!options.to.empty()) {
        const auto to = SchoolYear::parse(options.to);
        if (!to) return bad_input("Give the last year as 2016/17", "--to");
        years->second = to->start;
    }
    if (years->first > years->second)
        return bad_input("The first year is after the last", "--from");
    return *years;
}

Result<FiguresQuestion> question_of(const FigureCommand& command, db::Queries& database,
                                    Comparisons& comparisons)
{
    const auto& options = command.options;
    auto area = find_area(database, options.area);
    if (!area) return area.error();
    if (command.only_authorities && area->code.level() != AreaLevel::authority)
        return bad_input("Only local authorities are compared with one another. Give the number "
                         "or code of one, such as 933",
                         "--area");
    auto measures = chosen_measures(options);
    if (!measures) return measures.error();
    FiguresQuestion question{std::move(*area), std::move(*measures)};
    const auto years = chosen_years(options, database, comparisons, question);
    if (!years) return years.error();
    std::tie(question.from_year, question.to_year) = *years;
    question.ties = tie_rule_named(options.ties).value_or(TieRule::lowest);
    question.rounding = rounding_named(options.round).value_or(RankedRounding::two_decimals);
    return question;
}

void print(const FiguresTable& table, const FigureOptions& options, cli::Context& context)
{
    if (options.format == "json") {
        context.out << json::print_indented(as_json(table)) << "\n";
        return;
    }
    if (options.format == "table") {
        context.out << as_text(table);
        return;
    }
    // A note in the file would break what reads it, so it goes beside it.
    context.out << as_csv(table);
    for (const auto& note : table.notes) context.err << note << "\n";
}

void run(const FigureCommand& command)
{
    auto database = command.open(command.context);
    if (!database) return command.context.fail(database.error());
    auto reading = (*database)->read(db::View::snapshot);
    Comparisons comparisons;
    const auto question = question_of(command, reading, comparisons);
    if (!question) return command.context.fail(question.error());
    print(command.make(reading, comparisons, *question), command.options, command.context);
}

void add(CLI::App& insight, const std::string& verb, const std::string& help, FigureCommand made)
{
    auto command = std::make_shared<FigureCommand>(std::move(made));
    auto& options = command->options;
    auto& added = cli::add_command(insight, verb, help, command->context);
    added
        .add_option("--area", options.area,
                    "The area: its number (933) or ONS code (E06000066); E92000001 for England")
        ->required();
    added.add_option("--from", options.from, "The first year, as 2016/17; the earliest without it");
    added.add_option("--to", options.to, "The last year, as 2018/19; the latest without it");
    added.add_option("--measure", options.measures,
                     "What to show, as suspension_rate; may be given more than once; the headline "
                     "measures without it");
    added.add_option("--format", options.format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    if (command->make == &ranks_table) {
        added
            .add_option("--ties", options.ties,
                        "How equals are ranked: lowest, middle or last of their ranks, or by name "
                        "or number")
            ->check(CLI::IsMember({"lowest", "middle", "last", "name", "number"}))
            ->capture_default_str();
        added
            .add_option("--round", options.round,
                        "Decimals that values are rounded to before ranking: 2, 1 or none")
            ->check(CLI::IsMember({"2", "1", "none"}))
            ->capture_default_str();
    }
    added.callback([command] { run(*command); });
}

} // namespace commands_figures_detail

void add_figure_commands(CLI::App& insight, cli::Context& context, OpenStore open)
{
    using namespace commands_figures_detail;
    add(insight, "rates", "Show an area’s rates by year, with their ranges",
        {context, open, &rates_table, false});
    add(insight, "ranks", "Show an area’s rank among all authorities, and how sure it is",
        {context, open, &ranks_table, true});
    add(insight, "neighbours", "Show an area beside its statistical neighbours",
        {context, open, &neighbours_table, true});
    add(insight, "funnel", "Show how far an area lies from all areas together",
        {context, open, &funnel_table, true});
    add(insight, "disproportion", "Show groups of pupils beside all others",
        {context, open, &disproportion_table, false});
    add(insight, "schools", "Show the schools of an area, chance allowed for, in order of name",
        {context, open, &schools_table, true});
}

} // namespace onroll::insight
