// /check: one exclusion at one school, answered on the page; the answers stay in the form and are
// not kept. /check/schools: what a head teacher must do around an exclusion.
#pragma once

#include "law/services.h"
#include "platform/http/router.h"

namespace onroll::law {

void add_check_pages(http::Router& router, const Services& services);

} // namespace onroll::law
