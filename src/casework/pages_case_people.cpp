#include "casework/pages_case_frame.h"
#include "casework/store_cases.h"
#include "casework/store_profile.h"
#include "casework/views_case_people.h"

#include "people/rules_contact.h"

#include <utility>

namespace onroll::casework {
namespace pages_case_people_detail {

http::Response show_people(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto record = child_of_case(request, services, found);
    if (!record) return http::failure(record.error());
    const auto now = in_london(services.guard->clock().now());
    auto profile = [&] {
        auto reading = store_of(request, services).read();
        return profile_of(reading, access::actor(request).agency, found.id);
    }();
    CasePeopleView view{.record = *record,
                        .address = address_of(found.id),
                        .minute_of_day = static_cast<int>(now.since_midnight.count()),
                        .profile = std::move(profile),
                        .profile_href = address_of(found.id) + "/profile",
                        .may_change = may(request, services, "advice.change", found)};
    for (const auto& member : view.record.family) {
        view.warnings.push_back(people::contact_warnings(member.safe, member.tie.contact));
        if (!member.adult.alert.empty()) view.warnings.back().push_back(member.adult.alert);
    }
    return case_page(request, services, found, record, "People", case_people_view(view));
}

} // namespace pages_case_people_detail

void add_case_people_pages(http::Router& router, const Services& services)
{
    router.get("/advice/cases/{case}/people", services.guard->policy("advice.view"),
               [&services](const http::Request& request) {
                   return pages_case_people_detail::show_people(request, services);
               });
}

} // namespace onroll::casework
