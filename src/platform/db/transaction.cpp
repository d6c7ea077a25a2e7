#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/commit_only_if.h"
#include "platform/db/database.h"
#include "platform/db/database_inside.h"
#include "platform/db/driver.h"

#include <utility>

namespace onroll::db {

Transaction::Transaction(Database& database, std::string_view name)
    : Queries(database, std::string(name)), thread_(std::this_thread::get_id())
{
    auto& inside = *database_.inside_;
    inside.enter_transaction();
    try {
        const auto agency = agency_in_force();
        connection_ = inside.writers.lend(name_, agency);
        connection_->show_rows_of(agency);
        connection_->begin_writing();
    } catch (...) {
        if (connection_) inside.writers.give_back(std::move(connection_));
        inside.leave_transaction(thread_);
        throw;
    }
}

Transaction::~Transaction()
{
    if (connection_->open_cursors() != 0) return; // The base class stops the program.
    if (state_ != State::committed) connection_->rollback();
    auto& inside = *database_.inside_;
    inside.writers.give_back(std::move(connection_));
    inside.leave_transaction(thread_);
}

void Transaction::check_usable(const Sql& sql) const
{
    ensure(state_ != State::committed, "a transaction is not used after its commit");
    if (state_ == State::failed)
        throw Failure(FailureKind::misuse, std::string(sql.name),
                      "a statement of the transaction \"" + name_ +
                          "\" has failed, so it can only be left");
}

std::int64_t Transaction::run_values(const Sql& sql, std::span<const Value> values)
{
    check_usable(sql);
    ++query_count_;
    ++database_.inside_->queries;
    try {
        for (const auto& value : values) check_portable(value, sql);
        return connection_->run(sql, values);
    } catch (const Failure&) {
        note_failure();
        throw;
    }
}

void Transaction::run_script(const Sql& script)
{
    check_usable(script);
    ++query_count_;
    ++database_.inside_->queries;
    try {
        connection_->run_script(script);
    } catch (const Failure&) {
        note_failure();
        throw;
    }
}

void Transaction::commit()
{
    check_usable(Sql{name_, {}});
    CommitOnlyIf::ask();
    try {
        connection_->commit(name_);
    } catch (const Failure&) {
        note_failure();
        throw;
    }
    state_ = State::committed;
}

std::string Transaction::show_rows_of(std::string_view agency)
{
    const Sql switching{"show rows of", {}};
    check_usable(switching);
    try {
        return connection_->show_rows_of(agency);
    } catch (const Failure&) {
        note_failure();
        throw;
    }
}

Bulk Transaction::bulk(const Sql& sql)
{
    return Bulk(*this, sql);
}

struct Bulk::Batch {
    std::vector<OwnedRow> rows;
};

Bulk::Bulk(Transaction& transaction, const Sql& sql)
    : transaction_(transaction), sql_(sql), batch_(std::make_unique<Batch>())
{
}

Bulk::~Bulk() = default;

void Bulk::add_values(std::span<const Value> values)
{
    const auto batch_size = transaction_.connection().batch_size();
    if (batch_size == 1) {
        changed_ += transaction_.run_values(sql_, values);
        return;
    }
    OwnedRow row;
    row.values.assign(values.begin(), values.end());
    row.texts.reserve(values.size());
    for (auto& value : row.values) {
        if (const auto* text = std::get_if<std::string_view>(&value.held)) {
            value.held = std::string_view(row.texts.emplace_back(*text));
        } else if (const auto* bytes = std::get_if<Bytes>(&value.held)) {
            const auto& kept =
                row.texts.emplace_back(reinterpret_cast<const char*>(bytes->data()), bytes->size());
            value.held = as_blob(kept);
        }
    }
    batch_->rows.push_back(std::move(row));
    if (batch_->rows.size() >= batch_size) send();
}

void Bulk::send()
{
    const auto rows = std::exchange(batch_->rows, {});
    transaction_.check_usable(sql_);
    transaction_.query_count_ += static_cast<std::int64_t>(rows.size());
    transaction_.database_.inside_->queries += static_cast<std::int64_t>(rows.size());
    try {
        for (const auto& row : rows)
            for (const auto& value : row.values) check_portable(value, sql_);
        changed_ += transaction_.connection().run_rows(sql_, rows);
    } catch (const Failure&) {
        transaction_.note_failure();
        throw;
    }
}

std::int64_t Bulk::finish()
{
    if (!batch_->rows.empty()) send();
    return changed_;
}

} // namespace onroll::db
