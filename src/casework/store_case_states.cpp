#include "casework/store_case_states.h"

#include "casework/store_cases.h"
#include "casework/store_rows.h"
#include "casework/store_tasks.h"

#include "kernel/ensure.h"

namespace onroll::casework {

std::vector<StateChange> states_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id)
{
    auto rows = database.query(sql()("states_of_case"), agency.text(), id.text());
    std::vector<StateChange> changes;
    while (rows.next()) {
        const auto state = case_state_named(rows.text("state"));
        ensure(state.has_value(), "the store holds only states that it was given");
        changes.push_back({.state = *state,
                           .since = rows.date("since"),
                           .reason = std::string(rows.text("reason")),
                           .stated_by = access::UserId::parse(rows.text("stated_by")).value()});
    }
    return changes;
}

std::vector<Allocation> allocations_of_case(db::Queries& database, const access::AgencyId& agency,
                                            const CaseId& id)
{
    auto rows = database.query(sql()("allocations_of_case"), agency.text(), id.text());
    std::vector<Allocation> all;
    while (rows.next())
        all.push_back({.caseworker = optional_user(rows, "caseworker"),
                       .since = rows.date("since"),
                       .reason = std::string(rows.text("reason")),
                       .allocated_by = access::UserId::parse(rows.text("allocated_by")).value()});
    return all;
}

Result<void> change_state(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& id, std::int64_t version, const NewState& stated,
                          const access::UserId& by, Instant now)
{
    const auto today = in_london(now).date;
    const auto before = case_of_version(transaction, agency, id, version);
    if (!before) return before.error();
    if (stated.state == CaseState::closed)
        return bad_input("Close the case on its own page, which asks how it ended", "state");
    const bool waits = stated.state == CaseState::waiting;
    const auto since =
        waits ? std::optional(before->waiting_since.value_or(today)) : std::optional<Date>();
    const auto changed = transaction.run(
        sql()("set_case_state"), key_of(stated.state), std::optional<Date>(), since,
        waits ? stated.reason : std::string(), key_of(waits ? stated.priority : before->priority),
        agency.text(), id.text(), version);
    if (changed == 0) return changed_meanwhile();
    note_state(transaction, agency, id, {stated.state, today, stated.reason, by});
    if (before->state == CaseState::closed) bring_back_tasks(transaction, agency, id, by, now);
    return {};
}

void note_state(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& id,
                const StateChange& change)
{
    transaction.run(sql()("add_case_state"), agency.text(), id.text(), agency.text(), id.text(),
                    key_of(change.state), change.since, change.reason, change.stated_by.text());
}

void note_first_caseworker(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& id, CaseState state, const Allocation& first)
{
    transaction.run(sql()("add_allocation"), agency.text(), id.text(), agency.text(), id.text(),
                    text_or_nothing(first.caseworker), std::optional<std::string>(), key_of(state),
                    std::optional<Date>(), first.since, first.reason, std::optional<std::string>(),
                    first.allocated_by.text());
}

} // namespace onroll::casework
