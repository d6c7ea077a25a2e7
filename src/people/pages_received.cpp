// What other agencies share with the actor's: /shared and /shared/{share}. A share that does not
// run answers as one that never was. Each opening is noted on both sides. trust.md W-04, L-01.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_received.h"
#include "people/store_received.h"
#include "people/views_received.h"

#include "audit/store.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

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

/// Every place that somebody may share from. Each is always asked, so that the number of queries
/// says nothing of what is there.
std::vector<db::Database*> places_of(const Services& services)
{
    std::vector<db::Database*> places{services.shared};
    if (services.apart)
        for (auto* store : services.apart()) places.push_back(store);
    return places;
}

struct Place {
    db::Database* database;
    FoundShare found;
};

std::optional<Place> place_of(const Services& services, const access::AgencyId& with,
                              const ShareId& id, Date today)
{
    std::optional<Place> place;
    for (auto* database : places_of(services)) {
        auto reader = database->read(db::View::snapshot);
        auto found = find_received_share(reader, with, id, today);
        if (found && !place) place = Place{database, *std::move(found)};
    }
    return place;
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
void note_for_givers(const Services& services, db::Database& place,
                     const std::vector<audit::Deed>& deeds)
{
    if (deeds.empty()) return;
    db::with_retry(place, "note shared read", [&](db::Transaction& transaction) {
        for (const auto& deed : deeds)
            audit::note(transaction, deed, services.guard->clock().now());
    });
}

/// The list names each child whose name is shared: that is a look at the record, and noted there.
http::Response show_list(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    ReceivedView view{.agency_name = services.agency_name};
    for (auto* place : places_of(services)) {
        std::vector<audit::Deed> deeds;
        auto there = [&] {
            auto reader = place->read(db::View::snapshot);
            return received_shares(reader, agency, today_of(services));
        }();
        for (auto& received : there) {
            const access::Subject subject{.kind = "share",
                                          .record = received.share.id.text(),
                                          .standing = {.relation = access::Relation::shared}};
            if (!received.child.empty())
                deeds.push_back(deed_for_giver(request, subject, received, {"names"}));
            view.shares.push_back(std::move(received));
        }
        note_for_givers(services, *place, deeds);
    }
    std::stable_sort(view.shares.begin(), view.shares.end(),
                     [](const ReceivedShare& one, const ReceivedShare& other) {
                         return one.share.starts_on > other.share.starts_on;
                     });
    return frame(request, services, "Shared with us", received_view(view), "/start");
}

/// What is opened is the act of sharing and the few fields that it names. The record itself, and an
/// advice service's strand, stay shut: the policy opens neither to another agency.
http::Response show(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    const auto today = today_of(services);
    const auto id = request.path<ShareId>("share");
    const auto asked = id ? id->text() : std::string();
    std::optional<Place> place;
    if (id) place = place_of(services, agency, *id, today);
    if (!place) return services.guard->missing(request, "people.view", "share", asked);
    access::Subject subject{.kind = "share", .record = asked};
    subject.standing.relation =
        place->found.is_open ? access::Relation::shared : access::Relation::share_ended;
    if (auto instead = services.guard->enter(request, "people.view", subject)) return *instead;
    note_for_givers(services, *place->database,
                    {deed_for_giver(request, subject, place->found.received,
                                    place->found.received.share.fields)});
    auto reader = place->database->read(db::View::snapshot);
    auto record = shared_record(reader, agency, *id, today);
    if (!record) return http::not_found();
    SharedRecordView view{.record = std::move(record).value(),
                          .from = services.agency_name(place->found.received.from),
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
