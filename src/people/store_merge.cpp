#include "people/store_merge.h"

#include "people/rules_merge.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_merge_detail {

Merge merge_from(const db::Rows& row)
{
    Merge merge{store_rows::stored_id<MergeId>(row.text("id")),
                store_rows::stored_id<PersonId>(row.text("kept")),
                store_rows::stored_id<PersonId>(row.text("joined"))};
    merge.proposed_by = row.text("proposed_by");
    merge.proposed_at = row.instant("proposed_at");
    merge.agreed_by = row.optional_text("agreed_by");
    merge.made_at = row.optional_instant("made_at");
    merge.undone_at = row.optional_instant("undone_at");
    return merge;
}

/// Both records are there, of one kind, and shown as themselves.
Result<void> check_pair(db::Queries& database, const Scope& scope, const PersonId& kept,
                        const PersonId& joined)
{
    if (kept == joined) return bad_input("Choose two different records");
    for (const auto& id : {kept, joined})
        if (const auto changeable = store_detail::check_changeable(database, scope.agency, id);
            !changeable)
            return changeable;
    if (store_detail::own_row(database, scope.agency, kept)->kind !=
        store_detail::own_row(database, scope.agency, joined)->kind)
        return bad_input("A child’s record and an adult’s record cannot be joined");
    return {};
}

Result<void> make(db::Transaction& transaction, const Scope& scope, const Merge& merge)
{
    transaction.run(sql()("make_merge"), std::optional(scope.user.text()), scope.now,
                    scope.agency.text(), merge.id.text());
    transaction.run(sql()("set_merged_into"), std::optional(merge.kept.text()), scope.agency.text(),
                    merge.joined.text());
    store_detail::refresh_keys(transaction, scope.agency, merge.joined);
    store_detail::refresh_keys(transaction, scope.agency, merge.kept);
    store_detail::note(transaction, scope, audit::Kind::approved, "people.merge", "person",
                       merge.kept.text(), {"joined:" + merge.joined.text()});
    return {};
}

/// What was ended for the school of a record that is joined no more lasts again.
void reopen_schools(db::Transaction& transaction, const Scope& scope, const PersonId& parted)
{
    const auto group = store_detail::group_of(transaction, scope.agency, parted);
    for (const auto& one : group) {
        std::vector<std::string> ended_for;
        {
            auto rows = transaction.query(sql()("schools_ended_for_others"), scope.agency.text(),
                                          one.text());
            while (rows.next()) ended_for.push_back(rows.text("ended_for"));
        }
        for (const auto& other : ended_for)
            if (std::none_of(group.begin(), group.end(),
                             [&](const PersonId& same) { return same.text() == other; }))
                transaction.run(sql()("reopen_schools_ended_for"), scope.agency.text(), one.text(),
                                other);
    }
}

} // namespace store_merge_detail

Result<Merge> propose_merge(db::Transaction& transaction, const Scope& scope, const PersonId& kept,
                            const PersonId& joined)
{
    using namespace store_merge_detail;
    if (const auto sound = check_pair(transaction, scope, kept, joined); !sound)
        return sound.error();
    for (const auto& merge : merges_of(transaction, scope.agency, joined))
        if (!merge.made_at && !merge.undone_at && merge.joined == joined && merge.kept == kept)
            return Error{
                ErrorKind::conflict, "This is already waiting for a second person", {}, {}};
    // Whoever found them to be two people may have been wrong.
    const std::pair<std::string, std::string> ordered = std::minmax(kept.text(), joined.text());
    transaction.run(sql()("drop_two_people"), scope.agency.text(), ordered.first, ordered.second);
    Merge merge{crypto::new_id<MergeId>(), kept, joined};
    transaction.run(sql()("propose_merge"), scope.agency.text(), merge.id.text(), kept.text(),
                    joined.text(), scope.user.text(), scope.now);
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.merge", "person",
                       kept.text(), {"proposed:" + joined.text()});
    const auto agreeing =
        agreeing_identifiers(*store_detail::own_row(transaction, scope.agency, kept),
                             *store_detail::own_row(transaction, scope.agency, joined));
    if (agreeing.size() >= 2)
        if (const auto made = make(transaction, scope, merge); !made) return made.error();
    return find_merge(transaction, scope.agency, merge.id);
}

Result<void> agree_to_merge(db::Transaction& transaction, const Scope& scope, const MergeId& id)
{
    using namespace store_merge_detail;
    const auto merge = find_merge(transaction, scope.agency, id);
    if (!merge) return merge.error();
    if (merge->undone_at)
        return Error{ErrorKind::conflict,
                     "Somebody has found these to be two people. Compare them again",
                     {},
                     {}};
    if (merge->made_at) return {};
    if (merge->proposed_by == scope.user.text())
        return Error{ErrorKind::not_allowed,
                     "Somebody other than you must agree to join these records",
                     {},
                     {}};
    if (const auto sound = check_pair(transaction, scope, merge->kept, merge->joined); !sound)
        return sound;
    return make(transaction, scope, *merge);
}

Result<void> undo_merge(db::Transaction& transaction, const Scope& scope, const MergeId& id)
{
    const auto merge = find_merge(transaction, scope.agency, id);
    if (!merge) return merge.error();
    const auto undone = transaction.run(sql()("undo_merge"), std::optional(scope.user.text()),
                                        scope.now, scope.agency.text(), id.text());
    if (undone != 1) return Error{ErrorKind::conflict, "These records are not joined", {}, {}};
    transaction.run(sql()("set_merged_into"), std::optional<std::string>(), scope.agency.text(),
                    merge->joined.text());
    store_merge_detail::reopen_schools(transaction, scope, merge->joined);
    store_detail::refresh_keys(transaction, scope.agency, merge->joined);
    store_detail::refresh_keys(transaction, scope.agency,
                               store_detail::root_of(transaction, scope.agency, merge->kept));
    store_detail::note(transaction, scope, audit::Kind::changed, "people.merge", "person",
                       merge->kept.text(), {"parted:" + merge->joined.text()});
    return {};
}

Result<Merge> find_merge(db::Queries& database, const access::AgencyId& agency, const MergeId& id)
{
    auto rows = database.query(sql()("find_merge"), agency.text(), id.text());
    if (!rows.next()) return store_detail::nobody();
    return store_merge_detail::merge_from(rows);
}

std::vector<Merge> merges_of(db::Queries& database, const access::AgencyId& agency,
                             const PersonId& id)
{
    std::vector<Merge> merges;
    auto rows = database.query(sql()("merges_of"), agency.text(), id.text(), id.text());
    while (rows.next()) merges.push_back(store_merge_detail::merge_from(rows));
    return merges;
}

std::vector<Merge> waiting_merges(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Merge> merges;
    auto rows = database.query(sql()("waiting_merges"), agency.text());
    while (rows.next()) merges.push_back(store_merge_detail::merge_from(rows));
    return merges;
}

} // namespace onroll::people
