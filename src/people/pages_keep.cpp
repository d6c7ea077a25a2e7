// How long records are kept, holds, deletion by two people, and a copy for the person.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_consents.h"
#include "people/store_retention.h"
#include "people/views_keep.h"

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
    return page(request, services, "How long a record is kept", keep_view(view), path_of(id),
                wrong);
}

/// An act on the record, then back to the page; `after` says where once the record may be gone.
template <class Work>
http::Response act_on(const http::Request& request, const Services& services, const char* act,
                      std::initializer_list<std::string_view> asked, Work work)
{
    const auto entered = enter_for_two(request, services, act);
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request, asked);
    if (!form) return http::failure(form.error());
    const auto saved = save(
        request, services, act, *form, [&](db::Transaction& transaction) -> Result<std::string> {
            return work(transaction, scope_of(request, services, act, entered.subject),
                        entered.person->id, *form);
        });
    if (saved) return http::redirect(*saved);
    return show_keep(request, services, entered, {form->fields, {saved.error()}});
}

http::Response hold(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.hold", {"reason"},
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form& form) -> Result<std::string> {
                      const auto done = begin_hold(transaction, scope, id, form["reason"]);
                      if (!done) return done.error();
                      return path_of(id, "/keep");
                  });
}

http::Response end(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.end_hold", {},
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form&) -> Result<std::string> {
                      const auto done = end_hold(transaction, scope, id);
                      if (!done) return done.error();
                      return path_of(id, "/keep");
                  });
}

http::Response remove(const http::Request& request, const Services& services)
{
    return act_on(request, services, "retention.delete", {},
                  [](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                     const http::Form&) -> Result<std::string> {
                      const bool second = deletion_proposed(transaction, scope.agency, id);
                      const auto done = second ? agree_to_deletion(transaction, scope, id)
                                               : propose_deletion(transaction, scope, id);
                      if (!done) return done.error();
                      return second ? std::string("/people/retention") : path_of(id, "/keep");
                  });
}

std::vector<HeldItem> items_of(const http::Request& request, const Services& services,
                               const Entered& entered)
{
    const auto& agency = access::actor(request).agency;
    const auto& id = entered.person->id;
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto record = find_child(reader, agency, id);
    Gathered gathered{record ? std::move(record).value() : ChildRecord{*entered.person}};
    gathered.changes = changes_of(reader, agency, id);
    gathered.consents = consents_about(reader, agency, id);
    gathered.shares = shares_about(reader, agency, id);
    gathered.school_name = services.school_name;
    return held_about(gathered);
}

http::Response show_copy(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form, std::optional<RequestDue> due)
{
    const auto here = path_of(entered.person->id, "/copy");
    const bool wrong = !form.errors.empty();
    CopyView view{.action = here, .start = start_of(request, here)};
    view.items = items_of(request, services, entered);
    view.form = std::move(form);
    view.due = std::move(due);
    {
        auto reader = database_of(request, services).read();
        view.top = top_of(reader, access::actor(request).agency, *entered.person,
                          today_of(services), "A copy for the person")
                       .bar;
    }
    return page(request, services, "A copy for the person", copy_view(view),
                path_of(entered.person->id), wrong);
}

http::Response copy(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "records_request.prepare");
    if (entered.instead) return *entered.instead;
    const auto form =
        form_of(request, {"received_on", "identity", "identity_on", "complex", "include", "then"});
    if (!form) return http::failure(form.error());
    Errors errors;
    SubjectRequest asked;
    const auto received = read_date(*form, "received_on", "The date the request was received",
                                    Blank::refused, errors);
    asked.received_on = received.value_or(today_of(services));
    asked.identity_asked = (*form)["identity"] == "yes";
    asked.identity_shown_on =
        read_date(*form, "identity_on", "The date they showed it", Blank::allowed, errors);
    asked.complexity = (*form)["complex"] == "yes" ? Complexity::complex : Complexity::ordinary;
    if (!errors.empty() || (*form)["then"] != "download")
        return show_copy(request, services, entered, {form->fields, errors},
                         errors.empty() ? std::optional(subject_request_due(asked)) : std::nullopt);
    std::vector<std::string> chosen;
    for (const auto key : form->all("include")) chosen.emplace_back(key);
    {
        auto transaction = database_of(request, services).begin("make access copy");
        access::note(transaction, request, "records_request.prepare", entered.subject,
                     services.guard->clock().now());
        transaction.commit();
    }
    auto response =
        http::bytes(access_copy(items_of(request, services, entered), chosen, today_of(services)),
                    "application/json; charset=utf-8");
    response.headers.add("Content-Disposition", "attachment; filename=\"access-copy.json\"");
    return response;
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
    router.post("/people/{person}/keep", guard.policy("retention.hold"),
                [&services](const http::Request& request) { return hold(request, services); });
    router.post("/people/{person}/keep/end", guard.policy("retention.end_hold"),
                [&services](const http::Request& request) { return end(request, services); });
    router.post("/people/{person}/delete", guard.policy("retention.delete"),
                [&services](const http::Request& request) { return remove(request, services); });
    router.get("/people/{person}/copy", guard.policy("records_request.prepare"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.prepare");
                   if (entered.instead) return *entered.instead;
                   return show_copy(request, services, entered, {}, std::nullopt);
               });
    router.post("/people/{person}/copy", guard.policy("records_request.prepare"),
                [&services](const http::Request& request) { return copy(request, services); });
}

} // namespace onroll::people
