// What the planner is told of how much each column narrows a search. Without it SQLite takes every
// leading column for as narrow as the next one, and walks all records of an agency where the index
// beside it would find ten. Internal to platform/db.
#pragma once

#include "platform/db/database.h"

namespace onroll::db {

/// Tells SQLite of all tables, where there is a table or an index that it was not told of. They are
/// the same for every store: they say that one agency has all the rows, so that plans do not change
/// with what is kept. PostgreSQL counts for itself, a minute after many rows came; what it has not
/// counted yet it counts here.
void keep_statistics(Transaction& transaction);

} // namespace onroll::db
