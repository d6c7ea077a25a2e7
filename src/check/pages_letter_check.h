// /check/letter: the steps of a letter check.
#pragma once

#include "check/services.h"
#include "platform/http/router.h"

namespace onroll::check {

/// `services` must live as long as the router.
void add_letter_check_pages(http::Router& router, const Services& services);

} // namespace onroll::check
