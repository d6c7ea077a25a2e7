#include "people/store_retention.h"

#include "people/store_care.h"
#include "people/store_detail.h"
#include "people/store_let_go.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "access/store_break_glass.h"
#include "embedded/people_data.h"
#include "forms/store.h"
#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <array>
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
    for (const auto group : groups_by_record(sen, orders, care_of(database, agency, id)))
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

/// A record whose use is restricted is kept, whatever its period.
Result<void> check_unrestricted(db::Transaction& transaction, const Scope& scope,
                                const PersonId& id)
{
    if (!is_restricted(transaction, scope.agency, id)) return {};
    return Error{ErrorKind::conflict, "The use of this record is restricted, so it stays", {}, {}};
}

constexpr std::array<const char*, 19> statements_by_person{
    "delete_other_names",       "delete_former_upns",
    "delete_addresses",         "drop_contacts",
    "delete_safe_contacts",     "delete_changes",
    "delete_retention_groups",  "delete_orders",
    "delete_school_places",     "delete_sens",
    "delete_caseload",          "delete_limits",
    "delete_household_members", "delete_records_requests",
    "delete_restrictions",      "delete_disputes",
    "blank_erasure_requests",   "delete_care",
    "forget_import_rows"};

/// What may be counted of a child once the record is gone: the year of birth, the sex and what was
/// last known of needs, under a number that leads nowhere.
void count_without_name(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    const auto record = find_child(transaction, scope.agency, id);
    if (!record) return; // of an adult nothing is counted
    const auto& child = record->child;
    transaction.run(sql()("add_counted"), scope.agency.text(),
                    crypto::new_id<RandomId<struct CountedTag>>().text(),
                    child.born_on ? std::optional<std::int64_t>(year_of(*child.born_on))
                                  : std::nullopt,
                    key_of(child.sex),
                    key_of(record->sen.empty() ? SenStatus::not_asked : record->sen.back().status),
                    year_of(scope.today()));
}

void delete_rows(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    const auto& agency = scope.agency.text();
    transaction.run(sql()("blank_import_originals"), db::as_blob(""), nameless_list, agency, agency,
                    id.text());
    forms::drop_drafts_naming(transaction, agency, id.text());
    if (scope.with_broken_glass)
        access::forget_glass_words(transaction, scope.agency, "person", id.text());
    transaction.run(sql()("delete_request_pauses"), agency, agency, id.text());
    for (const auto* statement : statements_by_person)
        transaction.run(sql()(statement), agency, id.text());
    transaction.run(sql()("delete_empty_households"), agency);
    transaction.run(sql()("drop_search_keys"), agency, id.text());
    transaction.run(sql()("delete_shares"), agency, id.text());
    transaction.run(sql()("delete_import_changes"), agency, id.text());
    transaction.run(sql()("delete_ties"), agency, id.text(), id.text());
    transaction.run(sql()("delete_two_people"), agency, id.text(), id.text());
    transaction.run(sql()("delete_consents"), agency, id.text(), id.text());
    transaction.run(sql()("delete_person"), agency, id.text());
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

Result<void> begin_hold(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                        std::string_view reason)
{
    if (reason.empty()) return bad_input("Say why the record must be held", "reason");
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, id);
        !changeable)
        return changeable;
    transaction.run(sql()("begin_hold"), scope.agency.text(), id.text(), reason, scope.user.text(),
                    scope.now, scope.agency.text(), id.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "retention.hold", "person",
                       id.text());
    return {};
}

Result<bool> end_hold(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    if (!on_hold(transaction, scope.agency, id))
        return Error{ErrorKind::conflict, "This record is not on hold", {}, {}};
    const auto ended = transaction.run(sql()("end_holds"), std::optional(scope.user.text()),
                                       std::optional(scope.now), scope.agency.text(), id.text(),
                                       scope.user.text());
    if (ended == 0)
        transaction.run(sql()("ask_to_end_hold"), std::optional(scope.user.text()),
                        scope.agency.text(), id.text());
    store_detail::note(transaction, scope,
                       ended == 0 ? audit::Kind::recorded : audit::Kind::approved,
                       "retention.end_hold", "person", id.text());
    return !on_hold(transaction, scope.agency, id);
}

Result<void> agree_to_end_hold(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    if (!hold_ending_asked(transaction, scope.agency, id))
        return Error{ErrorKind::conflict, "Nobody has asked to end a hold on this record", {}, {}};
    {
        auto rows = transaction.query(sql()("open_holds_of"), scope.agency.text(), id.text());
        while (rows.next())
            if (rows.optional_text("ending_asked_by") == scope.user.text())
                return Error{ErrorKind::not_allowed,
                             "Somebody other than you must agree to end the hold",
                             {},
                             {}};
    }
    const auto ended = end_hold(transaction, scope, id);
    if (!ended) return ended.error();
    return {};
}

