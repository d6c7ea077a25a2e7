#include "casework/pages_links.h"

#include "casework/pages_case_frame.h"
#include "casework/store_links.h"
#include "casework/views_messages.h"

#include "design/page.h"

namespace onroll::casework {

http::Response show_made_link(const http::Request& request, const Services& services)
{
    constexpr std::chrono::minutes shown_for{15};
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    const auto now = services.guard->clock().now();
    const auto id = request.path<LinkId>("link");
    if (!id) return http::not_found();
    const auto link = [&] {
        auto reading = store_of(request, services).read();
        return find_link(reading, agency, *id);
    }();
    if (!link || link->case_id != found.id) return http::not_found();
    const bool for_account = link->purpose == LinkPurpose::account;
    const auto back = address_of(found.id) + (for_account ? "/accounts" : "/messages");
    if (!link->made_by_hand || link->opened_at || link->ended_at ||
        now >= link->made_at + shown_for)
        return case_page(request, services, found, "A link that was made",
                         design::page_heading("A link that was made") +
                             design::paragraph(link->opened_at
                                                   ? "It was opened. Make another if one is needed."
                                                   : "It is not shown again. Make another.") +
                             design::paragraph(design::link(back, "Back")));
    return case_page(request, services, found, "A link to hand over",
                     link_view({.url = (services.public_address.empty()
                                            ? "http://" + std::string(request.header("Host"))
                                            : services.public_address) +
                                       "/open/" + link_token(*services.links, agency, link->id),
                                .ends_at = moment_in_words(link->ends_at),
                                .back = back,
                                .for_account = for_account}));
}

} // namespace onroll::casework
