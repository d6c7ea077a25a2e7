#include "casework/pages_shared.h"

#include "casework/contact_form.h"
#include "casework/store.h"
#include "casework/views.h"

#include "audit/store.h"
#include "forms/comparison.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_contacts_detail {

constexpr std::size_t contacts_a_page = 25;

/// Whose caseload a contact is on: whoever took it.
access::Standing standing_of(const access::Actor& actor, const Contact& contact)
{
    return {.relation =
                access::relation_of(actor, {.agency = actor.agency, .workers = {contact.taken_by}}),
            .strand = access::Strand::advice};
}

access::Subject subject_of(const access::Actor& actor, const Contact& contact,
                           std::vector<std::string> fields = {})
{
    return {.kind = "contact",
            .record = contact.id.text(),
            .standing = standing_of(actor, contact),
            .fields = std::move(fields)};
}

http::Response list_contacts(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto& store = store_of(request, services);
    ContactsView view;
    {
        auto reading = store.read();
        std::optional<Contact> before;
        if (const auto id = ContactId::parse(request.query("before"))) {
            auto found = find_contact(reading, actor.agency, *id);
            if (found) before = std::move(*found);
        }
        view.contacts = contacts_of(reading, actor.agency, contacts_a_page + 1, before);
    }
    if (view.contacts.size() > contacts_a_page) {
        view.contacts.pop_back();
        view.older = "/advice?before=" + view.contacts.back().id.text();
    }
    return page(request, services, "Contacts", contacts_view(view));
}

/// The typed work of somebody who was signed out before they saved, in the form's own fields.
struct Opened {
    NewContact told;
    std::string version;
    bool channel_chosen = false;
    std::optional<design::Html> banner;
};
void take_draft(const http::Request& request, const Services& services, Opened& opened)
{
    auto reading = store_of(request, services).read();
    auto draft = forms::draft_of(reading, *services.drafts, owner_of(access::actor(request)),
                                 request.path());
    if (!draft) return;
    http::Form kept;
    kept.fields = std::move(draft->fields);
    auto typed = read_contact(kept);
    opened = {std::move(typed.told), std::move(draft->version), typed.channel_chosen,
              forms::draft_banner()};
}

ContactFormView form_view(const http::Request& request, std::string action, std::string form_page,
                          std::string leave, Opened opened)
{
    return {.action = std::move(action),
            .start = {.page = std::move(form_page),
                      .form_token = access::actor(request).sign_in.form_token,
                      .version = std::move(opened.version)},
            .typed = std::move(opened.told),
            .channel_chosen = opened.channel_chosen,
            .errors = {},
            .banner = std::move(opened.banner),
            .leave = std::move(leave)};
}

http::Response show_new(const http::Request& request, const Services& services)
{
    Opened opened;
    take_draft(request, services, opened);
    return page(request, services, "Record a contact",
                contact_form_view(form_view(request, "/advice/contacts", "/advice/contacts/new",
                                            "/advice", std::move(opened))));
}

http::Response record(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto typed = read_contact(request.form());
    const auto again = [&](std::vector<Error> errors) {
        auto view = form_view(request, "/advice/contacts", "/advice/contacts/new", "/advice",
                              {typed.told, {}, typed.channel_chosen, {}});
        view.errors = std::move(errors);
        return page(request, services, "Record a contact", contact_form_view(view), true);
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "record contact", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto id = record_contact(transaction, actor.agency, typed.told, actor.user, now);
            access::note(transaction, request, "advice.create",
                         {.kind = "contact", .record = id.text(), .standing = {}}, now);
            return "/advice/contacts/" + id.text();
        });
    return path ? http::redirect(*path) : again({path.error()});
}

/// The contact of the address, entered by the policy; or what to answer instead.
std::variant<Contact, http::Response> entered(const http::Request& request,
                                              const Services& services, std::string_view act)
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

