// The dates in law as they were last given for a case, what changed in them and why, and the days
// they were counted on. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_case.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace onroll::casework {

/// Those that follow now.
std::vector<KeptDate> kept_dates(db::Queries& database, const access::AgencyId& agency,
                                 const CaseId& case_id);
/// Makes the kept dates these; those that are gone are kept as gone.
void keep_dates(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                const std::vector<KeptDate>& before, const std::vector<KeptDate>& now);

/// From the column of casework_counted; nothing for a broken one.
DaysSeen days_seen_from(const std::string& text);
DaysSeenBySchool days_counted(db::Queries& database, const access::AgencyId& agency,
                              const CaseId& case_id);
/// Those of several cases, by the id of the case.
std::map<std::string, DaysSeenBySchool> days_of_cases(db::Queries& database,
                                                      const access::AgencyId& agency,
                                                      const std::vector<CaseId>& cases);
void keep_days_counted(db::Transaction& transaction, const access::AgencyId& agency,
                       const CaseId& case_id, const DaysSeenBySchool& days);

void add_date_changes(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const std::vector<DateChange>& changes);
/// The newest first, at most `limit`.
std::vector<DateChange> date_changes_of(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id, std::size_t limit);

/// Of which revision of the calendars the dates of the service were last counted; empty before the
/// first.
std::string calendar_seen(db::Queries& database, const access::AgencyId& agency);
void note_calendar_seen(db::Transaction& transaction, const access::AgencyId& agency,
                        const std::string& revision);

/// Cases that are not closed and have dates: those that a change of a calendar may move.
std::vector<Case> cases_with_dates(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
