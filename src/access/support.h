// What an agency's administrator does about support access. trust.md W-08.
#pragma once

#include "access/services.h"
#include "access/types_support.h"

#include "kernel/result.h"

#include <string>
#include <string_view>

namespace onroll::access {

struct SupportAsked {
    std::string name;
    std::string email; ///< as typed
    std::string hours; ///< as typed: one of support_hours
    std::string reason;
};

/// Lets somebody look at the agency's staff and settings for some hours, and sends them an
/// invitation where they have no account there. Bad input by the field; conflict for one of the
/// agency's own staff, and for somebody who may look already.
Result<void> give_support(const Services& services, const Actor& by, const SupportAsked& asked,
                          const Visit& visit);

/// They are out with their next request. Not found where nothing runs for them.
Result<void> take_support_back(const Services& services, const Actor& by, const UserId& user,
                               const Visit& visit);

} // namespace onroll::access
