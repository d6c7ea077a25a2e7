// Records of processing and the assessment of risks, for the data protection officer; and the
// privacy notice of each agency, with a child's version, open to all. trust.md G-01, G-10.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_data_protection.h"
#include "people/store_retention.h"
#include "people/views_processing.h"

#include "access/store_users.h"
#include "embedded/people_files.h"
#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_processing_detail {

using namespace pages_shared;

http::Response frame(const http::Request& request, const Services& services, std::string title,
                     const design::Html& content)
{
    design::PageOptions options{.title = std::move(title),
                                .section = "Data protection",
                                .active = "/data-protection",
                                .back = "/data-protection",
                                .width = design::PageWidth::full};
    return access::staff_page(*services.access, request, std::move(options), content);
}

ProcessingView processing_for(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    ProcessingView view{.controller = actor.agency_name};
    view.activities = processing_of(actor.agency_kind);
    auto reader = database_of(request, services).read();
    view.contact = notice_contact_of(reader, actor.agency);
    view.rules = retention_rules_of(reader, actor.agency);
    return view;
}

http::Response show_processing(const http::Request& request, const Services& services)
{
    return frame(request, services, "Records of processing",
                 processing_view(processing_for(request, services)));
}

http::Response processing_file(const http::Request& request, const Services& services)
{
    const auto view = processing_for(request, services);
    const auto contact = view.contact.value_or(NoticeContact{});
    return http::csv(
        processing_csv(view.activities, view.rules, view.controller,
                       contact.officer + (contact.email.empty() ? "" : ", ") + contact.email),
        "onroll-records-of-processing.csv");
}

http::Response show_assessment(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    return frame(request, services, "Assessment of risks",
                 assessment_view({.controller = actor.agency_name,
                                  .activities = processing_of(actor.agency_kind),
                                  .risks = risks_of(actor.agency_kind)}));
}

// ---- The notices, which are open to all. ----

http::Response open_page(const Services& services, std::string title, std::string back,
                         const design::Html& content)
{
    design::PageOptions options{.title = std::move(title)};
    options.back = std::move(back);
    return http::html(design::page(*services.access->site, options, content).str());
}

std::vector<access::Agency> agencies_of(const Services& services)
{
    auto reader = services.access->database->read();
    return access::all_agencies(reader);
}

http::Response show_notices(const http::Request&, const Services& services)
{
    std::vector<std::pair<std::string, std::string>> agencies;
    for (const auto& agency : agencies_of(services))
        agencies.emplace_back(agency.name, "/privacy/" + agency.id.text());
    std::sort(agencies.begin(), agencies.end());
    return open_page(services, "Privacy notices", "/privacy", notices_view(agencies));
}

std::string text_named(std::string_view name)
{
    const auto wanted = "content/en/" + std::string(name) + ".md";
    for (const auto& file : embedded::people_files())
        if (file.name == wanted) return std::string(file.bytes);
    ensure(false, "each notice has its text");
    return {};
}

std::string contact_words(const std::optional<NoticeContact>& contact)
{
    if (!contact) return "Ask anybody you know there whom to ask.";
    std::string words = "Ask: " + contact->officer + ".";
    if (!contact->email.empty()) words += " Email: " + contact->email + ".";
    if (!contact->telephone.empty()) words += " Ring: " + contact->telephone + ".";
    if (!contact->post.empty()) words += " Write to: " + contact->post + ".";
    return words;
}

/// What differs with the kind of agency, in a sentence or two.
std::string_view kept_words(access::AgencyKind kind)
{
    switch (kind) {
    case access::AgencyKind::advice_service:
        return "We keep what you tell us, what we do to help, and letters. We keep your name and "
               "how to reach you.";
    case access::AgencyKind::school:
    case access::AgencyKind::alternative_provider:
    case access::AgencyKind::trust:
        return "We keep names, dates of birth, homes, schools, needs, and who is in the family.";
    case access::AgencyKind::council:
        return "We keep names, dates of birth, homes, schools, needs, and who is in the family. We "
               "keep what we do so that each child has a school.";
    case access::AgencyKind::health:
    case access::AgencyKind::voluntary:
        return "We keep names, how to reach you, what help was asked for, and what we did.";
    }
    return {};
}

