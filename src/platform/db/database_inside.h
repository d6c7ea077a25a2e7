// What a Database keeps: its pools, its counts, and which threads are writing. Internal to
// platform/db.
#pragma once

#include "platform/db/database.h"
#include "platform/db/pool.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace onroll::db {

struct Database::Inside {
    using Make = std::function<std::unique_ptr<Connection>(Timings&)>;

    Inside(int reader_count, Make make_reader, int writer_count, Make make_writer);

    /// Throws Bug when this thread is already in a transaction, which would wait for itself.
    void enter_transaction();
    void leave_transaction(std::thread::id thread) noexcept;

    Timings timings;
    std::atomic<std::int64_t> queries{0};
    Pool readers;
    Pool writers;

private:
    std::mutex turn_;
    std::set<std::thread::id> writing_;
};

/// The engines' makers; Database::open chooses by the URL.
Result<std::unique_ptr<Database>> open_sqlite(const Settings& settings);
Result<std::unique_ptr<Database>> open_postgres(const Settings& settings);

} // namespace onroll::db
