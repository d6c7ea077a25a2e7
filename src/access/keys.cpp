#include "access/keys.h"

#include "access/accounts_shared.h"
#include "access/rules_policy.h"
#include "access/sign_in.h"

#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::access {

namespace keys_detail {

void note_key(db::Transaction& transaction, const Actor& by, const ApiKeyId& key, audit::Kind kind,
              const Visit& visit, Instant now)
{
    const auto id = UserId::parse(key.text());
    auto deed = account_deed(visit, {by.agency, by.user}, "api_keys.change", kind, *id);
    deed.record_kind = "api_key";
    audit::note(transaction, deed, now);
}

} // namespace keys_detail

std::vector<Error> wrong_with_key(const Actor& by, std::string_view name, std::string_view scope,
                                  std::string_view days)
{
    std::vector<Error> wrong;
    const auto its_name = accounts_shared::name_from(name, "what the program is called", "name");
    if (!its_name) wrong.push_back(its_name.error());
    const auto its_scope = key_scope_named(scope);
    if (!its_scope || !fits(by.agency_kind, *its_scope))
        wrong.push_back(bad_input("Select what the key is for", "scope"));
    if (std::none_of(key_days.begin(), key_days.end(),
                     [&](int each) { return std::to_string(each) == days; }))
        wrong.push_back(bad_input("Select how long the key works", "days"));
    return wrong;
}

Result<NewApiKey> key_asked_for(const Actor& by, std::string_view name, std::string_view scope,
                                std::string_view days, Date today)
{
    if (auto wrong = wrong_with_key(by, name, scope, days); !wrong.empty()) return wrong.front();
    const auto its_name = accounts_shared::name_from(name, "what the program is called", "name");
    return NewApiKey{*its_name, *key_scope_named(scope),
                     today + std::chrono::days(std::stoi(std::string(days)))};
}

std::string make_key(db::Transaction& transaction, const Actor& by, const NewApiKey& key,
                     const Visit& visit, Instant now)
{
    const auto id = crypto::new_id<ApiKeyId>();
    auto secret = add_api_key(transaction, by.agency, key, id, by.user, now);
    keys_detail::note_key(transaction, by, id, audit::Kind::recorded, visit, now);
    return secret;
}

Result<void> revoke_key(const Services& services, const Actor& by, const ApiKeyId& key,
                        const Visit& visit)
{
    return db::with_retry(
        *services.database, "revoke key", [&](db::Transaction& transaction) -> Result<void> {
            const auto keys = api_keys_of_agency(transaction, by.agency);
            if (std::none_of(keys.begin(), keys.end(),
                             [&](const ApiKey& each) { return each.id == key; }))
                return not_found("There is no such key");
            const auto now = services.clock->now();
            if (!revoke_api_key(transaction, by.agency, key, now))
                return Error{ErrorKind::conflict, "The key was revoked already", {}, {}};
            keys_detail::note_key(transaction, by, key, audit::Kind::removed, visit, now);
            return {};
        });
}

} // namespace onroll::access
