#include "check/pages_code.h"

#include "check/views_code.h"

namespace onroll::check {

namespace pages_code_detail {

/// The area's own versions; those built in where it has none.
const std::vector<CodeVersion>& versions_of(const Services& services)
{
    static const auto built_in = built_in_code();
    return services.code.empty() ? built_in : services.code;
}

http::Response show(const Services& services, const CodeVersion& version)
{
    const auto& versions = versions_of(services);
    const auto today = services.clock->today();
    const auto shown = code_view({&versions, &version, code_on(versions, today)});
    const design::PageOptions options{
        .title = shown.title, .section = "For schools and families", .active = "/check/schools"};
    auto response = http::html(page(*services.site, options, shown.content).str());
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_code_detail

void add_code_pages(http::Router& router, const Services& services)
{
    using namespace pages_code_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/check/code", open, [&services](const http::Request&) {
        const auto& versions = versions_of(services);
        const auto* now = code_on(versions, services.clock->today());
        return show(services, now ? *now : versions.front());
    });
    router.get("/check/code/{from}", open, [&services](const http::Request& request) {
        const auto from = parse_date(request.path("from"));
        if (!from) return http::not_found();
        for (const auto& version : versions_of(services))
            if (version.from == *from) return show(services, version);
        return http::not_found();
    });
}

} // namespace onroll::check
