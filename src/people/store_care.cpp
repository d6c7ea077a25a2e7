#include "people/store_care.h"

#include "people/rules_care.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "kernel/ensure.h"

namespace onroll::people {

using store_rows::sql;

namespace store_care_detail {

/// What the history says of a statement: "Looked after before, and not now, by ..., from ...".
std::string in_history(const std::optional<CareStatement>& statement)
{
    if (!statement) return {};
    return said_of(*statement) + ", from " + in_words(statement->from) +
           (statement->until ? " to " + in_words(*statement->until) : std::string());
}

} // namespace store_care_detail

Result<void> state_care(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                        const CareStatement& statement)
{
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, child); !sound)
        return sound;
    const auto record = find_child(transaction, scope.agency, child);
    if (!record) return record.error();
    if (const auto problems = problems_of(statement, scope.today()); !problems.empty())
        return problems.front();
    const auto before = record->care.empty() ? std::nullopt : std::optional(record->care.back());
    transaction.run(sql()("add_care"), scope.agency.text(), child.text(), statement.from,
                    key_of(statement.status), statement.council, statement.until, scope.now,
                    scope.user.text(), scope.agency.text(), child.text());
    transaction.run(sql()("add_change"), scope.agency.text(), child.text(), "looked_after",
                    store_care_detail::in_history(before), store_care_detail::in_history(statement),
                    "", scope.now, scope.user.text(), scope.agency.text(), child.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       child.text(), {"looked_after"});
    return {};
}

namespace store_care_detail {

std::vector<CareStatement> statements_from(db::Rows rows)
{
    std::vector<CareStatement> statements;
    while (rows.next()) {
        const auto status = care_status_named(rows.text("status"));
        ensure(status.has_value(), "a stored statement of care was checked when it was stored");
        statements.push_back(
            {rows.date("starts_on"), *status, rows.text("council"), rows.optional_date("ends_on")});
    }
    return statements;
}

} // namespace store_care_detail

std::vector<CareStatement> care_of(db::Queries& database, const access::AgencyId& agency,
                                   const PersonId& child)
{
    return store_care_detail::statements_from(
        database.query(sql()("care_of"), agency.text(), child.text()));
}

std::vector<CareStatement> care_ever_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& child)
{
    return store_care_detail::statements_from(
        database.query(sql()("care_ever_of"), agency.text(), child.text()));
}

bool take_back_care(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                    const CareStatement& statement)
{
    const auto gone =
        transaction.run(sql()("take_back_newest_care"), std::optional(scope.now), scope.user.text(),
                        scope.agency.text(), child.text(), key_of(statement.status),
                        statement.council, statement.from, scope.agency.text(), child.text());
    if (gone != 1) return false;
    transaction.run(sql()("add_change"), scope.agency.text(), child.text(), "looked_after",
                    store_care_detail::in_history(statement), "", "List of children taken back",
                    scope.now, scope.user.text(), scope.agency.text(), child.text());
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       child.text(), {"looked_after"});
    return true;
}

} // namespace onroll::people
