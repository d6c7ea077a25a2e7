// Sharing without consent: who may allow it, who is told, and its review by the officer for data
// protection. trust.md W-06.
#include "people/pages_overrides.h"

#include "people/pages_routes.h"
#include "people/store_limits.h"
#include "people/store_overrides.h"
#include "people/views_overrides.h"

#include "access/mail_texts.h"
#include "access/store_users.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_shared {

std::vector<access::User> who_may_allow(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    std::vector<access::User> all;
    auto staff = services.access->database->read();
    for (auto& user : access::users_of_agency(staff, actor.agency)) {
        auto other = actor;
        other.user = user.id;
        other.roles = user.roles;
        if (user.id != actor.user && user.state == access::UserState::active &&
            access::may_ever(other, "shares.override"))
            all.push_back(std::move(user));
    }
    return all;
}

void tell_of_override(const http::Request& request, const Services& services,
                      db::Transaction& transaction, std::string_view allowed_by)
{
    const auto& agency = access::actor(request).agency;
    const auto now = services.guard->clock().now();
    const auto site = access::visit_of(request, *services.access).site;
    std::vector<mail::Message> messages;
    {
        auto staff = services.access->database->read();
        for (const auto& user : access::users_of_agency(staff, agency)) {
            if (user.state != access::UserState::active) continue;
            if (user.id.text() == allowed_by)
                messages.push_back(
                    access::allowed_sharing_mail(user.email, site + "/people/shared-in-my-name"));
            else if (std::count(user.roles.begin(), user.roles.end(),
                                access::Role::data_protection_officer) > 0)
                messages.push_back(access::sharing_to_review_mail(
                    user.email, site + "/data-protection/overrides"));
        }
    }
    const auto enqueue_all = [&](db::Transaction& shared) {
        for (const auto& message : messages)
            mail::enqueue(shared, services.access->keys->mail, agency.text(), message, now);
    };
    // The advice service's records lie in a store of their own, and messages wait in the other.
    if (&database_of(request, services) == services.access->database)
        enqueue_all(transaction);
    else
        db::with_retry(*services.access->database, "tell of sharing", enqueue_all);
}

void wake_mail_of_override(const Services& services)
{
    services.access->wake_mail();
}

} // namespace pages_shared

namespace pages_overrides_detail {

using namespace pages_shared;

const std::string list_of_reviews = "/data-protection/overrides";

http::Response framed(const http::Request& request, const Services& services, std::string title,
                      const design::Html& content, std::string back, bool has_errors = false)
{
    design::PageOptions options{.title = std::move(title),
                                .section = "Data protection",
                                .active = "/data-protection",
                                .has_errors = has_errors};
    options.back = std::move(back);
    return access::staff_page(*services.access, request, std::move(options), content,
                              has_errors ? 400 : 200);
}

/// Those of the agency that the actor may see: never one about themselves or a relative.
std::vector<SharedWithoutConsent> overrides_for(const http::Request& request,
                                                const Services& services)
{
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto all = overrides_of(reader, actor.agency);
    std::erase_if(all, [&](const SharedWithoutConsent& one) {
        return standing_to(reader, actor, one.about).conflict;
    });
    return all;
}

std::function<std::string(std::string_view)> names_of_staff(const http::Request& request,
                                                            const Services& services)
{
    return [&services, agency = access::actor(request).agency](std::string_view user) {
        return services.staff_name(agency, user);
    };
}

http::Response show_all(const http::Request& request, const Services& services)
{
    return framed(request, services, "Sharing without consent",
                  overrides_view({overrides_for(request, services),
                                  names_of_staff(request, services), today_of(services)}),
                  "/data-protection");
}

http::Response show_allowed(const http::Request& request, const Services& services)
{
    auto all = overrides_for(request, services);
    std::erase_if(all, [&](const SharedWithoutConsent& one) {
        return one.given.authorised_by != access::actor(request).user.text();
    });
    return page(
        request, services, "Shared without consent in your name",
        allowed_view({std::move(all), names_of_staff(request, services), today_of(services)}),
        "/people");
}

std::optional<SharedWithoutConsent> override_in(const http::Request& request,
                                                const Services& services)
{
    for (auto& one : overrides_for(request, services))
        if (one.id.text() == request.path("share")) return std::move(one);
    return std::nullopt;
}

http::Response show_override(const http::Request& request, const Services& services, FormView form)
{
    auto one = override_in(request, services);
    if (!one) return http::not_found();
    const bool wrong = !form.errors.empty();
    const auto here = list_of_reviews + "/" + one->id.text();
    const auto me = access::actor(request).user.text();
    OverrideView view{.one = *std::move(one), .form = std::move(form)};
    view.staff_name = names_of_staff(request, services);
    view.today = today_of(services);
    view.start = start_of(request, here);
    view.may_review = view.one.shared_by != me && view.one.given.authorised_by != me;
    return framed(request, services, "Review of sharing without consent", override_view(view),
                  list_of_reviews, wrong);
}

http::Response review(const http::Request& request, const Services& services)
{
    const auto one = override_in(request, services);
    if (!one) return http::not_found();
    const auto form = form_of(request);
    const auto saved =
        save(request, services, "review sharing", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto done = review_override(
                     transaction, scope_of(request, services, "data_protection.change"), one->id,
                     form["found"]);
                 if (!done) return done.error();
                 return list_of_reviews;
             });
    if (saved) return http::redirect(*saved);
    return show_override(request, services, {form.fields, {saved.error()}});
}

} // namespace pages_overrides_detail

void add_override_pages(http::Router& router, const Services& services)
{
    using namespace pages_overrides_detail;
    const auto& guard = *services.guard;
    router.get(list_of_reviews, guard.policy("data_protection.view"),
               [&services](const http::Request& request) { return show_all(request, services); });
    router.get(list_of_reviews + "/{share}", guard.policy("data_protection.view"),
               [&services](const http::Request& request) {
                   return show_override(request, services, first_view(request, services, {}));
               });
    router.post(list_of_reviews + "/{share}",
                forms::taking(guard.policy("data_protection.change"), {"found"}),
                [&services](const http::Request& request) { return review(request, services); });
    router.get(
        "/people/shared-in-my-name", guard.policy("shares.allowed"),
        [&services](const http::Request& request) { return show_allowed(request, services); });
}

} // namespace onroll::people
