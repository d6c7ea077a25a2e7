#include "casework/pages_case_frame.h"

#include "casework/rules_journey.h"
#include "casework/store_capacity.h"
#include "casework/store_events.h"
#include "casework/store_needs.h"
#include "casework/views_needs.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_needs_detail {

constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_words = 2'000;

http::Response show_needs(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    NeedsView view{.address = address_of(found.id)};
    {
        auto reading = store_of(request, services).read();
        view.needs = needs_of_case(reading, agency, found.id);
        view.events = events_of_case(reading, agency, found.id);
        view.beside = places_beside(view.needs, places_now(reading, agency));
    }
    view.today = services.guard->clock().today();
    view.unmet = sanctions_while_unmet(view.events, view.needs);
    view.may_change = may(request, services, "advice.change", found);
    return case_page(request, services, found, "Needs beside sanctions", needs_view(view));
}

/// A day that has been, in the boxes of `name`.
std::optional<Date> past_day(const http::Form& form, const char* name, Date today,
                             std::vector<Error>& errors)
{
    const auto day = typed_date(form, name, "The day");
    if (!day) {
        errors.push_back(day.error());
        return std::nullopt;
    }
    if (*day > today) {
        errors.push_back(bad_input("The day must be today or in the past", name));
        return std::nullopt;
    }
    return *day;
}

struct TypedNeed {
    NeedKind kind = NeedKind::something_else;
    std::string words;
    NeedStepTold step;
    std::vector<Error> errors;
};

TypedNeed read_need(const http::Form& form, bool is_new, Date today)
{
    TypedNeed typed;
    if (is_new) {
        if (const auto kind = need_kind_named(form["kind"]))
            typed.kind = *kind;
        else
            typed.errors.push_back(bad_input("Select which need it is", "kind"));
        typed.words = std::string(form["words"]);
    }
    if (const auto step = need_step_named(form["step"]))
        typed.step.step = *step;
    else
        typed.errors.push_back(bad_input("Select what happened", "step"));
    if (const auto day = past_day(form, "on", today, typed.errors)) typed.step.on = *day;
    typed.step.who = std::string(form["who"]);
    typed.step.note = std::string(form["note"]);
    for (const auto* name : {"words", "who", "note"})
        if (form[name].size() > longest_line)
            typed.errors.push_back(bad_input("This must be shorter", name));
    return typed;
}

/// The need of the address, on the case that was entered.
std::optional<Need> need_in(const http::Request& request, const Services& services,
                            const Case& found)
{
    auto reading = store_of(request, services).read();
    for (auto& need : needs_of_case(reading, access::actor(request).agency, found.id))
        if (need.id.text() == request.path("need")) return std::move(need);
    return std::nullopt;
}

http::Response need_form(const http::Request& request, const Services& services, const Case& found,
                         std::optional<Need> of, FirstView first)
{
    const auto path = address_of(found.id) + "/needs/" + (of ? of->id.text() : "new");
    const auto title =
        of ? "Add a step: " + std::string(in_words(of->kind)) : std::string("Add a need");
    NeedFormView view{.action = path,
                      .leave = address_of(found.id) + "/needs",
                      .of = std::move(of),
                      .form = std::move(first.form),
                      .start = start_of(request, path),
                      .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, title, need_form_view(view), wrong);
}

http::Response show_need_form(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    std::optional<Need> of;
    if (!request.path("need").empty()) {
        of = need_in(request, services, found);
        if (!of) return http::not_found();
    }
    return need_form(request, services, found, std::move(of), first_view(request, services, {}));
}

http::Response save_need(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const bool is_new = request.path("need").empty();
    auto of = is_new ? std::nullopt : need_in(request, services, found);
    if (!is_new && !of) return http::not_found();
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    const auto typed = read_need(form, is_new, services.guard->clock().today());
    const auto again = [&](std::vector<Error> errors) {
        return need_form(request, services, found, of,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = 0,
                          .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"need"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            if (is_new) {
                add_need(transaction, actor.agency, found.id, typed.kind, typed.words, typed.step,
                         actor.user, now);
            } else if (const auto added = add_need_step(transaction, actor.agency, found.id, of->id,
                                                        typed.step, actor.user, now);
                       !added) {
                return added.error();
            }
            return address_of(found.id) + "/needs";
        });
    return path ? http::redirect(*path) : again({path.error()});
}

Journey read_journey(const http::Request& request, const Services& services, const Case& found)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    return journey_of(events_of_case(reading, agency, found.id),
                      needs_of_case(reading, agency, found.id),
                      journey_of_case(reading, agency, found.id), services.guard->clock().today());
}

