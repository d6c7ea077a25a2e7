#include "insight/commands_tables.h"

#include "insight/figures_table.h"
#include "insight/store_tables.h"
#include "platform/csv/reader.h"
#include "platform/json/json.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

namespace commands_tables_detail {

struct TableOptions {
    std::string records;
    std::string series;
    std::vector<std::string> by;
    std::string rows;
    std::string columns;
    std::vector<std::string> only;
    std::string format = "table";
    std::int64_t threshold = 4;
    bool release = false;
};

struct TableCommand {
    cli::Context& context;
    OpenStore open;
    const Clock& clock;
    TableOptions options{};
};

/// Counts the rows of a file by the columns of the series; no other column is read.
Result<RecordCounts> count_records(const std::string& file, const std::vector<std::string>& by)
{
    auto reader = csv::Reader::open(file);
    if (!reader) return reader.error();
    std::vector<std::size_t> places;
    for (const auto& column : by) {
        const auto place = reader->header().find(column);
        if (!place) return bad_input("The file has no column “" + column + "”", "--by");
        places.push_back(*place);
    }
    RecordCounts records{by, {}};
    while (reader->next()) {
        if (reader->row().trouble != csv::RowTrouble::none)
            return bad_input("Row " + std::to_string(reader->row().number) + " " +
                             std::string(csv::in_words(reader->row().trouble)));
        std::vector<std::string> combination;
        for (const auto place : places) {
            const auto value = reader->row()[place];
            combination.emplace_back(value.empty() ? "Not recorded" : value);
        }
        ++records.counts[combination];
    }
    if (reader->refusal()) return *reader->refusal();
    return records;
}

Result<TableRequest> request_of(const TableOptions& options)
{
    TableRequest request{options.rows, options.columns, {}};
    for (const auto& condition : options.only) {
        const auto equals = condition.find('=');
        if (equals == std::string::npos || equals == 0)
            return bad_input("Write a condition as column=value", "--only");
        request.only.emplace_back(condition.substr(0, equals), condition.substr(equals + 1));
    }
    return request;
}

FiguresTable shown_table(const LabelledTable& labelled, const SuppressedTable& shown,
                         const TableOptions& options)
{
    FiguresTable table{"table",
                       "Records by " + options.rows +
                           (options.columns.empty() ? "" : " and " + options.columns),
                       {"row_value", "column_value", "records"},
                       {},
                       {},
                       {}};
    for (std::size_t row = 0; row <= shown.rows; ++row)
        for (std::size_t column = 0; column <= shown.columns; ++column) {
            if (shown.cells[shown.place(row, column)] == CellShown::no_cell) continue;
            const auto count = shown.count(row, column);
            table.add(
                {FigureCell::words(row == shown.rows ? "Total" : labelled.row_labels[row]),
                 FigureCell::words(column == shown.columns ? "Total"
                                                           : labelled.column_labels[column]),
                 count ? FigureCell::number(*count) : FigureCell::absent(CellState::suppressed)});
        }
    // How many records the further cells hold is never told: beside a total it would give away the
    // small ones.
    table.notes.push_back("Counts of 1 to " + std::to_string(options.threshold) +
                          " are hidden [c], and " + std::to_string(shown.hidden_cells) +
                          " further cells that they could be worked back from" +
                          (shown.least_cost ? ": the least that is safe."
                                            : ". That is safe, and may be a little more than the "
                                              "least."));
    return table;
}

Error refusal(const ReleaseVerdict& verdict)
{
    const auto counts = verdict.disclosures.size() + static_cast<std::size_t>(verdict.undecided);
    return {ErrorKind::conflict,
            "This table and those given out before would together give away " +
                (counts == 1 ? "a small count" : std::to_string(counts) + " small counts") +
                ". Leave out a breakdown, put groups together, or wait until more has happened",
            {},
            {}};
}

void print(const FiguresTable& table, const TableOptions& options, cli::Context& context)
{
    if (options.format == "json")
        context.out << json::print_indented(as_json(table)) << "\n";
    else if (options.format == "csv")
        context.out << as_csv(table);
    else
        context.out << as_text(table);
}

void run(const TableCommand& command)
{
    const auto& options = command.options;
    auto& context = command.context;
    auto database = command.open(context);
    if (!database) return context.fail(database.error());
    auto transaction = (*database)->begin("give out a table");
    const auto past = tables_given_out(transaction, options.series);
    auto by = options.by;
    if (by.empty() && !past.empty()) by = past.front().records.columns;
    if (by.empty())
        return context.fail(bad_input("Name the columns that tables of this series may use, as "
                                      "--by school --by sex",
                                      "--by"));
    const auto request = request_of(options);
    if (!request) return context.fail(request.error());
    const auto records = count_records(options.records, by);
    if (!records) return context.fail(records.error());
    const auto labelled = table_of(*records, *request);
    if (!labelled) return context.fail(labelled.error());
    SuppressionRule rule;
    rule.threshold = options.threshold;
    const PastTable proposed{*request, *records, suppress(labelled->table, rule)};
    if (proposed.shown.withheld)
        return context.fail({ErrorKind::conflict,
                             "No choice of cells protects the small counts of this table. Put "
                             "groups together",
                             {},
                             {}});
    const auto verdict = check_table(past, proposed, rule);
    if (!verdict) return context.fail(verdict.error());
    if (!verdict->may_be_released()) return context.fail(refusal(*verdict));
    if (options.release)
        record_table_given_out(transaction, options.series, proposed, command.clock);
    transaction.commit();
    auto table = shown_table(*labelled, proposed.shown, options);
    table.notes.push_back(
        options.release
            ? "Entered in the register of the series: later tables are held against it."
            : "A trial: not entered in the register. Give it out only after --release.");
    print(table, options, context);
}

} // namespace commands_tables_detail

void add_table_command(CLI::App& insight, cli::Context& context, OpenStore open, const Clock& clock)
{
    using namespace commands_tables_detail;
    auto command =
        std::make_shared<TableCommand>(TableCommand{context, std::move(open), clock, {}});
    auto& options = command->options;
    auto& added = cli::add_command(
        insight, "table", "Make a table of your own records that is safe to give out", context);
    added.add_option("--records", options.records, "A CSV file with a row for each event")
        ->required();
    added
        .add_option("--series", options.series,
                    "A name for these records, the same for each table made of them")
        ->required();
    added.add_option("--by", options.by,
                     "A column that tables of the series may use; more than once. Known after the "
                     "first table");
    added.add_option("--rows", options.rows, "The column whose values are the rows")->required();
    added.add_option("--columns", options.columns, "The column whose values are the columns");
    added.add_option("--only", options.only, "Count only rows with column=value; more than once");
    added.add_option("--hide-up-to", options.threshold, "The largest count that is hidden")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    added.add_option("--format", options.format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    added.add_flag("--release", options.release,
                   "Enter it in the register: it is going to be given out");
    added.callback([command] { run(*command); });
}

} // namespace onroll::insight
