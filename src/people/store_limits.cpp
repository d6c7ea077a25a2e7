#include "people/store_limits.h"

#include "people/store_detail.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

namespace store_limits_detail {

std::vector<Limit> limits_in(db::Rows rows)
{
    std::vector<Limit> limits;
    while (rows.next()) {
        const auto user = rows.text("user_id");
        limits.push_back(
            {stored_id<LimitId>(rows.text("id")), stored_id<PersonId>(rows.text("person")),
             limit_kind_named(rows.text("kind")).value_or(LimitKind::named_people),
             user.empty() ? std::nullopt : std::optional(stored_id<access::UserId>(user)),
             rows.text("reason"), stored_id<access::UserId>(rows.text("set_by")),
             rows.instant("set_at")});
    }
    return limits;
}

Result<LimitId> add(db::Transaction& transaction, const Scope& scope, const PersonId& person,
                    LimitKind kind, const std::string& user, std::string_view reason,
                    std::string_view act)
{
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, person);
        !sound)
        return sound.error();
    const auto id = crypto::new_id<LimitId>();
    transaction.run(sql()("add_limit"), scope.agency.text(), id.text(), person.text(), key_of(kind),
                    user, reason, scope.user.text(), scope.now);
    store_detail::note(transaction, scope, audit::Kind::recorded, act, "person", person.text(),
                       {std::string(key_of(kind))});
    return id;
}

} // namespace store_limits_detail

using namespace store_limits_detail;

Result<LimitId> declare_conflict(db::Transaction& transaction, const Scope& scope,
                                 const PersonId& person, const access::UserId& user)
{
    for (const auto& limit : limits_of(transaction, scope.agency, person))
        if (limit.kind == LimitKind::conflict && limit.user == user)
            return Error{ErrorKind::conflict, "That is recorded already", {}, {}};
    return add(transaction, scope, person, LimitKind::conflict, user.text(), "",
               "people.declare_conflict");
}

Result<LimitId> withhold(db::Transaction& transaction, const Scope& scope, const PersonId& person,
                         std::string_view reason)
{
    if (reason.empty()) return bad_input("Enter why the record is withheld", "reason");
    if (reason.size() > 500) return bad_input("Keep the reason under 500 characters", "reason");
    if (caseload_of(transaction, scope.agency, person).workers.empty())
        return bad_input("Name somebody on the caseload first, or nobody could open the record",
                         "reason");
    for (const auto& limit : limits_of(transaction, scope.agency, person))
        if (limit.kind == LimitKind::named_people)
            return Error{ErrorKind::conflict, "The record is withheld already", {}, {}};
    return add(transaction, scope, person, LimitKind::named_people, "", reason, "people.withhold");
}

Result<void> lift_limit(db::Transaction& transaction, const Scope& scope, const LimitId& limit)
{
    const auto standing = limits_of_agency(transaction, scope.agency);
    const auto found = std::find_if(standing.begin(), standing.end(),
                                    [&](const Limit& each) { return each.id == limit; });
    if (found == standing.end()) return not_found("There is no such limit any more");
    transaction.run(sql()("lift_limit"), scope.user.text(), scope.now, scope.agency.text(),
                    limit.text());
    store_detail::note(transaction, scope, audit::Kind::removed, "limits.lift", "person",
                       found->person.text(), {std::string(key_of(found->kind))});
    return {};
}

std::vector<Limit> limits_of(db::Queries& database, const access::AgencyId& agency,
                             const PersonId& person)
{
    std::vector<Limit> limits;
    for (const auto& id : store_detail::group_of(database, agency, person))
        for (auto& limit : limits_in(database.query(sql()("limits_of"), agency.text(), id.text())))
            limits.push_back(std::move(limit));
    return limits;
}

std::vector<Limit> limits_of_agency(db::Queries& database, const access::AgencyId& agency)
{
    return limits_in(database.query(sql()("limits_of_agency"), agency.text()));
}

access::Standing standing_to(db::Queries& database, const access::Actor& actor,
                             const PersonId& person)
{
    access::Holding holding{actor.agency};
    const auto caseload = caseload_of(database, actor.agency, person);
    holding.workers = caseload.workers;
    holding.teams = caseload.teams;
    access::Standing standing{access::relation_of(actor, holding)};
    // A school, a provider and the like are one team around their pupils.
    if (standing.relation == access::Relation::same_agency &&
        actor.agency_kind != access::AgencyKind::council &&
        actor.agency_kind != access::AgencyKind::advice_service)
        standing.relation = access::Relation::team_caseload;
    if (actor.agency_kind == access::AgencyKind::advice_service)
        standing.strand = access::Strand::advice;
    for (const auto& limit : limits_of(database, actor.agency, person)) {
        if (limit.kind == LimitKind::named_people) standing.withheld = true;
        if (limit.kind == LimitKind::conflict && limit.user == actor.user) standing.conflict = true;
    }
    // Kept, and not used: nothing changes, and whoever opens it says why, even those who work with
    // the child (UK GDPR Article 18(2)).
    if (is_restricted(database, actor.agency, person)) {
        standing.closed = true;
        if (standing.relation == access::Relation::own_caseload ||
            standing.relation == access::Relation::covered_caseload ||
            standing.relation == access::Relation::team_caseload)
            standing.relation = access::Relation::same_agency;
    }
    return standing;
}

} // namespace onroll::people
