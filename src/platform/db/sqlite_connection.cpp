#include "platform/db/sqlite_connection.h"

#include "platform/db/reserve.h"
#include "platform/db/reserve_file.h"
#include "platform/db/sqlite_cursor.h"
#include "platform/log/log.h"

#include <sqlite3.h>

#include <unistd.h>
#include <utility>

namespace onroll::db {

namespace sqlite_connection_detail {

FailureKind kind_of(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return FailureKind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return FailureKind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
        return FailureKind::not_null;
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
        return FailureKind::writes_stopped;
    // A disk that became read-only under us: nothing of the transaction is kept, and the next one
    // may find it sound again.
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
        return FailureKind::read_only;
    case SQLITE_IOERR_NOMEM:
        return FailureKind::out_of_memory;
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return FailureKind::check;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FailureKind::busy;
    case SQLITE_FULL:
        return FailureKind::disk_full;
    case SQLITE_NOMEM:
        return FailureKind::out_of_memory;
    case SQLITE_READONLY:
        return FailureKind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return FailureKind::damaged;
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
        return FailureKind::misuse;
    default:
        return FailureKind::other;
    }
}

/// SQLite says nothing about its own checkpoints; one that the disk refuses must stop the writes
///
int checkpoint_when_long(void* writes_stopped, sqlite3* handle, const char* database, int pages)
{
    constexpr int long_log = 1000;
    if (pages < long_log) return SQLITE_OK;
    const int code =
        sqlite3_wal_checkpoint_v2(handle, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK &&
        kind_of(sqlite3_extended_errcode(handle)) == FailureKind::writes_stopped) {
        static_cast<std::atomic<bool>*>(writes_stopped)->store(true);
        log::error("writes stopped: the disk refused a checkpoint");
    }
    return SQLITE_OK;
}

int bind_text(sqlite3_stmt* statement, int at, std::string_view text)
{
    const char* bytes = text.data() == nullptr ? "" : text.data();
    return sqlite3_bind_text64(statement, at, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// SQLite keeps a copy of a text. Where it has no memory for that it says so here, and the value
/// would be NULL.
int bind_value(sqlite3_stmt* statement, int at, const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value.held))
        return sqlite3_bind_int64(statement, at, *integer);
    if (const auto* real = std::get_if<double>(&value.held))
        return sqlite3_bind_double(statement, at, *real);
    if (const auto* text = std::get_if<std::string_view>(&value.held))
        return bind_text(statement, at, *text);
    if (const auto* date = std::get_if<Date>(&value.held))
        return bind_text(statement, at, iso(*date));
    if (const auto* instant = std::get_if<Instant>(&value.held))
        return bind_text(statement, at, utc_text(*instant));
    const auto* bytes = std::get_if<Bytes>(&value.held);
    if (!bytes) return sqlite3_bind_null(statement, at);
    if (bytes->empty()) return sqlite3_bind_zeroblob(statement, at, 0);
    return sqlite3_bind_blob64(statement, at, bytes->data(), bytes->size(), SQLITE_TRANSIENT);
}

} // namespace sqlite_connection_detail

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(prepared);
}

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Access access,
                                   Timings& timings, std::atomic<bool>& writes_stopped,
                                   ReserveFile& reserve)
    : timings_(timings), writes_stopped_(writes_stopped), reserve_(reserve)
{
    const int mode =
        access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(file.c_str(), &handle_, mode | SQLITE_OPEN_NOMUTEX, nullptr);
    try {
        if (code != SQLITE_OK) fail(code, "open");
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, 5000);
        execute("PRAGMA mmap_size=0; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA "
                "cell_size_check=ON",
                "open");
        if (access == Access::write) {
            execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA "
                    "journal_size_limit=67108864",
                    "open");
            if (!has_write_ahead_log())
                throw Failure(FailureKind::other, "open",
                              "the file system of the database cannot keep a write-ahead log");
            sqlite3_wal_hook(handle_, sqlite_connection_detail::checkpoint_when_long,
                             &writes_stopped_);
        }
    } catch (...) {
        kept_.clear();
        sqlite3_close_v2(handle_);
        throw;
    }
}