std::string_view seen_words(access::AgencyKind kind)
{
    return kind == access::AgencyKind::advice_service
               ? "Only our own staff can see it. The council and the school cannot, though the "
                 "council pays for us. We tell others only if you say yes, or if someone is in "
                 "danger, or a court says we must."
               : "Only our staff who need it can see it. We share a part of it with others only if "
                 "you say yes, if the law says we must, or if someone is in danger. Then we write "
                 "down what we shared, with whom, and for how long.";
}

std::string filled(std::string text, const access::Agency& agency,
                   const std::optional<NoticeContact>& contact)
{
    const std::pair<std::string_view, std::string> words[] = {
        {"{agency}", agency.name},
        {"{kept}", std::string(kept_words(agency.kind))},
        {"{seen}", std::string(seen_words(agency.kind))},
        {"{contact}", contact_words(contact)}};
    for (const auto& [mark, value] : words)
        for (auto at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    return text;
}

enum class For { adults, children };

http::Response show_notice(const http::Request& request, const Services& services, For whom)
{
    const auto id = request.path<access::AgencyId>("agency");
    if (!id) return http::not_found();
    const auto agencies = agencies_of(services);
    const auto agency = std::find_if(agencies.begin(), agencies.end(),
                                     [&](const access::Agency& one) { return one.id == *id; });
    if (agency == agencies.end()) return http::not_found();
    // An advice service's contact and periods lie in its own store.
    const access::Actor of_agency{
        .user = access::UserId::parse(std::string(32, '0')).value(),
        .agency = agency->id,
        .agency_kind = agency->kind,
        .name = {},
        .agency_name = {},
        .roles = {},
        .teams = {},
        .covers_for = {},
        .sign_in = {.id = access::SignInId::parse(std::string(32, '0')).value(), .form_token = {}}};
    // Nobody has signed in, so no agency is in force yet.
    const db::WorkFor its(agency->id.text());
    auto reader = services.guard->place_of(of_agency).database->read();
    const auto contact = notice_contact_of(reader, agency->id);
    const auto own = "/privacy/" + agency->id.text();
    const bool children = whom == For::children;
    NoticeView view{
        .text = design::read_markdown(
            filled(text_named(children ? "notice_for_children" : "notice"), *agency, contact))};
    view.other_href = children ? own : own + "/children";
    view.other_words = children ? "The notice for adults" : "For children and young people";
    if (!children) {
        view.activities = processing_of(agency->kind);
        view.rules = retention_rules_of(reader, agency->id);
    }
    return open_page(services, view.text.title, "/privacy/organisations", notice_view(view));
}

} // namespace pages_processing_detail

void add_processing_pages(http::Router& router, const Services& services)
{
    using namespace pages_processing_detail;
    const auto& guard = *services.guard;
    const auto get = [&](std::string_view path, const http::Policy& policy, auto show) {
        router.get(path, policy, [&services, show](const http::Request& request) {
            return show(request, services);
        });
    };
    const auto view = guard.policy("data_protection.view");
    get("/data-protection/processing", view, show_processing);
    get("/data-protection/processing.csv", guard.policy("data_protection.export"), processing_file);
    get("/data-protection/assessment", view, show_assessment);
    const auto open = http::Policy::open_to_all();
    get("/privacy/organisations", open, show_notices);
    get("/privacy/{agency}", open, [](const http::Request& request, const Services& its) {
        return show_notice(request, its, For::adults);
    });
    get("/privacy/{agency}/children", open, [](const http::Request& request, const Services& its) {
        return show_notice(request, its, For::children);
    });
}

} // namespace onroll::people
