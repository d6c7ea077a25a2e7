#include "people/store_retention.h"

#include "people/store_care.h"
#include "people/store_detail.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "embedded/people_data.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_retention_detail {

std::vector<RetentionRule> saved_rules(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<RetentionRule> rules;
    auto rows = database.query(sql()("retention_rules_of"), agency.text());
    while (rows.next()) {
        const auto group = retention_group_named(rows.text("record_group"));
        const auto trigger = retention_trigger_named(rows.text("starting"));
        const auto action = retention_action_named(rows.text("action"));
        ensure(group && trigger && action, "a saved period was checked when it was saved");
        rules.push_back({*group, *trigger, static_cast<int>(rows.integer("years")),
                         static_cast<int>(rows.integer("months")), *action, rows.text("source")});
    }
    return rules;
}

void save(db::Transaction& transaction, const Scope& scope, const RetentionRule& rule)
{
    transaction.run(sql()("save_retention_rule"), scope.agency.text(), key_of(rule.group),
                    key_of(rule.trigger), rule.years, rule.months, key_of(rule.action),
                    rule.source);
}

/// What people said of one record, and what it says by itself.
void add_groups(db::Queries& database, const access::AgencyId& agency, const PersonId& id,
                std::vector<Belongs>& all)
{
    const auto find = [&](RetentionGroup group) {
        return std::find_if(all.begin(), all.end(),
                            [&](const Belongs& one) { return one.group == group; });
    };
    {
        auto rows = database.query(sql()("retention_groups_of"), agency.text(), id.text());
        while (rows.next()) {
            const auto group = retention_group_named(rows.text("record_group"));
            if (!group) continue;
            Belongs one{*group, rows.optional_date("closed_on"), rows.optional_date("decided_on"),
                        true};
            if (const auto by = access::UserId::parse(rows.text("put_by"))) one.put_by = *by;
            one.put_at = rows.optional_instant("put_at");
            if (const auto same = find(*group); same == all.end())
                all.push_back(std::move(one));
            else {
                same->closed_on = std::max(same->closed_on, one.closed_on);
                same->decided_on = std::max(same->decided_on, one.decided_on);
            }
        }
    }
    std::vector<SenStatement> sen;
    {
        auto rows = database.query(sql()("sen_of"), agency.text(), id.text());
        while (rows.next())
            if (const auto status = sen_status_named(rows.text("status")))
                sen.push_back({rows.date("starts_on"), *status, {}, {}});
    }
    std::vector<CourtOrder> orders;
    {
        auto rows = database.query(sql()("orders_of_child"), agency.text(), id.text());
        while (rows.next()) orders.push_back(store_rows::order_from(rows));
    }
    for (const auto group : groups_by_record(sen, orders, care_ever_of(database, agency, id)))
        if (find(group) == all.end()) all.push_back({.group = group});
}

RetentionFacts facts_of(db::Queries& database, const access::AgencyId& agency, const Person& person)
{
    RetentionFacts facts;
    facts.born_on = person.born_on;
    facts.died_on = person.died_on;
    facts.legal_hold = on_hold(database, agency, person.id);
    const auto latest = [](std::optional<Date>& one, const std::optional<Date>& other) {
        if (other && (!one || *one < *other)) one = other;
    };
    for (const auto& one : groups_of_person(database, agency, person)) {
        facts.groups.push_back(one.group);
        latest(facts.closed_on, one.closed_on);
        latest(facts.decided_on, one.decided_on);
    }
    for (const auto& id : store_detail::group_of(database, agency, person.id)) {
        auto rows = database.query(sql()("changed_on"), agency.text(), id.text());
        if (rows.next()) latest(facts.last_action_on, in_london(rows.instant("changed_at")).date);
        facts.legal_hold = facts.legal_hold || on_hold(database, agency, id);
    }
    return facts;
}

} // namespace store_retention_detail

