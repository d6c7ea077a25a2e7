// The register of tables of an area's own records that were given out.
#pragma once

#include "insight/rules_tables.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string_view>
#include <vector>

namespace onroll::insight {

/// Those of one series, oldest first.
std::vector<PastTable> tables_given_out(db::Queries&, std::string_view series);

/// Adds one to the register. It is never taken out: what was given out stays known.
void record_table_given_out(db::Transaction&, std::string_view series, const PastTable&,
                            const Clock&);

} // namespace onroll::insight
