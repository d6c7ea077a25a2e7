#include "platform/db/database.h"

#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/database_inside.h"
#include "platform/db/driver.h"
#include "platform/log/log.h"

#include <exception>
#include <random>
#include <utility>

namespace onroll::db {

std::string_view name_of(Engine engine)
{
    return engine == Engine::sqlite ? "sqlite" : "postgres";
}

Database::Inside::Inside(int reader_count, Make make_reader, int writer_count, Make make_writer)
    : readers(reader_count, std::chrono::seconds{10},
              [this, make_reader] { return make_reader(timings); }),
      writers(writer_count, std::chrono::seconds{30},
              [this, make_writer] { return make_writer(timings); })
{
}

void Database::Inside::enter_transaction()
{
    const std::lock_guard turn(turn_);
    ensure(writing_.insert(std::this_thread::get_id()).second,
           "a transaction is begun in a thread that has none: pass the open one down instead");
}

void Database::Inside::leave_transaction(std::thread::id thread) noexcept
{
    const std::lock_guard turn(turn_);
    writing_.erase(thread);
}

Result<std::unique_ptr<Database>> Database::open(const Settings& settings)
{
    if (settings.url.starts_with("sqlite:")) return open_sqlite(settings);
    if (settings.url.starts_with("postgres://") || settings.url.starts_with("postgresql://"))
        return open_postgres(settings);
    return bad_input(
        "The database must be given as sqlite:/path/file.db or as postgres://user@host/name");
}

Database::Database(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Database::~Database() = default;

void Database::close_connections() noexcept
{
    inside_->readers.close();
    inside_->writers.close();
}

std::int64_t Database::query_count() const
{
    return inside_->queries.load();
}

std::vector<StatementTiming> Database::timings() const
{
    return inside_->timings.all();
}

Queries::Queries(Database& database, std::string name) : database_(database), name_(std::move(name))
{
}

Queries::~Queries()
{
    if (!connection_ || connection_->open_cursors() == 0) return;
    // Their rows would be read from a connection that another thread has; there is no safe way on.
    log::error("rows outlive their reader", {{"name", log::safe(name_)}});
    std::terminate();
}

Engine Queries::engine() const
{
    return database_.engine();
}

Rows Queries::query_values(const Sql& sql, std::span<const Value> values) &
{
    check_usable(sql);
    ++query_count_;
    ++database_.inside_->queries;
    try {
        for (const auto& value : values) check_portable(value, sql);
        return Rows(connection_->query(sql, values));
    } catch (const Failure&) {
        note_failure();
        throw;
    }
}

Reader::Reader(Database& database, View view) : Queries(database, "read"), view_(view)
{
    auto& pool = database_.inside_->readers;
    const auto agency = agency_in_force();
    connection_ = pool.lend(name_, agency);
    try {
        connection_->show_rows_of(agency);
        if (view_ == View::snapshot) connection_->begin_snapshot();
    } catch (...) {
        pool.give_back(std::move(connection_));
        throw;
    }
}

Reader::~Reader()
{
    if (connection_->open_cursors() != 0) return; // The base class stops the program.
    if (view_ == View::snapshot) connection_->rollback();
    database_.inside_->readers.give_back(std::move(connection_));
}

namespace database_detail {

bool wait_before_retry(int tries)
{
    constexpr int most_tries = 8;
    if (tries >= most_tries) return false;
    // Two that met once should not meet again, so the waits differ.
    static thread_local std::minstd_rand chance{
        static_cast<unsigned>(std::hash<std::thread::id>{}(std::this_thread::get_id()))};
    std::uniform_int_distribution<int> milliseconds(1, 1 << (tries + 1));
    std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds(chance)});
    return true;
}

} // namespace database_detail

} // namespace onroll::db
