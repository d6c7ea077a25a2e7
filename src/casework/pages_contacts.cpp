// The list of contacts, and one of them: shown and changed.
#include "casework/contact_comparison.h"
#include "casework/pages_contact.h"
#include "casework/pages_hand_over.h"
#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_service.h"
#include "casework/views_contacts.h"
#include "casework/views_service.h"

#include "audit/store.h"
#include "design/page.h"
#include "forms/asked.h"
#include "forms/comparison.h"
#include "forms/store.h"

#include <set>
#include <utility>

namespace onroll::casework {
namespace pages_contacts_detail {

constexpr std::size_t contacts_a_page = 25;

ContactList list_named(std::string_view name)
{
    if (name == "without_case") return ContactList::without_case;
    if (name == "professionals") return ContactList::professionals;
    return ContactList::all;
}

design::Html search_start(const http::Request& request)
{
    return forms::start(
        {.page = "/advice/contacts", .form_token = access::actor(request).sign_in.form_token});
}

/// Also where they would be asked why first, which is not looked up for each line of a list.
bool may_open(const http::Request& request, const Services& services,
              const access::Subject& subject)
{
    return access::decide(access::actor(request), "advice.view", subject.standing,
                          {.second_person = subject.second_person},
                          services.guard->clock().now()) != access::Answer::refused;
}

/// What of the list leads on: the rest are colleagues' own, and their pages say nothing.
std::set<std::string> opened_of(const http::Request& request, const Services& services,
                                const std::vector<Contact>& contacts)
{
    const auto& actor = access::actor(request);
    std::set<std::string> opened;
    for (const auto& contact : contacts) {
        if (may_open(request, services, subject_of(actor, contact)))
            opened.insert(contact.id.text());
        if (contact.case_stands && may_open(request, services, subject_of_case(actor, contact)))
            opened.insert(contact.case_id->text());
    }
    return opened;
}

http::Response list_contacts(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto list = list_named(request.query("list"));
    auto& store = store_of(request, services);
    ContactsView view;
    if (list != ContactList::all) view.list = request.query("list");
    {
        auto reading = store.read();
        std::optional<Contact> before;
        if (const auto id = ContactId::parse(request.query("before"))) {
            auto found = find_contact(reading, actor.agency, *id);
            if (found) before = std::move(*found);
        }
        if (before)
            view.newest = "/advice/contacts" + (view.list.empty() ? "" : "?list=" + view.list);
        view.contacts = contacts_of(reading, actor.agency, contacts_a_page + 1, before, list);
    }
    if (view.contacts.size() > contacts_a_page) {
        view.contacts.pop_back();
        view.older = "/advice/contacts?" + (view.list.empty() ? "" : "list=" + view.list + "&") +
                     "before=" + view.contacts.back().id.text();
    }
    view.opened = opened_of(request, services, view.contacts);
    view.search = contact_search_form({}, search_start(request));
    return page(request, services, "Contacts", contacts_view(view));
}

/// What is looked for is posted, so that no name stands in an address.
http::Response search_contacts(const http::Request& request, const Services& services)
{
    const std::string words(request.form()["q"]);
    auto reading = store_of(request, services).read();
    return page(request, services, "Look for an earlier call",
                found_contacts_view(words, contact_search_form(words, search_start(request)),
                                    found_in_search(reading, request, services, words)));
}

/// Whether nobody rang about the case since.
bool is_latest_of_case(db::Queries& reading, const access::AgencyId& agency, const Contact& contact)
{
    if (!contact.case_id) return false;
    const auto all = contacts_of_case(reading, agency, *contact.case_id);
    return !all.empty() && all.front().id == contact.id;
}

http::Response show_contact(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    auto& contact = std::get<Contact>(found);
    ContactView view{.contact = contact,
                     .taken_by = services.name_of(access::actor(request).agency, contact.taken_by),
                     .case_address = contact.case_id ? address_of(*contact.case_id) : "",
                     .today = services.guard->clock().today(),
                     .minute_of_day = static_cast<int>(
                         in_london(services.guard->clock().now()).since_midnight.count()),
                     .further = {}};
    {
        auto reading = store_of(request, services).read();
        const auto& agency = access::actor(request).agency;
        const auto set = policy_of(reading, agency);
        view.further =
            welcome_section(set ? std::optional(set->policy) : std::nullopt, contact.told,
                            signposts_of_contact(reading, agency, contact.id),
                            address_of(contact.id)) +
            story_section(services, story_of_contact(reading, agency, contact.id));
        if (is_latest_of_case(reading, agency, contact))
            if (const auto question = reach_question(reading, agency, contact))
                view.reach_asked_of = question->name;
    }
    return page(request, services, "Contact", contact_view(view));
}

http::Response change_form(const http::Request& request, const Services& services,
                           const Contact& contact, ContactFormView view)
{
    const bool wrong = !view.errors.empty();
    const auto address = address_of(contact.id);
    view.action = address + "/change";
    view.start.page = address + "/change";
    view.start.form_token = access::actor(request).sign_in.form_token;
    view.leave = address;
    view.today = services.guard->clock().today();
    if (view.typed.told.school) {
        view.looked.school_words = view.typed.told.school_name;
        view.looked.schools = {{*view.typed.told.school, view.typed.told.school_name, {}}};
    }
    return page(request, services, "Change a contact", contact_form_view(view), wrong);
}

http::Response show_change(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    ContactFormView view{.typed = typed_contact(contact.told)};
    view.start.version = std::to_string(contact.version);
    auto reading = store_of(request, services).read();
    if (auto draft = forms::draft_of(reading, *services.drafts, owner_of(access::actor(request)),
                                     request.path())) {
        http::Form kept;
        kept.fields = std::move(draft->fields);
        view.typed = read_contact(kept, services.guard->clock().today());
        view.start.version = draft->version;
        view.banner = forms::draft_banner();
    }
    return change_form(request, services, contact, std::move(view));
}

http::Response compare(const http::Request& request, const Services& services,
                       const Contact& contact, const TypedContact& typed)
{
    const auto address = address_of(contact.id);
    auto reading = store_of(request, services).read();
    const auto saved = find_contact(reading, access::actor(request).agency, contact.id);
    if (!saved) return http::failure(saved.error());
    return page(request, services, "Somebody else changed this contact",
                design::page_heading("Somebody else changed this contact") +
                    forms::comparison_form(
                        {.action = address + "/change",
                         .start = {.page = address + "/change",
                                   .form_token = access::actor(request).sign_in.form_token,
                                   .version = std::to_string(saved->version)},
                         .saved_by = {},
                         .saved_when = {},
                         .questions = compared_contact(saved->told, typed),
                         .leave_href = address}));
}

/// Whether the change says another thing of the caller or of how they may be reached.
bool tells_of_caller(const NewContact& before, const NewContact& now)
{
    return before.caller != now.caller || before.caller_name != now.caller_name ||
           before.phone != now.phone || before.safe != now.safe || before.safe_how != now.safe_how;
}

http::Response change(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    auto typed = read_contact(form, services.guard->clock().today());
    if (!typed.errors.empty()) {
        ContactFormView view{.typed = typed, .errors = typed.errors};
        view.start.version = form[forms::version_field];
        return change_form(request, services, contact, std::move(view));
    }
    find_named_school(services, typed.told);
    const auto now = services.guard->clock().now();
    bool asks = false;
    const auto path = forms::save_once(
        store_of(request, services), "change contact", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto changed = change_contact(transaction, actor.agency, contact.id,
                                                version_in(form), typed.told, actor.user, now);
            if (!changed) return changed.error();
            if (contact.child && tells_of_caller(contact.told, typed.told)) {
                const auto taken = take_in_caller(transaction, people_scope(request, now),
                                                  *contact.child, typed.told);
                if (!taken) return taken.error();
                asks = taken->asks;
            }
            access::note(transaction, request, "advice.change",
                         subject_of(actor, contact, {"contact"}), now);
            return address_of(contact.id) + (asks ? "/reach" : "");
        });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    return compare(request, services, contact, typed);
}

} // namespace pages_contacts_detail

