// An event as it is known, and more told of it.
#include "casework/pages_events.h"

#include "casework/recount.h"
#include "casework/store_accounts.h"
#include "casework/store_events.h"
#include "casework/views_events.h"

#include "design/page.h"
#include "forms/comparison.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_tellings_detail {

/// The event of the address, on the case that was entered; nothing where it is another's.
std::optional<Event> event_in(const http::Request& request, const Services& services,
                              const Case& found)
{
    const auto id = request.path<EventId>("event");
    if (!id) return std::nullopt;
    auto reading = store_of(request, services).read();
    auto event = find_event(reading, access::actor(request).agency, *id);
    if (!event || event->case_id != found.id) return std::nullopt;
    return std::move(*event);
}

std::string address_of(const Event& event)
{
    return casework::address_of(event.case_id) + "/events/" + event.id.text();
}

http::Response show_event(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto event = event_in(request, services, found);
    if (!event) return http::not_found();
    const auto& agency = access::actor(request).agency;
    EventView view{
        .event = *event,
        .address = address_of(*event),
        .back = casework::address_of(found.id) + "/dates",
        .accounts_address = casework::address_of(found.id) + "/accounts",
        .told = {},
        .name_of = [&](const access::UserId& user) { return services.name_of(agency, user); },
        .may_change = may(request, services, "advice.change", found)};
    {
        auto reading = store_of(request, services).read();
        view.told = facts_told(reading, agency, event->id);
        for (auto& account : accounts_of_case(reading, agency, found.id))
            if (account.told.event == event->id) view.accounts.push_back(std::move(account));
    }
    return case_page(request, services, found, event_title(*event), event_view(view));
}

http::Response tell_form(const http::Request& request, const Services& services, const Case& found,
                         const Event& event, const QuestionGroup& group, FirstView first,
                         std::vector<check::SchoolChoice> schools = {})
{
    const auto path = address_of(event) + "/tell/" + std::string(group.key);
    EventFormView view{.action = path,
                       .leave = address_of(event),
                       .title = std::string(in_words(event.kind)) + ": " + std::string(group.title),
                       .group = &group,
                       .form = std::move(first.form),
                       .start = start_of(request, path, first.version),
                       .banner = std::move(first.banner),
                       .schools = std::move(schools)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, view.title, event_form_view(view), wrong);
}

http::Response show_tell(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto event = event_in(request, services, found);
    const auto* group = event ? group_named(event->kind, request.path("group")) : nullptr;
    if (!group) return http::not_found();
    return tell_form(
        request, services, found, *event, *group,
        first_view(request, services, fields_of(*group, event->facts), event->version));
}

/// What is saved now beside what was typed.
http::Response compare(const http::Request& request, const Services& services, const Case& found,
                       const Event& saved, const QuestionGroup& group, const Facts& typed)
{
    const auto path = address_of(saved) + "/tell/" + std::string(group.key);
    forms::Comparison comparison{.action = path,
                                 .start = {.page = path,
                                           .form_token = access::actor(request).sign_in.form_token,
                                           .version = std::to_string(saved.version)},
                                 .saved_by = {},
                                 .saved_when = {},
                                 .questions = {},
                                 .leave_href = address_of(saved)};
    for (const auto& question : group.questions) {
        const auto shown = [&](const Facts& facts) {
            const auto value =
                facts.text(question.asks == Asks::school ? Fact::school_name : question.fact);
            return value.empty() ? std::string() : value_in_words(question, value);
        };
        comparison.questions.push_back({.label = std::string(question.label),
                                        .saved = fields_of(question, saved.facts),
                                        .typed = fields_of(question, typed),
                                        .saved_words = shown(saved.facts),
                                        .typed_words = shown(typed)});
    }
    return case_page(request, services, found, "Somebody else changed this",
                     design::page_heading("Somebody else changed this") +
                         forms::comparison_form(comparison));
}

http::Response tell(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto event = event_in(request, services, found);
    const auto* group = event ? group_named(event->kind, request.path("group")) : nullptr;
    if (!group) return http::not_found();
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto now = services.guard->clock().now();
    auto typed = read_group(form, *group, event->facts, services.guard->clock().today());
    auto schools = settle_school(form, *group, services, typed);
    const auto again = [&](std::vector<Error> errors) {
        return tell_form(request, services, found, *event, *group,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = version_in(form),
                          .banner = {}},
                         std::move(schools));
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"event"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto told =
                             tell_more(transaction, actor.agency, event->id, version_in(form),
                                       typed.facts, actor.user, now);
                         if (!told) return told.error();
                         recount(transaction, actor.agency, found, reckoner_of(services),
                                 actor.user, now, std::string(group->told));
                         return casework::address_of(found.id) + "/dates";
                     });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare(request, services, found, *event, *group, typed.facts);
    return again({path.error()});
}

/// The kind of the event is known once it is found: until then what the group asks of any kind.
forms::Asked questions_of_group(const http::Request& request)
{
    forms::Asked asked;
    for (const auto kind : all_event_kinds())
        if (const auto* group = group_named(kind, request.path("group")))
            add_questions(asked, *group);
    return asked;
}

} // namespace pages_tellings_detail

std::vector<check::SchoolChoice> settle_school(const http::Form& form, const QuestionGroup& group,
                                               const Services& services, TypedFacts& typed)
{
    const bool asked =
        std::any_of(group.questions.begin(), group.questions.end(),
                    [](const EventQuestion& question) { return question.asks == Asks::school; });
    if (!asked) return {};
    const std::string words(form[school_words]);
    const auto take = [&](std::string urn, std::string name) {
        typed.facts.set(Fact::school, std::move(urn));
        typed.facts.set(Fact::school_name, std::move(name));
        return std::vector<check::SchoolChoice>{};
    };
    if (words.empty()) return take({}, {});
    if (form["school"] == "none") return take({}, words);
    if (words == form[school_called] && Urn::parse(form["school"]))
        return take(std::string(form["school"]), words);
    auto found = services.search_schools(words);
    const auto chosen =
        std::find_if(found.begin(), found.end(), [&](const check::SchoolChoice& one) {
            return one.urn.text() == form["school"] || one.name == words || one.urn.text() == words;
        });
    if (chosen != found.end()) return take(chosen->urn.text(), chosen->name);
    if (found.size() == 1) return take(found.front().urn.text(), found.front().name);
    typed.errors.push_back(
        found.empty()
            ? bad_input("No school in the list fits. Check the name, or choose to keep it as it "
                        "is typed",
                        "school_words")
            : bad_input("Select which school it is", "school"));
    return found;
}

void add_questions(forms::Asked& asked, const QuestionGroup& group)
{
    for (const auto& question : group.questions) {
        asked.emplace_back(key_of(question.fact));
        if (question.asks == Asks::school)
            for (const auto name : {school_words, school_called}) asked.emplace_back(name);
    }
}

void add_telling_pages(http::Router& router, const Services& services)
{
    using namespace pages_tellings_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    const std::string events = "/advice/cases/{case}/events";
    router.get(events + "/{event}", guard.policy("advice.view"), page_of(show_event));
    router.get(events + "/{event}/tell/{group}", guard.policy("advice.change"), page_of(show_tell));
    router.post(events + "/{event}/tell/{group}",
                forms::taking(guard.policy("advice.change"), questions_of_group), page_of(tell));
}

} // namespace onroll::casework
