#include "platform/db/sqlite_file.h"

#include "platform/db/failure.h"
#include "platform/db/reserve_file.h"
#include "platform/db/sqlite_connection.h"

#include <atomic>
#include <cstddef>
#include <utility>
#include <vector>

namespace onroll::db {
namespace sqlite_file_detail {

Error cannot_use(const std::filesystem::path& file, const Failure& failure)
{
    return {ErrorKind::unavailable,
            file.string() + ": " + std::string(words_for(failure.kind())),
            failure.what(),
            {}};
}

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
        return cannot_use(file, failure);
    }
}

} // namespace sqlite_file_detail

struct SqliteFilePages::Inside {
    /// A file that is none of SQLite's, or cannot be opened, throws Failure.
    explicit Inside(const std::filesystem::path& the_file)
        : file(the_file), connection(file, Access::read, timings, writes_stopped, no_reserve)
    {
        connection.begin_snapshot();
        {
            const auto counted = connection.query(Sql{"page_count", "PRAGMA page_count"}, {});
            if (counted->next()) count = counted->integer(0);
        }
        pages = connection.query(Sql{"pages", "SELECT pgno, data FROM sqlite_dbpage ORDER BY pgno"},
                                 {});
        step();
        bytes = count * static_cast<std::int64_t>(page.size());
    }
    ~Inside()
    {
        pages.reset();
        connection.rollback();
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    /// Reads the next page, if there is one.
    void step()
    {
        page.clear();
        if (!pages->next()) return;
        if (pages->integer(0) != ++number)
            throw Failure(FailureKind::damaged, "pages", "a page is missing");
        page = pages->blob(1);
        // What would make a reader look for a log beside the file. Source: SQLite's file format,
        // 1.3.3, file format version numbers.
        constexpr std::size_t write_version = 18, read_version = 19, header = 100;
        if (number == 1 && page.size() >= header)
            page[write_version] = page[read_version] = std::byte{1};
    }

    std::filesystem::path file;
    Timings timings;
    std::atomic<bool> writes_stopped{false};
    ReserveFile no_reserve;
    SqliteConnection connection;
    std::unique_ptr<Cursor> pages;
    std::int64_t count = 0;
    std::int64_t number = 0; ///< of the page that was read last, from 1
    std::int64_t bytes = 0;
    bool first_is_waiting = true;
    std::vector<std::byte> page;
};

SqliteFilePages::SqliteFilePages(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SqliteFilePages::SqliteFilePages(SqliteFilePages&&) noexcept = default;
SqliteFilePages::~SqliteFilePages() = default;

Result<SqliteFilePages> SqliteFilePages::of(const std::filesystem::path& file)
{
    try {
        return SqliteFilePages(std::make_unique<Inside>(file));
    } catch (const Failure& failure) {
        return sqlite_file_detail::cannot_use(file, failure);
    }
}

std::int64_t SqliteFilePages::bytes() const
{
    return inside_->bytes;
}

Result<std::optional<std::string_view>> SqliteFilePages::next()
{
    try {
        if (!std::exchange(inside_->first_is_waiting, false)) inside_->step();
        const auto& page = inside_->page;
        if (!page.empty())
            return std::optional(
                std::string_view(reinterpret_cast<const char*>(page.data()), page.size()));
        if (inside_->number != inside_->count)
            throw Failure(FailureKind::damaged, "pages", "the last pages are missing");
        return std::optional<std::string_view>();
    } catch (const Failure& failure) {
        return sqlite_file_detail::cannot_use(inside_->file, failure);
    }
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
