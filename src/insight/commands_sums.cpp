#include "insight/commands_sums.h"

#include "insight/figures_table.h"
#include "insight/file_sums.h"
#include "platform/json/json.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

namespace commands_sums_detail {

struct SumsOptions {
    std::string file;
    SumQuestion question;
    std::string format = "table";
};

/// "12.5", without a binary fraction's tail.
FigureCell sum_cell(const CellSum& sum)
{
    if (sum.numbers == 0) return FigureCell::none();
    return sum.billionths == 0 ? FigureCell::number(sum.whole) : FigureCell::exact(sum.value());
}

FiguresTable table_of(const FileSums& sums, const SumsOptions& options)
{
    const auto& question = options.question;
    FiguresTable table{.kind = "sums", .title = "Sums of " + options.file};
    table.columns = question.by;
    for (const auto& name : question.of) {
        table.columns.push_back(name);
        table.columns.push_back(name + "_without_number");
    }
    std::int64_t unread = 0;
    for (std::size_t group = 0; group < sums.groups(); ++group) {
        std::vector<FigureCell> row;
        for (std::size_t i = 0; i < question.by.size(); ++i)
            row.push_back(FigureCell::words(std::string(sums.cell(group, i))));
        for (std::size_t i = 0; i < question.of.size(); ++i) {
            const auto& sum = sums.sum(group, i);
            unread += sum.unread;
            row.push_back(sum_cell(sum));
            row.push_back(FigureCell::number(std::int64_t{sum.symbols} + sum.unread));
        }
        table.add(std::move(row));
    }
    table.notes.push_back(std::to_string(sums.rows) + " rows in " + std::to_string(sums.groups()) +
                          " groups. A cell with a symbol in place of a number adds nothing and is "
                          "counted beside the sum");
    if (sums.misshapen > 0)
        table.notes.push_back(std::to_string(sums.misshapen) +
                              " rows do not fit the header and were left out");
    if (unread > 0)
        table.notes.push_back(std::to_string(unread) +
                              " cells are neither a number nor one of the known symbols");
    return table;
}

/// Two columns of one name would make a file that nothing can read.
Result<void> different(const SumQuestion& question)
{
    std::set<std::string> names;
    for (const auto* list : {&question.by, &question.of})
        for (const auto& name : *list)
            if (!names.insert(name).second)
                return bad_input("Name the column " + name + " once, with --by or with --of");
    return {};
}

void run(const SumsOptions& options, cli::Context& context)
{
    if (const auto right = different(options.question); !right) return context.fail(right.error());
    const auto sums = sum_file(options.file, options.question);
    if (!sums) return context.fail(sums.error());
    const auto table = table_of(*sums, options);
    if (options.format == "json") {
        context.out << json::print_indented(as_json(table)) << "\n";
    } else if (options.format == "table") {
        context.out << as_text(table);
    } else {
        context.out << as_csv(table);
        for (const auto& note : table.notes) context.err << note << "\n";
    }
    if (sums->misshapen > 0) context.exit = cli::Exit::bad_input;
}

} // namespace commands_sums_detail

void add_sums_command(CLI::App& insight, cli::Context& context)
{
    using namespace commands_sums_detail;
    auto options = std::make_shared<SumsOptions>();
    auto& command = cli::add_command(
        insight, "sums", "Add up a file’s own columns by group, without importing it", context);
    command.add_option("file", options->file, "The file; gzip is unpacked")->required();
    command
        .add_option("--by", options->question.by,
                    "The columns whose cells name a group, as time_period,geographic_level")
        ->delimiter(',');
    command
        .add_option("--of", options->question.of, "The columns to add up, as headcount,suspension")
        ->delimiter(',')
        ->required();
    command.add_option("--format", options->format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    command.callback([options, &context] { run(*options, context); });
}

} // namespace onroll::insight
