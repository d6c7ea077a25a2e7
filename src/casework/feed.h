// The calendar file of an adviser: one entry for each thing that is due, all day or at its time,
// with titles that say nothing of a family. RFC 5545. Pure.
#pragma once

#include "casework/rules_day_list.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// `site` begins the address of the day list: "https://onroll.example.gov.uk".
std::string feed_file(const std::vector<DayLine>& lines, Date today, const std::string& site);

} // namespace onroll::casework
