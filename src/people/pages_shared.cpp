#include "people/pages_shared.h"

#include "people/forms.h"
#include "people/rules_contact.h"
#include "people/rules_disclosure.h"
#include "people/store_consents.h"
#include "people/store_limits.h"
#include "people/store_restrictions.h"

#include "forms/asked.h"
#include "forms/comparison.h"
#include "design/words.h"
#include "forms/form_start.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace onroll::people {

bool opens_records(const access::Actor& actor)
{
    access::Standing own{access::Relation::own_caseload};
    if (actor.agency_kind == access::AgencyKind::advice_service)
        own.strand = access::Strand::advice;
    return access::decide(actor, "people.view", own, {}, Instant{}) != access::Answer::refused;
}

std::optional<access::Standing> standing_of(const Services& services, const access::Actor& actor,
                                            std::string_view person)
{
    const auto id = PersonId::parse(person);
    if (!id) return std::nullopt;
    auto reader = services.guard->place_of(actor).database->read();
    const auto found = find_person(reader, actor.agency, *id);
    if (!found) return std::nullopt;
    return standing_to(reader, actor, found->id);
}

namespace pages_shared {

db::Database& database_of(const http::Request& request, const Services& services)
{
    return *services.guard->place_of(access::actor(request)).database;
}

bool holds_more(db::Queries& database, const Services& services, const access::Actor& actor,
                const PersonId& id)
{
    return services.more_held &&
           !services.more_held(database, actor.agency, actor.agency_kind, id).empty();
}

Date today_of(const Services& services)
{
    return services.guard->clock().today();
}

std::string path_of(const PersonId& id, std::string_view rest)
{
    return "/people/" + id.text() + std::string(rest);
}

namespace shared_detail {

Entered enter_with(const http::Request& request, const Services& services, std::string_view act,
                   bool second_person, std::string asked)
{
    const auto& actor = access::actor(request);
    const auto id = PersonId::parse(asked);
    if (!id) return {services.guard->missing(request, act, "person", ""), {}, {}};
    std::optional<Person> person;
    access::Subject subject{.kind = "person", .record = id->text()};
    {
        auto reader = database_of(request, services).read();
        auto found = find_person(reader, actor.agency, *id);
        if (!found) return {services.guard->missing(request, act, "person", asked), {}, {}};
        person = std::move(found).value();
        subject.standing = standing_to(reader, actor, person->id);
    }
    subject.second_person = second_person;
    if (act == "people.address") subject.standing.withheld = true;
    if (auto instead = services.guard->enter(request, act, subject))
        return {std::move(instead), {}, {}};
    return {{}, std::move(person), std::move(subject)};
}

} // namespace shared_detail

Entered enter(const http::Request& request, const Services& services, std::string_view act)
{
    return shared_detail::enter_with(request, services, act, false,
                                     std::string(request.path("person")));
}

Entered enter_other(const http::Request& request, const Services& services, std::string_view act,
                    std::string_view other)
{
    return shared_detail::enter_with(request, services, act, false, std::string(other));
}

Entered enter_for_two(const http::Request& request, const Services& services, std::string_view act)
{
    return shared_detail::enter_with(request, services, act, true,
                                     std::string(request.path("person")));
}

Entered enter_child(const http::Request& request, const Services& services, std::string_view act)
{
    auto entered = enter(request, services, act);
    if (!entered.instead && entered.person->kind != PersonKind::child)
        entered.instead = http::not_found();
    return entered;
}

bool may(const http::Request& request, const Services& services, std::string_view act,
         const access::Subject& subject)
{
    auto asked = subject;
    if (act == "people.address") asked.standing.withheld = true;
    const auto answer = services.guard->answer(request, act, asked);
    return answer == access::Answer::allowed || answer == access::Answer::ask_proof;
}

bool may_be_offered(const http::Request& request, const Services& services, db::Queries& database,
                    std::string_view act, const PersonId& id)
{
    access::Subject subject{.kind = "person", .record = id.text()};
    subject.standing = standing_to(database, access::actor(request), id);
    if (subject.standing.withheld || subject.standing.conflict) return false;
    const auto answer = services.guard->answer(request, act, subject);
    return answer == access::Answer::allowed || answer == access::Answer::ask_purpose ||
           answer == access::Answer::ask_proof;
}

Scope scope_of(const http::Request& request, const Services& services, std::string_view act,
               const access::Subject& subject)
{
    const auto& actor = access::actor(request);
    auto deed = subject.record.empty() ? access::deed_of(request, act)
                                       : access::deed_of(request, act, subject);
    // Nothing of an advice service's is opened so.
    return {actor.agency, actor.user, services.guard->clock().now(), std::move(deed),
            actor.agency_kind != access::AgencyKind::advice_service};
}

design::Html start_of(const http::Request& request, std::string_view page, int version)
{
    return forms::start({.page = std::string(page),
                         .form_token = access::actor(request).sign_in.form_token,
                         .version = version == 0 ? "" : std::to_string(version)});
}

std::string home_of(const http::Request& request, const Services& services, const PersonId& id)
{
    return opens_records(access::actor(request)) ? path_of(id) : path_of(id, "/requests");
}

http::Response page(const http::Request& request, const Services& services, std::string title,
                    const design::Html& content, std::string back, bool has_errors,
                    design::PageWidth width)
{
    // What waits for a second person has a menu item of its own.
    const bool waits = request.path().starts_with("/people/agree");
    design::PageOptions options{.title = std::move(title),
                                .section = "People",
                                .active = waits ? "/people/agree" : "/people",
                                .has_errors = has_errors,
                                .width = width};
    if (!back.empty()) options.back = std::move(back);
    return access::staff_page(*services.access, request, std::move(options), content,
                              has_errors ? 400 : 200);
}

http::Response protection_page(const http::Request& request, const Services& services,
                               std::string title, const design::Html& content, std::string back,
                               bool has_errors)
{
    design::PageOptions options{.title = std::move(title),
                                .section = "Data protection",
                                .active = "/data-protection",
                                .has_errors = has_errors};
    options.back = std::move(back);
    return access::staff_page(*services.access, request, std::move(options), content,
                              has_errors ? 400 : 200);
}

http::Response leaving_page(const Services& services, std::string title,
                            const design::Html& content)
{
    const design::PageOptions options{.title = std::move(title), .keep_out_of_search = true};
    auto response = http::html(design::page(*services.access->site, options, content).str());
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

Result<http::Response> as_pdf(const documents::Document& document, std::string_view file_name)
{
    auto pdf = documents::html_to_pdf(documents::print_html(document));
    if (!pdf) return pdf.error();
    return http::download(*std::move(pdf), "application/pdf", file_name);
}

http::Form form_of(const http::Request& request)
{
    return forms::settled(request.form());
}

int version_of(const http::Form& form)
{
    const auto version = form[onroll::forms::version_field];
    int number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    return number;
}

Result<std::string> save(const http::Request& request, const Services& services,
                         std::string_view name, const http::Form& form, const forms::Work& work)
{
    const auto& actor = access::actor(request);
    return forms::save_once(database_of(request, services), name,
                            {actor.agency.text(), actor.user.text()}, form,
                            services.guard->clock().now(), work);
}

FormView first_view(const http::Request& request, const Services& services, http::Fields values)
{
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read();
    if (auto draft = forms::draft_of(reader, *services.drafts,
                                     {actor.agency.text(), actor.user.text()}, request.path()))
        return {.values = std::move(draft->fields), .is_draft = true};
    return {.values = std::move(values)};
}

std::vector<std::string> notes_on(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id)
{
    std::vector<std::string> notes;
    if (is_restricted(database, agency, id))
        notes.emplace_back(
            "The use of this record is restricted. It is kept, and nothing of it may "
            "change or go out. Use it only to protect somebody, for a legal claim, "
            "or as the person agrees.");
    const auto disputes = disputes_of(database, agency, id);
    const auto open = std::count_if(disputes.begin(), disputes.end(),
                                    [](const Dispute& one) { return !one.settled_on; });
    if (open > 0)
        notes.push_back(design::counted(open, "fact") + " in this record " +
                        (open == 1 ? "is" : "are") + " disputed. See “What is disputed”.");
    return notes;
}

std::vector<design::Html> more_about(const http::Request& request, const Services& services,
                                     const Entered& entered)
{
    const auto& id = entered.person->id;
    // Those who open no record come to these pages by saying why.
    const auto is_offered = [&](std::string_view act) {
        return may(request, services, act, entered.subject) ||
               services.guard->answer(request, act, entered.subject) == access::Answer::ask_purpose;
    };
    std::vector<design::Html> more;
    for (const auto& [act, href, words] :
         {std::tuple{"consents.view", path_of(id, "/consents"), "Consents and sharing"},
          std::tuple{"people.dispute", path_of(id, "/disputes"), "What is disputed"},
          std::tuple{"limits.restrict", path_of(id, "/restriction"), "Restrict its use"},
          std::tuple{"audit.record", "/audit/records/person/" + id.text(),
                     "Who has seen this record"},
          std::tuple{"retention.hold", path_of(id, "/keep"), "How long it is kept"},
          std::tuple{"records_request.prepare", path_of(id, "/copy"), "A copy for the person"},
          std::tuple{"records_request.view", path_of(id, "/requests"),
                     "Requests to see this record"},
          std::tuple{"records_request.view", path_of(id, "/erasure"), "Requests to erase it"}})
        // The page that somebody is on is not more about it.
        if (href != request.path() && is_offered(act)) more.push_back(design::link(href, words));
    return more;
}

Top top_of(db::Queries& database, const access::AgencyId& agency, const Person& person, Date today,
           std::string_view heading)
{
    Top top;
    if (person.kind == PersonKind::child) {
        if (const auto record = find_child(database, agency, person.id))
            top.alerts = alerts_of(*record, today);
    } else {
        if (!person.alert.empty()) top.alerts.push_back(person.alert);
        for (auto& warning : contact_warnings(safe_contact_of(database, agency, person.id),
                                              ContactPermission::permitted))
            top.alerts.push_back(std::move(warning));
    }
    for (auto& each : notes_on(database, agency, person.id)) top.alerts.push_back(std::move(each));
    top.bar = identity_bar(heading, person, top.alerts, today);
    return top;
}

} // namespace pages_shared

} // namespace onroll::people
