// The exception of the database layer: work that cannot go on. It names the statement and the
// column, never a value.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace onroll::db {

/// The closed list of what stops a statement; the same on both engines.
enum class FailureKind {
    unique,          ///< a row with this key exists
    foreign_key,     ///< the row points to nothing, or something points to it
    not_null,        ///< a column that must be filled is empty
    check,           ///< a CHECK, or the type of a STRICT column, refused the value
    busy,            ///< another transaction was in the way: with_retry tries again
    connection_lost, ///< the server went away before the commit was sent: nothing was stored
    commit_unknown,  ///< the server went away during the commit: it may or may not be stored; check
                     ///< by key
    disk_full,       ///< nothing was stored; reading goes on
    read_only,       ///< a write on a reader, or the disk is read-only
    writes_stopped,  ///< the disk refused to make a commit durable, so this process takes no more
                     ///< writes
    out_of_memory, ///< there was no memory for the statement; nothing of its transaction is stored
    damaged,       ///< the file is not a sound database
    misuse,        ///< the program asked for a wrong type, an unknown column, or wrote bad SQL
    other,
};

/// A word for logs, such as "foreign_key".
std::string_view word_for(FailureKind kind);

/// What to tell a person whose command it stopped: what happened, and what to do.
std::string_view words_for(FailureKind kind);

class Failure : public std::runtime_error {
public:
    /// `statement` is the name of the SQL or of the transaction; `what` must hold no values.
    Failure(FailureKind kind, std::string statement, const std::string& what);

    FailureKind kind() const noexcept { return kind_; }
    const std::string& statement() const noexcept { return statement_; }
    /// One of unique, foreign_key, not_null and check.
    bool is_constraint() const noexcept;

private:
    FailureKind kind_;
    std::string statement_;
};

} // namespace onroll::db
