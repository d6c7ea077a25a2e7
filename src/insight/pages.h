// The pages about areas: choose one, one area's figures, several compared, how they are worked out,
// who runs the schools, the briefing. Published statistics: open to all, the same with and without
// scripts. Every view has an address of its own that holds codes only.
#pragma once

#include "insight/services.h"

#include "platform/http/router.h"

namespace onroll::insight {

/// Adds /area and all below it.
void add_pages(http::Router& router, const Services& services);

} // namespace onroll::insight
