// How long records are kept, holds, and deletion by two people.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_retention.h"
#include "people/views_keep.h"

#include "forms/asked.h"

#include <algorithm>
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

/// Why a record belongs to a group that nobody put it in.
std::string follows_from(RetentionGroup group)
{
    switch (group) {
    case RetentionGroup::ever_had_plan:
        return "The record has an EHC plan in its history";
    case RetentionGroup::ever_looked_after:
        return "The record says that a council looks after the child, or did";
    case RetentionGroup::pupil_record:
        return "It is a child’s record";
    default:
        return "It is an adult’s record";
    }
}

/// The last day that the periods of this group alone keep the record.
std::string kept_by(const std::vector<RetentionRule>& rules, const Person& person,
                    const Belongs& one, const Retention& whole)
{
    if (const auto* kept = std::get_if<KeepUntil>(&whole); kept && kept->rule.group == one.group)
        return in_words(kept->last_day);
    const auto alone = retention_of(rules, {.groups = {one.group},
                                            .born_on = person.born_on,
                                            .died_on = person.died_on,
                                            .closed_on = one.closed_on,
                                            .decided_on = one.decided_on});
    const auto* kept = std::get_if<KeepUntil>(&alone);
    return kept ? in_words(kept->last_day) : std::string("Not known yet");
}

std::vector<GroupRow> group_rows(const Services& services, db::Queries& reader,
                                 const access::AgencyId& agency, const Person& person)
{
    std::vector<GroupRow> rows;
    const auto rules = retention_rules_of(reader, agency);
    const auto whole = retention_of_person(reader, agency, person.id, rules);
    if (!whole) return rows;
    const auto* decides = std::get_if<KeepUntil>(&*whole);
    for (const auto& one : groups_of_person(reader, agency, person)) {
        GroupRow row{.group = std::string(in_words(one.group)),
                     .until = kept_by(rules, person, one, *whole)};
        row.because = one.put_by && one.put_at
                          ? services.staff_name(agency, one.put_by->text()) + " said so on " +
                                in_words(in_london(*one.put_at).date)
                      : one.stated ? std::string("Somebody said so")
                                   : follows_from(one.group);
        row.decides = decides && decides->rule.group == one.group;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Which of the two forms on the page was sent wrong.
enum class SentForm { hold, group };

http::Response show_keep(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form, SentForm sent = SentForm::hold)
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
    view.groups = group_rows(services, reader, agency, *entered.person);
    view.group_form = {sent == SentForm::group ? view.form : FormView{}, here + "/group",
                       start_of(request, here)};
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

http::Response show_groups(const http::Request& request, const Services& services,
                           const Entered& entered, FormView form)
{
    const auto& agency = access::actor(request).agency;
    const auto here = path_of(entered.person->id, "/groups");
    const bool wrong = !form.errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    GroupsView view{.asked = {std::move(form), here, start_of(request, here)}};
    view.top = top_of(reader, agency, *entered.person, today_of(services),
                      "What else the record belongs to")
                   .bar;
    view.groups = group_rows(services, reader, agency, *entered.person);
    return page(request, services, "What else the record belongs to", groups_view(view),
                path_of(entered.person->id), wrong);
}

/// Adds the record to a group; the data protection officer from the page about keeping, whoever
/// works with the child from a page of its own.
http::Response add_group(const http::Request& request, const Services& services, const char* act)
{
    const auto entered = enter(request, services, act);
    if (entered.instead) return *entered.instead;
    const bool keeping = std::string_view(act) == "retention.hold";
    const auto form = form_of(request);
    const auto group = retention_group_named(form["group"]);
    Errors errors;
    if (!group || std::count(all_stated_groups().begin(), all_stated_groups().end(), *group) == 0)
        errors.push_back(bad_input("Choose what the record belongs to", "group"));
    const auto closed =
        read_date(form, "closed_on", "The day it was closed", Blank::allowed, errors);
    const auto decided =
        read_date(form, "decided_on", "The day of the decision", Blank::allowed, errors);
    if (errors.empty()) {
        const auto saved =
            save(request, services, "add to group", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = add_to_group(
                         transaction, scope_of(request, services, act, entered.subject),
                         entered.person->id, *group, closed, decided);
                     if (!done) return done.error();
                     return path_of(entered.person->id, keeping ? "/keep" : "/groups");
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    FormView view{form.fields, std::move(errors)};
    return keeping ? show_keep(request, services, entered, std::move(view), SentForm::group)
                   : show_groups(request, services, entered, std::move(view));
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
                  [&](db::Transaction& transaction, const Scope& scope, const PersonId& id,
                      const http::Form&) -> Result<std::string> {
                      if (holds_more(transaction, services, access::actor(request), id))
                          return Error{ErrorKind::conflict,
                                       "A case of this person is kept with its history, so the "
                                       "record stays as long as the case",
                                       {},
                                       {}};
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
    router.post("/people/{person}/keep/group",
                forms::taking(guard.policy("retention.hold"), {"group", "closed_on", "decided_on"}),
                [&services](const http::Request& request) {
                    return add_group(request, services, "retention.hold");
                });
    router.get("/people/{person}/groups", guard.policy("people.change"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "people.change");
                   if (entered.instead) return *entered.instead;
                   return show_groups(request, services, entered,
                                      first_view(request, services, {}));
               });
    router.post("/people/{person}/groups",
                forms::taking(guard.policy("people.change"), {"group", "closed_on", "decided_on"}),
                [&services](const http::Request& request) {
                    return add_group(request, services, "people.change");
                });
    router.post("/people/{person}/keep/end",
                forms::taking(guard.policy("retention.end_hold"), forms::Asked{}),
                [&services](const http::Request& request) { return end(request, services); });
    router.post("/people/{person}/delete",
                forms::taking(guard.policy("retention.delete"), forms::Asked{}),
                [&services](const http::Request& request) { return remove(request, services); });
}

} // namespace onroll::people
