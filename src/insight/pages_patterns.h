// The pages of an area's schools, trusts and parts, and of one school's own years.
#pragma once

#include "insight/services.h"

#include "platform/http/router.h"

namespace onroll::insight {

/// Adds /area/{code}/patterns and /area/{code}/patterns/{school}, each with its CSV.
void add_pattern_pages(http::Router& router, const Services& services);

} // namespace onroll::insight
