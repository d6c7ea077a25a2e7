#include "people/store_list.h"

#include "people/rules_list.h"
#include "people/store_detail.h"
#include "people/store_limits.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"
#include "people/store_told.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace onroll::people {

using store_rows::sql;

bool has_all_children(const access::Actor& actor)
{
    return actor.agency_kind != access::AgencyKind::council &&
           actor.agency_kind != access::AgencyKind::advice_service;
}

namespace store_list_detail {

bool may_open(const access::Actor& actor, const access::Standing& standing)
{
    return access::decide(actor, "people.view", standing, {}, access::PolicyMoment{}) ==
           access::Answer::allowed;
}

/// Of those worked with, the records that open without a reason. Only what is limited or restricted
/// is looked at one by one.
std::vector<PersonId> that_open(db::Queries& database, const access::Actor& actor)
{
    access::Standing usual{has_all_children(actor) ? access::Relation::team_caseload
                                                   : access::Relation::own_caseload};
    if (actor.agency_kind == access::AgencyKind::advice_service)
        usual.strand = access::Strand::advice;
    const bool opens = may_open(actor, usual);
    std::set<PersonId> apart;
    for (const auto& one : restrictions_of_agency(database, actor.agency))
        apart.insert(store_detail::root_of(database, actor.agency, one.person));
    const Telling telling(database, actor);
    std::vector<PersonId> ids;
    for (const auto& id : children_worked_with(database, actor))
        if (telling.is_limited(id) || apart.contains(id)
                ? may_open(actor, standing_to(database, actor, id))
                : opens)
            ids.push_back(id);
    return ids;
}

/// What the rows of sixty children say, each under the child.
struct Facts {
    std::map<PersonId, std::optional<Urn>> schools{};
    std::map<PersonId, SenStatus> sen{};
    std::map<PersonId, std::vector<CareStatement>> care{};
    std::map<PersonId, std::vector<CourtOrder>> orders{};
};

Facts facts_of(db::Queries& database, const std::vector<db::Value>& asked, Date today)
{
    Facts facts;
    const auto child_in = [](const db::Rows& rows) {
        return store_rows::stored_id<PersonId>(rows.text("child"));
    };
    {
        auto rows = database.query_values(sql()("school_places_by_ids"), asked);
        while (rows.next()) {
            const auto from = rows.optional_date("starts_on");
            const auto until = rows.optional_date("ends_on");
            if (placement_kind_named(rows.text("kind")) == PlacementKind::main &&
                (!from || *from <= today) && (!until || *until >= today))
                facts.schools[child_in(rows)] =
                    Urn::parse(std::to_string(rows.integer("school"))).value();
        }
    }
    {
        auto rows = database.query_values(sql()("sen_by_ids"), asked);
        while (rows.next())
            if (const auto status = sen_status_named(rows.text("status")))
                facts.sen[child_in(rows)] = *status;
    }
    {
        auto rows = database.query_values(sql()("care_by_ids"), asked);
        while (rows.next())
            if (const auto status = care_status_named(rows.text("status")))
                facts.care[child_in(rows)].push_back({rows.date("starts_on"), *status,
                                                      rows.text("council"),
                                                      rows.optional_date("ends_on")});
    }
    auto rows = database.query_values(sql()("orders_by_ids"), asked);
    while (rows.next()) facts.orders[child_in(rows)].push_back(store_rows::order_from(rows));
    return facts;
}

/// Of a record to which others were joined: what all of them say.
void add_joined(db::Queries& database, const access::Actor& actor, const PersonId& id, Date today,
                std::vector<ChildInList>& list)
{
    const auto record = find_child(database, actor.agency, id);
    if (!record) return;
    ChildInList child{id, record->child.name, record->child.born_on};
    for (const auto& place : record->schools)
        if (place.kind == PlacementKind::main && (!place.from || *place.from <= today) &&
            (!place.until || *place.until >= today))
            child.school = place.school;
    if (!record->sen.empty()) child.sen = record->sen.back().status;
    child.care = care_in_list(record->care, record->orders, today);
    child.has_alert = !record->child.alert.empty();
    list.push_back(std::move(child));
}

void add_sixty(db::Queries& database, const access::Actor& actor,
               const std::vector<std::string>& texts, Date today, std::vector<ChildInList>& list)
{
    std::vector<db::Value> asked;
    for (const auto& text : texts) asked.push_back(db::to_value(text));
    auto facts = facts_of(database, asked, today);
    std::vector<PersonId> joined;
    {
        auto rows = database.query_values(sql()("people_by_ids"), asked);
        while (rows.next()) {
            const auto person = store_rows::person_from(rows);
            if (person.kind != PersonKind::child) continue; // adults are on caseloads too
            if (rows.integer("joined") > 0) {
                joined.push_back(person.id);
                continue;
            }
            ChildInList child{person.id, person.name, person.born_on, facts.schools[person.id]};
            if (const auto sen = facts.sen.find(person.id); sen != facts.sen.end())
                child.sen = sen->second;
            child.care = care_in_list(facts.care[person.id], facts.orders[person.id], today);
            child.has_alert = !person.alert.empty();
            list.push_back(std::move(child));
        }
    }
    for (const auto& id : joined) add_joined(database, actor, id, today, list);
}

} // namespace store_list_detail

std::set<PersonId> children_worked_with(db::Queries& database, const access::Actor& actor)
{
    std::set<PersonId> found;
    const auto add = [&](db::Rows rows) {
        while (rows.next()) found.insert(store_rows::stored_id<PersonId>(rows.text("person")));
    };
    if (has_all_children(actor)) {
        add(database.query(sql()("all_children"), actor.agency.text()));
        return found;
    }
    std::vector<std::string> holders{actor.user.text()};
    for (const auto& user : actor.covers_for) holders.push_back(user.text());
    for (const auto& team : actor.teams) holders.push_back(team.text());
    for (const auto& holder : holders)
        add(database.query(sql()("children_of_caseload"), actor.agency.text(), holder));
    std::set<PersonId> shown;
    for (const auto& id : found) shown.insert(store_detail::root_of(database, actor.agency, id));
    return shown;
}

std::vector<ChildInList> own_children(db::Queries& database, const access::Actor& actor, Date today)
{
    using namespace store_list_detail;
    std::vector<ChildInList> list;
    const auto ids = that_open(database, actor);
    for (std::size_t from = 0; from < ids.size(); from += store_detail::asked_at_once)
        add_sixty(database, actor, store_detail::asked_with(actor.agency, ids, from), today, list);
    std::sort(list.begin(), list.end(), [](const ChildInList& one, const ChildInList& other) {
        return std::tie(one.name.family, one.name.given, one.born_on, one.id) <
               std::tie(other.name.family, other.name.given, other.born_on, other.id);
    });
    return list;
}

} // namespace onroll::people
