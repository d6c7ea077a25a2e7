// Recording a contact while the call lasts: the form, what is found for it, and saving it, with the
// case opened where that is asked for.
#include "casework/pages_case_frame.h"
#include "casework/pages_contact.h"
#include "casework/pages_same_again.h"
#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_service.h"
#include "casework/rules_safe_contact.h"
#include "casework/rules_service.h"

#include "audit/store.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_new_contact_detail {

constexpr const char* form_page = "/advice/contacts/new";

http::Response show_form(const http::Request& request, const Services& services,
                         ContactFormView view)
{
    const bool wrong = !view.errors.empty();
    view.action = "/advice/contacts";
    view.start.page = form_page;
    view.start.form_token = access::actor(request).sign_in.form_token;
    view.leave = "/advice/contacts";
    view.today = services.guard->clock().today();
    {
        auto reading = store_of(request, services).read();
        if (const auto set = policy_of(reading, access::actor(request).agency))
            view.policy = eligible_under(set->policy, {}).words;
    }
    return page(request, services, "Record a contact", contact_form_view(view), wrong);
}

/// The child and the school of the case that the address names, so that they are not typed again.
void fill_in_case(const http::Request& request, const Services& services, ContactFormView& view)
{
    const auto& actor = access::actor(request);
    const auto id = CaseId::parse(request.query("case"));
    if (!id) return;
    auto reading = store_of(request, services).read();
    const auto found = find_case(reading, actor.agency, *id);
    if (!found || !may(request, services, "advice.view", *found)) return;
    const auto child = present_record(reading, actor.agency, *found);
    if (!child) return;
    AlikeChild alike{.child = child->child, .latest = *found};
    const auto today = services.guard->clock().today();
    for (const auto& place : child->schools)
        if (!place.until || *place.until >= today) alike.school = place.school;
    auto& told = view.typed.told;
    told.child_name = people::called(child->child.name);
    if (alike.school) told.school_name = services.school_name(*alike.school);
    view.typed.same_child = child->child.id.text();
    for (const auto& member : child->family)
        if (!member.tie.until || *member.tie.until >= today)
            view.held.push_back(people::called(member.adult.name) + ": " +
                                safe_contact_in_words(member.safe));
    view.looked = {.child_words = told.child_name, .children = suggestions_of({alike}, services)};
}

http::Response show_new(const http::Request& request, const Services& services)
{
    ContactFormView view;
    if (request.query("empty").empty()) {
        auto reading = store_of(request, services).read();
        auto draft =
            forms::draft_of(reading, *services.drafts, owner_of(access::actor(request)), form_page);
        if (draft) {
            http::Form kept;
            kept.fields = std::move(draft->fields);
            view.typed = read_contact(kept, services.guard->clock().today());
            view.banner = forms::draft_banner();
        }
    }
    if (view.banner)
        view.looked = look_for(request, services, view.typed.told, LookFor::both);
    else
        fill_in_case(request, services, view);
    return show_form(request, services, std::move(view));
}

/// What fits what is typed: for a script the part that it asks for, else the whole form again.
http::Response look(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    ContactFormView view{.typed = read_contact(form, services.guard->clock().today())};
    const auto part = form["part"];
    if (part == "school")
        return http::html(
            found_schools_view(look_for(request, services, view.typed.told, LookFor::schools),
                               view.typed.told.school)
                .str());
    if (part == "child")
        return http::html(
            found_children_view(look_for(request, services, view.typed.told, LookFor::children),
                                view.typed.same_child, view.typed.earlier)
                .str());
    find_named_school(services, view.typed.told);
    view.looked = look_for(request, services, view.typed.told, LookFor::both);
    return show_form(request, services, std::move(view));
}

/// A contact that is stored in the transaction, and what is asked to happen with it.
struct Recorded {
    Contact contact;
    std::string same_child;           ///< as it was answered
    std::vector<std::string> earlier; ///< contacts that are about the same child
};

std::optional<people::PersonId> chosen_child(const Recorded& recorded)
{
    const auto child = people::PersonId::parse(recorded.same_child);
    return child ? std::optional(*child) : std::nullopt;
}

/// Opens the case where it is clear for which child; else the page that asks.
Result<std::string> open_or_ask(db::Transaction& transaction, const http::Request& request,
                                const Recorded& recorded, Instant now)
{
    const auto& contact = recorded.contact;
    const auto ask = address_of(contact.id) + "/open";
    const auto scope = people_scope(request, now);
    Opening opening{.child = chosen_child(recorded), .child_name = contact.told.child_name};
    if (!opening.child) {
        if (opening.child_name.empty()) return ask;
        if (recorded.same_child != "new" &&
            !children_alike(transaction, access::actor(request), opening.child_name, 1).empty())
            return ask;
    }
    const auto opened = open_case_from(transaction, scope, contact, opening);
    if (!opened) return opened.error();
    access::note(transaction, request, "advice.create",
                 {.kind = "case", .record = opened->text(), .standing = {}}, now);
    const auto brought = bring_earlier(transaction, request, recorded.earlier, *opened, now);
    if (!brought) return brought.error();
    return address_of(*opened);
}

