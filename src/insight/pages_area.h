// The page of one area, its charts as files, and several areas side by side.
#pragma once

#include "insight/area_picture.h"
#include "insight/services.h"

#include "platform/http/router.h"

namespace onroll::insight {

/// What an address asks for: the area of its path and the choices of its query. Not found for an
/// area that is none; bad input for a measure that is none.
Result<AreaQuestion> area_question(db::Queries& database, const http::Request& request);

/// The page of one area. Kept until something is imported, so that the same choice gives the same
/// bytes: two queries the second time.
http::Response area_page(db::Queries& database, const http::Request& request,
                         const Services& services);

/// Adds /area/{code}, /area/{code}/{file} and /area/compare.
void add_area_pages(http::Router& router, const Services& services);

} // namespace onroll::insight
