// The tables of access, made ready. Users and agencies are in store_users.h, sign-ins and what they
// are proved by in store_sign_ins.h and store_factors.h.
#pragma once

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

namespace onroll::access {

/// Brings the tables to their present shape. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

} // namespace onroll::access
