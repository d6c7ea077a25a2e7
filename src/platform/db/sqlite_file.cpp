#include "platform/db/sqlite_file.h"

#include "platform/db/failure.h"
#include "platform/db/reserve_file.h"
#include "platform/db/sqlite_connection.h"
#include "platform/db/sync_path.h"

namespace onroll::db {
namespace sqlite_file_detail {

/// Does `work` with a connection that can only read.
template <class Work>
Result<void> with_reader(const std::filesystem::path& file, Work&& work)
{
    Timings timings;
    std::atomic<bool> writes_stopped{false};
    ReserveFile no_reserve;
    try {
        SqliteConnection connection(file, Access::read, timings, writes_stopped, no_reserve);
        work(connection);
        return {};
    } catch (const Failure& failure) {
        return Error{ErrorKind::unavailable,
                     file.string() + ": " + std::string(words_for(failure.kind())),
                     failure.what(),
                     {}};
    }
}

} // namespace sqlite_file_detail

Result<void> copy_sqlite_file(const std::filesystem::path& file, const std::filesystem::path& copy)
{
    return sqlite_file_detail::with_reader(file, [&](SqliteConnection& connection) {
        connection.copy_to(copy);
        sync_path(copy);
    });
}

Result<void> check_sqlite_file(const std::filesystem::path& file)
{
    return sqlite_file_detail::with_reader(file, [](SqliteConnection& connection) {
        const auto wrong = connection.check_integrity();
        if (!wrong.empty())
            throw Failure(FailureKind::damaged, "integrity_check", "the check found damage");
        const auto loose =
            connection.query(Sql{"foreign_key_check", "PRAGMA foreign_key_check"}, {});
        if (loose->next())
            throw Failure(FailureKind::damaged, "foreign_key_check",
                          "a row points to one that is not there");
    });
}

} // namespace onroll::db
