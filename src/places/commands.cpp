#include "places/commands.h"

#include "places/commands_state.h"
#include "places/search.h"
#include "places/store.h"

#include "platform/csv/writer.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::places {

namespace commands_detail {

struct Commands {
    cli::Context& context;
    OpenStore open;
    const Clock& clock;
};

/// The store, or nothing after the failure was said.
std::unique_ptr<db::Database> open_store(const Commands& commands)
{
    auto database = commands.open(commands.context);
    if (database) return std::move(database).value();
    commands.context.fail(database.error());
    return nullptr;
}

constexpr std::size_t most_printed = 50;

void print_report(const ImportReport& report, Apply apply, cli::Context& context)
{
    auto& out = context.out;
    out << report.what << ", read as " << report.encoding << "\n";
    const auto& rows = report.rows;
    out << rows.all() << " rows: " << rows.created << " created, " << rows.updated << " updated, "
        << rows.unchanged << " unchanged, " << rows.rejected << " rejected, " << rows.left_out
        << " left out\n";
    out << rows.created + rows.updated << (report.stored ? " changed\n" : " would change\n");
    for (const auto& notice : report.notices) out << "Note: " << notice << "\n";
    if (!report.unknown_columns.empty()) {
        out << "Columns not known and not read:";
        for (const auto& name : report.unknown_columns) out << " [" << name << "]";
        out << "\n";
    }
    for (std::size_t i = 0; i < std::min(most_printed, report.problems.size()); ++i) {
        const auto& problem = report.problems[i];
        if (problem.row > 0)
            out << "Row " << problem.row << (problem.column.empty() ? "" : ", " + problem.column)
                << ": ";
        out << problem.message << "\n";
    }
    if (report.problems.size() > most_printed)
        out << "and " << report.problems.size() - most_printed << " further problems\n";
    if (apply == Apply::preview)
        out << "Nothing was stored: this was a dry run\n";
    else if (!report.stored)
        out << "Nothing was stored. Correct the rows above and import the file again\n";
    else
        out << "Stored\n";
    if (!report.problems.empty()) context.exit = cli::Exit::bad_input;
}

/// Where the problems of an import go, one a row. Opened before anything is stored, so that a path
/// that cannot be written stops the import.
class ErrorFile {
public:
    static Result<ErrorFile> open(const std::string& path, const std::string& imported)
    {
        ErrorFile errors;
        if (path.empty()) return errors;
        std::error_code absent;
        if (std::filesystem::equivalent(path, imported, absent))
            return bad_input("The file of errors must not be the file that is imported");
        errors.path_ = path;
        errors.out_.emplace(path, std::ios::binary | std::ios::trunc);
        if (!*errors.out_) return errors.not_written();
        return errors;
    }

    /// Only the columns' names where nothing is wrong.
    Result<void> write(const std::vector<RowProblem>& problems)
    {
        if (!out_) return {};
        csv::Writer writer({"row", "column", "message"});
        for (const auto& problem : problems) {
            problem.row > 0 ? writer.number(static_cast<std::int64_t>(problem.row))
                            : writer.blank();
            writer.text(problem.column).text(problem.message).end_row();
        }
        *out_ << std::move(writer).take() << std::flush;
        if (!*out_) return not_written();
        return {};
    }

private:
    Error not_written() const
    {
        return bad_input("The file of errors cannot be written. Choose a folder that is there and "
                         "may be written to",
                         path_);
    }

