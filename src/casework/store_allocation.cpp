#include "casework/store_allocation.h"

#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::casework {
namespace store_allocation_detail {

/// The child's record follows its case from one caseworker to the next.
Result<void> move_child(db::Transaction& transaction, const people::Scope& scope, const Case& one,
                        const std::optional<access::UserId>& to)
{
    const auto child = present_child(transaction, scope.agency, one);
    if (to)
        if (auto given = people::add_worker(transaction, scope, child, *to); !given) return given;
    if (one.caseworker) return people::drop_worker(transaction, scope, child, *one.caseworker);
    return {};
}

struct Now {
    std::optional<access::UserId> caseworker;
    CaseState state;
    std::optional<Date> waiting_since;
};

Result<void> give(db::Transaction& transaction, const people::Scope& scope, const Case& one,
                  const Now& now, const std::string& reason, const std::optional<std::string>& bulk)
{
    const auto changed =
        transaction.run(sql()("set_caseworker"), text_or_nothing(now.caseworker), key_of(now.state),
                        now.waiting_since, scope.agency.text(), one.id.text(), one.version);
    if (changed == 0) return changed_meanwhile();
    if (now.state != one.state)
        note_state(transaction, scope.agency, one.id,
                   {now.state, scope.today(), reason, scope.user});
    transaction.run(sql()("add_allocation"), scope.agency.text(), one.id.text(),
                    scope.agency.text(), one.id.text(), text_or_nothing(now.caseworker),
                    text_or_nothing(one.caseworker), key_of(one.state), one.waiting_since,
                    scope.today(), reason, bulk, scope.user.text());
    return move_child(transaction, scope, one, now.caseworker);
}

Bulk bulk_from(const db::Rows& rows)
{
    Bulk bulk{.id = BulkId::parse(rows.text("id")).value(),
              .done_at = rows.instant("done_at"),
              .done_by = access::UserId::parse(rows.text("done_by")).value(),
              .caseworker = optional_user(rows, "caseworker"),
              .reason = std::string(rows.text("reason"))};
    bulk.undone_at = rows.optional_instant("undone_at");
    return bulk;
}

std::vector<BulkCase> cases_of(db::Queries& database, const access::AgencyId& agency,
                               const BulkId& id)
{
    auto rows = database.query(sql()("cases_of_bulk"), agency.text(), id.text());
    std::vector<BulkCase> cases;
    while (rows.next()) {
        const auto state = case_state_named(rows.text("state_before"));
        ensure(state.has_value(), "the store holds only states that it was given");
        cases.push_back({.id = CaseId::parse(rows.text("case_id")).value(),
                         .before = optional_user(rows, "caseworker_before"),
                         .given_to = optional_user(rows, "caseworker"),
                         .state_before = *state,
                         .waiting_since_before = rows.optional_date("waiting_since_before")});
    }
    return cases;
}

} // namespace store_allocation_detail
using namespace store_allocation_detail;

Result<BulkId> allocate(db::Transaction& transaction, const people::Scope& scope,
                        const std::vector<CaseId>& cases, const NewAllocation& given)
{
    const auto id = crypto::new_id<BulkId>();
    transaction.run(sql()("add_bulk"), scope.agency.text(), id.text(), scope.now, scope.user.text(),
                    text_or_nothing(given.caseworker), given.reason);
    std::size_t moved = 0;
    for (const auto& chosen : cases) {
        const auto one = find_case(transaction, scope.agency, chosen);
        if (!one) return one.error();
        if (one->state == CaseState::closed || one->caseworker == given.caseworker) continue;
        const bool starts = given.starts == Starts::yes && one->state == CaseState::waiting;
        const Now now{given.caseworker, starts ? CaseState::open : one->state,
                      starts ? std::nullopt : one->waiting_since};
        if (auto done = give(transaction, scope, *one, now, given.reason, id.text()); !done)
            return done.error();
        ++moved;
    }
    if (moved == 0) return bad_input("Choose at least one case that somebody else has", "case");
    return id;
}

Result<Bulk> find_bulk(db::Queries& database, const access::AgencyId& agency, const BulkId& id)
{
    auto found = [&]() -> std::optional<Bulk> {
        auto rows = database.query(sql()("find_bulk"), agency.text(), id.text());
        if (!rows.next()) return std::nullopt;
        return bulk_from(rows);
    }();
    if (!found) return not_found("The page was not found. Check the address");
    found->cases = cases_of(database, agency, id);
    return *std::move(found);
}

Result<Undone> undo_bulk(db::Transaction& transaction, const people::Scope& scope, const BulkId& id)
{
    const auto bulk = find_bulk(transaction, scope.agency, id);
    if (!bulk) return bulk.error();
    if (transaction.run(sql()("undo_bulk"), scope.now, scope.user.text(), scope.agency.text(),
                        id.text()) == 0)
        return Error{ErrorKind::conflict, "This was undone already", {}, {}};
    Undone undone;
    for (const auto& given : bulk->cases) {
        const auto one = find_case(transaction, scope.agency, given.id);
        if (!one) return one.error();
        if (one->state == CaseState::closed || one->caseworker != given.given_to) {
            ++undone.left;
            continue;
        }
        const bool waits_again =
            given.state_before == CaseState::waiting && one->state == CaseState::open;
        const Now now{given.before, waits_again ? CaseState::waiting : one->state,
                      waits_again ? given.waiting_since_before : one->waiting_since};
        if (auto done = give(transaction, scope, *one, now, "Undone", std::nullopt); !done)
            return done.error();
        ++undone.back;
    }
    return undone;
}

std::vector<Bulk> latest_bulks(db::Queries& database, const access::AgencyId& agency,
                               std::size_t limit)
{
    std::vector<Bulk> all;
    {
        auto rows =
            database.query(sql()("latest_bulks"), agency.text(), static_cast<std::int64_t>(limit));
        while (rows.next()) all.push_back(bulk_from(rows));
    }
    for (auto& bulk : all) bulk.cases = cases_of(database, agency, bulk.id);
    return all;
}

} // namespace onroll::casework
