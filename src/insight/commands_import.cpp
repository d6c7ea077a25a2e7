#include "insight/commands_import.h"

#include "insight/screening.h"
#include "insight/store.h"
#include "insight/store_imports.h"

#include "kernel/date.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

namespace commands_import_detail {

constexpr std::size_t most_printed = 50;

struct ImportCommands {
    cli::Context& context;
    OpenStore open;
    const Clock& clock;
};

struct ImportOptions {
    std::vector<std::string> files;
    std::string meta;
    std::string published;
    bool preview = false;
    bool codebook = false;
};

void print_columns(const std::vector<CodebookColumn>& columns, std::ostream& out)
{
    for (const auto& column : columns) {
        out << "  " << column.name << ": " << column.role;
        if (!column.read_as.empty() && column.read_as != column.name)
            out << ", read as " << column.read_as;
        if (!column.label.empty()) out << " (" << column.label << ")";
        if (column.role == "indicator")
            out << "; " << column.known << " numbers, " << column.suppressed << " suppressed, "
                << column.not_available << " not available, " << column.not_applicable
                << " not applicable, " << column.other << " other";
        out << "\n";
    }
}

void print_problems(const ImportReport& report, std::ostream& out)
{
    for (std::size_t i = 0; i < std::min(most_printed, report.problems.size()); ++i) {
        const auto& problem = report.problems[i];
        if (problem.row > 0) out << "Row " << problem.row;
        if (!problem.column.empty()) out << ", " << problem.column;
        out << ": " << problem.message << "\n";
    }
    if (report.problem_count > static_cast<std::int64_t>(most_printed))
        out << "and " << report.problem_count - static_cast<std::int64_t>(most_printed)
            << " further problems\n";
}

void print_report(const ImportReport& report, const ImportOptions& options, std::ostream& out)
{
    out << report.file_name << ": " << report.what << ", read as " << report.encoding << "\n";
    out << report.rows << " rows, " << report.cells << " figures";
    if (!report.periods.empty()) out << ", " << report.periods;
    if (report.left_out > 0) out << "; " << report.left_out << " rows left out";
    out << "\n";
    if (options.codebook) print_columns(report.columns, out);
    for (const auto& notice : report.notices) out << "Note: " << notice << "\n";
    print_problems(report, out);
    for (const auto& name : report.supersedes)
        out << (options.preview ? "Would take" : "Takes") << " the place of " << name
            << ", which stays readable\n";
    if (report.already_there)
        out << "Nothing was stored: this file was imported before\n";
    else if (report.problem_count > 0)
        out << "Nothing was stored. Correct the rows above and import the file again\n";
    else
        out << (options.preview ? "Nothing was stored: this was a preview\n" : "Stored\n");
}

void import_files(const ImportOptions& options, const ImportCommands& commands)
{
    auto& context = commands.context;
    if (!options.meta.empty() && options.files.size() != 1)
        return context.fail(bad_input("Give one file with its meta file"));
    std::optional<Date> published;
    if (!options.published.empty()) {
        const auto date = parse_date(options.published);
        if (!date) return context.fail(date.error());
        published = *date;
    }
    const auto database = commands.open(context);
    if (!database) return context.fail(database.error());
    for (const auto& path : options.files) {
        ImportFile file;
        file.path = path;
        file.origin = {file.path.filename().string(), published};
        if (!options.meta.empty()) file.meta_path = options.meta;
        const auto report = import_statistics(
            **database, file, options.preview ? Apply::preview : Apply::commit, commands.clock);
        if (!report) {
            auto error = report.error();
            if (options.files.size() > 1)
                error.message = file.origin.file_name + ": " + error.message;
            context.fail(error);
            continue;
        }
        print_report(*report, options, context.out);
        if (report->problem_count > 0) context.exit = cli::Exit::bad_input;
    }
}

struct ScreenOptions {
    std::string file;
    std::string meta;
};

void screen_files(const ScreenOptions& options, const ImportCommands& commands)
{
    auto& context = commands.context;
    const std::filesystem::path paths[]{options.file, options.meta};
    std::string bytes[2];
    for (int i = 0; i < 2; ++i) {
        std::ifstream in(paths[i], std::ios::binary);
        if (!in)
            return context.fail(
                not_found("There is no file that can be read at " + paths[i].string()));
        bytes[i].assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto screening =
        screen({paths[0].filename().string(), bytes[0]}, {paths[1].filename().string(), bytes[1]});
    for (const auto& finding : screening.findings) {
        context.out << (finding.in_meta ? "Meta file" : "File");
        if (finding.row > 0) context.out << ", row " << finding.row;
        if (!finding.column.empty()) context.out << ", " << finding.column;
        context.out << ": " << finding.message << " (" << finding.check << ")\n";
    }
    context.out << screening.rows << " rows, " << screening_rules().size() << " rules, "
                << screening.findings.size() << " findings\n";
    if (!screening.passed()) context.exit = cli::Exit::failed;
}

void list_files(const ImportCommands& commands)
{
    auto& context = commands.context;
    const auto database = commands.open(context);
    if (!database) return context.fail(database.error());
    auto reader = (*database)->read();
    const auto files = releases(reader);
    if (files.empty())
        context.out << "No statistics were imported. Import them with onroll insight import FILE\n";
    for (const auto& file : files)
        context.out << file.id << "  " << file.file_name << "  " << file.title << ", "
                    << file.periods << "; " << file.cells << " figures; SHA-256 "
                    << file.sha256.substr(0, 12) << (file.superseded ? "; superseded" : "") << "\n";
}

void show_file(ReleaseId id, const ImportCommands& commands)
{
    auto& context = commands.context;
    const auto database = commands.open(context);
    if (!database) return context.fail(database.error());
    auto reader = (*database)->read();
    const auto release = find_release(reader, id);
    if (!release) return context.fail(release.error());
    const auto columns = codebook_of(reader, id);
    if (!columns) return context.fail(columns.error());
    context.out << release->file_name << ": " << release->title << "\n"
                << release->source << "; " << release->licence << "\n"
                << "SHA-256 " << release->sha256 << "\n"
                << release->rows << " rows, " << release->cells << " figures, " << release->periods
                << "\n";
    print_columns(*columns, context.out);
}

} // namespace commands_import_detail

void add_import_commands(CLI::App& insight, cli::Context& context, OpenStore open,
                         const Clock& clock)
{
    using namespace commands_import_detail;
    // The callbacks outlive this call, so they share what they need.
    const auto commands =
        std::make_shared<ImportCommands>(ImportCommands{context, std::move(open), clock});
    auto options = std::make_shared<ImportOptions>();
    auto& import_command = cli::add_command(
        insight, "import", "Import official statistics, neighbours, boundaries or area codes",
        context);
    import_command.add_option("file", options->files, "The files, as published; gzip is unpacked")
        ->required();
    import_command.add_option("--meta", options->meta,
                              "The meta file that DfE publishes with the file");
    import_command.add_option("--published", options->published,
                              "The day the file was published, as 2026-07-16; the later one of two "
                              "supplies the figures that both have");
    import_command.add_flag("--preview", options->preview,
                            "Show what would change and store nothing");
    import_command.add_flag("--codebook", options->codebook, "Also print how each column was read");
    import_command.callback([options, commands] { import_files(*options, *commands); });

    auto screened = std::make_shared<ScreenOptions>();
    auto& screen_command = cli::add_command(
        insight, "screen", "Check a file and its meta file against DfE's standard", context);
    screen_command.add_option("file", screened->file, "The file of figures")->required();
    screen_command.add_option("meta", screened->meta, "Its meta file")->required();
    screen_command.callback([screened, commands] { screen_files(*screened, *commands); });

    auto& files = cli::add_command(insight, "files", "List the files that were imported", context);
    files.callback([commands] { list_files(*commands); });

    auto id = std::make_shared<ReleaseId>(0);
    auto& file = cli::add_command(insight, "file",
                                  "Show how the columns of an imported file were read", context);
    file.add_option("number", *id, "Its number in onroll insight files")->required();
    file.callback([id, commands] { show_file(*id, *commands); });
}

} // namespace onroll::insight
