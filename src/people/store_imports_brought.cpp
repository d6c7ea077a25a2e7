#include "people/store_imports_brought.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"

namespace onroll::people {

using store_rows::sql;

namespace store_imports_brought_detail {

/// A row without the list, so that it counts for a day.
void note_unkept(db::Transaction& transaction, const Scope& scope, std::string_view bytes,
                 std::string_view what)
{
    const auto id = crypto::new_id<ImportId>();
    transaction.run(sql()("drop_sent_imports"), scope.agency.text(),
                    scope.now - std::chrono::hours{24});
    transaction.run(sql()("add_import"), scope.agency.text(), id.text(), "",
                    crypto::to_hex(crypto::sha256(bytes)), db::as_blob(""), scope.now,
                    scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::read, "people.import", "import", id.text(),
                       {std::string(what)});
}

} // namespace store_imports_brought_detail

std::int64_t count_lists_sent(db::Queries& database, const access::AgencyId& agency,
                              const access::UserId& program, Instant since)
{
    auto rows = database.query(sql()("count_lists_sent"), agency.text(), program.text(), since);
    return rows.next() ? rows.integer("sent") : 0;
}

void note_look(db::Transaction& transaction, const Scope& scope, std::string_view bytes)
{
    store_imports_brought_detail::note_unkept(transaction, scope, bytes, "looked_at");
}

void note_refused(db::Transaction& transaction, const Scope& scope, std::string_view bytes)
{
    store_imports_brought_detail::note_unkept(transaction, scope, bytes, "not_taken");
}

std::optional<Import> same_as_newest(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& program, std::string_view bytes)
{
    auto rows = database.query(sql()("newest_list_of"), agency.text(), program.text());
    if (!rows.next() || rows.text("file_hash") != crypto::to_hex(crypto::sha256(bytes)))
        return std::nullopt;
    auto import = import_from(rows);
    if (import.state != ImportState::made) return std::nullopt;
    return import;
}

} // namespace onroll::people
