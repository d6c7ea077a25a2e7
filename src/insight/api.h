// The figures of areas for other programs: JSON or CSV under /api/v1/areas, and open data in DfE's
// columns. Shapes are those of the tables in figures_rows.h and never change meaning under the
// same name. Published statistics: open to all, from any site.
#pragma once

#include "insight/services.h"

#include "platform/http/router.h"
#include "platform/openapi/openapi.h"

namespace onroll::insight {

/// Adds the routes and their description. `services` must outlive the router.
void add_api(http::Router& router, openapi::Document& description, const Services& services);

} // namespace onroll::insight
