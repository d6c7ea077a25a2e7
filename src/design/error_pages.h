// What a person reads when a page cannot be shown (CV-15): no jargon, what to do, whom to ask. They
// never say whether a record exists that the person may not see.
#pragma once

#include "design/page.h"

#include "kernel/result.h"

#include <string>
#include <string_view>

namespace onroll::design {

/// 404.
Html not_found_page(const Site& site);
/// 500. `reference` finds the event in the log: the request's id.
Html failed_page(const Site& site, std::string_view reference);
/// 503.
Html unavailable_page(const Site& site);
/// 503 where it is known what is wrong: `message` says it, and what to do.
Html unavailable_page(const Site& site, std::string_view message);
/// 403.
Html not_allowed_page(const Site& site);
/// 400, 409, 413 and 415: `message` says what is wrong and what to do; `way_back` is the address of
/// the form's page, where it is known.
Html refused_page(const Site& site, std::string_view message, std::string_view title = {},
                  std::string_view way_back = {});

/// The page for expected trouble that a form cannot show beside a field.
Html error_page(const Site& site, const Error& error);

/// The page for a status that has no Error: a method that is not allowed, a bug.
Html error_page(const Site& site, int status, std::string_view reference);

} // namespace onroll::design
