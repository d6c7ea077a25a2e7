#include "casework/pages_case_frame.h"

#include "casework/colleague_names.h"
#include "casework/pages_contact.h"
#include "casework/pages_cases.h"
#include "casework/store_case_list.h"
#include "casework/store_cases.h"
#include "casework/views_cases.h"
#include "access/saved_views.h"
#include "forms/asked.h"
#include "people/store_told.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {

Reach reach_of(const access::Actor& actor)
{
    if (actor.has(access::Role::advice_manager)) return {.whole_service = true};
    Reach reach{.caseloads = {actor.user}};
    reach.caseloads.insert(reach.caseloads.end(), actor.covers_for.begin(), actor.covers_for.end());
    return reach;
}

forms::Choices caseworker_choices(const http::Request& request, const Services& services)
{
    forms::Choices choices;
    for (const auto& colleague : services.caseworkers(access::actor(request).agency))
        choices.emplace_back(colleague.user.text(), colleague.name);
    return choices;
}

std::vector<CaseRow> rows_of(db::Queries& reading, const Services& services,
                             const access::AgencyId& agency, std::vector<FoundCase> cases)
{
    std::vector<people::PersonId> children;
    for (const auto& one : cases) children.push_back(one.found.child);
    const auto names = people::names_of_people(reading, agency, children);
    ColleagueNames colleagues(services, agency);
    std::vector<CaseRow> rows;
    for (auto& [one, why, said] : cases) {
        const auto child = names.find(one.child);
        auto caseworker = one.caseworker ? colleagues.of(*one.caseworker) : std::string();
        rows.push_back({.one = std::move(one),
                        .child = child == names.end() ? "Name not held" : child->second,
                        .caseworker = std::move(caseworker),
                        .why = std::move(why),
                        .said = said});
    }
    return rows;
}

std::vector<CaseRow> rows_of(db::Queries& reading, const Services& services,
                             const access::AgencyId& agency, std::vector<Case> cases)
{
    std::vector<FoundCase> found;
    for (auto& one : cases) found.push_back({std::move(one), {}, {}});
    return rows_of(reading, services, agency, std::move(found));
}

