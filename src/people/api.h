// What programs do about children by a key of their organisation. One reads: it finds a child, and
// what the record says of schooling; no address, no adult, no contact, no alert. Another brings
// lists of children, and reads nothing. Follows trust.md A-16, G-13, U-07.
#pragma once

#include "people/services.h"

#include "platform/http/router.h"
#include "platform/openapi/openapi.h"

namespace onroll::people {

/// Adds /api/v1/children/search, /api/v1/children/{person} and, from api_imports.cpp,
/// /api/v1/children/imports and its preview.
void add_api(http::Router& router, openapi::Document& description, const Services& services);
void add_import_api(http::Router& router, openapi::Document& description, const Services& services);

/// How many lists a program may send in an hour, only to be looked at or to be imported.
inline constexpr std::int64_t lists_in_an_hour = 60;
/// And so many children in one list of it.
inline constexpr std::size_t most_children_in_list = 20'000;

} // namespace onroll::people
