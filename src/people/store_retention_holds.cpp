// Holds on a record, which end by two people, and what waits for the second of two.
#include "people/store_retention.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

namespace onroll::people {

using store_rows::sql;

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

} // namespace onroll::people
