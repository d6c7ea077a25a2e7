// History of a record, comparing two, joining and parting them.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_merge.h"
#include "people/store_merge.h"
#include "people/views_import.h"

#include <utility>

namespace onroll::people {

namespace pages_merge_detail {

using namespace pages_shared;

http::Response show_history(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.view");
    if (entered.instead) return *entered.instead;
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read(db::View::snapshot);
    HistoryView view{*entered.person};
    view.today = today_of(services);
    view.alerts =
        top_of(reader, actor.agency, *entered.person, view.today, "History of a record").alerts;
    view.changes = changes_of(reader, actor.agency, entered.person->id);
    view.merges = merges_of(reader, actor.agency, entered.person->id);
    view.staff_name = [&](std::string_view user) {
        return services.staff_name(actor.agency, user);
    };
    const auto here = path_of(entered.person->id, "/history");
    const bool may_merge = may(request, services, "people.merge", entered.subject);
    for (const auto& merge : view.merges) {
        const auto base = path_of(entered.person->id, "/merges/") + merge.id.text();
        if (!may_merge || merge.undone_at) continue;
        if (merge.made_at)
            view.undo.emplace_back(merge.id, PostButton{base + "/undo", start_of(request, here)});
        else if (merge.proposed_by != actor.user.text())
            view.agree.emplace_back(merge.id, PostButton{base + "/agree", start_of(request, here)});
    }
    return page(request, services, "History of a record", history_view(view),
                path_of(entered.person->id));
}

http::Response compare(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.merge");
    if (entered.instead) return *entered.instead;
    const auto other = request.path<PersonId>("other");
    if (!other) return http::not_found();
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto joined = find_person(reader, access::actor(request).agency, *other);
    if (!joined) return http::failure(joined.error());
    const auto here = path_of(entered.person->id, "/compare/") + other->text();
    return page(request, services, "Compare two records",
                compare_view({.kept = *entered.person,
                              .joined = *joined,
                              .rows = compared(*entered.person, *joined),
                              .agreeing = agreeing_identifiers(*entered.person, *joined),
                              .action = here,
                              .start = start_of(request, here),
                              .may_merge = !entered.person->merged_into && !joined->merged_into}),
                path_of(entered.person->id));
}

/// An act on a merge: `work` does it.
template <class Work>
http::Response act_on(const http::Request& request, const Services& services, std::string_view name,
                      Work work)
{
    const auto entered = enter(request, services, "people.merge");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    const auto saved = save(
        request, services, name, form, [&](db::Transaction& transaction) -> Result<std::string> {
            const auto scope = scope_of(request, services, "people.merge", entered.subject);
            if (const auto done = work(transaction, scope, entered.person->id); !done)
                return done.error();
            return path_of(entered.person->id, "/history");
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

http::Response propose(const http::Request& request, const Services& services)
{
    const auto other = request.path<PersonId>("other");
    if (!other) return http::not_found();
    return act_on(request, services, "propose merge",
                  [&](db::Transaction& transaction, const Scope& scope,
                      const PersonId& kept) -> Result<void> {
                      const auto merge = propose_merge(transaction, scope, kept, *other);
                      if (!merge) return merge.error();
                      return {};
                  });
}

/// A merge that names the record of the path.
Result<MergeId> merge_of(const http::Request& request, db::Queries& database, const Scope& scope,
                         const PersonId& person)
{
    const auto id = request.path<MergeId>("merge");
    if (!id) return id.error();
    const auto merge = find_merge(database, scope.agency, *id);
    if (!merge) return merge.error();
    if (merge->kept != person && merge->joined != person)
        return not_found("The record was not found. Search again");
    return *id;
}

http::Response agree(const http::Request& request, const Services& services)
{
    return act_on(request, services, "agree to merge",
                  [&](db::Transaction& transaction, const Scope& scope,
                      const PersonId& person) -> Result<void> {
                      const auto id = merge_of(request, transaction, scope, person);
                      if (!id) return id.error();
                      return agree_to_merge(transaction, scope, *id);
                  });
}

http::Response undo(const http::Request& request, const Services& services)
{
    return act_on(request, services, "undo merge",
                  [&](db::Transaction& transaction, const Scope& scope,
                      const PersonId& person) -> Result<void> {
                      const auto id = merge_of(request, transaction, scope, person);
                      if (!id) return id.error();
                      return undo_merge(transaction, scope, *id);
                  });
}

} // namespace pages_merge_detail

void add_merge_pages(http::Router& router, const Services& services)
{
    using namespace pages_merge_detail;
    const auto& guard = *services.guard;
    const auto merging = guard.policy("people.merge");
    router.get(
        "/people/{person}/history", guard.policy("people.view"),
        [&services](const http::Request& request) { return show_history(request, services); });
    router.get("/people/{person}/compare/{other}", merging,
               [&services](const http::Request& request) { return compare(request, services); });
    router.post("/people/{person}/compare/{other}", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return propose(request, services); });
    router.post("/people/{person}/merges/{merge}/agree", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return agree(request, services); });
    router.post("/people/{person}/merges/{merge}/undo", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return undo(request, services); });
}

} // namespace onroll::people
