// /break-glass: opening a record in an emergency, who is told, the review; /alerts, what one is
// told.
#pragma once

#include "access/services_guarded.h"

#include "platform/http/router.h"

namespace onroll::access {

/// The services outlive the router.
void add_break_glass_pages(http::Router& router, const GuardedServices& services);

} // namespace onroll::access
