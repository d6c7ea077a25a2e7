// The page behind a sign-in on which a school acknowledges the code of rights and the council sees
// which schools have.
#pragma once

#include "platform/http/router.h"
#include "rights/services.h"

namespace onroll::rights {

/// Adds /code-of-rights. `services` outlives the router.
void add_pages(http::Router& router, const Services& services);

} // namespace onroll::rights