SqliteConnection::~SqliteConnection()
{
    kept_.clear();
    sqlite3_close_v2(handle_);
}

void SqliteConnection::fail(int code, std::string_view statement)
{
    // Where memory ran out in reading a value, the connection itself does not know of it.
    const bool knows = handle_ && code != SQLITE_NOMEM;
    const int extended = knows ? sqlite3_extended_errcode(handle_) : code;
    const auto kind = sqlite_connection_detail::kind_of(extended);
    if (kind == FailureKind::disk_full) reserve_.give_up();
    if (kind == FailureKind::writes_stopped) {
        writes_stopped_ = true;
        log::error("writes stopped: the disk refused to make a commit durable",
                   {{"code", extended}});
    }
    // Only the messages of constraints are known to name columns alone; others may quote what was
    // searched for.
    const bool names_columns_alone = (extended & 0xff) == SQLITE_CONSTRAINT;
    throw Failure(
        kind, std::string(statement),
        std::string(names_columns_alone ? sqlite3_errmsg(handle_) : sqlite3_errstr(extended)) +
            " (" + std::to_string(extended) + ")");
}

void SqliteConnection::execute(const char* fixed_text, std::string_view name)
{
    const int code = sqlite3_exec(handle_, fixed_text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, name);
}

bool SqliteConnection::has_write_ahead_log()
{
    const Sql question{"journal_mode", "PRAGMA journal_mode"};
    const auto cursor = query(question, {});
    return cursor->next() && cursor->text(0) == "wal";
}

std::unique_ptr<SqliteStatement> SqliteConnection::prepare(const Sql& sql)
{
    auto statement = std::make_unique<SqliteStatement>();
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.text.data(), static_cast<int>(sql.text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement->prepared, &rest);
    // The text holds no values, so what SQLite says about it may be passed on.
    if (code != SQLITE_OK)
        throw Failure(sqlite_connection_detail::kind_of(sqlite3_extended_errcode(handle_)),
                      std::string(sql.name), sqlite3_errmsg(handle_));
    if (!statement->prepared)
        throw Failure(FailureKind::misuse, std::string(sql.name), "holds no statement");
    SqliteStatement second;
    const auto length = static_cast<int>(sql.text.data() + sql.text.size() - rest);
    const int more = sqlite3_prepare_v3(handle_, rest, length, 0, &second.prepared, nullptr);
    if ((more & 0xff) == SQLITE_NOMEM) fail(more, sql.name);
    if (more != SQLITE_OK || second.prepared)
        throw Failure(FailureKind::misuse, std::string(sql.name), "holds more than one statement");
    statement->name = sql.name;
    statement->timing = &timings_.of(sql.name);
    statement->times_prepared_again = -1;
    return statement;
}

SqliteStatement& SqliteConnection::statement_for(const Sql& sql,
                                                 std::unique_ptr<SqliteStatement>& own)
{
    const auto found = kept_.find(sql.text);
    if (found != kept_.end() && !found->second->lent) return *found->second;
    own = prepare(sql);
    if (found != kept_.end()) return *own;
    return *kept_.emplace(std::string(sql.text), std::move(own)).first->second;
}

void SqliteConnection::bind(SqliteStatement& statement, const Sql& sql,
                            std::span<const Value> values)
{
    const auto wanted = sqlite3_bind_parameter_count(statement.prepared);
    if (wanted != static_cast<int>(values.size()))
        throw Failure(FailureKind::misuse, std::string(sql.name),
                      "takes " + std::to_string(wanted) + " values, was given " +
                          std::to_string(values.size()));
    for (int at = 0; at < wanted; ++at) {
        const int code = sqlite_connection_detail::bind_value(statement.prepared, at + 1,
                                                              values[static_cast<std::size_t>(at)]);
        if (code == SQLITE_OK) continue;
        sqlite3_clear_bindings(statement.prepared);
        fail(code, sql.name);
    }
}

