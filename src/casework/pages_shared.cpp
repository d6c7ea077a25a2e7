#include "casework/pages_shared.h"

#include "casework/store_cases.h"

#include "access/staff_page.h"
#include "forms/types.h"

#include <utility>

namespace onroll::casework {

db::Database& store_of(const http::Request& request, const Services& services)
{
    return *services.guard->place_of(access::actor(request)).database;
}

forms::Owner owner_of(const access::Actor& actor)
{
    return {actor.agency.text(), actor.user.text()};
}

http::Response page(const http::Request& request, const Services& services, std::string title,
                    const design::Html& content, bool has_errors)
{
    return page(request, services, PageFrame{.title = std::move(title), .has_errors = has_errors},
                content);
}

http::Response page(const http::Request& request, const Services& services, PageFrame frame,
                    const design::Html& content)
{
    const auto& actor = access::actor(request);
    // The entry of the menu that the page belongs to.
    std::string active = "/advice";
    for (const char* entry : {"/advice/cases", "/advice/reports"})
        if (request.path().starts_with(entry)) active = entry;
    for (const char* entry : {"/advice/caseloads", "/advice/batches", "/advice/lists"})
        if (request.path().starts_with(entry)) active = "/advice/cases";
    if (request.path().starts_with("/advice/keep")) active = "/advice/keep";
    // A contact that is looked up, not saved or asked about once more is still being recorded.
    for (const char* entry :
         {"/advice/contacts/new", "/advice/contacts/look", "/advice/contacts/code"})
        if (request.path() == entry) active = "/advice/contacts/new";
    if (request.path() == "/advice/contacts" && request.method() == http::Method::post)
        active = "/advice/contacts/new";
    return access::staff_page(*services.access, request,
                              {.title = std::move(frame.title),
                               .section = actor.agency_name,
                               .active = std::move(active),
                               .service_name = "Advice casework",
                               .back = std::move(frame.back),
                               .has_errors = frame.has_errors,
                               .width = design::PageWidth::full,
                               .under_menu = std::move(frame.under_menu)},
                              content, frame.has_errors ? 400 : 200);
}

std::int64_t version_in(const http::Form& form)
{
    std::int64_t version = 0;
    for (const char digit : form[forms::version_field]) {
        if (digit < '0' || digit > '9' || version > 1'000'000'000) return 0;
        version = version * 10 + (digit - '0');
    }
    return version;
}

access::Standing standing_of(const access::Actor& actor, const Case& found)
{
    access::Holding holding{.agency = actor.agency};
    holding.workers.push_back(found.caseworker ? *found.caseworker : found.opened_by);
    return {.relation = access::relation_of(actor, holding),
            .strand = access::Strand::advice,
            .closed = found.state == CaseState::closed};
}

access::Subject subject_of(const access::Actor& actor, const Case& found,
                           std::vector<std::string> fields)
{
    return {.kind = "case",
            .record = found.id.text(),
            .standing = standing_of(actor, found),
            .fields = std::move(fields)};
}

std::variant<Case, http::Response> entered_case(const http::Request& request,
                                                const Services& services, std::string_view act)
{
    const auto& actor = access::actor(request);
    const auto id = request.path<CaseId>("case");
    if (!id) return http::not_found();
    auto found = [&] {
        auto reading = store_of(request, services).read();
        return find_case(reading, actor.agency, *id);
    }();
    if (!found) return services.guard->missing(request, act, "case", id->text());
    if (auto instead = services.guard->enter(request, act, subject_of(actor, *found)))
        return std::move(*instead);
    return std::move(*found);
}

std::string address_of(const CaseId& id)
{
    return "/advice/cases/" + id.text();
}

} // namespace onroll::casework
