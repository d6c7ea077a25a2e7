// What other agencies share with the actor's: /shared and /shared/{share}. A share that does not
// run answers as one that never was. Each opening is noted on both sides. trust.md W-04, L-01.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_received.h"
#include "people/store_received.h"
#include "people/views_received.h"

#include "audit/store.h"

#include <utility>

namespace onroll::people {

namespace pages_received_detail {

using namespace pages_shared;

http::Response frame(const http::Request& request, const Services& services, std::string title,
                     const design::Html& content, std::string back)
{
    design::PageOptions options{
        .title = std::move(title), .section = "Shared with us", .active = "/shared"};
    if (!back.empty()) options.back = std::move(back);
    return access::staff_page(*services.access, request, std::move(options), content);
}

/// What the giving agency's own audit says of a look by this agency. Not from where, which is the
/// receiving agency's.
audit::Deed deed_for_giver(const http::Request& request, const access::Subject& subject,
                           const ReceivedShare& received, std::vector<std::string> fields)
{
    auto deed = access::deed_of(request, "people.view", subject);
    deed.agency = received.from.text();
    deed.record_kind = "person";
    deed.record = received.share.about.text();
    deed.fields = std::move(fields);
    deed.fields.push_back("agency:" + access::actor(request).agency.text());
    deed.origin.clear();
    return deed;
}

/// That somebody of this agency saw these deeds' fields, all at once or none.
void note_for_givers(const Services& services, const std::vector<audit::Deed>& deeds)
{
    if (deeds.empty()) return;
    db::with_retry(*services.shared, "note shared read", [&](db::Transaction& transaction) {
        for (const auto& deed : deeds)
            audit::note(transaction, deed, services.guard->clock().now());
    });
}

/// The list names each child whose name is shared: that is a look at the record, and noted there.
http::Response show_list(const http::Request& request, const Services& services)
{
    ReceivedView view{.agency_name = services.agency_name};
    {
        auto reader = services.shared->read(db::View::snapshot);
        view.shares = received_shares(reader, access::actor(request).agency, today_of(services));
    }
    std::vector<audit::Deed> deeds;
    for (const auto& received : view.shares) {
        if (received.child.empty()) continue;
        const access::Subject subject{.kind = "share",
                                      .record = received.share.id.text(),
                                      .standing = {.relation = access::Relation::shared}};
        deeds.push_back(deed_for_giver(request, subject, received, {"names"}));
    }
    note_for_givers(services, deeds);
    return frame(request, services, "Shared with us", received_view(view), "/start");
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    const auto today = today_of(services);
    const auto id = request.path<ShareId>("share");
    const auto asked = id ? id->text() : std::string();
    std::optional<FoundShare> found;
    if (id) {
        auto reader = services.shared->read(db::View::snapshot);
        found = find_received_share(reader, agency, *id, today);
    }
    if (!found) return services.guard->missing(request, "people.view", "share", asked);
    access::Subject subject{.kind = "share", .record = asked};
    subject.standing.relation =
        found->is_open ? access::Relation::shared : access::Relation::share_ended;
    if (auto instead = services.guard->enter(request, "people.view", subject)) return *instead;
    note_for_givers(services, {deed_for_giver(request, subject, found->received,
                                              found->received.share.fields)});
    auto reader = services.shared->read(db::View::snapshot);
    auto record = shared_record(reader, agency, *id, today);
    if (!record) return http::not_found();
    SharedRecordView view{.record = std::move(record).value(),
                          .from = services.agency_name(found->received.from),
                          .school_name = services.school_name,
                          .today = today};
    return frame(request, services, "Shared by " + view.from, shared_record_view(view), "/shared");
}

} // namespace pages_received_detail

void add_received_pages(http::Router& router, const Services& services)
{
    using namespace pages_received_detail;
    const auto& guard = *services.guard;
    router.get("/shared", guard.policy("shares.received"),
               [&services](const http::Request& request) { return show_list(request, services); });
    router.get("/shared/{share}", guard.policy("people.view"),
               [&services](const http::Request& request) { return show(request, services); });
}

} // namespace onroll::people
