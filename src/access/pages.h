// The pages of access: signing in, one's own account, an agency's staff, agencies. Those of the
// audit, purposes and break-glass are in files of their own.
#pragma once

#include "access/gate.h"
#include "access/guard.h"
#include "access/services.h"
#include "access/sign_in.h"

#include "design/html.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/router.h"

#include <string>

namespace onroll::access {

/// All of it outlives the router.
struct Pages {
    const Services* services = nullptr;
    const Gate* gate = nullptr;
    const Guard* guard = nullptr;
};

void add_pages(http::Router& router, const Pages& pages);

// One for each file of pages.
void add_sign_in_pages(http::Router& router, const Pages& pages);
void add_account_pages(http::Router& router, const Pages& pages);
void add_staff_pages(http::Router& router, const Pages& pages);
void add_team_pages(http::Router& router, const Pages& pages);
void add_key_pages(http::Router& router, const Pages& pages);
void add_support_pages(http::Router& router, const Pages& pages);
void add_cover_pages(http::Router& router, const Pages& pages);
void add_agency_pages(http::Router& router, const Pages& pages);

/// A page of the menu’s Staff; the title says of a 400 that something is wrong.
http::Response page_of_staff(const http::Request& request, const Pages& pages, std::string title,
                             const design::Html& content, std::string back = "/staff",
                             int status = 200);

/// A response that begins a browser's sign-in, or carries it on, and leads to `path`.
http::Response with_sign_in(std::string_view path, SignedIn signed_in);

} // namespace onroll::access
