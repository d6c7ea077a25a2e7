// Finding people, and adding somebody after looking.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_told.h"
#include "people/views_forms.h"

#include <utility>

namespace onroll::people {

namespace pages_search_detail {

using namespace pages_shared;

constexpr std::size_t most_shown = 20;

http::Response show(const http::Request& request, const Services& services, SearchView view)
{
    const auto& actor = access::actor(request);
    view.may_create = access::may_ever(actor, "people.create");
    view.may_see_periods = access::may_ever(actor, "retention.view");
    view.may_see_requests = access::may_ever(actor, "records_request.list");
    view.may_merge = access::may_ever(actor, "people.merge");
    view.may_allow = access::may_ever(actor, "shares.override");
    view.may_open = opens_records(actor);
    view.may_import = access::may_ever(actor, "people.import");
    view.may_export = access::may_ever(actor, "people.export");
    view.may_agree_export = access::may_ever(actor, "people.export_many");
    view.start = start_of(request, "/people");
    view.today = today_of(services);
    {
        auto reader = database_of(request, services).read();
        Telling telling(reader, actor);
        view.children = count_open_children(reader, telling);
    }
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "People", search_view(view), "", wrong);
}

/// What is looked for is posted, so that no name stands in an address.
http::Response search(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto form = form_of(request);
    SearchView view{.form = {.values = form.fields}};
    const auto question = question_of(form["words"]);
    if (question.empty()) {
        view.form.errors.push_back(
            bad_input("Enter a name, a date of birth, a UPN or a postcode", "words"));
        return show(request, services, std::move(view));
    }
    view.asked = true;
    {
        auto reader = database_of(request, services).read();
        Telling telling(reader, actor);
        auto told = search_told(reader, telling, question, most_shown);
        view.search = std::move(told.search);
        view.by_name = std::move(told.by_name);
    }
    return show(request, services, std::move(view));
}

http::Response show_new(const http::Request& request, const Services& services, FormView form,
                        AlikeTold alike)
{
    const bool wrong = !form.errors.empty();
    return page(request, services, "Add a child",
                details_view({.form = std::move(form),
                              .start = start_of(request, "/people/new"),
                              .action = "/people/new",
                              .top = design::page_heading("Add a child"),
                              .alike = std::move(alike.found),
                              .alike_by_name = std::move(alike.by_name),
                              .button = "Save and continue"}),
                "/people", wrong);
}

http::Response create(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto form = form_of(request);
    auto read = read_details(form, PersonKind::child);
    if (!read.errors.empty())
        return show_new(request, services, {form.fields, std::move(read.errors)}, {});
    if (form["looked"] != "yes") {
        auto reader = database_of(request, services).read();
        Telling telling(reader, actor);
        auto alike = duplicates_told(reader, telling, read.value);
        if (!alike.found.empty() || !alike.by_name.empty())
            return show_new(request, services, {form.fields, {}}, std::move(alike));
    }
    const auto saved =
        save(request, services, "create person", form, [&](db::Transaction& transaction) {
            const auto id = create_person(transaction, scope_of(request, services, "people.create"),
                                          read.value);
            return id ? Result<std::string>(path_of(*id)) : Result<std::string>(id.error());
        });
    if (saved) return http::redirect(*saved);
    return show_new(request, services, {form.fields, {saved.error()}}, {});
}

} // namespace pages_search_detail

void add_search_pages(http::Router& router, const Services& services)
{
    using namespace pages_search_detail;
    const auto& guard = *services.guard;
    router.get("/people", guard.policy("people.search"),
               [&services](const http::Request& request) { return show(request, services, {}); });
    router.post("/people/search", forms::taking(guard.policy("people.search"), {"words"}),
                [&services](const http::Request& request) { return search(request, services); });
    router.get("/people/new", guard.policy("people.create"),
               [&services](const http::Request& request) {
                   return show_new(request, services, first_view(request, services, {}), {});
               });
    router.post(
        "/people/new",
        forms::taking(guard.policy("people.create"),
                      {"given_name", "family_name", "known_as", "born_on", "sex", "pronouns", "upn",
                       "language", "needs_interpreter", "access_needs", "alert", "looked"}),
        [&services](const http::Request& request) { return create(request, services); });
}

} // namespace onroll::people
