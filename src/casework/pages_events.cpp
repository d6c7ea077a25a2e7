#include "casework/pages_events.h"

#include "casework/recount.h"
#include "casework/store.h"
#include "casework/store_events.h"
#include "casework/store_hand_over.h"
#include "casework/told_events.h"
#include "casework/views_events.h"

#include "design/components/inset_text.h"
#include "design/page.h"
#include "forms/asked.h"
#include "people/rules_care.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_events_detail {

/// Care by a council, as the child’s record has it on the day of an exclusion: the reason why a
/// social worker and the virtual school head are told. What was answered stands.
void add_care(const http::Request& request, const Services& services, const Case& found,
              Facts& facts)
{
    const auto decided = facts.day(Fact::decided_on);
    const auto day =
        decided ? *decided : facts.day(Fact::happened_on).value_or(services.guard->clock().today());
    auto reading = store_of(request, services).read();
    const auto child = people::find_child(reading, access::actor(request).agency, found.child);
    if (!child || !people::looked_after_on(child->care, child->orders, day).value_or(false)) return;
    for (const auto fact : {Fact::looked_after, Fact::social_worker})
        if (!facts.known(fact)) facts.set(fact, "yes");
}

/// The school the child is at, to begin with.
Facts facts_known(const http::Request& request, const Services& services, const Case& found)
{
    Facts facts;
    const auto today = services.guard->clock().today();
    auto reading = store_of(request, services).read();
    const auto child = people::find_child(reading, access::actor(request).agency, found.child);
    if (!child) return facts;
    for (const auto& place : child->schools)
        if ((!place.until || *place.until >= today) &&
            place.kind != people::PlacementKind::subsidiary) {
            facts.set(Fact::school, place.school.text());
            facts.set(Fact::school_name, services.school_name(place.school));
        }
    const auto& sen = child->sen;
    if (!sen.empty() && sen.back().status == people::SenStatus::known_plan)
        facts.set(Fact::ehc_plan, "yes");
    return facts;
}

std::string new_title(EventKind kind)
{
    return "Record: " + std::string(in_words(kind));
}

http::Response show_kinds(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto chosen = request.query("kind");
    if (event_kind_named(chosen))
        return http::redirect(address_of(found.id) + "/events/new/" + std::string(chosen));
    std::vector<Error> errors;
    if (request.query().contains("kind"))
        errors.push_back(bad_input("Select what happened", "kind"));
    return case_page(request, services, found, "What happened?",
                     event_kinds_view(address_of(found.id), errors), !errors.empty());
}

/// What a contact of this case, named by its id, tells of such an event.
std::optional<ToldEvent> told_in(const http::Request& request, const Services& services,
                                 const Case& found, EventKind kind, std::string_view contact)
{
    if (contact.empty()) return std::nullopt;
    auto reading = store_of(request, services).read();
    const auto& agency = access::actor(request).agency;
    const auto stories = family_stories(reading, agency, found.id);
    for (const auto& one : contacts_of_case(reading, agency, found.id))
        if (one.id.text() == contact) return told_event(one, kind, stories);
    return std::nullopt;
}

/// The facts that the first page of the form does not ask: recorded with it, as the family told
/// them.
Facts told_besides(const ToldEvent& told, const QuestionGroup& first)
{
    Facts besides;
    for (const auto& [fact, value] : told.facts.all()) {
        const bool asked =
            fact == Fact::school_name ||
            std::any_of(first.questions.begin(), first.questions.end(),
                        [&](const EventQuestion& question) { return question.fact == fact; });
        if (!asked) besides.set(fact, value);
    }
    return besides;
}

design::Html to_be_checked(const ToldEvent& told)
{
    auto content = design::element("strong", {}, "To be checked.") +
                   design::Html(" Filled in from what was told on " + with_weekday(told.told_on) +
                                ". Check each answer, then save.");
    std::vector<design::Html> besides;
    const auto facts = told_besides(told, groups_of(told.kind).front());
    for (const auto& [fact, value] : facts.all())
        if (const auto* question = question_about(told.kind, fact))
            besides.emplace_back(std::string(question->label) + " " +
                                 value_in_words(*question, value));
    if (!besides.empty())
        content += design::paragraph("Saved with it, as the family told the checker. You can "
                                     "change each on the page of the event:") +
                   design::bullets(besides);
    if (!told.to_ask.empty()) content += design::bullets({told.to_ask.begin(), told.to_ask.end()});
    return design::render(design::InsetText{.content = content});
}

