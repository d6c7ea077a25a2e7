// /check/letter: what a school's letter says and leaves out. /check/letters: letters that a family
// can send. What is typed travels in the forms and is not kept.
#pragma once

#include "check/services.h"
#include "platform/http/router.h"

namespace onroll::check {

/// `/check/letter` and `/check/letters`. `services` must live as long as the router.
void add_letter_pages(http::Router& router, const Services& services);

} // namespace onroll::check
