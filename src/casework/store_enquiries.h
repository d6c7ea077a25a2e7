// How many enquiries a service had, by day and by what they were. capabilities.md N09.
#pragma once

#include "casework/rules_enquiries.h"
#include "casework/types_enquiries.h"

#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// From the first day to the last, both included, in the order of days.
std::vector<EnquiryCount> enquiries_between(db::Queries& database, const access::AgencyId& agency,
                                            Date from, Date to);

/// The sources that send fewer families than they did, from two years of contacts.
std::vector<DriedUp> sources_gone_quiet(db::Queries& database, const access::AgencyId& agency,
                                        Date today);

} // namespace onroll::casework
