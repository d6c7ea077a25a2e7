// Requests to see what is held about somebody, with their clock: /people/requests and
// /people/{person}/requests. trust.md G-02.
#include "people/forms.h"
#include "people/pages_asked.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_requests.h"
#include "people/views_requests.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_requests_detail {

using namespace pages_shared;

http::Response show_open(const http::Request& request, const Services& services)
{
    OpenRequestsView view{.today = today_of(services)};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.requests = open_requests(reader, access::actor(request).agency);
    }
    return page(request, services, "Requests for records", open_requests_view(view), "/people");
}

http::Response show_all(const http::Request& request, const Services& services,
                        const Entered& entered, FormView form)
{
    const auto& agency = access::actor(request).agency;
    const auto here = path_of(entered.person->id, "/requests");
    const bool wrong = !form.errors.empty();
    RequestsView view{.form = std::move(form), .action = here, .start = start_of(request, here)};
    view.today = today_of(services);
    view.more = more_about(request, services, entered);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, agency, *entered.person, view.today, "Requests for this record").bar;
        view.requests = requests_of(reader, agency, entered.person->id);
    }
    return page(request, services, "Requests for this record", requests_view(view),
                "/people/requests", wrong);
}

http::Response receive(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "records_request.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto first = asked_first(form, errors);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "receive request", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = receive_request(
                         transaction,
                         scope_of(request, services, "records_request.change", entered.subject), id,
                         {first.by, *first.received_on, first.must_show_identity});
                     if (!done) return done.error();
                     return path_of(id, "/requests/") + done->text();
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_all(request, services, entered, {form.fields, std::move(errors)});
}

std::optional<RecordsRequest> request_of(const http::Request& request, const Services& services,
                                         const Entered& entered)
{
    return request_in_path<RecordsRequestId>(request, services, entered, find_request);
}

http::Response show_one(const http::Request& request, const Services& services,
                        const Entered& entered, const RecordsRequest& asked, FormView form)
{
    const auto here = path_of(entered.person->id, "/requests/") + asked.id.text();
    const bool wrong = !form.errors.empty();
    RequestView view{.request = asked, .form = std::move(form), .action = here};
    view.start = start_of(request, here, asked.version);
    view.today = today_of(services);
    view.copy = path_of(entered.person->id, "/copy");
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top = top_of(reader, access::actor(request).agency, *entered.person, view.today,
                          "A request for this record")
                       .bar;
    }
    return page(request, services, "A request for this record", request_view(view),
                path_of(entered.person->id, "/requests"), wrong);
}

Result<void> take_step(db::Transaction& transaction, const Scope& scope,
                       const RecordsRequest& asked, const http::Form& form, Date on)
{
    const auto step = form["step"];
    if (step == "identity") return identity_shown(transaction, scope, asked, on);
    if (step == "ask") return ask_what_is_meant(transaction, scope, asked, on);
    if (step == "told") return told_what_is_meant(transaction, scope, asked, on);
    if (step == "longer") return take_longer(transaction, scope, asked, form["words"]);
    if (step == "answered") return answer_request(transaction, scope, asked, on, form["words"]);
    return bad_input("Choose what happened", "step");
}

http::Response step(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "records_request.change");
    if (entered.instead) return *entered.instead;
    auto asked = request_of(request, services, entered);
    if (!asked) return http::not_found();
    const auto form = form_of(request);
    Errors errors;
    // Making it longer has no day of its own.
    const auto blank = form["step"] == "longer" ? Blank::allowed : Blank::refused;
    const auto on = read_date(form, "on", "The day it happened", blank, errors);
    asked->version = version_of(form);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "step of request", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = take_step(
                         transaction,
                         scope_of(request, services, "records_request.change", entered.subject),
                         *asked, form, on.value_or(today_of(services)));
                     if (!done) return done.error();
                     return path_of(id, "/requests/") + asked->id.text();
                 });
        if (saved) return http::redirect(*saved);
        auto error = saved.error();
        // Why it takes longer and what was answered are typed in one box.
        if (error.where == "why" || error.where == "outcome") error.where = "words";
        errors.push_back(std::move(error));
    }
    const auto present = request_of(request, services, entered);
    return show_one(request, services, entered, present ? *present : *asked,
                    {form.fields, std::move(errors)});
}

} // namespace pages_requests_detail

void add_request_pages(http::Router& router, const Services& services)
{
    using namespace pages_requests_detail;
    const auto& guard = *services.guard;
    router.get("/people/requests", guard.policy("records_request.list"),
               [&services](const http::Request& request) { return show_open(request, services); });
    router.get("/people/{person}/requests", guard.policy("records_request.view"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.view");
                   if (entered.instead) return *entered.instead;
                   return show_all(request, services, entered, first_view(request, services, {}));
               });
    router.post("/people/{person}/requests",
                forms::taking(guard.policy("records_request.change"),
                              {"asked_by", "received_on", "identity"}),
                [&services](const http::Request& request) { return receive(request, services); });
    router.get("/people/{person}/requests/{request}", guard.policy("records_request.view"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.view");
                   if (entered.instead) return *entered.instead;
                   const auto asked = request_of(request, services, entered);
                   if (!asked) return http::not_found();
                   return show_one(request, services, entered, *asked,
                                   first_view(request, services, {}));
               });
    router.post("/people/{person}/requests/{request}",
                forms::taking(guard.policy("records_request.change"), {"step", "on", "words"}),
                [&services](const http::Request& request) { return step(request, services); });
}

} // namespace onroll::people
