// The only code that touches the tables of insight. Published statistics are open to all, so
// nothing here asks who is asking. An import is one transaction: all of it or nothing.
#pragma once

#include "insight/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// Brings the tables to their present shape and enters the authorities and regions of England
/// (data/reference). Changes nothing the second time. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Figures of all areas of one level, from the newest release that has each; one query. Level
/// school is asked by authority, below. Empty where no file had them.
Series figures(db::Queries& database, const SeriesKey& key, AreaLevel level);
/// As published in that release, superseded or not.
Series figures_of_release(db::Queries& database, const SeriesKey& key, AreaLevel level,
                          ReleaseId release);
/// The schools of one authority.
Series school_figures(db::Queries& database, const SeriesKey& key, AreaCode authority);

/// Which keys a dataset has at a level, so that a page can list phases, groups, reasons; by
/// indicator, then breakdown. One query.
std::vector<SeriesKey> keys_of(db::Queries& database, std::string_view dataset, AreaLevel level);
/// Datasets that have any figures, by name.
std::vector<std::string> datasets(db::Queries& database);

/// "933", "E06000066", "E10000027" (any year's ONS code), "E12000009", a school's LAESTAB. Not
/// found, saying so, for a code that no list or file had.
Result<Area> find_area(db::Queries& database, std::string_view code);
/// Areas of a level, by code; authorities include those that are no more.
std::vector<Area> areas(db::Queries& database, AreaLevel level);
/// The schools of one authority that have figures, by code.
std::vector<Area> schools_of(db::Queries& database, AreaCode authority);
/// How this authority came to be and what became of it, by date.
std::vector<AreaChange> changes_of(db::Queries& database, AreaCode area);
std::vector<AreaChange> all_changes(db::Queries& database);

/// Years of the neighbour lists that were imported, newest last: 2021, 2025.
std::vector<int> neighbour_lists(db::Queries& database);
/// By place. Empty where the list has none for the area.
std::vector<Neighbour> neighbours_of(db::Queries& database, AreaCode area, int list);

/// Of the newest boundaries imported; empty where none were.
std::vector<Boundary> boundaries(db::Queries& database);

/// All that were ever imported, newest first.
std::vector<Release> releases(db::Queries& database);
Result<Release> find_release(db::Queries& database, ReleaseId id);
/// Those that figures shown now come from, to resolve Figure::release, by id.
std::map<ReleaseId, Release> releases_in_use(db::Queries& database);

/// Grows with each import, for caches.
std::int64_t revision(db::Queries& database);

/// What was understood of a release's file, by position; not found for an unknown release.
Result<std::vector<CodebookColumn>> codebook_of(db::Queries& database, ReleaseId release);

} // namespace onroll::insight
