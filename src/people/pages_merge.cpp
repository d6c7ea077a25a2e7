// History of a record, comparing two, joining and parting them. An act on two records asks about
// each: comparing must open nothing that the other record’s own page would not.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_merge.h"
#include "people/store_duplicates.h"
#include "people/store_merge.h"
#include "people/views_duplicates.h"
#include "people/views_record.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_merge_detail {

using namespace pages_shared;

/// That the number changed is told to everybody who sees the record; what it was, only to those who
/// may see it. conventions N-03.
void hide_nhs_numbers(std::vector<PastValue>& changes)
{
    for (auto& change : changes) {
        if (change.field != "nhs_number") continue;
        for (auto* value : {&change.before, &change.after})
            if (!value->empty()) *value = "Held. Not shown here";
    }
}

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
    view.changes = history_of(reader, actor.agency, entered.person->id);
    if (!may(request, services, "people.nhs_number", entered.subject))
        hide_nhs_numbers(view.changes);
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

/// Both records that an act on two touches, each asked about by itself.
struct BothEntered {
    std::optional<http::Response> instead{};
    Entered kept{};
    Entered other{};
    std::optional<Scope> scope{}; ///< what was given for the record of the path
};

BothEntered enter_both(const http::Request& request, const Services& services,
                       std::string_view other)
{
    BothEntered both{.kept = enter(request, services, "people.merge")};
    if (both.kept.instead) return {.instead = std::move(both.kept.instead)};
    both.scope = scope_of(request, services, "people.merge", both.kept.subject);
    both.other = enter_other(request, services, "people.merge", other);
    both.instead = std::move(both.other.instead);
    return both;
}

/// The two records of a merge that names the one of the path.
BothEntered enter_merge(const http::Request& request, const Services& services)
{
    auto kept = enter(request, services, "people.merge");
    if (kept.instead) return {.instead = std::move(kept.instead)};
    const auto id = request.path<MergeId>("merge");
    const auto& agency = access::actor(request).agency;
    std::optional<PersonId> other;
    if (id) {
        auto reader = database_of(request, services).read();
        const auto merge = find_merge(reader, agency, *id);
        if (merge && merge->kept == kept.person->id) other = merge->joined;
        if (merge && merge->joined == kept.person->id) other = merge->kept;
    }
    if (!other)
        return {.instead = services.guard->missing(request, "people.merge", "merge",
                                                   request.path("merge"))};
    BothEntered both{.kept = std::move(kept)};
    both.scope = scope_of(request, services, "people.merge", both.kept.subject);
    both.other = enter_other(request, services, "people.merge", other->text());
    both.instead = std::move(both.other.instead);
    return both;
}

std::optional<Merge> waiting_between(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& one, const PersonId& other)
{
    for (auto& merge : merges_of(database, agency, one))
        if (!merge.made_at && !merge.undone_at && (merge.kept == other || merge.joined == other))
            return std::move(merge);
    return std::nullopt;
}

/// The heading, and what must be known first of either record.
design::Html top_of_both(db::Queries& database, const access::AgencyId& agency, const Person& kept,
                         const Person& other, Date today)
{
    auto alerts = top_of(database, agency, kept, today, {}).alerts;
    for (auto& alert : top_of(database, agency, other, today, {}).alerts)
        if (std::find(alerts.begin(), alerts.end(), alert) == alerts.end())
            alerts.push_back(std::move(alert));
    return identity_bar("Compare two records", kept, alerts, today);
}

