// /check: one exclusion at one school, answered on the page. The answers stay in the form and are
// not kept.
#pragma once

#include "law/services.h"
#include "platform/http/router.h"

namespace onroll::law {

void add_check_pages(http::Router& router, const Services& services);

} // namespace onroll::law