/// The contact goes to the open case of the child who was chosen, where there is one; answers where
/// to go next.
Result<std::string> add_to_open_case(db::Transaction& transaction, const http::Request& request,
                                     const Recorded& recorded, Instant now)
{
    const auto own = address_of(recorded.contact.id);
    const auto child = chosen_child(recorded);
    if (!child) return own;
    const auto scope = people_scope(request, now);
    for (const auto& one : cases_of_child(transaction, scope.agency, *child)) {
        if (one.state == CaseState::closed) continue;
        const auto attached =
            attach_contact(transaction, scope.agency, recorded.contact.id, one.id, *child);
        if (!attached) return attached.error();
        const auto brought = bring_earlier(transaction, request, recorded.earlier, one.id, now);
        if (!brought) return brought.error();
        const auto taken = take_in_caller(transaction, scope, *child, recorded.contact.told);
        if (!taken) return taken.error();
        return taken->asks ? own + "/reach" : own;
    }
    return own;
}

enum class Next { contact, open_case };

/// How many of the last contacts are looked at for the same one: more than a service takes in the
/// minutes that count.
constexpr std::size_t latest_contacts = 50;

/// conflict where the same person recorded the same contact just before.
Result<void> look_for_the_same(SameAgain& same, db::Queries& reading, const access::Actor& actor,
                               const NewContact& told, Instant now)
{
    if (!says_who(told)) return {};
    return same.look(
        contacts_of(reading, actor.agency, latest_contacts), now,
        [&](const Contact& contact) {
            return contact.taken_by == actor.user && contact.told == told;
        },
        [](const Contact& contact) { return contact.taken_at; },
        [](const Contact& contact) { return address_of(contact.id); });
}

http::Response asked_again(const http::Request& request, const Services& services,
                           const SavedBefore& before)
{
    const SameAgainView view{
        .before = before,
        .heading = "You recorded this contact",
        .second = "a second contact in which the same was said",
        .show = "Show the contact",
        .action = "/advice/contacts",
        .start = forms::start(
            {.page = form_page, .form_token = access::actor(request).sign_in.form_token}),
        .typed = request.form(),
        .button = "Record it again"};
    return page(request, services, same_again_title(view), same_again_view(view));
}

Result<std::string> save(const http::Request& request, const Services& services,
                         const TypedContact& typed, Next next, SameAgain& same)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    return forms::save_once(
        store_of(request, services), "record contact", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto first = look_for_the_same(same, transaction, actor, typed.told, now);
            if (!first) return first.error();
            const auto id = record_contact(transaction, actor.agency, typed.told, actor.user, now);
            access::note(transaction, request, "advice.create",
                         {.kind = "contact", .record = id.text(), .standing = {}}, now);
            auto contact = find_contact(transaction, actor.agency, id);
            if (!contact) return contact.error();
            const Recorded recorded{std::move(*contact), typed.same_child, typed.earlier};
            if (next == Next::open_case) return open_or_ask(transaction, request, recorded, now);
            return add_to_open_case(transaction, request, recorded, now);
        });
}

http::Response record(const http::Request& request, const Services& services)
{
    auto typed = read_contact(request.form(), services.guard->clock().today());
    const auto again = [&](std::vector<Error> errors) {
        ContactFormView view{.typed = typed, .errors = std::move(errors)};
        view.looked = look_for(request, services, typed.told, LookFor::both);
        return show_form(request, services, std::move(view));
    };
    if (!typed.errors.empty()) return again(typed.errors);
    find_named_school(services, typed.told);
    const auto next = request.form()["next"] == "case" ? Next::open_case : Next::contact;
    SameAgain same(request.form());
    auto path = save(request, services, typed, next, same);
    if (same.before()) return asked_again(request, services, *same.before());
    if (path) return http::redirect(*path);
    if (next == Next::contact) return again({path.error()});
    // The call is kept in any case; what is in the way of opening is asked on its own page.
    path = save(request, services, typed, Next::contact, same);
    return path ? http::redirect(*path + "/open") : again({path.error()});
}

} // namespace pages_new_contact_detail

void add_new_contact_pages(http::Router& router, const Services& services)
{
    using namespace pages_new_contact_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/contacts/new", guard.policy("advice.create"), page_of(show_new));
    router.post("/advice/contacts/look",
                forms::taking(guard.policy("advice.search"), asked_of_contact()), page_of(look));
    router.post("/advice/contacts",
                forms::taking(guard.policy("advice.create"), asked_of_contact()), page_of(record));
}

} // namespace onroll::casework