std::vector<WaitsForSecond> waiting_for_second(db::Queries& database,
                                               const access::AgencyId& agency)
{
    std::vector<WaitsForSecond> all;
    {
        auto rows = database.query(sql()("deletions_waiting"), agency.text());
        while (rows.next())
            all.push_back({store_rows::stored_id<PersonId>(rows.text("person")),
                           SecondStep::deletion,
                           store_rows::stored_id<access::UserId>(rows.text("proposed_by")),
                           rows.instant("proposed_at")});
    }
    auto rows = database.query(sql()("hold_ends_waiting"), agency.text());
    while (rows.next())
        all.push_back({store_rows::stored_id<PersonId>(rows.text("person")),
                       SecondStep::end_of_hold,
                       store_rows::stored_id<access::UserId>(rows.text("asked_by")),
                       {}});
    return all;
}

bool waits_for_second(db::Queries& database, const access::AgencyId& agency, const PersonId& id,
                      SecondStep step)
{
    return step == SecondStep::deletion ? deletion_proposed(database, agency, id)
                                        : hold_ending_asked(database, agency, id);
}

bool hold_ending_asked(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    auto rows = database.query(sql()("open_holds_of"), agency.text(), id.text());
    while (rows.next())
        if (rows.optional_text("ending_asked_by")) return true;
    return false;
}

bool deletion_proposed(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    auto rows = database.query(sql()("find_deletion"), agency.text(), id.text());
    return rows.next() && rows.is_null("deleted_at");
}

bool on_hold(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    auto rows = database.query(sql()("open_holds_of"), agency.text(), id.text());
    return rows.next();
}

std::vector<PersonId> held_people(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<PersonId> held;
    {
        auto rows = database.query(sql()("held_people"), agency.text(), agency.text());
        while (rows.next()) held.push_back(store_rows::stored_id<PersonId>(rows.text("person")));
    }
    std::vector<PersonId> all;
    for (const auto& one : held)
        for (const auto& same : store_detail::group_of(database, agency, one))
            if (std::find(all.begin(), all.end(), same) == all.end()) all.push_back(same);
    return all;
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

Result<void> propose_deletion(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    const auto retention = retention_of_person(transaction, scope.agency, id);
    if (!retention) return retention.error();
    if (std::holds_alternative<OnLegalHold>(*retention))
        return Error{ErrorKind::conflict, "This record is on legal hold and stays", {}, {}};
    if (const auto may_go = store_retention_detail::check_unrestricted(transaction, scope, id);
        !may_go)
        return may_go;
    if (!is_due(*retention, scope.today()))
        return bad_input("This record is not due for deletion yet");
    const auto& rule = std::get<KeepUntil>(*retention).rule;
    const auto reason = std::string(key_of(rule.group)) + " " + std::string(key_of(rule.trigger)) +
                        " " + std::to_string(rule.years);
    transaction.run(sql()("propose_deletion"), scope.agency.text(), id.text(), reason,
                    scope.user.text(), scope.now);
    store_detail::note(transaction, scope, audit::Kind::recorded, "retention.delete", "person",
                       id.text());
    return {};
}

Result<void> agree_to_deletion(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    {
        auto rows = transaction.query(sql()("find_deletion"), scope.agency.text(), id.text());
        if (!rows.next()) return store_detail::nobody();
        if (rows.text("proposed_by") == scope.user.text())
            return Error{ErrorKind::not_allowed,
                         "Somebody other than you must agree to delete this record",
                         {},
                         {}};
    }
    // Asked again: a hold or a new group may have come since it was proposed.
    const auto retention = retention_of_person(transaction, scope.agency, id);
    if (!retention) return retention.error();
    if (const auto may_go = store_retention_detail::check_unrestricted(transaction, scope, id);
        !may_go)
        return may_go;
    if (!is_due(*retention, scope.today()))
        return Error{
            ErrorKind::conflict, "This record must now be kept. Nothing was deleted", {}, {}};
    const bool anonymise =
        std::get<KeepUntil>(*retention).rule.action == RetentionAction::anonymise;
    if (anonymise) store_retention_detail::count_without_name(transaction, scope, id);
    for (const auto& one : store_detail::group_of(transaction, scope.agency, id))
        store_retention_detail::delete_rows(transaction, scope, one);
    transaction.run(sql()("finish_deletion"), std::optional(scope.user.text()),
                    std::optional(scope.now), scope.agency.text(), id.text());
    store_detail::note(transaction, scope, audit::Kind::removed, "retention.delete", "person",
                       id.text(), {anonymise ? "anonymised" : "deleted"});
    return {};
}

void delete_on_request(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                       const access::UserId& decided_by)
{
    transaction.run(sql()("propose_deletion"), scope.agency.text(), id.text(), "on request",
                    decided_by.text(), scope.now);
    for (const auto& one : store_detail::group_of(transaction, scope.agency, id))
        store_retention_detail::delete_rows(transaction, scope, one);
    transaction.run(sql()("finish_deletion"), std::optional(scope.user.text()),
                    std::optional(scope.now), scope.agency.text(), id.text());
    store_detail::note(transaction, scope, audit::Kind::removed, "retention.delete", "person",
                       id.text(), {"erased"});
}

std::int64_t count_without_names(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("count_counted"), agency.text());
    return rows.next() ? rows.integer("counted") : 0;
}

} // namespace onroll::people
