// The engine for other programs: POST /api/v1/law/evaluate, GET /api/v1/law/rules. Shapes in
// docs/reference/law-evaluate.md; they never change meaning under the same name. Nothing sent is
// kept or logged.
#pragma once

#include "law/services.h"
#include "platform/http/router.h"
#include "platform/openapi/openapi.h"

namespace onroll::law {

/// Histories in one request; more are refused, to be sent in several.
inline constexpr std::size_t most_histories = 500;
/// Schools in all histories of one request: each brings a calendar, or is looked up.
inline constexpr std::size_t most_schools_in_all = 1000;
/// Exclusions, events and other entries of lists in all histories of one request.
inline constexpr std::size_t most_entries_in_all = 5000;

/// Adds the routes and their description. `services` must outlive the router.
void add_api(http::Router& router, openapi::Document& description, const Services& services);

} // namespace onroll::law
