// Whose rows PostgreSQL shows to a thread where the tables are secured by agency (row_security.h):
// set where a request is known to be an agency's, so that a query that forgot its agency still
// answers that agency's rows alone (trust.md W-02). Nothing happens on SQLite.
#pragma once

#include "platform/db/database.h"

#include <string>
#include <string_view>

namespace onroll::db {

/// What is in force while nobody is known yet: shows what signing in needs of every agency, and no
/// record of a person of any.
inline constexpr std::string_view nobody_yet = "*";

/// What is in force in this thread.
std::string_view agency_in_force();

/// Readers and transactions that this thread begins while this lives show and take rows of that
/// agency alone.
class WorkFor {
public:
    explicit WorkFor(std::string_view agency);
    ~WorkFor();
    WorkFor(const WorkFor&) = delete;
    WorkFor& operator=(const WorkFor&) = delete;

private:
    std::string before_;
};

/// The same inside a transaction or a reader that was begun for another: for the chain that notes a
/// deed, and for what another agency has shared. What it was given outlives it, and is then what it
/// was; no rows of it are being read when it begins or ends.
class WorkForWithin {
public:
    WorkForWithin(Queries& queries, std::string_view agency);
    ~WorkForWithin();
    WorkForWithin(const WorkForWithin&) = delete;
    WorkForWithin& operator=(const WorkForWithin&) = delete;

private:
    Queries& queries_;
    std::string before_;
};

} // namespace onroll::db
