// Demand by day and week, and the alarm when a source of referral dries up. Pure. capabilities.md
// N06, N09, N12.
#pragma once

#include "casework/types_enquiries.h"

#include <vector>

namespace onroll::casework {

/// The Monday of the week that the day is in.
/// Source: ISO 8601.
Date monday_of(Date day);

/// Every day from the first to the last, included, also those without an enquiry.
/// Source: capabilities N09, calls a day and a week.
std::vector<Demand> demand_by_day(const std::vector<EnquiryCount>& counts, Date from, Date to);
/// The same by week, from the Monday of the first day.
/// Source: as demand_by_day.
std::vector<Demand> demand_by_week(const std::vector<EnquiryCount>& counts, Date from, Date to);
/// All of it as one.
/// Source: as demand_by_day.
Demand demand_of(const std::vector<EnquiryCount>& counts);

/// The latest eight weeks in which the service was open, and up to forty-four such weeks before,
/// from the days on which anybody enquired. The week that `today` is in does not count yet.
/// Source: capabilities N12; the lengths are our convention, a term against the year before.
OpenWeeks open_weeks(const std::vector<Date>& days, Date today);
/// Who sent enquiries in those weeks. A source with a name counts for its kind and by itself.
/// Source: capabilities N12.
Sources sources_of(const OpenWeeks& weeks, const std::vector<SentBy>& sent);
/// The same of enquiries that were read one by one.
/// Source: as open_weeks.
Sources sources_of(const std::vector<EnquiryCount>& counts, Date today);
inline constexpr int weeks_lately = 8;
inline constexpr int weeks_before = 44;

/// The probability of `lately` or fewer among all that a source sent, were its rate the same in
/// both stretches: X given the total n is binomial (n, t2 / (t1 + t2)). Source: J. Przyborowski and
/// H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31
/// (1940), 313 to 323, one-sided.
double chance_of_so_few(std::int64_t before, std::int64_t lately, const OpenWeeks& weeks);

/// The sources whose chance is under a twentieth shared between all that are tested (Bonferroni),
/// the least likely first. Tested is a source that could raise the alarm by sending nothing at all.
/// Nothing before four open weeks lately and twelve before.
/// Source: as chance_of_so_few; the level is our convention.
std::vector<DriedUp> dried_up(const Sources& sources);

} // namespace onroll::casework