    std::string path_;
    std::optional<std::ofstream> out_;
};

constexpr auto errors_help = "Write every problem to this CSV file: row, column, message";

struct ImportOptions {
    std::string file;
    std::string errors;
    bool dry_run = false;
    bool leave_out_faulty = false;
};

void import_file(const ImportOptions& options, const Commands& commands)
{
    const auto database = open_store(commands);
    if (!database) return;
    auto reader = csv::Reader::open(options.file);
    if (!reader) return commands.context.fail(reader.error());
    auto errors = ErrorFile::open(options.errors, options.file);
    if (!errors) return commands.context.fail(errors.error());
    const auto apply = options.dry_run ? Apply::preview : Apply::commit;
    const auto report = import_places(
        *database, *reader, apply,
        options.leave_out_faulty ? FaultyRows::leave_out : FaultyRows::refuse_file, commands.clock);
    if (!report) return commands.context.fail(report.error());
    print_report(*report, apply, commands.context);
    // Leaving faulty rows out was chosen, so it is no failure.
    if (report->stored) commands.context.exit = cli::Exit::done;
    if (const auto written = errors->write(report->problems); !written)
        commands.context.fail(written.error());
}

struct CalendarOptions {
    std::string file;
    std::string errors;
    std::string authority;
    std::string school;
    std::string term_system = "three";
    bool dry_run = false;
};

Result<CalendarOwner> owner_of(const CalendarOptions& options)
{
    if (options.authority.empty() == options.school.empty())
        return bad_input("Say whose calendar it is: --authority 373 or --school URN");
    if (!options.authority.empty()) {
        const auto code = LaCode::parse(options.authority);
        if (!code) return code.error();
        return CalendarOwner{*code};
    }
    const auto urn = Urn::parse(options.school);
    if (!urn) return urn.error();
    return CalendarOwner{*urn};
}

void import_calendar_file(const CalendarOptions& options, const Commands& commands)
{
    const auto owner = owner_of(options);
    if (!owner) return commands.context.fail(owner.error());
    const auto system = term_system_named(options.term_system);
    ensure(system.has_value(), "the command line takes only term systems that have a name");
    const auto file = read_calendar_file(options.file, *system);
    if (!file) return commands.context.fail(file.error());
    auto errors = ErrorFile::open(options.errors, options.file);
    if (!errors) return commands.context.fail(errors.error());
    const auto database = open_store(commands);
    if (!database) return;
    const auto apply = options.dry_run ? Apply::preview : Apply::commit;
    const auto report = import_calendar(*database, *owner, *file, apply, commands.clock);
    if (!report) return commands.context.fail(report.error());
    print_report(*report, apply, commands.context);
    if (const auto written = errors->write(report->problems); !written)
        commands.context.fail(written.error());
}

struct FindOptions {
    std::vector<std::string> words;
    std::size_t limit = 10;
};

void find_schools(const FindOptions& options, const Commands& commands)
{
    const auto database = open_store(commands);
    if (!database) return;
    std::string text;
    for (const auto& word : options.words) text += (text.empty() ? "" : " ") + word;
    SchoolSearch search(*database);
    const auto found = search.find(text, options.limit);
    if (found.empty()) {
        commands.context.out << "No school found. Check the number, or try fewer words\n";
        commands.context.exit = cli::Exit::failed;
        return;
    }
    for (const auto& [school, by] : found) {
        commands.context.out << school.urn.text() << "  "
                             << (school.laestab ? school.laestab->text() : "        ") << "  "
                             << shown_name(school);
        for (const auto& part : {school.town, school.postcode})
            if (!part.empty()) commands.context.out << ", " << part;
        commands.context.out << "  (" << in_words(school.kind)
                             << (school.status == SchoolStatus::closed ? ", closed" : "") << ")\n";
    }
}

struct ShowCalendarOptions {
    std::string urn;
    std::string as = "text";
};

void print_calendar(const TermDates& dates, std::ostream& out)
{
    for (const auto& term : dates.terms)
        out << iso(term.start) << " to " << iso(term.end) << "  " << term.name << "\n";
    for (const auto& closure : dates.closures)
        out << iso(closure.start) << " to " << iso(closure.end) << "  " << in_words(closure.reason)
            << (closure.name.empty() || closure.name == in_words(closure.reason)
                    ? ""
                    : ": " + closure.name)
            << "\n";
    const auto calendar = calendar_of(dates);
    if (!calendar) return;
    for (int year = school_year_of(calendar->first_day());
         year <= school_year_of(calendar->last_day()); ++year)
        out << school_year_text(year) << ": " << school_days_in_year(*calendar, year).count
            << " school days known\n";
}

void show_calendar(const ShowCalendarOptions& options, const Commands& commands)
{
    const auto urn = Urn::parse(options.urn);
    if (!urn) return commands.context.fail(urn.error());
    const auto database = open_store(commands);
    if (!database) return;
    auto reading = database->read(db::View::snapshot);
    const auto school = find_school(reading, *urn);
    if (!school) return commands.context.fail(school.error());
    const auto stated = dates_of_school(reading, *school);
    const auto dates = in_effect(stated.layered);
    if (dates.terms.empty())
        return commands.context.fail(not_found("No term dates are known for this school. Import "
                                               "them with onroll places import-calendar"));
    if (options.as == "csv") {
        commands.context.out << calendar_csv(dates);
    } else if (options.as == "ics") {
        commands.context.out << calendar_ics(dates, "school-" + urn->text(), shown_name(*school),
                                             commands.clock.now());
    } else {
        commands.context.out << shown_name(*school) << "\n";
        print_calendar(dates, commands.context.out);
    }
}

void add_imports(CLI::App& places, const std::shared_ptr<Commands>& commands)
{
    auto import_options = std::make_shared<ImportOptions>();
    auto& import_command = cli::add_command(
        places, "import",
        "Import schools, school numbers, census figures, links or authority codes from CSV",
        commands->context);
    import_command
        .add_option("file", import_options->file, "The file, as published; gzip is unpacked")
        ->required();
    import_command.add_flag("--dry-run", import_options->dry_run,
                            "Show what would change and store nothing");
    import_command.add_flag("--leave-out-faulty-rows", import_options->leave_out_faulty,
                            "Store the good rows of a file that has faulty ones");
    import_command.add_option("--errors", import_options->errors, errors_help)->type_name("FILE");
    import_command.callback(
        [import_options, commands] { import_file(*import_options, *commands); });

    auto calendar_options = std::make_shared<CalendarOptions>();
    auto& calendar = cli::add_command(
        places, "import-calendar", "Import term dates from ICS or CSV for an authority or a school",
        commands->context);
    calendar.add_option("file", calendar_options->file, "The calendar")->required();
    calendar.add_option("--authority", calendar_options->authority,
                        "Code of the local authority, like 373");
    calendar.add_option("--school", calendar_options->school, "URN of the school, like 107001");
    calendar
        .add_option("--term-system", calendar_options->term_system,
                    "Up to three terms a year, or more")
        ->check(CLI::IsMember({"three", "more_than_three"}))
        ->capture_default_str();
    calendar.add_flag("--dry-run", calendar_options->dry_run,
                      "Show what would change and store nothing");
    calendar.add_option("--errors", calendar_options->errors, errors_help)->type_name("FILE");
    calendar.callback(
        [calendar_options, commands] { import_calendar_file(*calendar_options, *commands); });
}

void add_questions(CLI::App& places, const std::shared_ptr<Commands>& commands)
{
    auto find_options = std::make_shared<FindOptions>();
    auto& find = cli::add_command(places, "find", "Find schools by name, number, town or postcode",
                                  commands->context);
    find.add_option("words", find_options->words, "What to look for")->required();
    find.add_option("--limit", find_options->limit, "How many at most")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    find.callback([find_options, commands] { find_schools(*find_options, *commands); });

    auto show_options = std::make_shared<ShowCalendarOptions>();
    auto& show =
        cli::add_command(places, "calendar", "Show a school's term dates", commands->context);
    show.add_option("urn", show_options->urn, "URN of the school")->required();
    show.add_option("--as", show_options->as, "How to print them")
        ->check(CLI::IsMember({"text", "csv", "ics"}))
        ->capture_default_str();
    show.callback([show_options, commands] { show_calendar(*show_options, *commands); });
}

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, OpenStore open, const Clock& clock)
{
    using namespace commands_detail;
    // The callbacks outlive this call, so they share what they need.
    const auto commands = std::make_shared<Commands>(Commands{context, std::move(open), clock});
    auto& places =
        *app.add_subcommand("places", "Schools, trusts, local authorities and their term dates");
    places.require_subcommand(1);
    add_imports(places, commands);
    add_questions(places, commands);
    add_state_command(places, context, commands->open, clock);
}

} // namespace onroll::places
