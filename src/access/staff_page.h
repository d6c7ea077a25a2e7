// The frame of every page behind a sign-in: who is signed in and where, the menu of what they may
// do, the way out, and the warning before a sign-in ends. Follows trust.md A-10, W-09 and S-09.
#pragma once

#include "access/services.h"
#include "access/types.h"

#include "design/page.h"
#include "kernel/result.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// The page, never kept by the browser. Menu entries are Services::staff_menu's that the actor may
/// open; `options.active` is one of their addresses.
http::Response staff_page(const Services& services, const http::Request& request,
                          design::PageOptions options, const design::Html& content,
                          int status = 200);

/// A form that a signed-in person sends: `page` is where its draft is shown again. Each field's
/// error is found by the field's name in Error::where.
design::Html staff_form(const Actor& actor, std::string_view action, std::string_view page,
                        const design::Html& inside);

/// The same with the token of a sign-in that is not finished; none where the token is empty.
design::Html plain_form(std::string_view action, std::string_view form_token,
                        const design::Html& inside);

using Errors = std::vector<Error>;
/// First on a page whose form was not taken; nothing where there is no error.
design::Html error_summary_of(const Errors& errors);
std::optional<std::string> error_at(const Errors& errors, std::string_view field);

} // namespace onroll::access
