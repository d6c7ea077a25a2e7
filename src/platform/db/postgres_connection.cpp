#include "platform/db/postgres_connection.h"

#include "platform/db/postgres_cursor.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <cstring>
#include <poll.h>
#include <utility>

namespace onroll::db {

namespace postgres_connection_detail {

Oid type_for(Type type)
{
    switch (type) {
    case Type::integer:
        return postgres_types::int8;
    case Type::real:
        return postgres_types::float8;
    case Type::text:
        return postgres_types::text;
    case Type::blob:
        return postgres_types::bytea;
    case Type::unknown:
        return 0;
    }
    return 0;
}

/// SQLSTATE classes, as in appendix A of PostgreSQL's manual.
FailureKind kind_of(std::string_view state)
{
    if (state == "23505") return FailureKind::unique;
    if (state == "23503") return FailureKind::foreign_key;
    if (state == "23502") return FailureKind::not_null;
    if (state.starts_with("23")) return FailureKind::check;
    if (state == "40001" || state == "40P01" || state == "55P03") return FailureKind::busy;
    if (state == "53100") return FailureKind::disk_full;
    if (state == "25006") return FailureKind::read_only;
    if (state.starts_with("08") || state.starts_with("57P")) return FailureKind::connection_lost;
    if (state.starts_with("XX00")) return FailureKind::damaged;
    if (state.starts_with("22") || state.starts_with("42") || state.starts_with("0A"))
        return FailureKind::misuse;
    return FailureKind::other;
}

/// The values of one execution in the forms libpq takes: texts and bytes as they are, the rest as
/// short texts.
class Bound {
public:
    explicit Bound(std::span<const Value> values)
        : texts_(values.size()), pointers_(values.size()), lengths_(values.size()),
          binary_(values.size())
    {
        for (std::size_t at = 0; at < values.size(); ++at) bind(at, values[at]);
    }
    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* pointers() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* binary() const { return binary_.data(); }

private:
    void bind(std::size_t at, const Value& value)
    {
        auto& text = texts_[at];
        if (const auto* integer = std::get_if<std::int64_t>(&value.held)) {
            *std::to_chars(text.data(), text.data() + text.size() - 1, *integer).ptr = '\0';
        } else if (const auto* real = std::get_if<double>(&value.held)) {
            *std::to_chars(text.data(), text.data() + text.size() - 1, *real).ptr = '\0';
        } else if (const auto* date = std::get_if<Date>(&value.held)) {
            std::strncpy(text.data(), iso(*date).c_str(), text.size() - 1);
        } else if (const auto* instant = std::get_if<Instant>(&value.held)) {
            std::strncpy(text.data(), utc_text(*instant).c_str(), text.size() - 1);
        } else if (const auto* string = std::get_if<std::string_view>(&value.held)) {
            return bind_bytes(at, string->data(), string->size());
        } else if (const auto* bytes = std::get_if<Bytes>(&value.held)) {
            return bind_bytes(at, reinterpret_cast<const char*>(bytes->data()), bytes->size());
        } else {
            return; // NULL is a null pointer.
        }
        pointers_[at] = text.data();
    }
    void bind_bytes(std::size_t at, const char* bytes, std::size_t size)
    {
        pointers_[at] = bytes ? bytes : "";
        lengths_[at] = static_cast<int>(size);
        binary_[at] = 1;
    }

