// The law as pages: the list of rules, one rule, what changed; and the form that checks one
// exclusion. Nothing typed is kept.
#pragma once

#include "law/services.h"
#include "platform/http/router.h"

namespace onroll::law {

/// Adds /law, /law/{rule}, /law/changes, /law/rules.csv and /check. `services` must outlive the
/// router.
void add_pages(http::Router& router, const Services& services);

} // namespace onroll::law
