#include "sign_on/store.h"

#include "embedded/sign_on_files.h"
#include "kernel/ensure.h"
#include "platform/json/json.h"

#include <utility>

namespace onroll::sign_on {
namespace store_detail {

constexpr std::chrono::minutes question_waits{10};
/// Longer than a notice of a sign-out is taken after it was made (id_token.cpp).
constexpr std::chrono::minutes notice_counts_for{20};

const db::SqlFiles& sql()
{
    static const db::SqlFiles files{embedded::sign_on_files()};
    return files;
}

std::string lines_of(const std::vector<std::string>& words)
{
    std::string lines;
    for (const auto& word : words) lines += word + "\n";
    return lines;
}

std::vector<std::string> words_in(std::string_view lines)
{
    std::vector<std::string> words;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        if (end != 0) words.emplace_back(lines.substr(0, end));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
    return words;
}

std::string bytes_of(const std::vector<std::byte>& blob)
{
    return {reinterpret_cast<const char*>(blob.data()), blob.size()};
}

std::string context_of(const ProviderId& provider)
{
    return "sign_on provider " + provider.text();
}

Provider provider_from(const db::Rows& rows, const crypto::Key& key)
{
    auto id = ProviderId::parse(rows.text("provider")).value();
    // A secret that this key does not open is of another installation: nobody can sign in by it.
    auto secret =
        crypto::open(key, bytes_of(rows.blob("client_secret")), context_of(id)).value_or("");
    return {.id = std::move(id),
            .agency = access::AgencyId::parse(rows.text("agency")).value(),
            .name = std::string(rows.text("name")),
            .issuer = std::string(rows.text("issuer")),
            .client_id = std::string(rows.text("client_id")),
            .client_secret = std::move(secret),
            .hosts = words_in(rows.text("hosts")),
            .organisations = words_in(rows.text("organisations")),
            .second_factors = words_in(rows.text("second_factors")),
            .tells_of_sign_out = rows.boolean("tells_of_sign_out"),
            .longest_hours = static_cast<int>(rows.integer("longest_hours"))};
}

std::vector<Provider> providers_from(db::Rows rows, const crypto::Key& key)
{
    std::vector<Provider> providers;
    while (rows.next()) providers.push_back(provider_from(rows, key));
    return providers;
}

KeptPasskey passkey_from(const db::Rows& rows)
{
    return {.agency = access::AgencyId::parse(rows.text("agency")).value(),
            .user = access::UserId::parse(rows.text("user_id")).value(),
            .name = std::string(rows.text("name")),
            .key = {.id = crypto::from_base64url(rows.text("id")).value(),
                    .public_key = bytes_of(rows.blob("public_key")),
                    .signed_so_far = static_cast<std::uint32_t>(rows.integer("signed_so_far"))},
            .made_at = rows.instant("made_at"),
            .used_at = rows.optional_instant("used_at")};
}

constexpr std::string_view question_context = "sign_on question";

json::Value written(const Question& question, Instant ends_at)
{
    return {{"id", crypto::random_token()},
            {"ends_at", utc_text(ends_at)},
            {"agency", question.owner ? question.owner->agency.text() : ""},
            {"user", question.owner ? question.owner->user.text() : ""},
            {"provider", question.provider ? question.provider->text() : ""},
            {"challenge", crypto::to_base64url(question.challenge)},
            {"verifier", question.verifier},
            {"state", question.state},
            {"next", question.next}};
}

Question question_in(const json::Value& value)
{
    const auto text = [&](const char* name) { return json::text(value, name).value_or(""); };
    Question question{.owner = {},
                      .provider = {},
                      .challenge = crypto::from_base64url(text("challenge")).value_or(""),
                      .verifier = text("verifier"),
                      .state = text("state"),
                      .next = text("next")};
    const auto agency = access::AgencyId::parse(text("agency"));
    const auto user = access::UserId::parse(text("user"));
    if (agency && user) question.owner = access::Owner{*agency, *user};
    if (auto provider = ProviderId::parse(text("provider")))
        question.provider = std::move(*provider);
    return question;
}

} // namespace store_detail
using namespace store_detail;

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto migrated = db::migrate(database, "sign_on", embedded::sign_on_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

void add_provider(db::Transaction& transaction, const crypto::Key& key, const Provider& provider)
{
    const auto secret = crypto::seal(key, provider.client_secret, context_of(provider.id));
    transaction.run(sql()("add_provider"), provider.agency.text(), provider.id.text(),
                    provider.name, provider.issuer, provider.client_id, db::as_blob(secret),
                    lines_of(provider.hosts), lines_of(provider.organisations),
                    lines_of(provider.second_factors), provider.tells_of_sign_out,
                    static_cast<std::int64_t>(provider.longest_hours));
}

bool change_signing_out(db::Transaction& transaction, const access::AgencyId& agency,
                        const ProviderId& provider, bool tells_of_sign_out, int longest_hours)
{
    return transaction.run(sql()("change_signing_out"), tells_of_sign_out,
                           static_cast<std::int64_t>(longest_hours), agency.text(),
                           provider.text()) > 0;
}

bool drop_provider(db::Transaction& transaction, const access::AgencyId& agency,
                   const ProviderId& provider)
{
    transaction.run(sql()("drop_identities_of_provider"), agency.text(), provider.text());
    return transaction.run(sql()("drop_provider"), agency.text(), provider.text()) > 0;
}

std::vector<Provider> providers_of(db::Queries& database, const crypto::Key& key,
                                   const access::AgencyId& agency)
{
    return providers_from(database.query(sql()("providers_of_agency"), agency.text()), key);
}

std::vector<Provider> all_providers(db::Queries& database, const crypto::Key& key)
{
    return providers_from(database.query(sql()("all_providers")), key);
}

Result<Provider> find_provider(db::Queries& database, const crypto::Key& key,
                               const ProviderId& provider)
{
    auto rows = database.query(sql()("find_provider"), provider.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return provider_from(rows, key);
}

Result<void> join_identity(db::Transaction& transaction, const access::Owner& owner,
                           const ProviderId& provider, const TokenSubject& subject, Instant now)
{
    const auto already = user_with(transaction, owner.agency, subject);
    if (already && *already != owner.user)
        return Error{ErrorKind::conflict,
                     "That account is linked to somebody else here. Ask your administrator",
                     {},
                     {}};
    transaction.run(sql()("join_identity"), owner.agency.text(), owner.user.text(), provider.text(),
                    subject.issuer, subject.subject, now);
    return {};
}

std::optional<access::UserId> user_with(db::Queries& database, const access::AgencyId& agency,
                                        const TokenSubject& subject)
{
    auto rows =
        database.query(sql()("user_with_identity"), agency.text(), subject.issuer, subject.subject);
    if (!rows.next()) return std::nullopt;
    return access::UserId::parse(rows.text("user_id")).value();
}

std::vector<ProviderId> providers_joined_by(db::Queries& database, const access::Owner& owner)
{
    auto rows = database.query(sql()("identities_of_user"), owner.agency.text(), owner.user.text());
    std::vector<ProviderId> joined;
    while (rows.next()) joined.push_back(ProviderId::parse(rows.text("provider")).value());
    return joined;
}

void drop_identity(db::Transaction& transaction, const access::Owner& owner,
                   const ProviderId& provider)
{
    transaction.run(sql()("drop_identity"), owner.agency.text(), owner.user.text(),
                    provider.text());
}

Result<void> add_passkey(db::Transaction& transaction, const access::Owner& owner,
                         std::string_view name, const Passkey& key, Instant now)
{
    const auto added = transaction.run(
        sql()("add_passkey"), owner.agency.text(), crypto::to_base64url(key.id), owner.user.text(),
        name, db::as_blob(key.public_key), static_cast<std::int64_t>(key.signed_so_far), now);
    if (added == 1) return {};
    return Error{ErrorKind::conflict, "This passkey is registered already", {}, {}};
}

std::optional<KeptPasskey> find_passkey(db::Queries& database, std::string_view id)
{
    auto rows = database.query(sql()("find_passkey"), crypto::to_base64url(id));
    if (!rows.next()) return std::nullopt;
    return passkey_from(rows);
}

std::vector<KeptPasskey> passkeys_of(db::Queries& database, const access::Owner& owner)
{
    auto rows = database.query(sql()("passkeys_of_user"), owner.agency.text(), owner.user.text());
    std::vector<KeptPasskey> passkeys;
    while (rows.next()) passkeys.push_back(passkey_from(rows));
    return passkeys;
}

bool use_passkey(db::Transaction& transaction, const KeptPasskey& before, const Passkey& moved_on,
                 Instant now)
{
    return transaction.run(sql()("use_passkey"), static_cast<std::int64_t>(moved_on.signed_so_far),
                           now, before.agency.text(), crypto::to_base64url(before.key.id),
                           static_cast<std::int64_t>(before.key.signed_so_far)) == 1;
}

bool drop_passkey(db::Transaction& transaction, const access::Owner& owner, std::string_view id)
{
    return transaction.run(sql()("drop_passkey"), owner.agency.text(), owner.user.text(),
                           crypto::to_base64url(id)) > 0;
}

void drop_passkeys(db::Transaction& transaction, const access::Owner& owner)
{
    transaction.run(sql()("drop_passkeys_of_user"), owner.agency.text(), owner.user.text());
}

bool take_notice(db::Transaction& transaction, const Provider& provider, std::string_view token_id,
                 Instant now)
{
    transaction.run(sql()("forget_answered"), now);
    return transaction.run(sql()("note_answered"), provider.agency.text(),
                           access::hash_of_token("sign-out " + provider.id.text() + " " +
                                                 std::string(token_id)),
                           now + notice_counts_for) == 1;
}

std::string sealed_question(const crypto::Key& key, const Question& question, Instant now)
{
    const auto text = json::print(written(question, now + question_waits));
    return crypto::to_base64url(crypto::seal(key, text, question_context));
}

std::optional<Question> take_question(db::Transaction& transaction, const crypto::Key& key,
                                      std::string_view sealed, Instant now)
{
    const auto bytes = crypto::from_base64url(sealed);
    if (!bytes) return std::nullopt;
    const auto text = crypto::open(key, *bytes, question_context);
    if (!text) return std::nullopt;
    const auto value = json::parse(*text);
    ensure(value.has_value(), "what we sealed can be read");
    const auto ends_at = parse_instant(json::text(*value, "ends_at").value_or(""));
    if (!ends_at || *ends_at <= now) return std::nullopt;
    transaction.run(sql()("forget_answered"), now);
    const auto question = question_in(*value);
    const auto noted = transaction.run(
        sql()("note_answered"), question.owner ? question.owner->agency.text() : std::string(),
        access::hash_of_token(json::text(*value, "id").value_or("")), *ends_at);
    if (noted != 1) return std::nullopt;
    return question;
}

} // namespace onroll::sign_on