    std::vector<std::array<char, 32>> texts_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_;
    std::vector<int> binary_;
};

/// "constraint x, table y, column z", as far as the server named them. What it quotes from the row
/// is left out.
std::string names_in(const PGresult* result)
{
    std::string names;
    const auto add = [&](const char* label, int field) {
        const char* name = PQresultErrorField(result, field);
        if (name) names += std::string(", ") + label + " " + name;
    };
    add("constraint", PG_DIAG_CONSTRAINT_NAME);
    add("table", PG_DIAG_TABLE_NAME);
    add("column", PG_DIAG_COLUMN_NAME);
    return names;
}

std::int64_t rows_changed(PGresult* result)
{
    const std::string_view digits = PQcmdTuples(result);
    std::int64_t count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return count;
}

} // namespace postgres_connection_detail

void PostgresResultCloser::operator()(pg_result* result) const noexcept
{
    PQclear(result);
}

PostgresConnection::PostgresConnection(const PostgresPlace& place, PostgresRole role,
                                       Timings& timings)
    : timings_(timings)
{
    const char* const keywords[] = {"dbname", "client_encoding", "connect_timeout",
                                    "application_name", nullptr};
    const char* const values[] = {place.url.c_str(), "UTF8", "10", "onroll", nullptr};
    handle_ = PQconnectdbParams(keywords, values, 1);
    try {
        if (PQstatus(handle_) != CONNECTION_OK)
            throw Failure(FailureKind::connection_lost, "connect", PQerrorMessage(handle_));
        // What a server says beside its answers may quote values, and nobody reads it.
        PQsetNoticeProcessor(
            handle_, [](void*, const char*) {}, nullptr);
        take_place(place);
        // As reading by an index costs where what is asked for is in memory; not where the server
        // was told otherwise.
        execute_text("SELECT set_config('random_page_cost', '1.1', false) FROM pg_settings "
                     "WHERE name = 'random_page_cost' AND source = 'default'",
                     "connect");
        if (role == PostgresRole::reader)
            execute_text("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "connect");
        // A server may be set to say "committed" before it is; ours may not.
        else if (const auto promise = ask("SHOW synchronous_commit");
                 promise == "off" || promise == "local")
            execute_text("SET synchronous_commit TO on", "connect");
    } catch (...) {
        PQfinish(handle_);
        throw;
    }
}

/// The names are plain ones: open_postgres has looked at them.
void PostgresConnection::take_place(const PostgresPlace& place)
{
    const auto set = [&](const char* before, const std::string& name, const char* after) {
        const std::string text = before + name + after;
        if (!name.empty()) execute_text(text.c_str(), "connect");
    };
    set("SET search_path TO \"", place.schema, "\"");
    set("SET onroll.agency TO '", place.agency, "'");
    set("SET ROLE \"", place.role, "\"");
    follows_agency_ = !place.role.empty() && place.agency.empty();
}

std::string PostgresConnection::show_rows_of(std::string_view agency)
{
    if (shows_rows_of(agency)) return shows_rows_of_;
    const std::string named(agency);
    const char* const values[] = {named.c_str()};
    // Not for this transaction alone: the connection may be lent for the same agency again.
    const PostgresResult result(PQexecParams(handle_,
                                             "SELECT set_config('onroll.agency', $1, false)", 1,
                                             nullptr, values, nullptr, nullptr, 0));
    check(result.get(), "show rows of");
    return std::exchange(shows_rows_of_, named);
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(handle_);
}

void PostgresConnection::check(const pg_result* result, std::string_view statement)
{
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    const char* found = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = found ? found : "";
    auto kind = postgres_connection_detail::kind_of(state);
    if (PQstatus(handle_) == CONNECTION_BAD) kind = FailureKind::connection_lost;
    std::string what = "SQLSTATE " + (state.empty() ? std::string("none") : state) +
                       postgres_connection_detail::names_in(result);
    // About the text of a statement, which holds no values, the server may speak freely.
    const char* about_text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (about_text && state.starts_with("42")) what += std::string(": ") + about_text;
    throw Failure(kind, std::string(statement), what);
}

PostgresResult PostgresConnection::execute_text(const char* fixed_text, std::string_view name)
{
    PostgresResult result(PQexec(handle_, fixed_text));
    check(result.get(), name);
    return result;
}

std::string PostgresConnection::ask(const char* fixed_text)
{
    const auto result = execute_text(fixed_text, "ask");
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

PostgresStatement& PostgresConnection::prepare(const Sql& sql, std::span<const Value> values)
{
    const bool own_words = !sql.postgres_text.empty();
    std::string key(own_words ? sql.postgres_text : sql.text);
    key += '\n';
    for (const auto& value : values) key += static_cast<char>(value.type);
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;

    const auto written = to_postgres(own_words ? sql.postgres_text : sql.text,
                                     own_words ? Words::keep : Words::translate);
    if (written.placeholders != static_cast<int>(values.size()))
        throw Failure(FailureKind::misuse, std::string(sql.name),
                      "takes " + std::to_string(written.placeholders) + " values, was given " +
                          std::to_string(values.size()));
    std::vector<Oid> types;
    for (const auto& value : values)
        types.push_back(postgres_connection_detail::type_for(value.type));
    PostgresStatement statement;
    statement.name = "s" + std::to_string(++statements_made_);
    statement.placeholders = written.placeholders;
    statement.timing = &timings_.of(sql.name);
    const PostgresResult result(PQprepare(handle_, statement.name.c_str(), written.text.c_str(),
                                          static_cast<int>(types.size()), types.data()));
    check(result.get(), sql.name);
    return kept_.emplace(std::move(key), std::move(statement)).first->second;
}

PostgresResult PostgresConnection::execute(PostgresStatement& statement, const Sql& sql,
                                           std::span<const Value> values)
{
    const postgres_connection_detail::Bound bound(values);
    const TimedRun timed(*statement.timing);
    PostgresResult result(PQexecPrepared(handle_, statement.name.c_str(), bound.count(),
                                         bound.pointers(), bound.lengths(), bound.binary(), 0));
    check(result.get(), sql.name);
    return result;
}

std::unique_ptr<Cursor> PostgresConnection::query(const Sql& sql, std::span<const Value> values)
{
    auto& statement = prepare(sql, values);
    auto result = execute(statement, sql, values);
    if (!statement.columns) {
        statement.columns = std::make_shared<std::vector<std::string>>();
        for (int column = 0; column < PQnfields(result.get()); ++column)
            statement.columns->emplace_back(PQfname(result.get(), column));
    }
    return std::make_unique<PostgresCursor>(*this, statement, std::move(result), sql.name);
}

std::int64_t PostgresConnection::run(const Sql& sql, std::span<const Value> values)
{
    const auto result = execute(prepare(sql, values), sql, values);
    return postgres_connection_detail::rows_changed(result.get());
}

std::int64_t PostgresConnection::run_rows(const Sql& sql, std::span<const OwnedRow> rows)
{
    std::vector<PostgresStatement*> statements;
    for (const auto& row : rows) statements.push_back(&prepare(sql, row.values));
    // Sent without waiting for each answer; the answers to one batch are small enough to wait in
    // the socket.
    if (PQenterPipelineMode(handle_) != 1)
        throw Failure(FailureKind::connection_lost, std::string(sql.name),
                      "the connection is not ready");
    const TimedRun timed(timings_.of(sql.name));
    bool sent = true;
    for (std::size_t at = 0; at < rows.size() && sent; ++at) {
        const postgres_connection_detail::Bound bound(rows[at].values);
        sent = PQsendQueryPrepared(handle_, statements[at]->name.c_str(), bound.count(),
                                   bound.pointers(), bound.lengths(), bound.binary(), 0) == 1;
    }
    sent = PQpipelineSync(handle_) == 1 && sent;

    std::int64_t changed = 0;
    PostgresResult trouble;
    for (bool at_end = !sent; !at_end && PQstatus(handle_) == CONNECTION_OK;) {
        PostgresResult result(PQgetResult(handle_));
        if (!result) continue; // Between the answers to two statements.
        const auto status = PQresultStatus(result.get());
        at_end = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            changed += postgres_connection_detail::rows_changed(result.get());
        else if (status == PGRES_FATAL_ERROR && !trouble)
            trouble = std::move(result);
    }
    const bool left = PQexitPipelineMode(handle_) == 1;
    if (trouble) check(trouble.get(), sql.name);
    if (!sent || !left || PQstatus(handle_) != CONNECTION_OK)
        throw Failure(FailureKind::connection_lost, std::string(sql.name), "the server went away");
    return changed;
}

void PostgresConnection::run_script(const Sql& script)
{
    const TimedRun timed(timings_.of(script.name));
    const bool own_words = !script.postgres_text.empty();
    const auto written = to_postgres(own_words ? script.postgres_text : script.text,
                                     own_words ? Words::keep : Words::translate);
    execute_text(written.text.c_str(), script.name);
    // What was prepared may have met other tables.
    execute_text("DEALLOCATE ALL", script.name);
    kept_.clear();
}

void PostgresConnection::begin_writing()
{
    execute_text("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", "begin");
}

void PostgresConnection::begin_snapshot()
{
    execute_text("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "begin");
}

void PostgresConnection::commit(const std::string& transaction)
{
    const PostgresResult result(PQexec(handle_, "COMMIT"));
    if (PQstatus(handle_) != CONNECTION_OK)
        throw Failure(FailureKind::commit_unknown, transaction,
                      "the server went away during the commit");
    check(result.get(), transaction);
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw Failure(FailureKind::other, transaction,
                      "the server rolled back instead of committing");
}

void PostgresConnection::rollback() noexcept
{
    if (PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) != PQTRANS_IDLE)
        PQclear(PQexec(handle_, "ROLLBACK"));
    // What a transaction set is taken back with it.
    shows_rows_of_.clear();
}

bool PostgresConnection::is_sound() noexcept
{
    if (PQstatus(handle_) != CONNECTION_OK || PQtransactionStatus(handle_) != PQTRANS_IDLE)
        return false;
    // Nothing is due while idle: what waits in the socket is the goodbye of a server that went
    // away.
    pollfd waiting{PQsocket(handle_), POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

} // namespace onroll::db
