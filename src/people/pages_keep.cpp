// How long records are kept, holds, and deletion by two people.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_retention.h"
#include "people/views_keep.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_keep_detail {

using namespace pages_shared;

http::Response show_periods(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    auto reader = database_of(request, services).read(db::View::snapshot);
    PeriodsView view{.rules = retention_rules_of(reader, agency)};
    view.own = view.rules != published_retention_rules();
    view.may_change = access::may_ever(access::actor(request), "retention.change");
    for (const auto& due : due_for_deletion(reader, agency, today_of(services)))
        view.due.emplace_back(due.id, due.kept);
    view.without_names = count_without_names(reader, agency);
    return page(request, services, "How long records are kept", periods_view(view), "/people");
}

http::Response show_keep(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form)
{
    const auto& id = entered.person->id;
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    const auto here = path_of(id, "/keep");
    auto reader = database_of(request, services).read(db::View::snapshot);
    KeepView view{.person = id, .form = std::move(form)};
    view.top =
        top_of(reader, agency, *entered.person, today_of(services), "How long a record is kept")
            .bar;
    const auto retention = retention_of_person(reader, agency, id);
    if (!retention) return http::failure(retention.error());
    view.retention = *retention;
    view.on_hold = on_hold(reader, agency, id);
    view.ending_asked = hold_ending_asked(reader, agency, id);
    view.deletion_proposed = deletion_proposed(reader, agency, id);
    view.due = is_due(*retention, today_of(services));
    view.hold_start = start_of(request, here);
    view.end_start = start_of(request, here);
    view.delete_start = start_of(request, here);
    return page(request, services, "How long a record is kept", keep_view(view),
                home_of(request, services, id), wrong);
}

/// An act on the record, then back to the page; `after` says where once the record may be gone.
template <class Work>
http::Response act_on(const http::Request& request, const Services& services, const char* act,
                      Work work)
{
    const auto entered = enter_for_two(request, services, act);
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    const auto saved = save(
        request, services, act, form, [&](db::Transaction& transaction) -> Result<std::string> {
            return work(transaction, scope_of(request, services, act, entered.subject),
                        entered.person->id, form);
        });
    if (saved) return http::redirect(*saved);
    return show_keep(request, services, entered, {form.fields, {saved.error()}});
}

http::Response hold(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.hold",
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form& form) -> Result<std::string> {
                      const auto done = begin_hold(transaction, scope, id, form["reason"]);
                      if (!done) return done.error();
                      return path_of(id, "/keep");
                  });
}

http::Response end(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.end_hold",
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form&) -> Result<std::string> {
                      const auto done = end_hold(transaction, scope, id);
                      if (!done) return done.error();
                      return path_of(id, "/keep");
                  });
}

http::Response remove(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.delete",
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form&) -> Result<std::string> {
                      const bool second = deletion_proposed(transaction, scope.agency, id);
                      const auto done = second ? agree_to_deletion(transaction, scope, id)
                                               : propose_deletion(transaction, scope, id);
                      if (!done) return done.error();
                      return second ? std::string("/people/retention") : path_of(id, "/keep");
                  });
}

} // namespace pages_keep_detail

void add_keep_pages(http::Router& router, const Services& services)
{
    using namespace pages_keep_detail;
    const auto& guard = *services.guard;
    router.get(
        "/people/retention", guard.policy("retention.view"),
        [&services](const http::Request& request) { return show_periods(request, services); });
    router.get("/people/{person}/keep", guard.policy("retention.hold"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "retention.hold");
                   if (entered.instead) return *entered.instead;
                   return show_keep(request, services, entered, first_view(request, services, {}));
               });
    router.post("/people/{person}/keep", forms::taking(guard.policy("retention.hold"), {"reason"}),
                [&services](const http::Request& request) { return hold(request, services); });
    router.post("/people/{person}/keep/end",
                forms::taking(guard.policy("retention.end_hold"), forms::Asked{}),
                [&services](const http::Request& request) { return end(request, services); });
    router.post("/people/{person}/delete",
                forms::taking(guard.policy("retention.delete"), forms::Asked{}),
                [&services](const http::Request& request) { return remove(request, services); });
}

} // namespace onroll::people