const std::vector<RetentionRule>& published_retention_rules()
{
    static const std::vector<RetentionRule> rules = [] {
        for (const auto& file : embedded::people_data())
            if (file.name == "retention_periods.csv")
                return read_retention_rules(file.bytes).value();
        ensure(false, "the published periods are embedded by the build");
        return std::vector<RetentionRule>{};
    }();
    return rules;
}

std::vector<RetentionRule> retention_rules_of(db::Queries& database, const access::AgencyId& agency)
{
    auto saved = store_retention_detail::saved_rules(database, agency);
    return saved.empty() ? published_retention_rules() : saved;
}

Result<void> save_retention_rule(db::Transaction& transaction, const Scope& scope,
                                 const RetentionRule& rule)
{
    using namespace store_retention_detail;
    if (const auto problems = problems_of(rule); !problems.empty()) return problems.front();
    if (saved_rules(transaction, scope.agency).empty())
        for (const auto& published : published_retention_rules())
            save(transaction, scope, published);
    save(transaction, scope, rule);
    store_detail::note(transaction, scope, audit::Kind::changed, "retention.change",
                       "retention_rule", key_of(rule.group));
    return {};
}

std::vector<Belongs> groups_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const Person& person)
{
    std::vector<Belongs> all{{.group = person.kind == PersonKind::child
                                           ? RetentionGroup::pupil_record
                                           : RetentionGroup::anything_else}};
    for (const auto& id : store_detail::group_of(database, agency, person.id))
        store_retention_detail::add_groups(database, agency, id, all);
    return all;
}

Result<void> add_to_group(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                          RetentionGroup group, std::optional<Date> closed_on,
                          std::optional<Date> decided_on)
{
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, id);
        !changeable)
        return changeable;
    if (closed_on && *closed_on > scope.today())
        return bad_input("The day it was closed must not be in the future", "closed_on");
    if (decided_on && *decided_on > scope.today())
        return bad_input("The day of the decision must not be in the future", "decided_on");
    transaction.run(sql()("save_retention_group"), scope.agency.text(), id.text(), key_of(group),
                    closed_on, decided_on, scope.user.text(), std::optional(scope.now));
    store_detail::note(transaction, scope, audit::Kind::changed,
                       scope.deed.act.empty() ? "people.change" : scope.deed.act, "person",
                       id.text(), {"retention_group:" + std::string(key_of(group))});
    return {};
}

Result<Retention> retention_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const PersonId& id)
{
    return retention_of_person(database, agency, id, retention_rules_of(database, agency));
}

Result<Retention> retention_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const PersonId& id, const std::vector<RetentionRule>& rules)
{
    const auto person = find_person(database, agency, id);
    if (!person) return person.error();
    return retention_of(rules, store_retention_detail::facts_of(database, agency, *person));
}

std::vector<RetentionRule> with_rule(std::vector<RetentionRule> rules, const RetentionRule& changed)
{
    const auto same = std::find_if(rules.begin(), rules.end(), [&](const RetentionRule& each) {
        return each.group == changed.group && each.trigger == changed.trigger;
    });
    if (same == rules.end())
        rules.push_back(changed);
    else
        *same = changed;
    return rules;
}

std::vector<Due> due_for_deletion(db::Queries& database, const access::AgencyId& agency, Date today)
{
    return due_for_deletion(database, agency, today, retention_rules_of(database, agency));
}

std::vector<Due> due_for_deletion(db::Queries& database, const access::AgencyId& agency, Date today,
                                  const std::vector<RetentionRule>& rules)
{
    std::vector<PersonId> ids;
    {
        // Nothing of a child is due before the 18th birthday, whatever the agency's periods.
        auto rows =
            database.query(sql()("children_born_before"), agency.text(), years_later(today, -18));
        while (rows.next()) ids.push_back(store_rows::stored_id<PersonId>(rows.text("id")));
    }
    std::vector<Due> due;
    for (const auto& id : ids) {
        const auto retention = retention_of_person(database, agency, id, rules);
        if (retention && is_due(*retention, today) && !is_restricted(database, agency, id))
            due.push_back({id, std::get<KeepUntil>(*retention)});
    }
    return due;
}

} // namespace onroll::people
