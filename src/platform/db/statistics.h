// What SQLite is told of how much each column narrows a search. Without it the planner takes every
// leading column for as narrow as the next one, and walks all records of an agency where the index
// beside it would find ten. Internal to platform/db.
#pragma once

#include "platform/db/database.h"

namespace onroll::db {

/// Tells it of all tables, where there is a table or an index that it was not told of. They are the
/// same for every store: they say that one agency has all the rows, so that plans do not change
/// with what is kept. Nothing on PostgreSQL, which counts for itself.
void keep_statistics(Transaction& transaction);

} // namespace onroll::db
