// /check/code: the code of rights and responsibilities, its versions, and what changed.
#pragma once

#include "check/services.h"
#include "platform/http/router.h"

namespace onroll::check {

/// `services` must live as long as the router.
void add_code_pages(http::Router& router, const Services& services);

} // namespace onroll::check
