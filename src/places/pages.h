// The pages about schools: search, one school, its term dates. Open to all and the same with and
// without scripts.
#pragma once

#include "places/services.h"

#include "platform/http/router.h"

namespace onroll::places {

/// Adds /schools, /schools/{urn}, /schools/{urn}/calendar.ics and /schools/{urn}/calendar.csv.
void add_pages(http::Router& router, const Services& services);

} // namespace onroll::places
