// A database of either engine: readers that ask, and named transactions that write. One process,
// one writer on SQLite. Knows no part's tables. Built for trust.md.
#pragma once

#include "kernel/result.h"
#include "platform/db/failure.h"
#include "platform/db/rows.h"
#include "platform/db/sql.h"
#include "platform/db/value.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <vector>

namespace onroll::db {

class Connection;
class Database;

enum class Engine { sqlite, postgres };
std::string_view name_of(Engine engine);

struct Settings {
    std::string url;      ///< `sqlite:/path/file.db`, or `postgres://…` as libpq reads it
    int readers = 4;      ///< connections for reading: one for each worker that may read at once
    int writers = 4;      ///< PostgreSQL only; SQLite has one writer
    std::string schema{}; ///< PostgreSQL only: made when absent, and the only one searched; empty
                          ///< for the server's default
    std::string role{};   ///< PostgreSQL only: works as this role, which owns no table; empty for
                          ///< the one that signed in. row_security.h makes it.
    std::string agency{}; ///< PostgreSQL only: row security shows this agency's rows alone; empty:
                          ///< those of the agency in force (agency_in_force.h)
};

/// `snapshot`: all queries of this Reader see one moment. `latest`: each query sees what is
/// committed when it runs.
enum class View { latest, snapshot };

/// How often and how long a statement ran. The time is until the first row is there, not for
/// reading the others.
struct StatementTiming {
    std::string name;
    std::int64_t runs = 0;
    std::chrono::nanoseconds total{0};
};

/// What a Reader and a Transaction share: asking. A function that only asks takes a `Queries&`.
class Queries {
public:
    Queries(const Queries&) = delete;
    Queries& operator=(const Queries&) = delete;

    /// The rows of a statement; the arguments are bound to its `?` in order (value.h says which
    /// types).
    template <class... Arguments>
    Rows query(const Sql& sql, const Arguments&... arguments) &
    {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        return query_values(sql, values);
    }
    /// As query, for arguments that are counted at run time.
    Rows query_values(const Sql& sql, std::span<const Value> values) &;

    /// Statements run so far through this Reader or Transaction, for tests that hold a page to a
    /// number of queries.
    std::int64_t query_count() const { return query_count_; }
    Engine engine() const;

protected:
    Queries(Database& database, std::string name);
    ~Queries();
    /// Throws when this may not be used any more.
    virtual void check_usable(const Sql& sql) const = 0;
    virtual void note_failure() noexcept = 0;
    Connection& connection() const { return *connection_; }

    Database& database_;
    std::string name_;
    std::unique_ptr<Connection> connection_; ///< lent by the pool
    std::int64_t query_count_ = 0;
};

/// Asks only: a write through it fails on both engines. Holds a connection while it lives, so keep
/// it short.
class Reader final : public Queries {
public:
    ~Reader();

private:
    friend class Database;
    Reader(Database& database, View view);
    void check_usable(const Sql&) const override {}
    void note_failure() noexcept override {}
    View view_;
};

/// Many rows through one statement, for imports: sent in batches, without a wait for each row.
/// Failures may therefore show at a later row or at finish().
class Bulk;

/// Writes, all or nothing. Leaving without commit() rolls back. After a Failure nothing more can be
/// done in it but leave, as PostgreSQL has it. A second one in the same thread is a Bug: it would
/// wait for itself.
class Transaction final : public Queries {
public:
    ~Transaction();

    /// Runs a statement; answers how many rows it inserted, changed or deleted.
    template <class... Arguments>
    std::int64_t run(const Sql& sql, const Arguments&... arguments)
    {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        return run_values(sql, values);
    }
    std::int64_t run_values(const Sql& sql, std::span<const Value> values);

    /// For importing many rows: `auto bulk = transaction.bulk(sql); for (...) bulk.add(a, b);
    /// bulk.finish();`
    Bulk bulk(const Sql& sql);

    /// Runs a text of many statements without values, such as a migration.
    void run_script(const Sql& script);

