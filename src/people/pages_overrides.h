// Who may allow sharing without consent, and that they are told. Only for this part's own pages.
#pragma once

#include "people/pages_shared.h"

#include "access/types.h"

#include <vector>

namespace onroll::people::pages_shared {

/// Active colleagues of the actor who may share without consent themselves.
std::vector<access::User> who_may_allow(const http::Request& request, const Services& services);

/// Writes at once to whoever allowed it and to the officers for data protection. No mail names a
/// child, a record or what was shared.
void tell_of_override(const http::Request& request, const Services& services,
                      db::Transaction& transaction, std::string_view allowed_by);
/// The messages are ready to leave.
void wake_mail_of_override(const Services& services);

} // namespace onroll::people::pages_shared
