// The pages to find an area, and the texts about the figures.
#pragma once

#include "insight/services.h"

#include "design/html.h"
#include "design/page.h"
#include "platform/http/router.h"

namespace onroll::insight {

/// A page of this part, kept by browsers but asked for again each time.
http::Response public_page(const Services& services, design::PageOptions options,
                           const design::Html& content);

/// Adds /area, /area/method, /area/limits.
void add_area_list_pages(http::Router& router, const Services& services);
/// Adds /area/{code}/schools and its CSV.
void add_register_pages(http::Router& router, const Services& services);

} // namespace onroll::insight
