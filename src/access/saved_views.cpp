#include "access/saved_views.h"

#include "access/views_saved.h"

#include "forms/asked.h"
#include "forms/fields.h"
#include "forms/form_start.h"
#include "forms/store.h"
#include "kernel/one_line.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::access {

http::Fields only_filters(const http::Fields& fields, const std::vector<std::string>& filters)
{
    http::Fields kept;
    for (const auto& field : fields) {
        http::Form one;
        one.fields.add(field.name, field.value);
        const bool is_hidden = field.name.starts_with("form_");
        if (!field.value.empty() && !is_hidden && !forms::unexpected_field(one, filters))
            kept.add(field.name, field.value);
    }
    return kept;
}

namespace saved_views_detail {

using forms::SavedView;
using forms::SavedViewId;

forms::Owner owner_of_views(const Actor& who)
{
    return {who.agency.text(), who.user.text()};
}

std::string as_query(const http::Fields& fields)
{
    std::string query;
    for (const auto& field : fields)
        query += (query.empty() ? "?" : "&") + http::percent_encoded(field.name) + "=" +
                 http::percent_encoded(field.value);
    return query;
}

bool may_change_it(const SavedView& view, bool may_change_shared, const Actor& who)
{
    return view.made_by == who.user.text() || may_change_shared;
}

SavedViewLinks links_of(const http::Request& request, const std::string& address,
                        const std::vector<SavedView>& views, std::string_view in_use)
{
    const auto& who = actor(request);
    SavedViewLinks links{.agency_name = who.agency_name};
    for (const auto& view : views)
        links.views.push_back({.href = address + "?view=" + view.id.text(),
                               .name = view.told.name,
                               .is_shared = view.told.shared == forms::SharedWith::agency,
                               .is_in_use = view.id.text() == in_use});
    return links;
}

/// The pages of one list. All of it outlives the router.
struct ListPages {
    SavedViewPages its;

    db::Database& store(const http::Request& request) const
    {
        return *its.guard->place_of(actor(request)).database;
    }

    design::Html start(const http::Request& request, const std::string& page,
                       std::int64_t version = 0) const
    {
        return forms::start({.page = page,
                             .form_token = actor(request).sign_in.form_token,
                             .version = version == 0 ? "" : std::to_string(version)});
    }

    http::Response form_page(const http::Request& request, const ViewedList& list,
                             const http::Fields& asked, forms::FormView form) const
    {
        const auto address = list.address + "/views";
        const bool wrong = !form.errors.empty();
        return its.page(request, "Save this view",
                        new_saved_view({.action = address,
                                        .leave = list.address + as_query(asked),
                                        .agency_name = actor(request).agency_name,
                                        .in_words = list.in_words ? list.in_words(asked) : "",
                                        .form = std::move(form),
                                        .start = start(request, address + "/new"),
                                        .asked = asked}),
                        wrong);
    }

    /// A draft of this page, where there is one; else `values`.
    forms::FormView first(const http::Request& request, http::Fields values) const
    {
        auto reading = store(request).read();
        auto draft =
            forms::draft_of(reading, *its.drafts, owner_of_views(actor(request)), request.path());
        if (draft) return {.values = std::move(draft->fields), .is_draft = true};
        return {.values = std::move(values)};
    }

    http::Response show_new(const http::Request& request, const ViewedList& list) const
    {
        auto form = first(request, {{"shared", "no"}});
        const auto asked = only_filters(form.is_draft ? form.values : request.query(), its.filters);
        if (asked.empty()) return http::redirect(list.address);
        return form_page(request, list, asked, std::move(form));
    }

    Result<std::string> save(const http::Request& request, const ViewedList& list,
                             const std::function<Result<std::string>(db::Transaction&)>& work) const
    {
        const auto now = its.guard->clock().now();
        return forms::save_once(store(request), "save view", owner_of_views(actor(request)),
                                request.form(), now,
                                [&](db::Transaction& transaction) -> Result<std::string> {
                                    auto path = work(transaction);
                                    if (path)
                                        note(transaction, request, its.act, list.subject, now);
                                    return path;
                                });
    }

    http::Response keep(const http::Request& request, const ViewedList& list) const
    {
        const auto& form = request.form();
        const auto asked = only_filters(form.fields, its.filters);
        if (asked.empty()) return http::redirect(list.address);
        const auto path = save(request, list, [&](auto& transaction) -> Result<std::string> {
            const auto id = forms::save_view(transaction, owner_of_views(actor(request)), its.list,
                                             told_in(form, asked), its.guard->clock().now());
            if (!id) return id.error();
            return list.address + "?view=" + id->text();
        });
        if (path) return http::redirect(*path);
        return form_page(request, list, asked, {.values = form.fields, .errors = {path.error()}});
    }

    static forms::NewSavedView told_in(const http::Form& form, http::Fields asked)
    {
        return {.name = one_line(form["view_name"]),
                .shared =
                    form["shared"] == "yes" ? forms::SharedWith::agency : forms::SharedWith::nobody,
                .asked = std::move(asked)};
    }

