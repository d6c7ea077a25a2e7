#include "casework/pages.h"

#include "casework/pages_shared.h"
#include "casework/store_cases.h"

namespace onroll::casework {

void add_pages(http::Router& router, const Services& services)
{
    add_contact_pages(router, services);
    add_cases_pages(router, services);
    add_case_pages(router, services);
    add_level_pages(router, services);
}

std::optional<access::Standing> standing_to(const Services& services, const access::Actor& actor,
                                            std::string_view kind, std::string_view record)
{
    if (kind == "contact") return standing_to_contact(services, actor, record);
    auto* store = services.guard->place_of(actor).database;
    const auto id = CaseId::parse(record);
    if (kind != "case" || !id || actor.agency_kind != access::AgencyKind::advice_service || !store)
        return std::nullopt;
    auto reading = store->read();
    const auto found = find_case(reading, actor.agency, *id);
    if (!found) return std::nullopt;
    return standing_of(actor, *found);
}

} // namespace onroll::casework
