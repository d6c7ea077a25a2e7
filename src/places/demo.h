// The invented authority Tidemoor: its schools, trusts and term dates, the same for the same seed.
// Never beside real schools.
#pragma once

#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>

namespace onroll::places {

/// Tidemoor's code, 001: codes of real authorities in England run from 201.
LaCode demo_authority();

/// Whether the store holds the invented authority's schools. Demonstration and real data never
/// share a store, so then all of it is invented.
bool is_demonstration(db::Queries& database);

struct DemoFilled {
    std::size_t schools = 0;   ///< written now; 0 where all were there already
    std::size_t calendars = 0; ///< stated or changed now
};

/// Fills the store with Tidemoor through the functions that people's acts use. The seed decides
/// which school has which INSET days. Filling again with the same seed changes nothing. Conflict
/// where the store holds a school that is not invented.
Result<DemoFilled> fill_demo(db::Database& database, std::uint64_t seed, const Clock& clock);

} // namespace onroll::places
