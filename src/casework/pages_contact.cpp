#include "casework/pages_contact.h"

#include "casework/colleague_names.h"
#include "casework/store.h"
#include "casework/store_cases.h"

#include "audit/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_contact_detail {

constexpr std::size_t most_schools = 5;
constexpr std::size_t most_children = 3;

/// Whose caseload a contact is on: whoever took it, and the caseworker of its case.
access::Standing standing_of(const access::Actor& actor, const Contact& contact)
{
    access::Holding holding{.agency = actor.agency, .workers = {contact.taken_by}};
    if (contact.caseworker) holding.workers.push_back(*contact.caseworker);
    return {.relation = access::relation_of(actor, holding), .strand = access::Strand::advice};
}

std::string folded_name(std::string_view name)
{
    std::string folded;
    for (const auto& word : people::name_words(name)) folded += word + " ";
    return folded;
}

int full_years(Date born_on, Date today)
{
    const bool before_birthday =
        std::pair(month_of(today), day_of(today)) < std::pair(month_of(born_on), day_of(born_on));
    return year_of(today) - year_of(born_on) - (before_birthday ? 1 : 0);
}

std::string work_in_words(const std::optional<Case>& latest)
{
    if (!latest) return "No case yet";
    const auto number = "Case " + std::to_string(latest->number);
    if (latest->closed_on) return number + ", closed on " + onroll::in_words(*latest->closed_on);
    return number + ", " + (latest->state == CaseState::waiting ? "on the waiting list" : "open");
}

} // namespace pages_contact_detail
using namespace pages_contact_detail;

std::string address_of(const ContactId& id)
{
    return "/advice/contacts/" + id.text();
}

access::Subject subject_of(const access::Actor& actor, const Contact& contact,
                           std::vector<std::string> fields)
{
    return {.kind = "contact",
            .record = contact.id.text(),
            .standing = pages_contact_detail::standing_of(actor, contact),
            .fields = std::move(fields)};
}

access::Subject subject_of_case(const access::Actor& actor, const Contact& contact)
{
    const access::Holding holding{.agency = actor.agency, .workers = {contact.case_stands->worker}};
    return {.kind = "case",
            .record = contact.case_id->text(),
            .standing = {.relation = access::relation_of(actor, holding),
                         .strand = access::Strand::advice,
                         .closed = contact.case_stands->closed}};
}

std::variant<Contact, http::Response>
entered_contact(const http::Request& request, const Services& services, std::string_view act)
{
    const auto& actor = access::actor(request);
    const auto id = request.path<ContactId>("contact");
    if (!id) return http::not_found();
    auto contact = [&] {
        auto reading = store_of(request, services).read();
        return find_contact(reading, actor.agency, *id);
    }();
    if (!contact) return services.guard->missing(request, act, "contact", id->text());
    if (auto instead = services.guard->enter(request, act, subject_of(actor, *contact)))
        return std::move(*instead);
    return std::move(*contact);
}

std::optional<access::Standing>
standing_to_contact(const Services& services, const access::Actor& actor, std::string_view contact)
{
    const auto id = ContactId::parse(contact);
    auto* store = services.guard->place_of(actor).database;
    if (!id || actor.agency_kind != access::AgencyKind::advice_service || !store)
        return std::nullopt;
    auto reading = store->read();
    const auto found = find_contact(reading, actor.agency, *id);
    if (!found) return std::nullopt;
    return pages_contact_detail::standing_of(actor, *found);
}

void find_named_school(const Services& services, NewContact& told)
{
    if (told.school_name.empty() || !services.search_schools) return;
    if (told.school) {
        if (services.school_name) told.school_name = services.school_name(*told.school);
        return;
    }
    const auto wanted = folded_name(told.school_name);
    std::optional<check::SchoolChoice> only;
    for (const auto& school : services.search_schools(told.school_name)) {
        if (folded_name(school.name) != wanted && school.urn.text() != told.school_name) continue;
        if (only) return;
        only = school;
    }
    if (!only) return;
    told.school = only->urn;
    told.school_name = only->name;
}

LookedFor look_for(const http::Request& request, const Services& services, const NewContact& told,
                   LookFor what)
{
    LookedFor looked;
    if (what != LookFor::children && !told.school_name.empty() && services.search_schools) {
        looked.school_words = told.school_name;
        looked.schools = services.search_schools(told.school_name);
        while (looked.schools.size() > most_schools) looked.schools.pop_back();
    }
    if (what != LookFor::schools && !told.child_name.empty()) {
        looked.child_words = told.child_name;
        auto reading = store_of(request, services).read();
        looked.children = suggestions_of(
            children_alike(reading, access::actor(request), told.child_name, most_children),
            services);
    }
    if (what != LookFor::schools) {
        auto reading = store_of(request, services).read();
        looked.contacts = suggestions_of(
            request, services,
            contacts_alike(reading, access::actor(request).agency, told, most_children));
    }
    return looked;
}

std::vector<ContactSuggestion> suggestions_of(const http::Request& request,
                                              const Services& services,
                                              const std::vector<EarlierContact>& contacts)
{
    std::vector<ContactSuggestion> suggestions;
    ColleagueNames colleagues(services, access::actor(request).agency);
    for (const auto& one : contacts) {
        auto words = "In touch on " + onroll::in_words(one.taken_on) + ", no case";
        if (!one.child_name.empty()) words += ": " + one.child_name;
        if (!one.caller_name.empty())
            words += (one.child_name.empty() ? ": " : ", by ") + one.caller_name;
        suggestions.push_back({one.id.text(), std::move(words),
                               one.why + ". Taken by " + colleagues.of(one.taken_by) + "."});
    }
    return suggestions;
}

Result<void> bring_earlier(db::Transaction& transaction, const http::Request& request,
                           const std::vector<std::string>& ticked, const CaseId& into, Instant now)
{
    const auto& actor = access::actor(request);
    const auto found = find_case(transaction, actor.agency, into);
    if (!found) return found.error();
    for (const auto& text : ticked) {
        const auto id = ContactId::parse(text);
        if (!id) continue;
        const auto earlier = find_contact(transaction, actor.agency, *id);
        if (!earlier || earlier->case_id) continue;
        const auto attached = attach_contact(transaction, actor.agency, *id, into, found->child);
        if (!attached) return attached;
        const auto taken =
            take_in_caller(transaction, people_scope(request, now), found->child, earlier->told);
        if (!taken) return taken.error();
        access::note(transaction, request, "advice.change", subject_of(actor, *earlier, {"case"}),
                     now);
    }
    return {};
}

std::vector<ChildSuggestion> suggestions_of(const std::vector<AlikeChild>& alike,
                                            const Services& services)
{
    std::vector<ChildSuggestion> suggestions;
    const auto today = services.guard->clock().today();
    for (const auto& one : alike) {
        auto words = people::full_name(one.child.name);
        if (one.child.born_on)
            words += ", " + std::to_string(full_years(*one.child.born_on, today));
        if (one.school && services.school_name) words += ", " + services.school_name(*one.school);
        suggestions.push_back({one.child.id.text(), std::move(words), work_in_words(one.latest)});
    }
    return suggestions;
}

people::Scope people_scope(const http::Request& request, Instant now)
{
    const auto& actor = access::actor(request);
    return {.agency = actor.agency,
            .user = actor.user,
            .now = now,
            .deed = access::deed_of(request, "people.create")};
}

} // namespace onroll::casework
