// /audit: who has seen a record, whether the chain is whole, what stands out.
#pragma once

#include "access/services_guarded.h"

#include "platform/http/router.h"

namespace onroll::access {

/// The services outlive the router.
void add_audit_pages(http::Router& router, const GuardedServices& services);

} // namespace onroll::access
