// Who may not act on a record: saying that it is one's own or a relative's, opening it to named
// people only, and what the data protection officer lifts. trust.md Z-11, D2.
#include "forms/asked.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_limits.h"
#include "people/views_limits.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_limits_detail {

using namespace pages_shared;

/// Names nobody: whoever says that it is a relative's has not opened the record, and need not.
http::Response show_declare(const http::Request& request, const Services& services,
                            const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/own");
    const bool wrong = !form.errors.empty();
    return page(
        request, services, "Your own or a relative’s record",
        declare_view({.form = std::move(form), .start = start_of(request, here), .action = here}),
        "/people", wrong);
}

http::Response declare(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.declare_conflict");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    if (form["sure"] != "yes")
        return show_declare(
            request, services, entered,
            {form.fields, {bad_input("Confirm that it is your own or a relative’s", "sure")}});
    const auto saved =
        save(request, services, "declare conflict", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto scope =
                     scope_of(request, services, "people.declare_conflict", entered.subject);
                 const auto done =
                     declare_conflict(transaction, scope, entered.person->id, scope.user);
                 if (!done) return done.error();
                 return std::string("/people");
             });
    if (saved) return http::redirect(*saved);
    return show_declare(request, services, entered, {form.fields, {saved.error()}});
}

http::Response show_withhold(const http::Request& request, const Services& services,
                             const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/withhold");
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    WithholdView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, agency, *entered.person, today_of(services), "Open to named people only")
                .bar;
        for (const auto& worker : caseload_of(reader, agency, entered.person->id).workers)
            view.named.push_back(services.staff_name(agency, worker.text()));
        const auto limits = limits_of(reader, agency, entered.person->id);
        view.is_withheld = std::any_of(limits.begin(), limits.end(), [](const Limit& limit) {
            return limit.kind == LimitKind::named_people;
        });
    }
    return page(request, services, "Open to named people only", withhold_view(view),
                path_of(entered.person->id), wrong);
}

http::Response take_withhold(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.withhold");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    const auto& id = entered.person->id;
    const auto saved =
        save_change(request, services, "people.withhold", entered, form, path_of(id, "/withhold"),
                    [&](db::Transaction& transaction, const Scope& scope) {
                        return withhold(transaction, scope, id, form["reason"]);
                    });
    if (saved) return http::redirect(*saved);
    return show_withhold(request, services, entered, {form.fields, {saved.error()}});
}

http::Response show_limits(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    LimitsView view;
    auto reader = database_of(request, services).read(db::View::snapshot);
    for (auto& limit : limits_of_agency(reader, agency)) {
        LimitRow row{.limit = std::move(limit)};
        row.record = path_of(row.limit.person, "/requests");
        row.set_by = services.staff_name(agency, row.limit.set_by.text());
        if (row.limit.user) row.user = services.staff_name(agency, row.limit.user->text());
        row.lift = {path_of(row.limit.person, "/limits/") + row.limit.id.text(),
                    start_of(request, "/people/limits")};
        view.rows.push_back(std::move(row));
    }
    return page(request, services, "Limits on records", limits_view(view), "/people", false,
                design::PageWidth::full);
}

http::Response lift(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "limits.lift");
    if (entered.instead) return *entered.instead;
    const auto id = request.path<LimitId>("limit");
    const auto form = form_of(request);
    if (!id) return http::not_found();
    const auto saved =
        save(request, services, "lift limit", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto done = lift_limit(
                     transaction, scope_of(request, services, "limits.lift", entered.subject), *id);
                 if (!done) return done.error();
                 return std::string("/people/limits");
             });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

} // namespace pages_limits_detail

void add_limit_pages(http::Router& router, const Services& services)
{
    using namespace pages_limits_detail;
    const auto& guard = *services.guard;
    const auto shown = [&](std::string_view path, std::string_view act, auto show) {
        router.get(path, guard.policy(act),
                   [&services, act = std::string(act), show](const http::Request& request) {
                       const auto entered = enter(request, services, act);
                       if (entered.instead) return *entered.instead;
                       return show(request, services, entered, FormView{});
                   });
    };
    router.get(
        "/people/limits", guard.policy("limits.view"),
        [&services](const http::Request& request) { return show_limits(request, services); });
    shown("/people/{person}/own", "people.declare_conflict", show_declare);
    router.post("/people/{person}/own",
                forms::taking(guard.policy("people.declare_conflict"), {"sure"}),
                [&services](const http::Request& request) { return declare(request, services); });
    shown("/people/{person}/withhold", "people.withhold", show_withhold);
    router.post(
        "/people/{person}/withhold", forms::taking(guard.policy("people.withhold"), {"reason"}),
        [&services](const http::Request& request) { return take_withhold(request, services); });
    router.post("/people/{person}/limits/{limit}",
                forms::taking(guard.policy("limits.lift"), forms::Asked{}),
                [&services](const http::Request& request) { return lift(request, services); });
}

} // namespace onroll::people
