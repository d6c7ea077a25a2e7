#include "check/pages_schools.h"

#include "check/views_schools.h"

namespace onroll::check {

namespace pages_schools_detail {

http::Response show_schools(const http::Request&, const Services& services)
{
    const design::PageOptions options{.title = "Before you exclude: what must be done",
                                      .section = "For schools",
                                      .active = "/check/schools",
                                      .width = design::PageWidth::full};
    auto response =
        http::html(page(*services.site, options, schools_view(services.clock->today())).str());
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_schools_detail

void add_school_pages(http::Router& router, const Services& services)
{
    router.get("/check/schools", http::Policy::open_to_all(),
               [&services](const http::Request& request) {
                   return pages_schools_detail::show_schools(request, services);
               });
}

} // namespace onroll::check
