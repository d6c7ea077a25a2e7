// PostgreSQL's own wall beneath ours: tables that show one agency's rows alone, to a role that owns
// none of them, so that a query that forgot its agency answers nothing (trust.md W-02).
#pragma once

#include "platform/db/database.h"

#include <string>
#include <vector>

namespace onroll::db {

/// What the role may do with the tables of a schema.
struct RowSecurity {
    std::string schema;
    std::string role;                     ///< made when absent; nobody can sign in as it
    std::vector<std::string> append_only; ///< tables that it may add to and read, not change
};

/// As the owner of the tables, after their migrations; safe to say again. Every table with a column
/// `agency` shows and takes only rows of the agency that the connection was opened for. Nothing on
/// SQLite, which keeps such an agency in a file of its own. Throws Failure where the server
/// refuses.
void secure_rows(Database& owner, const RowSecurity& security);

} // namespace onroll::db