namespace pages_cases_detail {

constexpr std::size_t cases_a_page = 25;
constexpr std::size_t cases_waiting_shown = 200;

const std::vector<std::string>& filters()
{
    static const std::vector<std::string> names{"state", "level", "caseworker"};
    return names;
}

CaseQuestion question_in(const http::Fields& fields, const access::Actor& actor)
{
    CaseQuestion question{.reach = reach_of(actor)};
    question.state = case_state_named(fields["state"]);
    question.level = level_named(fields["level"]);
    if (question.reach.whole_service) {
        if (const auto worker = access::UserId::parse(fields["caseworker"]))
            question.caseworker = *worker;
        if (fields["caseworker"] == "nobody") question.worked = Worked::by_nobody;
    }
    question.before = whole_number(fields["before"]);
    return question;
}

/// The address of the list with these filters, and `more`.
std::string narrowed_by(const http::Fields& fields, const std::string& more)
{
    std::string query = more;
    for (const auto& name : filters()) {
        const auto value = fields[name];
        const bool is_plain = std::all_of(value.begin(), value.end(), [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        });
        if (!value.empty() && is_plain)
            query += (query.empty() ? "" : "&") + name + "=" + std::string(value);
    }
    return query.empty() ? "/advice/cases" : "/advice/cases?" + query;
}

http::Response shown(const http::Request& request, const Services& services, CasesView view)
{
    const auto& actor = access::actor(request);
    view.whole_service = reach_of(actor).whole_service;
    view.start = start_of(request, "/advice/cases");
    if (view.whole_service) {
        view.caseworkers = caseworker_choices(request, services);
        view.caseworkers.emplace_back("nobody", "Nobody yet");
    }
    return page(request, services, view.whole_service ? "Cases" : "Your cases", cases_view(view));
}

http::Response list(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    CasesView view;
    auto bar =
        access::views_bar(request, reading, "/advice/cases", "cases", reach_of(actor).whole_service,
                          access::only_filters(request.query(), filters()));
    view.views = std::move(bar.html);
    view.filter.values = bar.asked;
    auto question = question_in(bar.asked, actor);
    question.before = whole_number(request.query("before"));
    auto cases = list_cases(reading, actor.agency, question, cases_a_page + 1);
    if (cases.size() > cases_a_page) {
        cases.pop_back();
        const auto before = "before=" + std::to_string(cases.back().number);
        view.older = bar.view.empty() ? narrowed_by(bar.asked, before)
                                      : "/advice/cases?view=" + bar.view + "&" + before;
    }
    view.rows = rows_of(reading, services, actor.agency, std::move(cases));
    view.all_ticked = request.query("tick") == "all";
    const auto same = bar.view.empty() ? narrowed_by(bar.asked, "tick=all")
                                       : "/advice/cases?view=" + bar.view + "&tick=all";
    view.tick_all = question.before ? same + "&before=" + std::to_string(*question.before) : same;
    return shown(request, services, std::move(view));
}

/// What is looked for is posted, so that no name stands in an address; filters alone make one that
/// can be kept and shared.
http::Response search(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto words = form["q"];
    if (words.find_first_not_of(' ') == std::string_view::npos)
        return http::redirect(narrowed_by(form.fields, {}));
    auto reading = store_of(request, services).read();
    CasesView view{.filter = {.values = form.fields}, .searched = true};
    const auto question = question_in(form.fields, actor);
    auto found = search_cases(reading, actor.agency, question.reach, words, cases_a_page);
    if (form["written"] == "yes")
        for (auto& one : cases_that_say(reading, actor.agency, question.reach, words, cases_a_page))
            if (std::none_of(found.begin(), found.end(), [&](const FoundCase& other) {
                    return other.found.id == one.found.id;
                }))
                found.push_back(std::move(one));
    std::erase_if(found, [&](const FoundCase& one) {
        return (question.state && one.found.state != *question.state) ||
               (question.level && one.found.level != *question.level);
    });
    view.rows = rows_of(reading, services, actor.agency, std::move(found));
    view.earlier_calls = found_contacts_list(found_in_search(reading, request, services, words));
    return shown(request, services, std::move(view));
}

/// The filters as a colleague would say them.
std::string filters_in_words(const http::Request& request, const Services& services,
                             const http::Fields& fields)
{
    std::string words;
    const auto add = [&](const char* what, std::string_view value) {
        words += (words.empty() ? "" : " ") + std::string(what) + ": " + std::string(value) + ".";
    };
    if (const auto state = case_state_named(fields["state"])) add("State", in_words(*state));
    if (const auto level = level_named(fields["level"])) add("Level", in_words(*level));
    if (fields["caseworker"] == "nobody") add("Caseworker", "nobody yet");
    if (const auto worker = access::UserId::parse(fields["caseworker"]))
        add("Caseworker", services.name_of(access::actor(request).agency, *worker));
    return words;
}

access::SavedViewPages saved_views(const Services& services)
{
    return {.route = "/advice/cases",
            .list = "cases",
            .act = "advice.search",
            .filters = filters(),
            .guard = services.guard,
            .drafts = services.drafts,
            .enter = [&services](const http::Request& request)
                -> std::variant<access::ViewedList, http::Response> {
                return access::ViewedList{
                    .address = "/advice/cases",
                    .subject = {.kind = "agency", .record = access::actor(request).agency.text()},
                    .may_change_shared = reach_of(access::actor(request)).whole_service,
                    .in_words = [&](const http::Fields& fields) {
                        return filters_in_words(request, services, fields);
                    }};
            },
            .page =
                [&services](const http::Request& request, std::string title,
                            const design::Html& content, bool has_errors) {
                    return page(request, services, std::move(title), content, has_errors);
                }};
}

http::Response waiting(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto reach = reach_of(actor);
    auto reading = store_of(request, services).read();
    WaitingView view{.today = services.guard->clock().today(),
                     .whole_service = reach.whole_service};
    view.rows = rows_of(reading, services, actor.agency,
                        waiting_cases(reading, actor.agency, reach, cases_waiting_shown));
    return page(request, services, "Waiting list", waiting_view(view));
}

http::Response open_page(const http::Request& request, const Services& services, FirstView first)
{
    const auto& actor = access::actor(request);
    OpenCaseView view{.form = std::move(first.form),
                      .start = start_of(request, "/advice/cases/new"),
                      .banner = std::move(first.banner)};
    auto reading = store_of(request, services).read();
    if (const auto child = people::PersonId::parse(view.form.values["child"])) {
        const auto found = people::find_person(reading, actor.agency, *child);
        if (found && found->kind == people::PersonKind::child)
            view.child = people::full_name(found->name);
    }
    view.words = std::string(view.form.values["q"]);
    if (view.child.empty() && !view.words.empty()) {
        people::Telling telling(reading, actor);
        for (auto& found :
             people::search_told(reading, telling, people::question_of(view.words), cases_a_page)
                 .search.found)
            if (found.person.kind == people::PersonKind::child) view.found.push_back(found);
    }
    if (reach_of(actor).whole_service) view.caseworkers = caseworker_choices(request, services);
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "Open a case", open_case_view(view), wrong);
}