std::unique_ptr<Cursor> SqliteConnection::query(const Sql& sql, std::span<const Value> values)
{
    std::unique_ptr<SqliteStatement> own;
    auto& statement = statement_for(sql, own);
    bind(statement, sql, values);
    const TimedRun timed(*statement.timing);
    auto cursor = std::make_unique<SqliteCursor>(*this, statement, std::move(own));
    // A change of the tables since may have changed the columns too; SQLite prepares again at the
    // first step.
    const int again = sqlite3_stmt_status(statement.prepared, SQLITE_STMTSTATUS_REPREPARE, 0);
    if (again != statement.times_prepared_again) {
        statement.columns.clear();
        for (int column = 0; column < sqlite3_column_count(statement.prepared); ++column) {
            const char* name = sqlite3_column_name(statement.prepared, column);
            if (!name) fail(SQLITE_NOMEM, sql.name);
            statement.columns.emplace_back(name);
        }
        // Only now: where memory ran out half way, the next run reads the names again.
        statement.times_prepared_again = again;
    }
    return cursor;
}

std::int64_t SqliteConnection::run(const Sql& sql, std::span<const Value> values)
{
    std::unique_ptr<SqliteStatement> own;
    auto& statement = statement_for(sql, own);
    bind(statement, sql, values);
    const TimedRun timed(*statement.timing);
    const auto before = sqlite3_total_changes64(handle_);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(statement.prepared);
    sqlite3_reset(statement.prepared);
    sqlite3_clear_bindings(statement.prepared);
    if (code != SQLITE_DONE) fail(code, sql.name);
    // The count of the last change stays after a statement that changes none.
    return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::run_script(const Sql& script)
{
    const TimedRun timed(timings_.of(script.name));
    auto rest = script.text;
    while (!rest.empty()) {
        SqliteStatement statement;
        const char* after = nullptr;
        const int code = sqlite3_prepare_v3(handle_, rest.data(), static_cast<int>(rest.size()), 0,
                                            &statement.prepared, &after);
        if (code != SQLITE_OK)
            throw Failure(sqlite_connection_detail::kind_of(sqlite3_extended_errcode(handle_)),
                          std::string(script.name), sqlite3_errmsg(handle_));
        rest.remove_prefix(static_cast<std::size_t>(after - rest.data()));
        if (!statement.prepared) continue;
        int step = SQLITE_ROW;
        while (step == SQLITE_ROW) step = sqlite3_step(statement.prepared);
        if (step != SQLITE_DONE) fail(step, script.name);
    }
}

void SqliteConnection::begin_writing()
{
    if (writes_stopped_)
        throw Failure(
            FailureKind::writes_stopped, "begin",
            "the disk refused to make an earlier commit durable; restart once it is sound");
    if (!reserve_.lets_work_go_on() && !UrgentWork::is_done_here())
        throw Failure(FailureKind::disk_full, "begin",
                      "the disk is full; what room the reserve left is for what must be written");
    execute("BEGIN IMMEDIATE", "begin");
}

void SqliteConnection::begin_snapshot()
{
    execute("BEGIN", "begin");
}

void SqliteConnection::commit(const std::string& transaction)
{
    execute("COMMIT", transaction);
}

void SqliteConnection::rollback() noexcept
{
    // A disk that failed has already rolled it back; saying so again would be an error of its own.
    if (sqlite3_get_autocommit(handle_) == 0)
        sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool SqliteConnection::is_sound() noexcept
{
    return sqlite3_get_autocommit(handle_) != 0;
}

std::string SqliteConnection::check_integrity()
{
    const Sql check{"integrity_check", "PRAGMA integrity_check(1)"};
    const auto cursor = query(check, {});
    if (!cursor->next()) return "nothing was answered";
    const std::string answer(cursor->text(0));
    return answer == "ok" ? std::string() : answer;
}

void SqliteConnection::copy_to(const std::filesystem::path& file)
{
    sqlite3* copy = nullptr;
    int code =
        sqlite3_open_v2(file.c_str(), &copy,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK) {
        if (auto* backup = sqlite3_backup_init(copy, "main", handle_, "main")) {
            sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
        } else {
            code = sqlite3_errcode(copy);
        }
    }
    // One file that needs no log beside it.
    if (code == SQLITE_OK)
        code = sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    sqlite3_close_v2(copy);
    if (code != SQLITE_OK)
        throw Failure(sqlite_connection_detail::kind_of(code), "copy the database",
                      sqlite3_errstr(code));
}

} // namespace onroll::db