std::vector<FoundContact> found_in_search(db::Queries& reading, const http::Request& request,
                                          const Services& services, std::string_view words)
{
    const auto& actor = access::actor(request);
    const auto contacts =
        contacts_found(reading, actor.agency, words, pages_contacts_detail::contacts_a_page);
    auto suggestions = suggestions_of(request, services, contacts);
    std::vector<FoundContact> found;
    for (std::size_t at = 0; at < contacts.size(); ++at) {
        // Without a case, a contact is on the caseload of whoever took it alone.
        const bool opens = pages_contacts_detail::may_open(
            request, services,
            subject_of(actor, {.id = contacts[at].id, .taken_by = contacts[at].taken_by}));
        found.push_back({opens ? address_of(contacts[at].id) : std::string(),
                         std::move(suggestions[at].words), std::move(suggestions[at].about)});
    }
    return found;
}

void add_contact_pages(http::Router& router, const Services& services)
{
    using namespace pages_contacts_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/contacts", guard.policy("advice.search"), page_of(list_contacts));
    router.post("/advice/contacts/search", forms::taking(guard.policy("advice.search"), {"q"}),
                page_of(search_contacts));
    router.get("/advice/contacts/{contact}", guard.policy("advice.view"), page_of(show_contact));
    router.get("/advice/contacts/{contact}/change", guard.policy("advice.change"),
               page_of(show_change));
    router.post("/advice/contacts/{contact}/change",
                forms::taking(guard.policy("advice.change"), asked_of_contact()), page_of(change));
}

} // namespace onroll::casework
