// The clocks of a complaint and of a breach, and who was affected by one as the audit tells it.
// Pure. Follows the Data Protection Act 2018, section 164A (inserted by the Data (Use and Access)
// Act 2025), UK GDPR Articles 33 and 34, and trust.md G-03 and G-11.
#pragma once

#include "people/types_data_protection.h"

#include "audit/types.h"

#include <vector>

namespace onroll::people {

/// The last day to acknowledge a complaint: 30 days beginning when it is received. That the day it
/// was received is the first of them is our reading, and the earlier one.
/// Source: Data Protection Act 2018, section 164A(3).
Date acknowledge_by(Date received_on);

/// The last moment to report a breach: 72 hours after becoming aware of it, whatever the day.
/// Source: UK GDPR Article 33(1).
std::chrono::sys_time<std::chrono::milliseconds>
report_by(std::chrono::sys_time<std::chrono::milliseconds> aware_at);

/// The records that were opened, changed, printed or taken out, the most often touched first; by
/// one account where it is known whose. What was refused showed nothing and is not counted. Source:
/// UK GDPR Article 33(3)(a); trust rule G-11.
std::vector<Affected> affected_by(const Breach& breach, const std::vector<audit::Entry>& entries);

} // namespace onroll::people