    /// Returns when the transaction is durable; throws Failure otherwise.
    void commit();

    std::string_view name() const { return name_; }

    /// For agency_in_force.h: whose rows row security shows from here on. Answers whose it showed.
    std::string show_rows_of(std::string_view agency);

private:
    friend class Database;
    friend class Bulk;
    enum class State { open, failed, committed };
    Transaction(Database& database, std::string_view name);
    void check_usable(const Sql& sql) const override;
    void note_failure() noexcept override { state_ = State::failed; }
    State state_ = State::open;
    std::thread::id thread_;
};

class Bulk {
public:
    template <class... Arguments>
    void add(const Arguments&... arguments)
    {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        add_values(values);
    }
    void add_values(std::span<const Value> values);
    /// Sends what is left; answers how many rows all of it inserted, changed or deleted. Without
    /// it, what was not sent is lost.
    std::int64_t finish();

    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;
    ~Bulk();

private:
    friend class Transaction;
    struct Batch;
    Bulk(Transaction& transaction, const Sql& sql);
    void send();

    Transaction& transaction_;
    Sql sql_;
    std::unique_ptr<Batch> batch_;
    std::int64_t changed_ = 0;
};

/// Safe to share between threads; each Reader and Transaction belongs to one.
class Database {
public:
    /// Opens, or says in plain words why not and what to do: a library or file that is not fit,
    /// another process at work on the same file, a server that does not answer.
    static Result<std::unique_ptr<Database>> open(const Settings& settings);

    virtual ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Waits while all readers are lent; throws Failure (busy) after ten seconds.
    Reader read(View view = View::latest) { return Reader(*this, view); }
    /// Waits for its turn to write; throws Failure (busy) after thirty seconds. `name` is the act,
    /// as in "record meeting".
    Transaction begin(std::string_view name) { return Transaction(*this, name); }

    virtual Engine engine() const = 0;
    /// Whether writes can be taken, for /health/ready. Writes nothing into the database itself.
    virtual Result<void> check_writable() = 0;
    /// A sound copy of all that is committed, made while others go on. SQLite only: bad input on
    /// PostgreSQL, which has pg_dump.
    virtual Result<void> copy_to(const std::filesystem::path& file) = 0;
    /// The file of a SQLite database; empty on PostgreSQL.
    virtual std::filesystem::path file() const = 0;

    /// Statements run through this database since it was opened, by all threads.
    std::int64_t query_count() const;
    /// Every statement that ran, by name.
    std::vector<StatementTiming> timings() const;

    struct Inside; ///< platform/db's own

protected:
    explicit Database(std::unique_ptr<Inside> inside);
    /// Closes all pooled connections, readers first; called by the destructors of the engines.
    void close_connections() noexcept;
    std::unique_ptr<Inside> inside_;

private:
    friend class Queries;
    friend class Reader;
    friend class Transaction;
    friend class Bulk;
};

namespace database_detail {
/// Waits a little longer each time; false when it has been tried often enough.
bool wait_before_retry(int tries);
template <class T>
concept Answer = requires(const T& answer)
{
    answer.has_value();
    answer.error();
};
} // namespace database_detail

/// Does `work(transaction)` in a transaction and commits it, trying again when another transaction
/// was in the way. Work that returns a Result with an error is rolled back. The work may run more
/// than once, so it must change nothing but the database.
template <class Work>
auto with_retry(Database& database, std::string_view name, Work&& work)
{
    for (int tries = 1;; ++tries) {
        try {
            Transaction transaction = database.begin(name);
            if constexpr (std::is_void_v<std::invoke_result_t<Work&, Transaction&>>) {
                work(transaction);
                transaction.commit();
                return;
            } else {
                auto answer = work(transaction);
                if constexpr (database_detail::Answer<decltype(answer)>)
                    if (!answer.has_value()) return answer;
                transaction.commit();
                return answer;
            }
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::busy || !database_detail::wait_before_retry(tries))
                throw;
        }
    }
}

} // namespace onroll::db
