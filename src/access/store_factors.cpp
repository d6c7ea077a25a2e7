#include "access/store_factors.h"

#include "access/codes.h"
#include "access/store_rows.h"

#include <algorithm>
#include <cctype>

namespace onroll::access {

namespace store_factors_detail {

using store_rows::id_from;
using store_rows::named;
using store_rows::sql;

std::string context_of(const Owner& owner)
{
    return "one-time code seed of " + owner.agency.text() + " " + owner.user.text();
}

std::string_view key_of(LinkKind kind)
{
    return kind == LinkKind::invitation ? "invitation" : "new_password";
}

std::optional<LinkKind> link_kind_named(std::string_view key)
{
    for (const auto kind : {LinkKind::invitation, LinkKind::new_password})
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

std::string hash_of_secret(std::string_view secret)
{
    std::string kept;
    for (const unsigned char c : secret)
        if (std::isalnum(c)) kept += static_cast<char>(std::tolower(c));
    return hash_of_token("set-up " + kept);
}

} // namespace store_factors_detail

using namespace store_factors_detail;

void save_code_seed(db::Transaction& transaction, const crypto::Key& key, const Owner& owner,
                    std::string_view seed)
{
    const auto sealed = crypto::seal(key, seed, context_of(owner));
    transaction.run(sql()("save_code_seed"), owner.agency.text(), owner.user.text(),
                    db::as_blob(sealed));
}

std::optional<CodeSeed> find_code_seed(db::Queries& database, const crypto::Key& key,
                                       const Owner& owner)
{
    auto rows = database.query(sql()("find_code_seed"), owner.agency.text(), owner.user.text());
    if (!rows.next()) return std::nullopt;
    const auto sealed = rows.blob("sealed");
    auto seed = crypto::open(key, {reinterpret_cast<const char*>(sealed.data()), sealed.size()},
                             context_of(owner));
    if (!seed) throw Bug("a one-time code seed was sealed by another key than this store's");
    return CodeSeed{*std::move(seed), !rows.is_null("confirmed_at"), rows.integer("last_step")};
}

void confirm_code_seed(db::Transaction& transaction, const Owner& owner, Instant now)
{
    transaction.run(sql()("confirm_code_seed"), now, owner.agency.text(), owner.user.text());
}

bool use_code_step(db::Transaction& transaction, const Owner& owner, std::int64_t step)
{
    return transaction.run(sql()("use_code_step"), step, owner.agency.text(), owner.user.text(),
                           step) == 1;
}

void save_recovery_codes(db::Transaction& transaction, const Owner& owner,
                         const std::vector<std::string>& codes)
{
    transaction.run(sql()("drop_recovery_codes"), owner.agency.text(), owner.user.text());
    for (const auto& code : codes)
        transaction.run(sql()("add_recovery_code"), owner.agency.text(), owner.user.text(),
                        hash_of_recovery_code(code));
}

bool use_recovery_code(db::Transaction& transaction, const Owner& owner, std::string_view code,
                       Instant now)
{
    return transaction.run(sql()("use_recovery_code"), now, owner.agency.text(), owner.user.text(),
                           hash_of_recovery_code(code)) == 1;
}

int count_recovery_codes(db::Queries& database, const Owner& owner)
{
    auto rows =
        database.query(sql()("count_recovery_codes"), owner.agency.text(), owner.user.text());
    rows.next();
    return static_cast<int>(rows.integer("codes"));
}

void drop_factors(db::Transaction& transaction, const Owner& owner)
{
    transaction.run(sql()("drop_code_seed"), owner.agency.text(), owner.user.text());
    transaction.run(sql()("drop_recovery_codes"), owner.agency.text(), owner.user.text());
}

std::string add_link(db::Transaction& transaction, const Owner& owner, LinkKind kind, Instant now,
                     Instant until)
{
    drop_links(transaction, owner);
    auto token = crypto::random_token();
    transaction.run(sql()("add_link"), owner.agency.text(), owner.user.text(), hash_of_token(token),
                    key_of(kind), now, until);
    return token;
}

std::optional<Link> find_link(db::Queries& database, std::string_view token, Instant now)
{
    auto rows = database.query(sql()("find_link"), hash_of_token(token));
    if (!rows.next() || rows.instant("ends_at") <= now) return std::nullopt;
    return Link{{id_from<AgencyId>(rows, "agency"), id_from<UserId>(rows, "user_id")},
                named(rows, "kind", link_kind_named)};
}

std::optional<Link> use_link(db::Transaction& transaction, std::string_view token, Instant now)
{
    auto link = find_link(transaction, token, now);
    if (link && transaction.run(sql()("use_link"), hash_of_token(token)) != 1) link.reset();
    return link;
}

void drop_links(db::Transaction& transaction, const Owner& owner)
{
    transaction.run(sql()("drop_links_of_user"), owner.agency.text(), owner.user.text());
}

void add_failed_guess(db::Transaction& transaction, std::string_view target, std::string_view guess,
                      Instant now)
{
    transaction.run(sql()("add_failed_guess"), hash_of_token(target), now, guess);
}

void drop_guess(db::Transaction& transaction, std::string_view guess)
{
    transaction.run(sql()("drop_guess"), guess);
}

std::vector<Instant> failed_guesses(db::Queries& database, std::string_view target, Instant now)
{
    std::vector<Instant> failures;
    auto rows = database.query(sql()("failed_guesses"), hash_of_token(target),
                               now - std::chrono::hours(24));
    while (rows.next()) failures.push_back(rows.instant("failed_at"));
    std::reverse(failures.begin(), failures.end());
    return failures;
}

void forgive_guesses(db::Transaction& transaction, std::string_view target)
{
    transaction.run(sql()("drop_failed_guesses"), hash_of_token(target));
}

void forget_old_guesses(db::Transaction& transaction, Instant now)
{
    transaction.run(sql()("forget_old_guesses"), now - std::chrono::hours(24));
}

std::string make_setup_secret(db::Database& database, Instant now, Instant until)
{
    const auto secret = new_recovery_codes().front();
    db::with_retry(database, "make set-up secret", [&](db::Transaction& transaction) {
        transaction.run(sql()("drop_unused_setup_secrets"));
        transaction.run(sql()("add_setup_secret"), hash_of_secret(secret), now, until);
    });
    return secret;
}

bool use_setup_secret(db::Transaction& transaction, std::string_view secret, Instant now)
{
    return transaction.run(sql()("use_setup_secret"), now, hash_of_secret(secret), now) == 1;
}

std::string hash_of_token(std::string_view token)
{
    return crypto::to_hex(crypto::sha256(token));
}

} // namespace onroll::access
