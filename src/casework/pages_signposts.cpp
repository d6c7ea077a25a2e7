// To whom families are sent on, and what happened next. capabilities.md N04.
#include "casework/colleague_names.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_contact.h"
#include "casework/pages_short_forms.h"
#include "casework/store.h"
#include "casework/store_day.h"
#include "casework/store_capacity.h"
#include "casework/store_service.h"
#include "casework/store_tasks.h"
#include "casework/views_service.h"

#include "audit/store.h"
#include "forms/asked.h"
#include "forms/store.h"
#include "kernel/ensure.h"

#include <utility>

namespace onroll::casework {
namespace pages_signposts_detail {

/// Few enough that whoever has a phone comes to the register below.
constexpr std::size_t most_listed = 15;

/// Which page of those not asked yet the address names, from 1.
std::size_t page_of_not_asked(const http::Request& request)
{
    const auto number = whole_number(request.query("page"));
    return number && *number >= 1 && *number <= 100'000 ? static_cast<std::size_t>(*number) : 1;
}

http::Response show_signposts(const http::Request& request, const Services& services,
                              Filled filled = {})
{
    const auto& agency = access::actor(request).agency;
    SignpostsView view{.filled = std::move(filled),
                       .start = form_start(request, "/advice/signposts"),
                       .today = services.guard->clock().today()};
    ColleagueNames names(services, agency);
    view.name_of = [&](const access::UserId& user) { return names.of(user); };
    const auto shown = page_of_not_asked(request);
    {
        auto reading = store_of(request, services).read();
        view.not_asked =
            signposts_not_asked(reading, agency, most_listed + 1, (shown - 1) * most_listed);
        view.places = signpost_places(reading, agency);
        view.latest = latest_signposts(reading, agency, most_listed);
        view.counts = signpost_counts(reading, agency);
        view.now = places_now(reading, agency);
    }
    const auto address = [](std::size_t number) {
        return "/advice/signposts?page=" + std::to_string(number) + "#not-asked";
    };
    if (shown > 1) view.not_asked_before = address(shown - 1);
    if (view.not_asked.size() > most_listed) {
        view.not_asked.pop_back();
        view.not_asked_next = address(shown + 1);
    }
    const bool wrong = !view.filled.errors.empty();
    return page(request, services, "Signposts", signposts_view(view), wrong);
}

http::Response add_place(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    std::vector<Error> errors;
    SignpostPlace place{.id = SignpostPlaceId::parse(std::string(32, '0')).value(),
                        .name = line_in(form, "name", "Enter the name", errors),
                        .help = line_in(form, "help", nullptr, errors),
                        .reach = line_in(form, "reach", nullptr, errors)};
    if (const auto kind = signpost_kind_named(form["kind"]))
        place.kind = *kind;
    else
        errors.push_back(bad_input("Select what it is", "kind"));
    if (!errors.empty()) return show_signposts(request, services, {form.fields, std::move(errors)});
    const auto path = save_short_form(
        request, services, "advice.create",
        {.kind = "agency", .record = actor.agency.text(), .standing = {}}, "/advice/signposts",
        [&](db::Transaction& transaction, Instant) -> Result<void> {
            add_signpost_place(transaction, actor.agency, place);
            return {};
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response retire_place(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto id = SignpostPlaceId::parse(request.form()["place"]);
    if (!id) return http::failure(id.error());
    const auto path =
        save_short_form(request, services, "advice.create",
                        {.kind = "agency", .record = actor.agency.text(), .standing = {}},
                        "/advice/signposts", [&](db::Transaction& transaction, Instant) {
                            return retire_signpost_place(transaction, actor.agency, *id);
                        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response signpost_form(const http::Request& request, const Services& services,
                             const Contact& contact, Filled filled)
{
    const auto address = address_of(contact.id);
    const bool wrong = !filled.errors.empty();
    std::vector<SignpostPlace> places;
    {
        auto reading = store_of(request, services).read();
        places = signpost_places(reading, access::actor(request).agency);
    }
    if (places.empty() && !filled.fields.contains("place")) filled.fields.add("place", "other");
    return page(
        request, services, "Signpost to somebody else",
        signpost_form_view(places, filled, form_start(request, address + "/signpost"), address),
        wrong);
}

http::Response show_signpost_form(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    return signpost_form(request, services, std::get<Contact>(found), {});
}

/// Three weeks are long enough to have been seen, and short enough to be remembered.
constexpr Days asked_after{21};

/// To ask what came of it, for whoever gave it.
NewTask asking_task(const Contact& contact, const SignpostId& signpost, const std::string& place,
                    const access::UserId& by, Instant now)
{
    return {.case_id = contact.case_id,
            .title = "Ask the family what came of the signpost to " + place,
            .due_on = in_london(now).date + asked_after,
            .owner = by,
            .duty = std::string(of_a_signpost) + contact.id.text() + " " + signpost.text()};
}

/// Whoever has the answer has done the task, whosever it is.
void settle_asking(db::Transaction& transaction, const access::Actor& actor,
                   const Signpost& signpost, Instant now)
{
    for (const auto& [task, of] : tasks_of_worker(transaction, actor.agency, signpost.given_by))
        if (task.told.duty ==
            std::string(of_a_signpost) + signpost.contact.text() + " " + signpost.id.text()) {
            const auto done = change_task(transaction, actor.agency, task.id, task.version,
                                          {.state = TaskState::done}, actor.user, now);
            ensure(done.has_value(), "a task read in this transaction is at the version read");
        }
}

/// From a case: on the contact that came last.
http::Response signpost_from_case(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    auto contacts = [&] {
        auto reading = store_of(request, services).read();
        return contacts_of_case(reading, access::actor(request).agency, found.id);
    }();
    if (!contacts.empty()) return http::redirect(address_of(contacts.front().id) + "/signpost");
    return case_page(request, services, found, "Signpost to somebody else",
                     signpost_needs_contact_view(found.id));
}

http::Response add_signpost(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    std::vector<Error> errors;
    const auto why = line_in(form, "why", nullptr, errors);
    std::optional<SignpostPlaceId> place;
    std::string name;
    if (form["place"] == "other") {
        name = line_in(form, "place_name", "Enter who can help", errors);
    } else {
        auto reading = store_of(request, services).read();
        for (const auto& one : signpost_places(reading, actor.agency))
            if (one.id.text() == form["place"]) {
                place = one.id;
                name = one.name;
            }
        if (!place) errors.push_back(bad_input("Select who can help", "place"));
    }
    if (!errors.empty())
        return signpost_form(request, services, contact, {form.fields, std::move(errors)});
    const auto path = save_short_form(
        request, services, "advice.change", subject_of(actor, contact, {"signpost"}),
        address_of(contact.id), [&](db::Transaction& transaction, Instant now) -> Result<void> {
            const auto id = record_signpost(transaction, actor.agency, contact.id, place, name, why,
                                            actor.user, now);
            add_task(transaction, actor.agency, asking_task(contact, id, name, actor.user, now),
                     actor.user, now);
            return {};
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

/// The signpost of the address, where the contact has it.
std::optional<Signpost> signpost_in(const http::Request& request, const Services& services,
                                    const Contact& contact)
{
    auto reading = store_of(request, services).read();
    for (auto& one : signposts_of_contact(reading, access::actor(request).agency, contact.id))
        if (one.id.text() == request.path("signpost")) return std::move(one);
    return std::nullopt;
}

http::Response result_form(const http::Request& request, const Services& services,
                           const Signpost& signpost, Filled filled)
{
    const auto address = address_of(signpost.contact);
    const bool wrong = !filled.errors.empty();
    return page(request, services, "What happened next?",
                signpost_result_view(signpost, filled,
                                     form_start(request, std::string(request.path())), address),
                wrong);
}

http::Response show_result_form(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto signpost = signpost_in(request, services, std::get<Contact>(found));
    if (!signpost) return http::not_found();
    Filled filled;
    if (signpost->result) filled.fields.add("result", std::string(key_of(*signpost->result)));
    filled.fields.add("note", signpost->note);
    return result_form(request, services, *signpost, std::move(filled));
}

http::Response add_result(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto& actor = access::actor(request);
    const auto signpost = signpost_in(request, services, contact);
    if (!signpost) return http::not_found();
    const auto& form = request.form();
    std::vector<Error> errors;
    const auto note = line_in(form, "note", nullptr, errors);
    const auto result = signpost_result_named(form["result"]);
    if (!result) errors.push_back(bad_input("Select what came of it", "result"));
    if (!errors.empty())
        return result_form(request, services, *signpost, {form.fields, std::move(errors)});
    const auto path = save_short_form(
        request, services, "advice.change", subject_of(actor, contact, {"signpost"}),
        address_of(contact.id), [&](db::Transaction& transaction, Instant now) {
            const auto recorded =
                record_signpost_result(transaction, actor.agency, contact.id, signpost->id, *result,
                                       note, actor.user, now);
            if (recorded) settle_asking(transaction, actor, *signpost, now);
            return recorded;
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_signposts_detail

void add_signpost_pages(http::Router& router, const Services& services)
{
    using namespace pages_signposts_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get(
        "/advice/signposts", guard.policy("advice.search"),
        [&services](const http::Request& request) { return show_signposts(request, services); });
    router.post("/advice/signposts",
                forms::taking(guard.policy("advice.create"), {"kind", "name", "help", "reach"}),
                page_of(add_place));
    router.post("/advice/signposts/retire", forms::taking(guard.policy("advice.create"), {"place"}),
                page_of(retire_place));
    router.get("/advice/cases/{case}/signpost", guard.policy("advice.change"),
               page_of(signpost_from_case));
    router.get("/advice/contacts/{contact}/signpost", guard.policy("advice.change"),
               page_of(show_signpost_form));
    router.post("/advice/contacts/{contact}/signpost",
                forms::taking(guard.policy("advice.change"), {"place", "place_name", "why"}),
                page_of(add_signpost));
    router.get("/advice/contacts/{contact}/signposts/{signpost}", guard.policy("advice.change"),
               page_of(show_result_form));
    router.post("/advice/contacts/{contact}/signposts/{signpost}",
                forms::taking(guard.policy("advice.change"), {"result", "note"}),
                page_of(add_result));
    add_open_offer_pages(router, services);
}

} // namespace onroll::casework
