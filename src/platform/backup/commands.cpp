#include "platform/backup/commands.h"

#include "platform/backup/backup.h"
#include "platform/backup/key_files.h"
#include "platform/backup/prune.h"
#include "platform/backup/quarantine.h"
#include "platform/backup/server_copy.h"
#include "platform/db/kept_in_server.h"
#include "platform/db/sqlite_file.h"

#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace onroll::backup {
namespace commands_detail {

namespace fs = std::filesystem;

struct Given {
    fs::path file;
    fs::path key;
    fs::path public_key; ///< empty: the one in the data folder
    fs::path folder;     ///< of backups
    bool preview = false;

    fs::path public_key_in(const fs::path& data) const
    {
        return public_key.empty() ? data / "backup-public.key" : public_key;
    }
};

/// A folder of our own for the time of one command, beside the backup, where there is room.
struct Scratch {
    explicit Scratch(const fs::path& beside)
    {
        auto name = (fs::absolute(beside).parent_path() / ".onroll-backup-XXXXXX").string();
        if (mkdtemp(name.data())) path = name;
    }
    ~Scratch()
    {
        std::error_code ignored;
        if (!path.empty()) fs::remove_all(path, ignored);
    }
    fs::path path;
};

void new_key(const Given& given, cli::Context& context)
{
    const auto public_key = given.public_key_in(context.data);
    if (const auto made = write_key_files(given.key, public_key); !made)
        return context.fail(made.error());
    context.out << "Made " << given.key.string() << " and " << public_key.string() << ".\n"
                << "Keep the first one away from the server, in two places. Without it no backup "
                   "can be opened.\n"
                << "The server needs only the second one.\n";
}

void make(const Given& given, cli::Context& context)
{
    if (const auto named = db::check_server_is_named(context.data, context.database); !named)
        return context.fail(named.error());
    const auto key = read_public_key(given.public_key_in(context.data));
    if (!key) return context.fail(key.error());
    const Scratch scratch(given.file);
    if (scratch.path.empty())
        return context.fail({ErrorKind::unavailable,
                             "The folder of " + given.file.string() + " cannot be written to",
                             {},
                             {}});
    const auto made = back_up(context.data, given.file, *key, scratch.path, context.database);
    if (!made) return context.fail(made.error());
    std::int64_t bytes = 0;
    for (const auto& entry : *made) bytes += entry.bytes;
    context.out << "Backed up " << made->size() << " files, " << bytes << " bytes, to "
                << given.file.string() << "\n";
}

void put_back(const Given& given, cli::Context& context, const CommandSettings& settings)
{
    const auto pair = read_private_key(given.key);
    if (!pair) return context.fail(pair.error());
    const auto restored = restore(given.file, *pair, context.data, context.database);
    if (!restored) return context.fail(restored.error());
    if (!context.database.empty() && settings.secure_server)
        if (const auto secured = settings.secure_server(context); !secured)
            return context.fail(secured.error());
    context.out << "Restored " << restored->size() << " files to " << context.data.string()
                << ", each as it was when the backup was made.\n"
                << "Nothing is sent out of it until you say that it is the one to work with: "
                   "onroll backup confirm --data "
                << context.data.string() << "\n";
}

void confirm(cli::Context& context)
{
    if (!is_quarantined(context.data)) {
        context.out << "This data folder is not waiting for confirmation.\n";
        return;
    }
    if (const auto ended = end_quarantine(context.data); !ended) return context.fail(ended.error());
    context.out
        << "Confirmed. Start the server again: messages that wait are sent from then on. What "
           "lay in the outbox is there again.\n";
}

/// Whether each database of the data folder is sound, and says which; nothing where it holds none.
std::optional<bool> databases_are_sound(cli::Context& context)
{
    std::error_code trouble;
    std::optional<bool> sound;
    for (const auto& one : fs::recursive_directory_iterator(context.data, trouble)) {
        const auto name = one.path().lexically_relative(context.data);
        if (!one.is_regular_file() || treatment_of(name) != Treatment::copy_database) continue;
        const auto checked = db::check_sqlite_file(one.path());
        context.out << (checked ? "sound: " : "not sound: ") << name.string() << "\n";
        sound = sound.value_or(true) && checked.has_value();
        if (!checked) context.fail(checked.error());
    }
    if (trouble) return std::nullopt;
    return sound;
}

bool server_is_sound(cli::Context& context)
{
    const auto read = read_through_server(context.database);
    context.out << (read ? "sound: " : "not sound: ") << "the PostgreSQL database\n";
    if (!read) context.fail(read.error());
    return read.has_value();
}

void verify(cli::Context& context, const std::vector<FurtherCheck>& further)
{
    if (const auto named = db::check_server_is_named(context.data, context.database); !named)
        return context.fail(named.error());
    auto sound = context.database.empty() ? databases_are_sound(context)
                                          : std::optional(server_is_sound(context));
    if (!sound) return context.fail(bad_input(context.data.string() + " holds no database"));
    for (const auto& check : further) {
        const auto checked = check.run(context, context.out);
        context.out << (checked ? "sound: " : "not sound: ") << check.name << "\n";
        if (checked) continue;
        context.fail(checked.error());
        sound = false;
    }
    if (*sound) context.out << "Everything is sound.\n";
}

void prune(const Given& given, cli::Context& context, Date today)
{
    const auto all = backups_in(given.folder);
    if (!all) return context.fail(all.error());
    const auto go = may_go(*all, today);
    for (const auto& backup : go) {
        std::error_code trouble;
        if (!given.preview) fs::remove(backup.file, trouble);
        if (trouble)
            return context.fail({ErrorKind::unavailable,
                                 backup.file.string() + " cannot be deleted. Check its owner and "
                                                        "permissions",
                                 {},
                                 {}});
        context.out << (given.preview ? "Would go: " : "Deleted: ")
                    << backup.file.filename().string() << ", of " << in_words(backup.made) << "\n";
    }
    context.out << go.size() << " of " << all->size() << " backups "
                << (given.preview ? "would go: " : "deleted: ") << "the last of each of "
                << days_kept << " days stays, and of each of " << months_kept << " months.\n";
}

/// The callbacks outlive add_commands, so they share what they need.
struct Desk {
    cli::Context& context;
    const Clock& clock;
    CommandSettings settings;
    Given given{};
};

void add_keys_and_make(CLI::App& backup, const std::shared_ptr<Desk>& desk)
{
    auto& given = desk->given;
    auto& key = cli::add_command(
        backup, "new-key", "Make the pair of keys that backups are sealed with", desk->context);
    key.add_option("--private", given.key, "The new file that opens backups; keep it elsewhere")
        ->required();
    key.add_option("--public", given.public_key,
                   "The new file that the server seals with; backup-public.key in the data folder");
    key.callback([desk] { new_key(desk->given, desk->context); });

    auto& made = cli::add_command(
        backup, "make",
        "Back up the data folder, and the PostgreSQL database where one is named, into one sealed "
        "file, while the server runs",
        desk->context);
    made.add_option("--to", given.file, "The new file")->required();
    made.add_option("--public", given.public_key,
                    "The key to seal with; backup-public.key in the data folder");
    made.callback([desk] { make(desk->given, desk->context); });
}

void add_restore_and_confirm(CLI::App& backup, const std::shared_ptr<Desk>& desk)
{
    auto& restored = cli::add_command(
        backup, "restore",
        "Put a backup back into an empty data folder, and an empty PostgreSQL database where it "
        "holds one",
        desk->context);
    restored.add_option("FILE", desk->given.file, "The backup")->required();
    restored.add_option("--private", desk->given.key, "The key that opens it")->required();
    restored.callback([desk] { put_back(desk->given, desk->context, desk->settings); });

    auto& confirmed = cli::add_command(
        backup, "confirm", "Say that a restored folder is the one to work with", desk->context);
    confirmed.callback([desk] { confirm(desk->context); });
}

void add_prune(CLI::App& backup, const std::shared_ptr<Desk>& desk)
{
    auto& pruned = cli::add_command(
        backup, "prune",
        "Delete old backups of a folder: the last of each of 35 days stays, and of each of 12 "
        "months",
        desk->context);
    pruned.add_option("--folder", desk->given.folder, "The folder of backups, each named ….backup")
        ->type_name("DIR")
        ->required();
    pruned.add_flag("--preview", desk->given.preview, "Only name them; delete nothing");
    pruned.callback([desk] { prune(desk->given, desk->context, desk->clock.today()); });
}

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, const Clock& clock,
                  CommandSettings settings)
{
    using namespace commands_detail;
    const auto desk = std::make_shared<Desk>(Desk{context, clock, std::move(settings)});
    auto& backup = *app.add_subcommand("backup", "Keep a copy of everything, and put it back");
    backup.require_subcommand(1);
    add_keys_and_make(backup, desk);
    add_restore_and_confirm(backup, desk);
    add_prune(backup, desk);
    auto& verified = cli::add_command(app, "verify",
                                      "Check that everything in the data folder is sound", context);
    verified.callback([desk] { verify(desk->context, desk->settings.checks); });
}

} // namespace onroll::backup