    /// The view of the address, which the actor may change.
    Result<SavedView> changing(const http::Request& request, const ViewedList& list) const
    {
        const auto id = request.path<SavedViewId>("view");
        if (!id) return id.error();
        auto reading = store(request).read();
        auto found = forms::find_saved_view(reading, owner_of_views(actor(request)), its.list, *id);
        if (found && !may_change_it(*found, list.may_change_shared, actor(request)))
            return not_found("The page was not found. Check the address");
        return found;
    }

    http::Response change_page(const http::Request& request, const ViewedList& list,
                               const SavedView& view, forms::FormView form) const
    {
        const auto address = list.address + "/views/" + view.id.text();
        const bool wrong = !form.errors.empty();
        return its.page(
            request, "Change a saved view",
            change_saved_view_page({.action = address,
                                    .leave = list.address + "?view=" + view.id.text(),
                                    .agency_name = actor(request).agency_name,
                                    .in_words = list.in_words ? list.in_words(view.told.asked) : "",
                                    .form = std::move(form),
                                    .start = start(request, address, view.version),
                                    .delete_start = start(request, address),
                                    .is_own = view.made_by == actor(request).user.text()}),
            wrong);
    }

    http::Response show_change(const http::Request& request, const ViewedList& list) const
    {
        const auto view = changing(request, list);
        if (!view) return http::failure(view.error());
        const bool shared = view->told.shared == forms::SharedWith::agency;
        return change_page(
            request, list, *view,
            first(request, {{"view_name", view->told.name}, {"shared", shared ? "yes" : "no"}}));
    }

    http::Response change(const http::Request& request, const ViewedList& list) const
    {
        const auto view = changing(request, list);
        if (!view) return http::failure(view.error());
        const auto& form = request.form();
        auto told = told_in(form, {});
        if (view->made_by != actor(request).user.text()) told.shared = view->told.shared;
        std::int64_t version = 0;
        const auto typed = form[forms::version_field];
        std::from_chars(typed.data(), typed.data() + typed.size(), version);
        const auto path = save(request, list, [&](auto& transaction) -> Result<std::string> {
            const auto done = forms::change_saved_view(transaction, owner_of_views(actor(request)),
                                                       its.list, view->id, version, told);
            if (!done) return done.error();
            return list.address + "?view=" + view->id.text();
        });
        if (path) return http::redirect(*path);
        return change_page(request, list, *view, {.values = form.fields, .errors = {path.error()}});
    }

    http::Response drop(const http::Request& request, const ViewedList& list) const
    {
        const auto view = changing(request, list);
        if (!view) return http::failure(view.error());
        const auto path = save(request, list, [&](auto& transaction) -> Result<std::string> {
            const auto done = forms::drop_saved_view(transaction, owner_of_views(actor(request)),
                                                     its.list, view->id);
            if (!done) return done.error();
            return list.address;
        });
        return path ? http::redirect(*path) : http::failure(path.error());
    }
};

using Page = http::Response (ListPages::*)(const http::Request&, const ViewedList&) const;

http::Handler on_list(const ListPages& pages, Page page)
{
    return [pages, page](const http::Request& request) {
        auto entered = pages.its.enter(request);
        if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
        return (pages.*page)(request, std::get<ViewedList>(entered));
    };
}

} // namespace saved_views_detail
using namespace saved_views_detail;

ViewsBar views_bar(const http::Request& request, db::Queries& database, const std::string& address,
                   const std::string& list, bool may_change_shared, http::Fields asked)
{
    const auto& who = actor(request);
    const auto owner = owner_of_views(who);
    ViewsBar bar{.asked = std::move(asked), .view = {}, .html = {}};
    const auto views = forms::saved_views_of(database, owner, list);
    const auto asked_for = request.query("view");
    const auto found = std::find_if(views.begin(), views.end(), [&](const SavedView& view) {
        return view.id.text() == asked_for;
    });
    const bool in_use = !asked_for.empty() && found != views.end();
    if (in_use) {
        bar.asked = found->told.asked;
        bar.view = found->id.text();
    }
    auto links = links_of(request, address, views, bar.view);
    links.is_missing = !asked_for.empty() && !in_use;
    if (in_use && may_change_it(*found, may_change_shared, who))
        links.change = address + "/views/" + bar.view;
    if (!in_use && !bar.asked.empty()) links.save = address + "/views/new" + as_query(bar.asked);
    bar.html = saved_view_links(links);
    return bar;
}

void add_saved_view_pages(http::Router& router, const SavedViewPages& pages)
{
    const ListPages own{pages};
    const auto policy = pages.guard->policy(pages.act);
    auto asked = pages.filters;
    asked.insert(asked.end(), {"view_name", "shared"});
    const auto address = pages.route + "/views";
    router.get(address + "/new", policy, on_list(own, &ListPages::show_new));
    router.post(address, forms::taking(policy, asked), on_list(own, &ListPages::keep));
    router.get(address + "/{view}", policy, on_list(own, &ListPages::show_change));
    router.post(address + "/{view}", forms::taking(policy, {"view_name", "shared"}),
                on_list(own, &ListPages::change));
    router.post(address + "/{view}/delete", forms::taking(policy, forms::Asked{}),
                on_list(own, &ListPages::drop));
}

} // namespace onroll::access