http::Response show_contact(const http::Request& request, const Services& services)
{
    auto found = entered(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    auto& contact = std::get<Contact>(found);
    const auto by = services.name_of(access::actor(request).agency, contact.taken_by);
    return page(request, services, "Contact", contact_view({std::move(contact), by}));
}

http::Response show_change(const http::Request& request, const Services& services)
{
    auto found = entered(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    auto& contact = std::get<Contact>(found);
    const auto address = "/advice/contacts/" + contact.id.text();
    Opened opened{std::move(contact.told), std::to_string(contact.version), true, {}};
    take_draft(request, services, opened);
    return page(request, services, "Change a contact",
                contact_form_view(form_view(request, address + "/change", address + "/change",
                                            address, std::move(opened))));
}

std::string caller_words(const NewContact& told)
{
    return told.caller ? std::string(in_words(*told.caller)) : std::string();
}

/// What is saved now beside what was typed.
design::Html comparison_of(const http::Request& request, const Services& services,
                           const Contact& saved, const NewContact& typed)
{
    const auto& actor = access::actor(request);
    const auto address = "/advice/contacts/" + saved.id.text();
    const auto one = [](const char* name, const char* label, const std::string& now,
                        const std::string& sent) {
        return forms::compared(name, label, now, sent);
    };
    auto channel = one("channel", "How they got in touch", std::string(key_of(saved.told.channel)),
                       std::string(key_of(typed.channel)));
    channel.saved_words = in_words(saved.told.channel);
    channel.typed_words = in_words(typed.channel);
    auto caller = one("caller", "Who it was",
                      saved.told.caller ? std::string(key_of(*saved.told.caller)) : "",
                      typed.caller ? std::string(key_of(*typed.caller)) : "");
    caller.saved_words = caller_words(saved.told);
    caller.typed_words = caller_words(typed);
    return forms::comparison_form(
        {.action = address + "/change",
         .start = {.page = address + "/change",
                   .form_token = actor.sign_in.form_token,
                   .version = std::to_string(saved.version)},
         .saved_by = {},
         .saved_when = {},
         .questions = {channel,
                       one("child_name", "Child’s name", saved.told.child_name, typed.child_name),
                       caller,
                       one("caller_name", "Caller’s name", saved.told.caller_name,
                           typed.caller_name),
                       one("story", "What happened", saved.told.story, typed.story)},
         .leave_href = address});
}

http::Response change(const http::Request& request, const Services& services)
{
    auto found = entered(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto address = "/advice/contacts/" + contact.id.text();
    const auto typed = read_contact(form);
    if (!typed.errors.empty()) {
        auto view = form_view(
            request, address + "/change", address + "/change", address,
            {typed.told, std::string(form[forms::version_field]), typed.channel_chosen, {}});
        view.errors = typed.errors;
        return page(request, services, "Change a contact", contact_form_view(view), true);
    }
    const auto now = services.guard->clock().now();
    const auto path =
        forms::save_once(store_of(request, services), "change contact", owner_of(actor), form, now,
                         [&](db::Transaction& transaction) -> Result<std::string> {
                             const auto changed =
                                 change_contact(transaction, actor.agency, contact.id,
                                                version_in(form), typed.told, actor.user, now);
                             if (!changed) return changed.error();
                             access::note(transaction, request, "advice.change",
                                          subject_of(actor, contact, {"contact"}), now);
                             return address;
                         });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    auto reading = store_of(request, services).read();
    const auto saved = find_contact(reading, actor.agency, contact.id);
    if (!saved) return http::failure(saved.error());
    return page(request, services, "Somebody else changed this contact",
                design::page_heading("Somebody else changed this contact") +
                    comparison_of(request, services, *saved, typed.told));
}

} // namespace pages_contacts_detail

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
    return pages_contacts_detail::standing_of(actor, *found);
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
    router.get("/advice", guard.policy("advice.search"), page_of(list_contacts));
    router.get("/advice/contacts/new", guard.policy("advice.create"), page_of(show_new));
    router.post("/advice/contacts", guard.policy("advice.create"), page_of(record));
    router.get("/advice/contacts/{contact}", guard.policy("advice.view"), page_of(show_contact));
    router.get("/advice/contacts/{contact}/change", guard.policy("advice.change"),
               page_of(show_change));
    router.post("/advice/contacts/{contact}/change", guard.policy("advice.change"),
                page_of(change));
}

} // namespace onroll::casework
