// A record whose last day has passed goes by two people, and one line without a name stays.
#include "people/store_retention.h"

#include "people/store_detail.h"
#include "people/store_let_go.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "access/store_break_glass.h"
#include "forms/store.h"
#include "platform/crypto/new_id.h"

#include <array>

namespace onroll::people {

using store_rows::sql;

namespace store_retention_deletion_detail {

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

} // namespace store_retention_deletion_detail

bool deletion_proposed(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    auto rows = database.query(sql()("find_deletion"), agency.text(), id.text());
    return rows.next() && rows.is_null("deleted_at");
}

Result<void> propose_deletion(db::Transaction& transaction, const Scope& scope, const PersonId& id)
{
    const auto retention = retention_of_person(transaction, scope.agency, id);
    if (!retention) return retention.error();
    if (std::holds_alternative<OnLegalHold>(*retention))
        return Error{ErrorKind::conflict, "This record is on legal hold and stays", {}, {}};
    if (const auto may_go =
            store_retention_deletion_detail::check_unrestricted(transaction, scope, id);
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
    if (const auto may_go =
            store_retention_deletion_detail::check_unrestricted(transaction, scope, id);
        !may_go)
        return may_go;
    if (!is_due(*retention, scope.today()))
        return Error{
            ErrorKind::conflict, "This record must now be kept. Nothing was deleted", {}, {}};
    const bool anonymise =
        std::get<KeepUntil>(*retention).rule.action == RetentionAction::anonymise;
    if (anonymise) store_retention_deletion_detail::count_without_name(transaction, scope, id);
    for (const auto& one : store_detail::group_of(transaction, scope.agency, id))
        store_retention_deletion_detail::delete_rows(transaction, scope, one);
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
        store_retention_deletion_detail::delete_rows(transaction, scope, one);
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
