// The page of a link that an adviser made to hand over.
#pragma once

#include "casework/pages.h"

#include "platform/http/request.h"
#include "platform/http/response.h"

namespace onroll::casework {

/// Shows the link while it was not opened, for a quarter of an hour, to whom it was made by a press
/// of a button; a notice's own link is shown to nobody.
http::Response show_made_link(const http::Request& request, const Services& services);

} // namespace onroll::casework
