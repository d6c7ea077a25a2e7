#include "platform/db/sqlite_database.h"

#include "platform/db/database_inside.h"
#include "platform/db/lock_file.h"
#include "platform/db/reserve.h"
#include "platform/db/reserve_file.h"
#include "platform/db/sqlite_connection.h"
#include "platform/db/sync_path.h"
#include "platform/log/log.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace onroll::db {

namespace sqlite_database_detail {

std::filesystem::path beside(const std::filesystem::path& file, std::string_view ending)
{
    auto path = file;
    path += ending;
    return path;
}

/// Makes the file before SQLite does, so that only its owner can read it; SQLite gives its log the
/// same permissions.
void make_private(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

/// Whether a byte can be written to a file of its own in the folder: a disk may say that it takes
/// writes and take none.
bool takes_a_byte(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    const bool taken = ::pwrite(descriptor, "\n", 1, 0) == 1;
    ::close(descriptor);
    return taken;
}

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::unique_ptr<Inside> inside, std::filesystem::path file, LockFile lock,
                   std::unique_ptr<std::atomic<bool>> writes_stopped,
                   std::unique_ptr<ReserveFile> reserve)
        : Database(std::move(inside)), file_(std::move(file)), lock_(std::move(lock)),
          writes_stopped_(std::move(writes_stopped)), reserve_(std::move(reserve))
    {
    }
    ~SqliteDatabase() override
    {
        close_connections();
        if (!*writes_stopped_) lock_.note_clean_stop();
    }

    Engine engine() const override { return Engine::sqlite; }
    std::filesystem::path file() const override { return file_; }

    Result<void> check_writable() override
    {
        const auto no = [](std::string message) {
            return Error{ErrorKind::unavailable, std::move(message), {}, {}};
        };
        if (*writes_stopped_)
            return no("The disk refused to save. Nothing more is taken until it is sound and "
                      "Onroll is restarted");
        struct statvfs disk = {};
        if (::access(file_.c_str(), W_OK) != 0 || ::statvfs(file_.c_str(), &disk) != 0)
            return no("The database file is missing or cannot be written to");
        if (disk.f_flag & ST_RDONLY) return no("The disk of the database can only be read");
        constexpr std::uint64_t least_free = 16 * 1024 * 1024;
        if (static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize < least_free)
            return no("The disk of the database is full. Free some space");
        if (!takes_a_byte(beside(file_, ".probe")))
            return no("The disk of the database takes no writes");
        return {};
    }

    bool keep_reserve(std::uint64_t bytes)
    {
        return reserve_->keep(beside(file_, ".reserve"), bytes);
    }

    Result<void> copy_to(const std::filesystem::path& file) override
    {
        const auto unfinished = beside(file, ".part");
        std::filesystem::remove(unfinished);
        make_private(unfinished);
        {
            auto connection = inside_->readers.lend("copy the database");
            try {
                static_cast<SqliteConnection&>(*connection).copy_to(unfinished);
            } catch (...) {
                inside_->readers.give_back(std::move(connection));
                throw;
            }
            inside_->readers.give_back(std::move(connection));
        }
        sync_path(unfinished);
        std::filesystem::rename(unfinished, file);
        sync_path(std::filesystem::absolute(file).parent_path());
        return {};
    }

private:
    std::filesystem::path file_;
    LockFile lock_;
    std::unique_ptr<std::atomic<bool>> writes_stopped_;
    std::unique_ptr<ReserveFile> reserve_;
};

Error cannot_open(const std::filesystem::path& file, const Failure& failure)
{
    if (failure.kind() == FailureKind::damaged)
        return Error{ErrorKind::unavailable,
                     file.string() + " is not a sound database. Put the last copy back",
                     failure.what(),
                     {}};
    return Error{
        ErrorKind::unavailable,
        file.string() +
            " cannot be opened. Check its owner and permissions, and that the disk is not full",
        failure.what(),
        {}};
}

} // namespace sqlite_database_detail

Result<void> check_sqlite_version(int version)
{
    constexpr int first_sound = 3051003;
    if (version >= first_sound) return {};
    const auto text = std::to_string(version / 1000000) + "." +
                      std::to_string(version / 1000 % 1000) + "." + std::to_string(version % 1000);
    return Error{ErrorKind::unavailable,
                 "This program was built with SQLite " + text +
                     ", which can lose what was saved. Build it with SQLite 3.51.3 or later",
                 "SQLite's write-ahead log could be reset while in use before 3.51.3",
                 {}};
}

Result<std::unique_ptr<Database>> open_sqlite(const Settings& settings)
{
    using namespace sqlite_database_detail;
    if (const auto fit = check_sqlite_version(sqlite3_libversion_number()); !fit)
        return fit.error();
    const auto name = std::string_view(settings.url).substr(std::string_view("sqlite:").size());
    if (name.empty() || name.starts_with(":"))
        return bad_input("The database must be a file, as in sqlite:/path/file.db");
    const std::filesystem::path file(name);
    auto lock = LockFile::take(beside(file, ".lock"));
    if (!lock) return lock.error();
    const bool check = lock->was_left_in_use() && std::filesystem::exists(file);
    make_private(file);

    auto writes_stopped = std::make_unique<std::atomic<bool>>(false);
    auto reserve = std::make_unique<ReserveFile>();
    const auto make = [file, &stopped = *writes_stopped, &kept = *reserve](Access access) {
        return [file, &stopped, &kept, access](Timings& timings) {
            return std::make_unique<SqliteConnection>(file, access, timings, stopped, kept);
        };
    };
    auto inside = std::make_unique<Database::Inside>(settings.readers, make(Access::read), 1,
                                                     make(Access::write));
    try {
        auto writer =
            inside->writers.lend("open"); // Makes the file and its log, which readers need.
        if (check) {
            log::warning("the database was not closed in order: checking it");
            const auto wrong = static_cast<SqliteConnection&>(*writer).check_integrity();
            if (!wrong.empty())
                throw Failure(FailureKind::damaged, "integrity_check", "the check found damage");
        }
        inside->writers.give_back(std::move(writer));
    } catch (const Failure& failure) {
        return cannot_open(file, failure);
    }
    log::info("database opened", {{"engine", "sqlite"},
                                  {"version", log::safe(sqlite3_libversion())},
                                  {"readers", settings.readers}});
    return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(
        std::move(inside), file, std::move(*lock), std::move(writes_stopped), std::move(reserve)));
}

Result<void> keep_reserve(Database& database, std::uint64_t bytes)
{
    auto* in_file = dynamic_cast<sqlite_database_detail::SqliteDatabase*>(&database);
    if (!in_file || in_file->keep_reserve(bytes)) return {};
    return Error{ErrorKind::unavailable,
                 "The disk of the database has no room to spare. Free some space",
                 {},
                 {}};
}

} // namespace onroll::db
