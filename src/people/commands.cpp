#include "people/commands.h"

#include "people/store_imports.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace onroll::people {

namespace commands_detail {

/// The work of the program itself, as the audit record names it.
access::UserId the_command_line()
{
    return access::UserId::parse("00000000000000000000000000000000").value();
}

struct ImportOptions {
    std::filesystem::path file;
    std::string agency;
    bool preview = false;
    bool leave_out_faulty = false;
    std::string undo;
};

void print_counts(std::ostream& out, const ImportPlan& plan)
{
    for (const auto outcome : {RowOutcome::created, RowOutcome::updated, RowOutcome::unchanged,
                               RowOutcome::held, RowOutcome::rejected})
        out << in_words(outcome) << ": " << plan.count(outcome) << "\n";
}

void print_troubles(std::ostream& out, const ChildList& list, const ImportPlan& plan)
{
    for (const auto& name : list.unknown_columns) out << "Not kept: column " << name << "\n";
    for (const auto& error : list.errors)
        out << "Row " << error.row << (error.column.empty() ? "" : ", column " + error.column)
            << (error.value_is.empty() ? "" : " (" + error.value_is + ")") << ": " << error.fix
            << "\n";
    for (const auto& row : plan.rows)
        if (row.outcome == RowOutcome::held) out << "Row " << row.row << ": " << row.reason << "\n";
}

Result<std::string> bytes_of_file(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return not_found("The file " + file.string() + " was not found");
    return std::string((std::istreambuf_iterator<char>(stream)), {});
}

class ImportCommand {
public:
    ImportCommand(cli::Context& context, const CommandSettings& settings, const Clock& clock)
        : context_(context), settings_(settings), clock_(clock)
    {
    }

    void run(const ImportOptions& options)
    {
        if (const auto done = carry_out(options); !done) context_.fail(done.error());
    }

private:
    Result<void> carry_out(const ImportOptions& options)
    {
        auto database = settings_.open(context_);
        if (!database) return database.error();
        const auto safe = settings_.safe(context_);
        if (!safe) return safe.error();
        const auto agency = settings_.agency(**database, options.agency);
        if (!agency) return agency.error();
        const auto scope = scope_of(*agency, the_command_line(), clock_.now());
        if (!options.undo.empty()) return undo(**database, scope, options.undo);
        auto bytes = bytes_of_file(options.file);
        if (!bytes) return bytes.error();
        const auto list = read_child_list(*bytes, clock_.today());
        if (!list) return list.error();
        if (options.preview) {
            auto reader = (*database)->read(db::View::snapshot);
            const auto plan = plan_import(reader, *agency, *list, clock_.today());
            context_.out << "Nothing was stored. The list would do this:\n";
            print_counts(context_.out, plan);
            print_troubles(context_.out, *list, plan);
            return {};
        }
        return make(**database, *safe, scope, options, *list, *bytes);
    }

    Result<void> make(db::Database& database, const AddressSafe& safe, const Scope& scope,
                      const ImportOptions& options, const ChildList& list, const std::string& bytes)
    {
        auto transaction = database.begin("import list");
        const auto id =
            send_list(transaction, scope, safe, options.file.filename().string(), bytes);
        if (!id) return id.error();
        const auto plan =
            make_import(transaction, scope, safe, *id,
                        options.leave_out_faulty ? FaultyRows::leave_out : FaultyRows::refuse);
        if (!plan) {
            print_troubles(context_.err, list, {});
            return plan.error();
        }
        transaction.commit();
        print_counts(context_.out, *plan);
        print_troubles(context_.out, list, *plan);
        context_.out << "To take it back within 30 days: onroll people import --undo " << id->text()
                     << "\n";
        return {};
    }

    Result<void> undo(db::Database& database, const Scope& scope, const std::string& text)
    {
        const auto id = ImportId::parse(text);
        if (!id) return bad_input("Give the number that the import printed");
        auto transaction = database.begin("take list back");
        const auto undone = undo_import(transaction, scope, *id);
        if (!undone) return undone.error();
        transaction.commit();
        context_.out << "Taken back: " << undone->taken_back
                     << "\nLeft, since somebody changed it: " << undone->left << "\n";
        return {};
    }

    cli::Context& context_;
    const CommandSettings& settings_;
    const Clock& clock_;
};

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, CommandSettings settings,
                  const Clock& clock)
{
    using namespace commands_detail;
    auto& noun = *app.add_subcommand("people", "Children, families and lists of them");
    noun.require_subcommand(1);
    auto& command = cli::add_command(
        noun, "import", "Import a list of children, all or nothing, or take one back", context);
    auto options = std::make_shared<ImportOptions>();
    auto kept = std::make_shared<CommandSettings>(std::move(settings));
    auto* file = command.add_option("file", options->file, "The list, as comma-separated values")
                     ->check(CLI::ExistingFile);
    command.add_option("--agency", options->agency, "Whose records they are: its name or id")
        ->required();
    command.add_flag("--preview", options->preview, "Say what it would do and store nothing");
    command.add_flag("--leave-out-faulty", options->leave_out_faulty,
                     "Import the rows that can be read");
    auto* undo = command.add_option("--undo", options->undo, "Take an import back, by its number");
    undo->excludes(file);
    command.callback([options, kept, &context, &clock] {
        if (options->file.empty() && options->undo.empty())
            return context.fail(bad_input("Name the list, or an import with --undo"));
        ImportCommand(context, *kept, clock).run(*options);
    });
}

} // namespace onroll::people
