// PostgreSQL's own wall beneath ours: tables that show one agency's rows alone, to a role that owns
// none of them, so that a query that forgot its agency answers nothing (trust.md W-02).
#pragma once

#include "platform/db/database.h"

#include <string>
#include <vector>

namespace onroll::db {

/// What the role may do with the tables of a schema.
struct RowSecurity {
    std::string schema;                     ///< empty for the server's default
    std::string role;                       ///< made when absent; nobody can sign in as it
    std::vector<std::string> append_only{}; ///< tables that it may add to and read, not change
    /// Tables that signing in looks through before it is known whose agency it is: shown whole
    /// while nobody_yet is in force, and one agency's rows as soon as that is known.
    std::vector<std::string> before_sign_in{};
    /// Tables with a column `with_agency`, whose rows are shown to that agency as well.
    std::vector<std::string> shared_with{};
    /// Tables whose rows each agency may read, as the names of the others; written as those above.
    std::vector<std::string> read_by_all{};
};

/// As the owner of the tables, after their migrations; safe to say again. Every table with a column
/// `agency` shows and takes only rows of the agency that the connection was opened for, or that is
/// in force (agency_in_force.h); a connection that named none sees no row of any. Nothing on
/// SQLite, which keeps a confidential agency in a file of its own. Throws Failure where the server
/// refuses, also where the role could pass row security by.
void secure_rows(Database& owner, const RowSecurity& security);

} // namespace onroll::db
