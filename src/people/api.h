// What programs ask about children by a key of their organisation: finding one, and what the record
// says of schooling. No address, no adult, no contact, no alert. Follows trust.md A-16, G-13.
#pragma once

#include "people/services.h"

#include "platform/http/router.h"
#include "platform/openapi/openapi.h"

namespace onroll::people {

/// Adds /api/v1/children/search and /api/v1/children/{person}.
void add_api(http::Router& router, openapi::Document& description, const Services& services);

} // namespace onroll::people
