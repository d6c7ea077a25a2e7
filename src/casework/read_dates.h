// Reads what "Dates and tasks" and the overview of a case show: counts again where a calendar
// changed, then asks the law on today's facts. Only for this part's own pages.
#pragma once

#include "casework/pages_case_frame.h"
#include "casework/views_dates.h"

namespace onroll::casework {

DatesView read_dates(const http::Request& request, const Services& services, const Case& found);

} // namespace onroll::casework
