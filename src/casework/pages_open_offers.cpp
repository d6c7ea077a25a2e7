// What the service gave to anybody, apart from casework. capabilities.md N06.
#include "casework/pages_short_forms.h"
#include "casework/rules_enquiries.h"
#include "casework/rules_spoken_days.h"
#include "casework/store_enquiries.h"
#include "casework/store_service.h"
#include "casework/views_service.h"

#include "forms/asked.h"

#include <charconv>
#include <utility>

namespace onroll::casework {
namespace pages_open_offers_detail {

http::Response show_offers(const http::Request& request, const Services& services,
                           Filled filled = {})
{
    const auto& agency = access::actor(request).agency;
    const auto today = services.guard->clock().today();
    const auto year = month_of(today) >= 9 ? year_of(today) : year_of(today) - 1;
    OpenOffersView view{.from = date(year, 9, 1),
                        .to = today,
                        .filled = std::move(filled),
                        .start = form_start(request, "/advice/open-offers")};
    {
        auto reading = store_of(request, services).read();
        view.offers = open_offers_between(reading, agency, view.from, view.to);
        view.general = demand_of(enquiries_between(reading, agency, view.from, view.to)).general;
    }
    const bool wrong = !view.filled.errors.empty();
    return page(request, services, "What anybody can have", open_offers_view(view), wrong);
}

std::optional<int> count_in(const http::Form& form, const char* name, const char* wrong,
                            std::vector<Error>& errors)
{
    const auto text = trimmed_line(form[name]);
    if (text.empty()) return std::nullopt;
    int count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && count >= 0 &&
        count <= 100'000)
        return count;
    errors.push_back(bad_input(wrong, name));
    return std::nullopt;
}

http::Response add_offer(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    std::vector<Error> errors;
    NewOpenOffer offer{.title = line_in(form, "title", nullptr, errors),
                       .people = count_in(form, "people", "Enter a number of people", errors),
                       .minutes = count_in(form, "minutes", "Enter a number of minutes", errors)};
    if (const auto kind = offer_kind_named(form["kind"]))
        offer.kind = *kind;
    else
        errors.push_back(bad_input("Select what it was", "kind"));
    const auto today = services.guard->clock().today();
    const auto day = day_as_said(trimmed_line(form["held_on"]), "When", today);
    if (!day)
        errors.push_back(bad_input(day.error().message, "held_on"));
    else if (*day > today)
        errors.push_back(bad_input("When must be today or in the past", "held_on"));
    else
        offer.held_on = *day;
    if (!errors.empty()) return show_offers(request, services, {form.fields, std::move(errors)});
    const auto path = save_short_form(
        request, services, "advice.create",
        {.kind = "agency", .record = actor.agency.text(), .standing = {}}, "/advice/open-offers",
        [&](db::Transaction& transaction, Instant now) -> Result<void> {
            record_open_offer(transaction, actor.agency, offer, actor.user, now);
            return {};
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response withdraw_offer(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto id = OpenOfferId::parse(request.form()["offer"]);
    if (!id) return http::failure(id.error());
    const auto path = save_short_form(
        request, services, "advice.create",
        {.kind = "agency", .record = actor.agency.text(), .standing = {}}, "/advice/open-offers",
        [&](db::Transaction& transaction, Instant now) {
            return withdraw_open_offer(transaction, actor.agency, *id, actor.user, now);
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_open_offers_detail

void add_open_offer_pages(http::Router& router, const Services& services)
{
    using namespace pages_open_offers_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get(
        "/advice/open-offers", guard.policy("advice.search"),
        [&services](const http::Request& request) { return show_offers(request, services); });
    router.post("/advice/open-offers",
                forms::taking(guard.policy("advice.create"),
                              {"title", "kind", "people", "minutes", "held_on"}),
                page_of(add_offer));
    router.post("/advice/open-offers/withdraw",
                forms::taking(guard.policy("advice.create"), {"offer"}), page_of(withdraw_offer));
}

} // namespace onroll::casework
