#include "rights/pages.h"

#include "access/staff_page.h"
#include "access/store_users.h"
#include "audit/store.h"
#include "forms/asked.h"
#include "forms/form_start.h"
#include "forms/store.h"
#include "rights/store.h"
#include "rights/views.h"

#include <algorithm>

namespace onroll::rights {

namespace pages_detail {

constexpr const char* path = "/code-of-rights";

/// Those that hold or will hold: the one in force first, then those to come.
std::vector<check::CodeVersion> open_versions(const std::vector<check::CodeVersion>& all,
                                              Date today)
{
    const auto* now = check::code_on(all, today);
    std::vector<check::CodeVersion> open;
    for (const auto& version : all)
        if (&version == now || version.from > today) open.push_back(version);
    return open;
}

Date today_of(const Services& services)
{
    return in_london(services.guard->clock().now()).date;
}

http::Response show(const Services& services, const http::Request& request,
                    const design::Html& content)
{
    return access::staff_page(*services.access, request,
                              {.title = "Code of rights", .active = path}, content);
}

http::Response show_school(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto reading = services.access->database->read();
    SchoolView view{.school = actor.agency_name,
                    .versions = open_versions(services.versions(), today_of(services)),
                    .kept = acknowledgements_of(reading, actor.agency),
                    .may_acknowledge = actor.has(access::Role::headteacher),
                    .acted_now = request.query("kept") == "yes"};
    return show(services, request, school_view(view, [&](const design::Html& inside) {
                    return design::element(
                        "form", {{"method", "post"}, {"action", path}, {"novalidate", ""}},
                        forms::start({.page = path, .form_token = actor.sign_in.form_token}),
                        inside);
                }));
}

http::Response show_council(const http::Request& request, const Services& services)
{
    auto reading = services.access->database->read();
    const auto versions = services.versions();
    const auto* now = check::code_on(versions, today_of(services));
    CouncilView view{.version = now ? *now : versions.front()};
    view.schools =
        standing_of(access::all_agencies(reading), acknowledgements(reading), view.version);
    return show(services, request, council_view(view));
}

http::Response show_either(const http::Request& request, const Services& services)
{
    return access::actor(request).agency_kind == access::AgencyKind::school
               ? show_school(request, services)
               : show_council(request, services);
}

/// The version that the form names, with the words that were shown with it.
Result<check::CodeVersion> version_of(const http::Form& form, const Services& services, Date today)
{
    for (auto& version : open_versions(services.versions(), today))
        if (iso(version.from) == form["version"] && print_of(version) == form["text_print"])
            return version;
    return Error{ErrorKind::conflict,
                 "The council has changed this version since you opened the page. Read it again, "
                 "then acknowledge it",
                 {},
                 {}};
}

http::Response acknowledge_one(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto version = version_of(request.form(), services, in_london(now).date);
    if (!version) return http::failure(version.error());
    const auto saved = forms::save_once(
        *services.access->database, "acknowledge the code of rights",
        {actor.agency.text(), actor.user.text()}, request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            acknowledge(transaction, {.school = actor.agency,
                                      .version = version->from,
                                      .text_print = print_of(*version),
                                      .by = actor.user,
                                      .by_name = actor.name,
                                      .at = now});
            audit::note(transaction, access::deed_of(request, "rights.acknowledge"), now);
            return std::string(path) + "?kept=yes";
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

} // namespace pages_detail

void add_pages(http::Router& router, const Services& services)
{
    using namespace pages_detail;
    router.get(
        path, services.guard->policy("rights.view"),
        [&services](const http::Request& request) { return show_either(request, services); });
    router.post(
        path,
        forms::taking(services.guard->policy("rights.acknowledge"), {"version", "text_print"}),
        [&services](const http::Request& request) { return acknowledge_one(request, services); });
}

} // namespace onroll::rights
