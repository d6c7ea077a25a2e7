// A copy of what is held, for the person it is about: /people/{person}/copy. trust.md G-02, W-07.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_gathered.h"
#include "people/views_copy.h"

#include "forms/asked.h"
#include "forms/comparison.h"

#include <utility>

namespace onroll::people {

namespace pages_copy_detail {

using namespace pages_shared;

Gathered gathered_for(const http::Request& request, const Services& services,
                      const Entered& entered)
{
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto found = gather(reader, actor.agency, entered.person->id);
    auto gathered = found ? std::move(found).value() : Gathered{ChildRecord{*entered.person}};
    if (services.more_held)
        gathered.more =
            services.more_held(reader, actor.agency, actor.agency_kind, entered.person->id);
    gathered.school_name = services.school_name;
    gathered.act_in_words = services.act_in_words;
    gathered.agency = actor.agency_name;
    return gathered;
}

http::Response show(const http::Request& request, const Services& services, const Entered& entered,
                    FormView form)
{
    const auto here = path_of(entered.person->id, "/copy");
    const bool wrong = !form.errors.empty();
    CopyView view{.action = here, .requests = path_of(entered.person->id, "/requests")};
    view.start = start_of(request, here);
    view.items = held_about(gathered_for(request, services, entered));
    view.form = std::move(form);
    {
        auto reader = database_of(request, services).read();
        view.top = top_of(reader, access::actor(request).agency, *entered.person,
                          today_of(services), "A copy for the person")
                       .bar;
    }
    return page(request, services, "A copy for the person", copy_view(view),
                home_of(request, services, entered.person->id), wrong);
}

/// What somebody decided of each item; an error for each that they did not.
Decisions read_decisions(const http::Form& form, const std::vector<HeldItem>& items, Errors& errors)
{
    Decisions decisions;
    for (const auto& item : items) {
        if (!item.third_party) continue;
        const auto field = decision_field(item);
        if (const auto decided = decision_named(form[field]))
            decisions.emplace(item.key, *decided);
        else
            errors.push_back(
                bad_input("Choose what happens to each item about others: " + item.section, field));
    }
    return decisions;
}

http::Response as_file(const AccessCopy& copy)
{
    auto response = http::bytes(json_of(copy), "application/json; charset=utf-8");
    response.headers.add("Content-Disposition", "attachment; filename=\"access-copy.json\"");
    return response;
}

http::Response make(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "records_request.prepare");
    if (entered.instead) return *entered.instead;
    const auto gathered = gathered_for(request, services, entered);
    const auto items = held_about(gathered);
    const auto form = form_of(request);
    Errors errors;
    const auto decisions = read_decisions(form, items, errors);
    const auto then = form["then"];
    if (then != "page" && then != "pdf" && then != "download")
        errors.push_back(bad_input("Choose how they want the copy", "then"));
    if (!errors.empty()) return show(request, services, entered, {form.fields, std::move(errors)});
    const auto copy = copy_of(gathered, items, decisions, today_of(services));
    std::optional<http::Response> pdf;
    if (then == "pdf") {
        auto made = as_pdf(access_copy_paper(copy), "access-copy.pdf");
        if (!made)
            return show(request, services, entered,
                        {form.fields, {bad_input(made.error().message, "then")}});
        pdf = *std::move(made);
    }
    {
        auto transaction = database_of(request, services).begin("make access copy");
        access::note(transaction, request, "records_request.prepare", entered.subject,
                     services.guard->clock().now());
        transaction.commit();
    }
    if (pdf) return *std::move(pdf);
    return then == "page" ? leaving_page(services, "What we hold about you", access_copy_view(copy))
                          : as_file(copy);
}

} // namespace pages_copy_detail

void add_copy_pages(http::Router& router, const Services& services)
{
    using namespace pages_copy_detail;
    const auto& guard = *services.guard;
    router.get("/people/{person}/copy", guard.policy("records_request.prepare"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.prepare");
                   if (entered.instead) return *entered.instead;
                   return show(request, services, entered, {});
               });
    router.post("/people/{person}/copy",
                forms::taking(guard.policy("records_request.prepare"), {"item.*", "then"}),
                [&services](const http::Request& request) { return make(request, services); });
}

} // namespace onroll::people
