// What an engine must be able to do. Internal to platform/db: the two drivers implement it, Reader,
// Transaction and Rows use it. A Connection and its Cursors are used by one thread at a time.
#pragma once

#include "platform/db/database.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::db {

/// What a column of the current row holds. `numeric` is PostgreSQL's: the sum of integers, the
/// average of anything.
enum class Holds { null, integer, real, numeric, boolean, text, blob, other };
std::string_view word_for(Holds holds);

/// The rows of one statement. Values are views until the next step.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual const std::vector<std::string>& columns() const = 0;
    virtual Holds holds(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    /// The text of a value that holds text, or the digits of one that holds numeric.
    virtual std::string_view text(int column) const = 0;
    virtual std::vector<std::byte> blob(int column) const = 0;
    /// The name of the statement.
    virtual std::string_view statement() const = 0;
};

/// Lets a table keyed by std::string be searched by a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

/// Counts of one statement over all connections.
struct Timing {
    std::atomic<std::int64_t> runs{0};
    std::atomic<std::int64_t> nanoseconds{0};
};

/// All statements of a database by name. A Timing stays where it is, so that a prepared statement
/// can keep its address.
class Timings {
public:
    Timing& of(std::string_view name);
    std::vector<StatementTiming> all() const;

private:
    mutable std::mutex turn_;
    std::map<std::string, Timing, std::less<>> by_name_;
};

/// Counts one run of a statement and its time, also when it fails.
class TimedRun {
public:
    explicit TimedRun(Timing& timing) : timing_(timing), start_(std::chrono::steady_clock::now()) {}
    ~TimedRun()
    {
        const std::chrono::nanoseconds spent = std::chrono::steady_clock::now() - start_;
        timing_.runs.fetch_add(1, std::memory_order_relaxed);
        timing_.nanoseconds.fetch_add(spent.count(), std::memory_order_relaxed);
    }
    TimedRun(const TimedRun&) = delete;
    TimedRun& operator=(const TimedRun&) = delete;

private:
    Timing& timing_;
    std::chrono::steady_clock::time_point start_;
};

/// The values of one row of a bulk insert, owned until they are sent.
struct OwnedRow {
    std::vector<Value> values;      ///< texts and bytes are views into `texts`
    std::vector<std::string> texts; ///< reserved at once, so that the views stay
};

/// One connection with its prepared statements. Every function throws Failure.
class Connection {
public:
    virtual ~Connection() = default;
    /// Runs up to the first row.
    virtual std::unique_ptr<Cursor> query(const Sql& sql, std::span<const Value> values) = 0;
    /// Runs to the end; answers the rows changed.
    virtual std::int64_t run(const Sql& sql, std::span<const Value> values) = 0;
    /// How many rows of a bulk insert are worth sending together; 1 when each may go at once.
    virtual std::size_t batch_size() const { return 1; }
    /// Runs the statement once for each row; answers the rows changed by all.
    virtual std::int64_t run_rows(const Sql& sql, std::span<const OwnedRow> rows);
    virtual void run_script(const Sql& script) = 0;
    /// Where tables are secured by agency: whose rows are shown from here on. Answers whose were.
    virtual std::string show_rows_of(std::string_view) { return {}; }
    /// Whether that would ask nothing of the server, because it shows them already.
    virtual bool shows_rows_of(std::string_view) const { return true; }
    virtual void begin_writing() = 0;
    virtual void begin_snapshot() = 0;
    virtual void commit(const std::string& transaction) = 0;
    virtual void rollback() noexcept = 0;
    /// Whether it can be lent again.
    virtual bool is_sound() noexcept = 0;
    /// Cursors that are still alive.
    virtual int open_cursors() const = 0;
};

/// Throws Failure (misuse) for a text that the two engines would not both keep as it is: one with a
/// zero byte, or one that is not UTF-8; and for a real that is not finite.
void check_portable(const Value& value, const Sql& sql);

} // namespace onroll::db
