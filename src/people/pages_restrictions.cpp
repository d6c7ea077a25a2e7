// Restricting the use of a record, and facts that somebody disputes: /people/{person}/restriction
// and /people/{person}/disputes. trust.md G-04.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_restrictions.h"
#include "people/views_restrictions.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_restrictions_detail {

using namespace pages_shared;

StaffName names_for(const http::Request& request, const Services& services)
{
    return [&services, agency = access::actor(request).agency](std::string_view user) {
        return services.staff_name(agency, user);
    };
}

http::Response show_restriction(const http::Request& request, const Services& services,
                                const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/restriction");
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    RestrictionView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    view.staff_name = names_for(request, services);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, agency, *entered.person, today_of(services), "Restrict its use").bar;
        view.all = restrictions_of(reader, agency, entered.person->id);
    }
    return page(request, services, "Restrict its use", restriction_view(view),
                home_of(request, services, entered.person->id), wrong);
}

http::Response begin(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "limits.restrict");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto ground = restriction_ground_named(form["ground"]);
    if (!ground) errors.push_back(bad_input("Choose why its use is restricted", "ground"));
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved = save_change(
            request, services, "limits.restrict", entered, form, path_of(id, "/restriction"),
            [&](db::Transaction& transaction, const Scope& scope) {
                return restrict_use(transaction, scope, id, *ground, form["reason"]);
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_restriction(request, services, entered, {form.fields, std::move(errors)});
}

http::Response end(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "limits.restrict");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto told =
        read_date(form, "told_on", "The date the person was told", Blank::refused, errors);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved = save_change(request, services, "limits.restrict", entered, form,
                                       path_of(id, "/restriction"),
                                       [&](db::Transaction& transaction, const Scope& scope) {
                                           return end_restriction(transaction, scope, id, *told);
                                       });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_restriction(request, services, entered, {form.fields, std::move(errors)});
}

http::Response show_disputes(const http::Request& request, const Services& services,
                             const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/disputes");
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    DisputesView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    view.staff_name = names_for(request, services);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, agency, *entered.person, today_of(services), "What is disputed").bar;
        view.all = disputes_of(reader, agency, entered.person->id);
    }
    for (const auto& one : view.all)
        if (!one.settled_on) view.settle.emplace_back(one.id, start_of(request, here));
    return page(request, services, "What is disputed", disputes_view(view),
                home_of(request, services, entered.person->id), wrong);
}

/// Does it, and shows the page again with what is wrong.
template <class Work>
http::Response change_disputes(const http::Request& request, const Services& services,
                               const std::string& box_of_outcome, Work work)
{
    const auto entered = enter(request, services, "people.dispute");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    const auto& id = entered.person->id;
    const auto saved =
        save_change(request, services, "people.dispute", entered, form, path_of(id, "/disputes"),
                    [&](db::Transaction& transaction, const Scope& scope) {
                        return Result<void>(work(transaction, scope, id, form));
                    });
    if (saved) return http::redirect(*saved);
    auto error = saved.error();
    if (error.where == "outcome") error.where = box_of_outcome; // each dispute has its own box
    return show_disputes(request, services, entered, {form.fields, {std::move(error)}});
}

http::Response dispute(const http::Request& request, const Services& services)
{
    return change_disputes(request, services, {},
                           [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                              const http::Form& form) -> Result<void> {
                               const auto done = note_dispute(
                                   transaction, scope, id,
                                   {std::string(form["about"]), std::string(form["recorded"]),
                                    std::string(form["said"]), std::string(form["said_by"])});
                               if (!done) return done.error();
                               return {};
                           });
}

http::Response settle(const http::Request& request, const Services& services)
{
    const auto which = request.path<DisputeId>("dispute");
    if (!which) return http::not_found();
    const auto box = outcome_field(*which);
    return change_disputes(request, services, box,
                           [&](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                               const http::Form& form) {
                               return settle_dispute(transaction, scope, id, *which, form[box]);
                           });
}

} // namespace pages_restrictions_detail

void add_restriction_pages(http::Router& router, const Services& services)
{
    using namespace pages_restrictions_detail;
    const auto& guard = *services.guard;
    router.get("/people/{person}/restriction", guard.policy("limits.restrict"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "limits.restrict");
                   if (entered.instead) return *entered.instead;
                   return show_restriction(request, services, entered,
                                           first_view(request, services, {}));
               });
    router.post("/people/{person}/restriction",
                forms::taking(guard.policy("limits.restrict"), {"ground", "reason"}),
                [&services](const http::Request& request) { return begin(request, services); });
    router.post("/people/{person}/restriction/end",
                forms::taking(guard.policy("limits.restrict"), {"told_on"}),
                [&services](const http::Request& request) { return end(request, services); });
    router.get("/people/{person}/disputes", guard.policy("people.dispute"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "people.dispute");
                   if (entered.instead) return *entered.instead;
                   return show_disputes(request, services, entered,
                                        first_view(request, services, {}));
               });
    router.post(
        "/people/{person}/disputes",
        forms::taking(guard.policy("people.dispute"), {"about", "recorded", "said", "said_by"}),
        [&services](const http::Request& request) { return dispute(request, services); });
    router.post("/people/{person}/disputes/{dispute}",
                forms::taking(guard.policy("people.dispute"), {"outcome.*"}),
                [&services](const http::Request& request) { return settle(request, services); });
}

} // namespace onroll::people