http::Response new_form(const http::Request& request, const Services& services, const Case& found,
                        EventKind kind, FirstView first, const std::optional<ToldEvent>& told,
                        std::vector<check::SchoolChoice> schools = {})
{
    const auto address = address_of(found.id);
    const auto path = address + "/events/new/" + std::string(key_of(kind));
    EventFormView view{.action = path,
                       .leave = address + "/dates",
                       .title = new_title(kind),
                       .group = &groups_of(kind).front(),
                       .form = std::move(first.form),
                       .start = start_of(request, path),
                       .banner = std::move(first.banner),
                       .schools = std::move(schools)};
    if (told) {
        view.banner += to_be_checked(*told);
        view.start += forms::fields::hidden("contact", told->contact.text());
    }
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, view.title, event_form_view(view), wrong);
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto kind = event_kind_named(request.path("kind"));
    if (!kind) return http::not_found();
    auto facts = facts_known(request, services, found);
    const auto told = told_in(request, services, found, *kind, request.query("contact"));
    if (told) {
        if (told->facts.known(Fact::school_name)) facts.set(Fact::school, {});
        for (const auto& [fact, value] : told->facts.all()) facts.set(fact, value);
    }
    return new_form(request, services, found, *kind,
                    first_view(request, services, fields_of(groups_of(*kind).front(), facts)),
                    told);
}

http::Response record(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto kind = event_kind_named(request.path("kind"));
    if (!kind) return http::not_found();
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto& group = groups_of(*kind).front();
    const auto now = services.guard->clock().now();
    auto known = facts_known(request, services, found);
    Facts before;
    if (is_exclusion(*kind) && known.known(Fact::ehc_plan)) before.set(Fact::ehc_plan, "yes");
    const auto told = told_in(request, services, found, *kind, form["contact"]);
    const auto besides = told ? told_besides(*told, group) : Facts();
    for (const auto& [fact, value] : besides.all()) before.set(fact, value);
    auto typed = read_group(form, group, before, services.guard->clock().today());
    auto schools = settle_school(form, group, services, typed);
    const auto again = [&](std::vector<Error> errors) {
        return new_form(request, services, found, *kind,
                        {.form = {.values = form.fields, .errors = std::move(errors)},
                         .version = 0,
                         .banner = {}},
                        told, std::move(schools));
    };
    if (!typed.errors.empty()) return again(typed.errors);
    if (is_exclusion(*kind)) add_care(request, services, found, typed.facts);
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"event"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            record_event(transaction, actor.agency, found.id, *kind, typed.facts, actor.user, now);
            recount(transaction, actor.agency, found, reckoner_of(services), actor.user, now,
                    "something else was recorded");
            return address_of(found.id) + "/dates";
        });
    return path ? http::redirect(*path) : again({path.error()});
}

forms::Asked first_questions(const http::Request& request)
{
    forms::Asked asked{"contact"};
    if (const auto kind = event_kind_named(request.path("kind")))
        add_questions(asked, groups_of(*kind).front());
    return asked;
}

} // namespace pages_events_detail

Reckoner reckoner_of(const Services& services)
{
    return {services.school_for, services.calendar_revision};
}

void add_event_pages(http::Router& router, const Services& services)
{
    using namespace pages_events_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    const std::string events = "/advice/cases/{case}/events";
    router.get(events + "/new", guard.policy("advice.change"), page_of(show_kinds));
    router.get(events + "/new/{kind}", guard.policy("advice.change"), page_of(show_new));
    router.post(events + "/new/{kind}",
                forms::taking(guard.policy("advice.change"), first_questions), page_of(record));
    add_telling_pages(router, services);
}

} // namespace onroll::casework
