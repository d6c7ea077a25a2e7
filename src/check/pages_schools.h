// /check/schools: what a head teacher must do around an exclusion; worked examples; each duty in
// order; and the code of rights and responsibilities.
#pragma once

#include "check/services.h"
#include "platform/http/router.h"

namespace onroll::check {

void add_school_pages(http::Router& router, const Services& services);

} // namespace onroll::check
