// What programs ask of access by their key: where the agency's audit record ends, signed, to be
// kept elsewhere. Follows trust.md A-16 and L-02.
#pragma once

#include "access/services_guarded.h"

#include "platform/http/router.h"
#include "platform/openapi/openapi.h"

namespace onroll::access {

/// Adds /api/v1/audit/head.
void add_api(http::Router& router, openapi::Document& description, const GuardedServices& services);

} // namespace onroll::access