http::Response show_compared(const http::Request& request, const Services& services,
                             const BothEntered& both, Errors errors = {})
{
    const auto& actor = access::actor(request);
    const auto& kept = *both.kept.person;
    const auto& joined = *both.other.person;
    const auto here = path_of(kept.id, "/compare/") + joined.id.text();
    CompareView view{.top = {},
                     .kept = kept,
                     .joined = joined,
                     .rows = compared(kept, joined),
                     .agreeing = agreeing_identifiers(kept, joined),
                     .action = here,
                     .start = start_of(request, here),
                     .may_merge = kept.id != joined.id && !kept.merged_into && !joined.merged_into,
                     .errors = std::move(errors)};
    auto reader = database_of(request, services).read(db::View::snapshot);
    view.top = top_of_both(reader, actor.agency, kept, joined, today_of(services));
    if (const auto waiting = waiting_between(reader, actor.agency, kept.id, joined.id)) {
        view.waiting_for_me = waiting->proposed_by != actor.user.text();
        view.proposed_by = services.staff_name(actor.agency, waiting->proposed_by);
        view.agree = path_of(kept.id, "/merges/") + waiting->id.text() + "/agree";
    }
    if (const auto apart = found_two_people(reader, actor.agency, kept.id, joined.id))
        view.found_apart = services.staff_name(actor.agency, apart->by.text()) + " on " +
                           with_weekday(in_london(apart->at).date);
    const bool wrong = !view.errors.empty();
    return page(request, services, "Compare two records", compare_view(view), path_of(kept.id),
                wrong);
}

http::Response compare(const http::Request& request, const Services& services)
{
    const auto both = enter_both(request, services, request.path("other"));
    if (both.instead) return *both.instead;
    return show_compared(request, services, both);
}

/// An act on two records: `work` does it and notes it of the first; it is noted of the other too.
template <class Work>
http::Response act_on(const http::Request& request, const Services& services,
                      const BothEntered& both, std::string_view name, const std::string& then,
                      Work work)
{
    if (both.instead) return *both.instead;
    const auto saved = save(request, services, name, form_of(request),
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                if (const auto done = work(transaction, *both.scope); !done)
                                    return done.error();
                                access::note(transaction, request, "people.merge",
                                             both.other.subject, services.guard->clock().now());
                                return then;
                            });
    if (saved) return http::redirect(*saved);
    return show_compared(request, services, both, {saved.error()});
}

std::string history_of(const BothEntered& both)
{
    return both.instead ? std::string() : path_of(both.kept.person->id, "/history");
}

http::Response propose(const http::Request& request, const Services& services)
{
    const auto both = enter_both(request, services, request.path("other"));
    return act_on(request, services, both, "propose merge", history_of(both),
                  [&](db::Transaction& transaction, const Scope& scope) -> Result<void> {
                      const auto merge = propose_merge(transaction, scope, both.kept.person->id,
                                                       both.other.person->id);
                      if (!merge) return merge.error();
                      return {};
                  });
}

http::Response apart(const http::Request& request, const Services& services)
{
    const auto both = enter_both(request, services, request.path("other"));
    return act_on(request, services, both, "find two people", "/people/duplicates",
                  [&](db::Transaction& transaction, const Scope& scope) {
                      return find_two_people(transaction, scope, both.kept.person->id,
                                             both.other.person->id);
                  });
}

http::Response agree(const http::Request& request, const Services& services)
{
    const auto both = enter_merge(request, services);
    return act_on(request, services, both, "agree to merge", history_of(both),
                  [&](db::Transaction& transaction, const Scope& scope) {
                      return agree_to_merge(transaction, scope, *request.path<MergeId>("merge"));
                  });
}

http::Response undo(const http::Request& request, const Services& services)
{
    const auto both = enter_merge(request, services);
    return act_on(request, services, both, "undo merge", history_of(both),
                  [&](db::Transaction& transaction, const Scope& scope) {
                      return undo_merge(transaction, scope, *request.path<MergeId>("merge"));
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
    router.post("/people/{person}/compare/{other}/apart", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return apart(request, services); });
    router.post("/people/{person}/merges/{merge}/agree", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return agree(request, services); });
    router.post("/people/{person}/merges/{merge}/undo", forms::taking(merging, forms::Asked{}),
                [&services](const http::Request& request) { return undo(request, services); });
}

} // namespace onroll::people
