#include "audit/store.h"

#include "audit/store_rows.h"

#include "audit/chain.h"

#include "embedded/audit_files.h"
#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace onroll::audit {

namespace store_detail {

using store_rows::sql;

/// Names of fields hold no space, so a space can divide them.
std::string joined(const std::vector<std::string>& fields)
{
    std::string text;
    for (const auto& field : fields) text += (text.empty() ? "" : " ") + field;
    return text;
}

void check(const Deed& deed)
{
    ensure(!deed.agency.empty(), "every deed belongs to an agency's chain");
    for (const auto* text :
         {&deed.agency, &deed.actor, &deed.role, &deed.relation, &deed.purpose, &deed.act,
          &deed.record_kind, &deed.record, &deed.origin, &deed.request})
        ensure(may_be_noted(*text), "an audit entry holds ids and names, not words of a person");
    for (const auto& field : deed.fields)
        ensure(!field.empty() && may_be_noted(field), "an audit entry names fields, not values");
}

/// The end of the chain, held until the transaction ends so that no other entry takes the place.
Head take_head(db::Transaction& transaction, const std::string& agency)
{
    const auto take = [&]() -> std::optional<Head> {
        auto rows = transaction.query(sql()("find_head"), agency);
        if (!rows.next()) return std::nullopt;
        return Head{agency, rows.integer("sequence"), rows.text("hash")};
    };
    // Every chain but one that has no entry yet has its head: it is begun where none was found.
    if (auto there = take()) return *std::move(there);
    transaction.run(sql()("begin_head"), agency, first_hash(agency));
    auto begun = take();
    ensure(begun.has_value(), "the head was just begun");
    return *std::move(begun);
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto migrated = db::migrate(database, "audit", embedded::audit_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

Entry note(db::Transaction& transaction, const Deed& deed, Instant now)
{
    using store_detail::sql;
    store_detail::check(deed);
    const db::WorkForWithin chain(transaction, deed.agency);
    const auto head = store_detail::take_head(transaction, deed.agency);
    auto entry = next_entry(head, deed, now, crypto::to_hex(crypto::random_bytes(16)));
    transaction.run(sql()("add_entry"), deed.agency, entry.sequence, now, name_of(deed.kind),
                    deed.act, deed.actor, deed.role, deed.relation, deed.purpose, deed.record_kind,
                    deed.record, store_detail::joined(deed.fields), deed.origin, deed.request,
                    name_of(deed.outcome), entry.salt, entry.content_hash, entry.hash);
    transaction.run(sql()("move_head"), entry.sequence, entry.hash, deed.agency);
    return entry;
}

std::vector<Entry> entries_about(db::Queries& database, std::string_view agency,
                                 std::string_view record, std::size_t limit, std::int64_t before)
{
    auto rows = database.query(store_rows::sql()("entries_about"), agency, record, before, limit);
    return store_rows::entries_from(rows);
}

std::vector<Entry> entries_between(db::Queries& database, std::string_view agency, Instant from,
                                   Instant until, std::size_t limit)
{
    auto rows = database.query(store_rows::sql()("entries_between"), agency, from, until, limit);
    return store_rows::entries_from(rows);
}

std::optional<Instant> kept_whole_since(db::Queries& database, std::string_view agency)
{
    auto rows = database.query(store_rows::sql()("first_kept_whole"), agency, agency);
    return rows.next() ? std::optional(rows.instant("at")) : std::nullopt;
}

Head head_of(db::Queries& database, std::string_view agency)
{
    auto rows = database.query(store_rows::sql()("read_head"), agency);
    if (!rows.next()) return {std::string(agency), 0, first_hash(agency)};
    return {std::string(agency), rows.integer("sequence"), rows.text("hash")};
}

std::vector<std::string> agencies_of(db::Queries& database)
{
    std::vector<std::string> agencies;
    auto rows = database.query(store_rows::sql()("all_agencies"));
    while (rows.next()) agencies.push_back(rows.text("agency"));
    return agencies;
}

std::vector<SignedHead> sign_heads(db::Database& database, const crypto::Key& seed, Instant now)
{
    using store_detail::sql;
    return db::with_retry(database, "sign audit heads", [&](db::Transaction& transaction) {
        std::vector<SignedHead> made;
        {
            auto rows = transaction.query(sql()("heads_not_signed"));
            while (rows.next()) {
                Head head{rows.text("agency"), rows.integer("sequence"), rows.text("hash")};
                made.push_back(sign_head(seed, std::move(head), now));
            }
        }
        for (const auto& [head, at, signature] : made)
            transaction.run(sql()("add_signed_head"), head.agency, head.sequence, head.hash, at,
                            signature);
        return made;
    });
}

std::vector<SignedHead> signed_heads_of(db::Queries& database, std::string_view agency)
{
    std::vector<SignedHead> heads;
    auto rows = database.query(store_rows::sql()("signed_heads_of"), agency);
    while (rows.next())
        heads.push_back({{rows.text("agency"), rows.integer("sequence"), rows.text("hash")},
                         rows.instant("at"),
                         rows.text("signature")});
    return heads;
}

} // namespace onroll::audit
