#include "casework/pages_case_frame.h"

#include "casework/store_cases.h"
#include "casework/store_levels.h"
#include "casework/views_case.h"
#include "casework/views_levels.h"

#include "people/store_consents.h"

namespace onroll::casework {
namespace pages_case_detail {

/// What each noun brings to the overview, in the order of the page.
CaseParts parts_of(const http::Request& request, const Services& services, const Case& found)
{
    const auto& actor = access::actor(request);
    const auto& agency = actor.agency;
    const auto address = address_of(found.id);
    const auto today = services.guard->clock().today();
    const bool may_change = may(request, services, "advice.change", found);
    auto reading = store_of(request, services).read();
    CaseParts parts;
    if (may_change)
        parts.side.push_back(do_next_section(
            {.deeds = {{"Add a contact", "/advice/contacts/new?case=" + found.id.text()},
                       {"Change level", address + "/levels/move"}}}));
    parts.side.push_back(levels_section({.found = found,
                                         .address = address,
                                         .moves = levels_of_case(reading, agency, found.id),
                                         .may_change = may_change}));
    parts.side.push_back(
        case_section({.found = found,
                      .address = address,
                      .caseworker = found.caseworker ? services.name_of(agency, *found.caseworker)
                                                     : std::string()}));
    parts.side.push_back(
        consents_section({.consents = people::consents_about(reading, agency, found.child),
                          .href = "/people/" + found.child.text() + "/consents",
                          .today = today}));
    return parts;
}

http::Response show_case(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    return case_page(request, services, found,
                     "Case " + std::to_string(found.number) + ": overview",
                     case_overview(found, parts_of(request, services, found)));
}

} // namespace pages_case_detail

void add_case_pages(http::Router& router, const Services& services)
{
    using namespace pages_case_detail;
    router.get("/advice/cases/{case}", services.guard->policy("advice.view"),
               [&services](const http::Request& request) { return show_case(request, services); });
}

} // namespace onroll::casework