http::Response show_journey(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    JourneyView view{.address = address_of(found.id),
                     .journey = read_journey(request, services, found)};
    view.may_change = may(request, services, "advice.change", found);
    view.start = [&request, page = view.address + "/journey"] { return start_of(request, page); };
    return case_page(request, services, found, "The family’s journey", journey_view(view));
}

http::Response journey_csv(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.export");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    return http::csv(design::chart::csv_of(rows_of(read_journey(request, services, found))),
                     "case-" + std::to_string(found.number) + "-journey.csv");
}

struct TypedPart {
    NewJourneyPart told;
    std::vector<Error> errors;
};

TypedPart read_part(const http::Form& form, Date today)
{
    TypedPart typed;
    auto& told = typed.told;
    if (const auto kind = journey_kind_named(form["kind"]))
        told.kind = *kind;
    else
        typed.errors.push_back(bad_input("Select what it is", "kind"));
    if (const auto day = past_day(form, "from", today, typed.errors)) told.from = *day;
    const bool any =
        !form["until-day"].empty() || !form["until-month"].empty() || !form["until-year"].empty();
    if (any) told.until = past_day(form, "until", today, typed.errors);
    if (told.until && *told.until < told.from)
        typed.errors.push_back(
            bad_input("The last day must be the same as or after the first", "until"));
    told.who = std::string(form["who"]);
    told.words = std::string(form["words"]);
    if (told.words.empty())
        typed.errors.push_back(bad_input("Enter what the family says", "words"));
    if (told.who.size() > longest_line)
        typed.errors.push_back(bad_input("This must be shorter", "who"));
    if (told.words.size() > longest_words)
        typed.errors.push_back(bad_input("This must be shorter", "words"));
    const auto feeling = whole_number(form["feeling"]);
    if (feeling && *feeling >= 1 && *feeling <= 5) told.feeling = static_cast<int>(*feeling);
    return typed;
}

http::Response journey_form(const http::Request& request, const Services& services,
                            const Case& found, FirstView first)
{
    const auto path = address_of(found.id) + "/journey/new";
    JourneyFormView view{.action = path,
                         .leave = address_of(found.id) + "/journey",
                         .form = std::move(first.form),
                         .start = start_of(request, path),
                         .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Add to the journey", journey_form_view(view),
                     wrong);
}

http::Response show_journey_form(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return journey_form(request, services, std::get<Case>(entered),
                        first_view(request, services, {}));
}

http::Response save_part(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto typed = read_part(form, services.guard->clock().today());
    const auto again = [&](std::vector<Error> errors) {
        return journey_form(request, services, found,
                            {.form = {.values = form.fields, .errors = std::move(errors)},
                             .version = 0,
                             .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"journey"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         add_journey_part(transaction, actor.agency, found.id, typed.told,
                                          actor.user, services.guard->clock().now());
                         return address_of(found.id) + "/journey";
                     });
    return path ? http::redirect(*path) : again({path.error()});
}

http::Response take_out(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto part = request.path<JourneyId>("part");
    if (!part) return http::not_found();
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"journey"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto taken = take_out_journey_part(
                             transaction, access::actor(request).agency, found.id, *part);
                         if (!taken) return taken.error();
                         return address_of(found.id) + "/journey";
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_needs_detail

void add_need_pages(http::Router& router, const Services& services)
{
    using namespace pages_needs_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    const auto view = guard.policy("advice.view");
    const auto change = guard.policy("advice.change");
    const std::string own = "/advice/cases/{case}";
    router.get(own + "/needs", view, page_of(show_needs));
    router.get(own + "/needs/new", change, page_of(show_need_form));
    router.post(own + "/needs/new",
                forms::taking(change, {"kind", "words", "step", "on", "who", "note"}),
                page_of(save_need));
    router.get(own + "/needs/{need}", change, page_of(show_need_form));
    router.post(own + "/needs/{need}", forms::taking(change, {"step", "on", "who", "note"}),
                page_of(save_need));
    router.get(own + "/journey", view, page_of(show_journey));
    router.get(own + "/journey.csv", guard.policy("advice.export"), page_of(journey_csv));
    router.get(own + "/journey/new", change, page_of(show_journey_form));
    router.post(own + "/journey/new",
                forms::taking(change, {"kind", "from", "until", "who", "words", "feeling"}),
                page_of(save_part));
    router.post(own + "/journey/{part}/take-out", forms::taking(change, forms::Asked{}),
                page_of(take_out));
}

} // namespace onroll::casework
