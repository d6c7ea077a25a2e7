// The only code that touches the tables of places. Facts about schools and term dates are public,
// so nothing here asks who is asking. An import is one transaction: all of it or nothing.
#pragma once

#include "places/calendar_files.h"
#include "places/imports.h"
#include "places/rules_calendar.h"
#include "places/types.h"
#include "places/types_import.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/csv/reader.h"
#include "platform/db/db.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::places {

/// Brings the tables to their present shape and enters the local authorities of England with their
/// codes by year (data/reference/local_authorities.csv). Changes nothing the second time. Conflict
/// for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Imports one file of schools, school numbers, census figures, links or authority codes. With
/// faulty rows nothing is stored unless they are left out by choice. Errors: the file is not
/// recognised or too large.
Result<ImportReport> import_places(db::Database& database, csv::Reader& reader, Apply apply,
                                   FaultyRows faulty, const Clock& clock);

/// Not found for a URN that no list had.
Result<School> find_school(db::Queries& database, Urn urn);
/// All schools by URN.
std::vector<School> all_schools(db::Queries& database);
/// By name.
std::vector<School> schools_of_authority(db::Queries& database, LaCode authority);
std::int64_t count_schools(db::Queries& database);
/// The school's links to others, by date.
std::vector<SchoolLink> links_of_school(db::Queries& database, Urn urn);

/// Not found for a code that no list had.
Result<LocalAuthority> find_authority(db::Queries& database, LaCode code);
std::map<LaCode, LocalAuthority> all_authorities(db::Queries& database);
/// The authority that had this ONS code in that year; nothing where none is known.
std::optional<LaCode> find_authority_by_ons_code(db::Queries& database, std::string_view ons_code,
                                                 int year);

/// Whose calendar it is.
using CalendarOwner = std::variant<LaCode, Urn>;

/// What the school and its authority have stated; nothing stated is no error.
SchoolDates dates_of_school(db::Queries& database, const School& school);
/// Nothing where the authority has stated none.
std::optional<TermDates> dates_of_authority(db::Queries& database, LaCode authority);

/// States an authority's term dates in place of those it had. Bad input where they cannot be.
Result<void> state_authority_dates(db::Database& database, LaCode authority, const TermDates& dates,
                                   std::string_view source, const Clock& clock);
/// States what a school does otherwise in place of what it had stated. Bad input where it does not
/// fit its authority's dates.
Result<void> state_departures(db::Database& database, const School& school,
                              const Departures& departures, std::string_view source,
                              const Clock& clock);

/// Stores a calendar file for its owner. What the owner had stated in the days that the file spans
/// is replaced; the rest stays. Not found for an owner that no list had; problems in the dates are
/// in the report and nothing is stored.
Result<ImportReport> import_calendar(db::Database& database, CalendarOwner owner,
                                     const CalendarFile& file, Apply apply, const Clock& clock);

/// Grows with each change of schools and authorities.
std::int64_t revision(db::Queries& database);

/// Records links beside those known, in the caller's transaction; for the demo area.
void record_schools(db::Transaction& transaction, const std::vector<School>& schools,
                    const std::vector<LocalAuthority>& authorities,
                    const std::vector<SchoolLink>& links);

} // namespace onroll::places
