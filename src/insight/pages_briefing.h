// The pages to write a briefing. What is typed is answered as a document and never kept.
#pragma once

#include "insight/services.h"

#include "platform/http/router.h"

namespace onroll::insight {

/// Adds GET and POST /area/{code}/briefing.
void add_briefing_pages(http::Router& router, const Services& services);

} // namespace onroll::insight
