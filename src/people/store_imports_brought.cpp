#include "people/store_imports_brought.h"

#include "people/store_detail.h"
#include "people/store_let_go.h"
#include "people/store_rows.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"

namespace onroll::people {

using store_rows::sql;

bool count_list(db::Transaction& transaction, const Scope& scope, std::int64_t most)
{
    wait_for_lists(transaction, scope.agency);
    let_go_of_sent(transaction, scope.agency, scope.now);
    {
        auto rows = transaction.query(sql()("count_lists_sent"), scope.agency.text(),
                                      scope.user.text(), scope.now - std::chrono::hours{1});
        if (rows.next() && rows.integer("sent") >= most) return false;
    }
    transaction.run(sql()("add_list_sent"), scope.agency.text(), crypto::new_id<ImportId>().text(),
                    scope.user.text(), scope.now);
    return true;
}

void note_look(db::Transaction& transaction, const Scope& scope)
{
    store_detail::note(transaction, scope, audit::Kind::read, "people.import", "import",
                       crypto::new_id<ImportId>().text(), {"looked_at"});
}

void note_sent_again(db::Transaction& transaction, const Scope& scope, const ImportId& same)
{
    store_detail::note(transaction, scope, audit::Kind::read, "people.import", "import",
                       same.text(), {"sent_again"});
}

void wait_for_lists(db::Transaction& transaction, const access::AgencyId& agency)
{
    auto rows = transaction.query(sql()("wait_for_lists"), agency.text());
    rows.next();
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