http::Response show_new(const http::Request& request, const Services& services)
{
    http::Fields values;
    if (!request.query("child").empty()) values.add("child", std::string(request.query("child")));
    values.add("level", "1");
    values.add("state", "open");
    return open_page(request, services, first_view(request, services, std::move(values)));
}

/// The child is looked for by words that are posted.
http::Response find_child(const http::Request& request, const Services& services)
{
    return open_page(request, services,
                     {.form = {.values = request.form().fields}, .version = 0, .banner = {}});
}

struct Typed {
    NewCase opened;
    std::vector<Error> errors;
};

Typed read_case(const http::Form& form, const people::PersonId& child, const access::Actor& actor,
                const std::vector<Colleague>& colleagues)
{
    Typed typed{.opened = {.child = child}, .errors = {}};
    if (const auto level = level_named(form["level"]))
        typed.opened.level = *level;
    else
        typed.errors.push_back(bad_input("Select a level", "level"));
    const auto state = case_state_named(form["state"]);
    if (state == CaseState::open || state == CaseState::waiting)
        typed.opened.state = *state;
    else
        typed.errors.push_back(bad_input("Select whether to start now or to wait", "state"));
    typed.opened.work = std::string(form["work"]);
    if (typed.opened.work.empty() || typed.opened.work.size() > 200)
        typed.errors.push_back(
            bad_input("Enter what the work is for, in 200 characters or fewer", "work"));
    typed.opened.reason = std::string(form["reason"]);
    if (typed.opened.reason.size() > 2'000)
        typed.errors.push_back(bad_input("The reason must be 2,000 characters or fewer", "reason"));
    if (typed.opened.state == CaseState::waiting && typed.opened.reason.empty())
        typed.errors.push_back(bad_input("Enter why the case waits", "reason"));
    typed.opened.priority = priority_named(form["priority"]).value_or(Priority::ordinary);
    if (!reach_of(actor).whole_service) {
        typed.opened.caseworker = actor.user;
    } else if (!form["caseworker"].empty()) {
        for (const auto& colleague : colleagues)
            if (colleague.user.text() == form["caseworker"])
                typed.opened.caseworker = colleague.user;
        if (!typed.opened.caseworker)
            typed.errors.push_back(bad_input("Select a caseworker of the list", "caseworker"));
    }
    return typed;
}

http::Response open(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto again = [&](std::vector<Error> errors) {
        return open_page(request, services,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = 0,
                          .banner = {}});
    };
    const auto chosen = people::PersonId::parse(form["child"]);
    if (!chosen) return again({bad_input("Choose the child again")});
    const auto typed = read_case(form, *chosen, actor, services.caseworkers(actor.agency));
    if (!typed.errors.empty()) return again(typed.errors);
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "open case", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto child = people::find_person(transaction, actor.agency, typed.opened.child);
            if (!child) return child.error();
            if (child->kind != people::PersonKind::child)
                return bad_input("A case is for a child. Choose the child again");
            const auto id = open_case(transaction, actor.agency, typed.opened, actor.user,
                                      services.guard->clock().today());
            if (!id) return id.error();
            const access::Subject subject{.kind = "case", .record = id->text(), .standing = {}};
            if (typed.opened.caseworker) {
                const auto given = people::add_worker(
                    transaction, people_scope(request, services, "advice.create", subject),
                    typed.opened.child, *typed.opened.caseworker);
                if (!given) return given.error();
            }
            access::note(transaction, request, "advice.create", subject, now);
            return address_of(*id);
        });
    return path ? http::redirect(*path) : again({path.error()});
}

} // namespace pages_cases_detail

void add_cases_pages(http::Router& router, const Services& services)
{
    using namespace pages_cases_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases", guard.policy("advice.search"), page_of(list));
    access::add_saved_view_pages(router, saved_views(services));
    router.post("/advice/cases/search",
                forms::taking(guard.policy("advice.search"),
                              {"q", "state", "level", "written", "caseworker", "before"}),
                page_of(search));
    router.get("/advice/cases/waiting", guard.policy("advice.search"), page_of(waiting));
    router.get("/advice/cases/new", guard.policy("advice.create"), page_of(show_new));
    router.post(
        "/advice/cases/new/search",
        forms::taking(guard.policy("advice.create"),
                      {"q", "child", "level", "state", "work", "reason", "priority", "caseworker"}),
        page_of(find_child));
    router.post("/advice/cases",
                forms::taking(guard.policy("advice.create"), {"child", "level", "state", "work",
                                                              "reason", "priority", "caseworker"}),
                page_of(open));
}

} // namespace onroll::casework
