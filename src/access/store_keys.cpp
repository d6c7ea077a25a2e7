#include "access/store_keys.h"

#include "access/store_factors.h"
#include "access/store_rows.h"

#include "platform/crypto/crypto.h"

namespace onroll::access {

namespace store_keys_detail {

using store_rows::id_from;
using store_rows::named;
using store_rows::sql;

/// So that one that leaked into a file is known for what it is.
constexpr std::string_view mark = "onroll_";

ApiKey key_from(const db::Rows& rows)
{
    ApiKey key{id_from<ApiKeyId>(rows, "api_key"),
               rows.text("name"),
               named(rows, "purpose", key_scope_named),
               id_from<UserId>(rows, "made_by"),
               rows.instant("made_at"),
               rows.date("ends_on"),
               rows.optional_instant("revoked_at"),
               rows.optional_instant("last_used_at")};
    return key;
}

} // namespace store_keys_detail

using namespace store_keys_detail;

std::string add_api_key(db::Transaction& transaction, const AgencyId& agency, const NewApiKey& key,
                        const ApiKeyId& id, const UserId& by, Instant now)
{
    auto secret = std::string(mark) + crypto::random_token();
    transaction.run(sql()("add_api_key"), agency.text(), id.text(), key.name, key_of(key.scope),
                    hash_of_token(secret), by.text(), now, key.last_day);
    return secret;
}

std::vector<ApiKey> api_keys_of_agency(db::Queries& database, const AgencyId& agency)
{
    std::vector<ApiKey> keys;
    auto rows = database.query(sql()("api_keys_of_agency"), agency.text());
    while (rows.next()) keys.push_back(key_from(rows));
    return keys;
}

bool revoke_api_key(db::Transaction& transaction, const AgencyId& agency, const ApiKeyId& key,
                    Instant now)
{
    return transaction.run(sql()("revoke_api_key"), now, agency.text(), key.text()) == 1;
}

std::optional<FoundKey> find_api_key(db::Queries& database, std::string_view secret)
{
    auto rows = database.query(sql()("find_api_key"), hash_of_token(secret));
    if (!rows.next()) return std::nullopt;
    auto key = key_from(rows);
    const auto actor = UserId::parse(key.id.text());
    ensure(actor.has_value(), "every random identifier reads alike");
    return FoundKey{std::move(key),
                    Agency{id_from<AgencyId>(rows, "agency"),
                           named(rows, "kind", agency_kind_named), rows.text("agency_name")},
                    *actor};
}

void see_api_key(db::Transaction& transaction, const FoundKey& found, Instant now)
{
    transaction.run(sql()("api_key_used"), now, found.agency.id.text(), found.key.id.text());
}

} // namespace onroll::access
