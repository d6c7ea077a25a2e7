#include "access/store_support.h"

#include "access/store_rows.h"

#include "platform/crypto/new_id.h"

namespace onroll::access {

using store_rows::id_from;
using store_rows::sql;

void add_support(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 std::string_view reason, const UserId& by, Instant now, Instant ends_at)
{
    transaction.run(sql()("add_support"), agency.text(), crypto::new_id<SupportId>().text(),
                    user.text(), reason, by.text(), now, ends_at);
}

bool end_support(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 Instant now)
{
    return transaction.run(sql()("end_support"), now, agency.text(), user.text(), now) > 0;
}

std::vector<Support> supports_of_agency(db::Queries& database, const AgencyId& agency)
{
    std::vector<Support> all;
    auto rows = database.query(sql()("supports_of_agency"), agency.text());
    while (rows.next())
        all.push_back({id_from<SupportId>(rows, "support"), id_from<UserId>(rows, "user_id"),
                       rows.text("name"), rows.text("email"), rows.text("reason"),
                       id_from<UserId>(rows, "given_by"), rows.instant("given_at"),
                       rows.instant("ends_at"), rows.optional_instant("ended_at")});
    return all;
}

bool support_runs(db::Queries& database, const AgencyId& agency, const UserId& user, Instant now)
{
    return database.query(sql()("support_of_user"), agency.text(), user.text(), now, now).next();
}

std::optional<UserId> user_of_agency_with(db::Queries& database, const AgencyId& agency,
                                          std::string_view folded_email)
{
    auto rows = database.query(sql()("find_user_of_agency_by_email"), agency.text(), folded_email);
    if (!rows.next()) return std::nullopt;
    return id_from<UserId>(rows, "user_id");
}

} // namespace onroll::access
