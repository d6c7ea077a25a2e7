#include "access/pages.h"

#include "access/cookies.h"
#include "access/staff_page.h"

#include <utility>

namespace onroll::access {

void add_pages(http::Router& router, const Pages& pages)
{
    add_sign_in_pages(router, pages);
    add_account_pages(router, pages);
    add_staff_pages(router, pages);
    add_key_pages(router, pages);
    add_support_pages(router, pages);
    add_cover_pages(router, pages);
    add_agency_pages(router, pages);
}

http::Response page_of_staff(const http::Request& request, const Pages& pages, std::string title,
                             const design::Html& content, std::string back, int status)
{
    return staff_page(*pages.services, request,
                      {.title = std::move(title),
                       .section = "Staff",
                       .active = "/staff",
                       .back = std::move(back),
                       .has_errors = status == 400},
                      content, status);
}

http::Response with_sign_in(std::string_view path, SignedIn signed_in)
{
    auto response = http::redirect(path);
    response.cookies.push_back(cookie_for_sign_in(std::move(signed_in.token), signed_in.whose));
    if (!signed_in.browser.empty())
        response.cookies.push_back(cookie_for_browser(std::move(signed_in.browser)));
    return response;
}

} // namespace onroll::access
