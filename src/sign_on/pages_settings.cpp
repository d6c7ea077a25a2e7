// An agency's providers of single sign-on, looked after by its administrators.
#include "sign_on/pages.h"
#include "sign_on/store.h"
#include "sign_on/views.h"
#include "sign_on/way_in.h"

#include "access/staff_page.h"
#include "access/store_sign_ins.h"
#include "forms/asked.h"
#include "kernel/one_line.h"
#include "platform/crypto/new_id.h"
#include "platform/http_client/http_client.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace onroll::sign_on {
namespace pages_settings_detail {

http::Response settings_page(const http::Request& request, const Services& services, Provider typed,
                             const access::Errors& errors, std::optional<TypedEnd> typed_end = {})
{
    const auto& actor = access::actor(request);
    ProvidersView view{
        .actor = &actor,
        .errors = errors,
        .typed = std::move(typed),
        .typed_end = std::move(typed_end),
        .return_to = access::visit_of(request, *services.access).site + "/sign-in/back",
        .told_at = access::visit_of(request, *services.access).site + "/sign-in/back-channel/"};
    {
        auto reading = services.access->database->read();
        view.providers = providers_of(reading, *services.key, actor.agency);
    }
    return access::staff_page(*services.access, request,
                              {.title = "Single sign-on",
                               .section = "Staff",
                               .active = "/staff",
                               .back = "/staff",
                               .has_errors = !errors.empty()},
                              providers_view(view), errors.empty() ? 200 : 400);
}

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        auto line = text.substr(0, end);
        while (line.ends_with(' ')) line.remove_suffix(1);
        while (line.starts_with(' ')) line.remove_prefix(1);
        if (!line.empty()) lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

Provider typed_in(const http::Request& request)
{
    const auto& form = request.form();
    return {.id = crypto::new_id<ProviderId>(),
            .agency = access::actor(request).agency,
            .name = one_line(form["name"]),
            .issuer = std::string(form["issuer"]),
            .client_id = std::string(form["client_id"]),
            .client_secret = std::string(form["client_secret"]),
            .hosts = lines_in(form["hosts"]),
            .organisations = lines_in(form["organisations"]),
            .second_factors = lines_in(form["second_factors"])};
}

/// Whole hours within the bounds; nothing for any other text.
std::optional<int> hours_in(std::string_view text)
{
    int hours = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, hours);
    if (read.ec != std::errc{} || read.ptr != end || hours < fewest_hours || hours > most_hours)
        return std::nullopt;
    return hours;
}

access::Errors wrong_with(const Provider& typed)
{
    access::Errors errors;
    if (typed.name.empty())
        errors.push_back(bad_input("Enter the name, as people know it", "name"));
    if (typed.issuer.empty())
        errors.push_back(bad_input("Enter the issuer, as your provider writes it", "issuer"));
    else if (!typed.issuer.starts_with("https://") && !typed.issuer.starts_with("http://localhost"))
        errors.push_back(bad_input("Issuer must begin with https://", "issuer"));
    if (typed.client_id.empty()) errors.push_back(bad_input("Enter the client ID", "client_id"));
    if (typed.client_secret.empty())
        errors.push_back(bad_input("Enter the client secret", "client_secret"));
    return errors;
}

http::Response show(const http::Request& request, const Services& services)
{
    auto empty = typed_in(request);
    return settings_page(request, services, std::move(empty), {});
}

http::Response add(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto typed = typed_in(request);
    if (const auto errors = wrong_with(typed); !errors.empty())
        return settings_page(request, services, std::move(typed), errors);
    auto transaction = services.access->database->begin("add provider");
    add_provider(transaction, *services.key, typed);
    note_way(transaction, request, services, {actor.agency, actor.user}, "agency.change",
             audit::Kind::changed);
    transaction.commit();
    return http::redirect("/staff/single-sign-on");
}

http::Response change_end(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto provider = ProviderId::parse(form["provider"]);
    if (!provider) return http::not_found();
    const auto own = [&] {
        auto reading = services.access->database->read();
        return providers_of(reading, *services.key, actor.agency);
    }();
    if (std::none_of(own.begin(), own.end(),
                     [&](const Provider& one) { return one.id == *provider; }))
        return http::not_found();
    const auto hours = hours_in(form["longest_hours"]);
    if (!hours)
        return settings_page(request, services, typed_in(request),
                             {bad_input("Enter the hours as a whole number from 1 to 8",
                                        "longest_hours-" + provider->text())},
                             TypedEnd{.provider = provider->text(),
                                      .longest_hours = std::string(form["longest_hours"]),
                                      .tells = form["tells"] == "yes"});
    auto transaction = services.access->database->begin("change signing out");
    if (!change_signing_out(transaction, actor.agency, *provider, form["tells"] == "yes", *hours))
        return http::not_found();
    // Whoever is signed in now is held to it too.
    if (form["tells"] != "yes")
        access::shorten_sign_ins_elsewhere(transaction, actor.agency, std::chrono::hours(*hours));
    note_way(transaction, request, services, {actor.agency, actor.user}, "agency.change",
             audit::Kind::changed);
    transaction.commit();
    return http::redirect("/staff/single-sign-on");
}

http::Response remove(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto provider = ProviderId::parse(request.form()["provider"]);
    if (!provider) return http::not_found();
    auto transaction = services.access->database->begin("remove provider");
    if (!drop_provider(transaction, actor.agency, *provider)) return http::not_found();
    note_way(transaction, request, services, {actor.agency, actor.user}, "agency.change",
             audit::Kind::changed);
    transaction.commit();
    return http::redirect("/staff/single-sign-on");
}

} // namespace pages_settings_detail

void add_setting_pages(http::Router& router, const Services& services)
{
    using namespace pages_settings_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/staff/single-sign-on", guard.policy("agency.change"), page_of(show));
    router.post("/staff/single-sign-on",
                forms::taking(guard.policy("agency.change"),
                              {"name", "issuer", "client_id", "client_secret", "hosts",
                               "organisations", "second_factors"}),
                page_of(add));
    router.post(
        "/staff/single-sign-on/end",
        forms::taking(guard.policy("agency.change"), {"provider", "tells", "longest_hours"}),
        page_of(change_end));
    router.post("/staff/single-sign-on/remove",
                forms::taking(guard.policy("agency.change"), {"provider"}), page_of(remove));
}

void add_pages(http::Router& router, const Services& services)
{
    add_provider_pages(router, services);
    add_passkey_pages(router, services);
    add_setting_pages(router, services);
}

} // namespace onroll::sign_on
