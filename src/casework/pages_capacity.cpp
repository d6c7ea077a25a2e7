// What a service of the register can take on, told by whoever rang it. capabilities.md R07.
#include "casework/pages_case_frame.h"

#include "casework/store_capacity.h"
#include "casework/views_capacity.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_capacity_detail {

constexpr std::int64_t longest_wait = 520;

Result<PlaceNow> place_in(const http::Request& request, const Services& services)
{
    auto reading = store_of(request, services).read();
    for (auto& one : places_now(reading, access::actor(request).agency))
        if (one.place.id.text() == request.path("place")) return std::move(one);
    return not_found("The page was not found. Check the address");
}

http::Response capacity_page(const http::Request& request, const Services& services, PlaceNow place,
                             FirstView first)
{
    const auto own = "/advice/signposts/" + place.place.id.text() + "/capacity";
    CapacityView view{.place = std::move(place),
                      .action = own,
                      .form = std::move(first.form),
                      .start = start_of(request, own, first.version),
                      .banner = std::move(first.banner),
                      .today = services.guard->clock().today()};
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "What this service can take on", capacity_view(view), wrong);
}

http::Response show_capacity(const http::Request& request, const Services& services)
{
    auto place = place_in(request, services);
    if (!place) return http::failure(place.error());
    http::Fields values;
    if (place->now) {
        for (const auto kind : place->now->helps_with)
            values.add("helps_with", std::string(key_of(kind)));
        values.add("takes", std::string(key_of(place->now->takes)));
        if (place->now->weeks) values.add("weeks", std::to_string(*place->now->weeks));
        values.add("told_by", place->now->told_by);
    }
    add_date(values, "told_on", services.guard->clock().today());
    const auto version = place->version;
    return capacity_page(request, services, std::move(*place),
                         first_view(request, services, std::move(values), version));
}

struct TypedCapacity {
    Capacity told;
    forms::Errors errors{};
};

TypedCapacity read_capacity(const http::Form& form, Date today)
{
    TypedCapacity typed;
    for (const auto key : form.all("helps_with"))
        if (const auto kind = need_kind_named(key)) typed.told.helps_with.push_back(*kind);
    if (typed.told.helps_with.empty())
        typed.errors.push_back(bad_input("Select at least one need", "helps_with"));
    if (const auto takes = takes_named(form["takes"]))
        typed.told.takes = *takes;
    else
        typed.errors.push_back(bad_input("Select whether it takes somebody now", "takes"));
    if (!form["weeks"].empty()) {
        const auto weeks = whole_number(form["weeks"]);
        if (weeks && *weeks >= 0 && *weeks <= longest_wait)
            typed.told.weeks = static_cast<int>(*weeks);
        else
            typed.errors.push_back(
                bad_input("Enter the wait as a whole number of weeks, such as 12", "weeks"));
    }
    const auto told_on = typed_date(form, "told_on", "The day");
    if (!told_on)
        typed.errors.push_back(told_on.error());
    else if (*told_on > today)
        typed.errors.push_back(bad_input("The day must be today or in the past", "told_on"));
    else
        typed.told.told_on = *told_on;
    typed.told.told_by = std::string(form["told_by"]);
    if (typed.told.told_by.size() > 300)
        typed.errors.push_back(bad_input("This must be shorter", "told_by"));
    return typed;
}

http::Response save_capacity(const http::Request& request, const Services& services)
{
    auto place = place_in(request, services);
    if (!place) return http::failure(place.error());
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    auto typed = read_capacity(form, services.guard->clock().today());
    const auto again = [&](forms::Errors errors, std::int64_t version) {
        return capacity_page(request, services, *place,
                             {.form = {.values = form.fields, .errors = std::move(errors)},
                              .version = version,
                              .banner = {}});
    };
    if (!typed.errors.empty()) return again(std::move(typed.errors), version_in(form));
    const auto path = forms::save_once(
        store_of(request, services), "tell capacity", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto done = tell_capacity(transaction, actor.agency, place->place.id,
                                            version_in(form), typed.told, actor.user, now);
            if (!done) return done.error();
            access::note(transaction, request, "advice.create",
                         {.kind = "agency", .record = actor.agency.text(), .standing = {}}, now);
            return std::string("/advice/signposts");
        });
    if (path) return http::redirect(*path);
    return again({path.error()},
                 path.error().kind == ErrorKind::conflict ? place->version : version_in(form));
}

} // namespace pages_capacity_detail

void add_capacity_pages(http::Router& router, const Services& services)
{
    using namespace pages_capacity_detail;
    const auto policy = services.guard->policy("advice.create");
    const std::string own = "/advice/signposts/{place}/capacity";
    router.get(own, policy, [&services](const http::Request& request) {
        return show_capacity(request, services);
    });
    router.post(
        own, forms::taking(policy, {"helps_with", "takes", "weeks", "told_on", "told_by"}),
        [&services](const http::Request& request) { return save_capacity(request, services); });
}

} // namespace onroll::casework
