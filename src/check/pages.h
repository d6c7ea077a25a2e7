// /check: what happened to one child, answered on the page; the answers travel in the forms and are
// not kept.
#pragma once

#include "check/services.h"
#include "platform/http/router.h"

namespace onroll::check {

void add_pages(http::Router& router, const Services& services);

} // namespace onroll::check
