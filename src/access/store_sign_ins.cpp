#include "access/store_sign_ins.h"

#include "access/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::access {

namespace store_sign_ins_detail {

using store_rows::id_from;
using store_rows::named;
using store_rows::sql;

std::string_view key_of(Stage stage)
{
    switch (stage) {
    case Stage::password:
        return "password";
    case Stage::enrol:
        return "enrol";
    case Stage::full:
        return "full";
    }
    throw Bug("each stage has its word");
}

std::optional<Stage> stage_named(std::string_view key)
{
    for (const auto stage : {Stage::password, Stage::enrol, Stage::full})
        if (key_of(stage) == key) return stage;
    return std::nullopt;
}

std::optional<AccountElsewhere> elsewhere_from(const db::Rows& rows)
{
    auto account = rows.optional_text("account");
    if (!account) return std::nullopt;
    return AccountElsewhere{*std::move(account), rows.optional_text("account_session").value_or(""),
                            rows.optional_instant("ends_latest_at")};
}

/// The first of the pairs whose sign is in the text, in words.
template <std::size_t count>
std::string_view
first_in(std::string_view text,
         const std::array<std::pair<std::string_view, std::string_view>, count>& signs)
{
    for (const auto& [sign, words] : signs)
        if (text.find(sign) != std::string_view::npos) return words;
    return {};
}

} // namespace store_sign_ins_detail

using namespace store_sign_ins_detail;

std::string start_sign_in(db::Transaction& transaction, const NewSignIn& sign_in, Instant now)
{
    auto token = crypto::random_token();
    const auto& elsewhere = sign_in.elsewhere;
    const auto text_or_none = [&](const std::string AccountElsewhere::*member) {
        return elsewhere ? std::optional((*elsewhere).*member) : std::nullopt;
    };
    transaction.run(sql()("start_sign_in"), sign_in.owner.agency.text(),
                    crypto::new_id<SignInId>().text(), sign_in.owner.user.text(),
                    hash_of_token(token), store_sign_ins_detail::key_of(sign_in.stage),
                    access::key_of(sign_in.proof), crypto::random_token(), sign_in.browser, now,
                    now, now, sign_in.ends_at, text_or_none(&AccountElsewhere::account),
                    text_or_none(&AccountElsewhere::session),
                    elsewhere ? elsewhere->ends_latest : std::nullopt);
    return token;
}

std::optional<SignIn> find_sign_in(db::Queries& database, std::string_view token)
{
    auto rows = database.query(sql()("find_sign_in"), hash_of_token(token));
    if (!rows.next()) return std::nullopt;
    return SignIn{id_from<SignInId>(rows, "sign_in"),
                  {id_from<AgencyId>(rows, "agency"), id_from<UserId>(rows, "user_id")},
                  named(rows, "stage", stage_named),
                  named(rows, "proof", proof_named),
                  rows.text("form_token"),
                  rows.instant("started_at"),
                  rows.instant("seen_at"),
                  rows.instant("proved_at"),
                  rows.instant("ends_at"),
                  rows.text("user_name"),
                  rows.text("agency_name"),
                  named(rows, "kind", agency_kind_named),
                  rows.text("state") == "disabled",
                  elsewhere_from(rows)};
}

void see_sign_in(db::Transaction& transaction, const SignIn& sign_in, Instant now, Instant ends_at)
{
    transaction.run(sql()("see_sign_in"), now, ends_at, sign_in.owner.agency.text(),
                    sign_in.id.text());
}

std::string prove_sign_in(db::Transaction& transaction, const SignIn& sign_in, Instant now,
                          Instant ends_at)
{
    auto token = crypto::random_token();
    transaction.run(sql()("prove_sign_in"), hash_of_token(token), crypto::random_token(), now, now,
                    ends_at, sign_in.owner.agency.text(), sign_in.id.text());
    return token;
}

std::string renew_sign_in(db::Transaction& transaction, const Owner& owner, const SignInId& sign_in)
{
    auto token = crypto::random_token();
    transaction.run(sql()("renew_sign_in"), hash_of_token(token), crypto::random_token(),
                    owner.agency.text(), sign_in.text());
    return token;
}

std::vector<SignInSeen> sign_ins_of(db::Queries& database, const Owner& owner, Instant now)
{
    std::vector<SignInSeen> seen;
    auto rows =
        database.query(sql()("sign_ins_of_user"), owner.agency.text(), owner.user.text(), now);
    while (rows.next())
        seen.push_back({id_from<SignInId>(rows, "sign_in"), named(rows, "proof", proof_named),
                        rows.text("browser"), rows.instant("started_at"), rows.instant("seen_at")});
    return seen;
}

bool end_sign_in(db::Transaction& transaction, const Owner& owner, const SignInId& sign_in)
{
    return transaction.run(sql()("end_sign_in"), owner.agency.text(), owner.user.text(),
                           sign_in.text()) == 1;
}

std::int64_t end_sign_ins(db::Transaction& transaction, const Owner& owner,
                          const std::optional<SignInId>& but)
{
    return transaction.run(sql()("end_other_sign_ins"), owner.agency.text(), owner.user.text(),
                           but ? but->text() : std::string());
}

std::vector<UserId> end_sign_ins_by(db::Transaction& transaction, const AgencyId& agency,
                                    std::string_view account, std::string_view session)
{
    std::vector<std::pair<UserId, SignInId>> ended;
    std::vector<UserId> whose;
    if (account.empty() && session.empty()) return whose;
    {
        auto rows = transaction.query(sql()("sign_ins_by_account"), agency.text(), account, account,
                                      session, session, account);
        while (rows.next())
            ended.emplace_back(id_from<UserId>(rows, "user_id"),
                               id_from<SignInId>(rows, "sign_in"));
    }
    for (const auto& [user, sign_in] : ended) {
        if (!end_sign_in(transaction, {agency, user}, sign_in)) continue;
        if (whose.empty() || whose.back() != user) whose.push_back(user);
    }
    return whose;
}

void shorten_sign_ins_elsewhere(db::Transaction& transaction, const AgencyId& agency,
                                std::chrono::hours longest)
{
    struct Shorter {
        std::string id;
        Instant ends_at;
        Instant latest;
    };
    std::vector<Shorter> shorter;
    {
        auto rows = transaction.query(sql()("sign_ins_elsewhere_of"), agency.text());
        while (rows.next()) {
            const auto latest = rows.instant("started_at") + longest;
            const auto before = rows.optional_instant("ends_latest_at");
            if (!before || *before > latest)
                shorter.push_back(
                    {rows.text("sign_in"), std::min(rows.instant("ends_at"), latest), latest});
        }
    }
    for (const auto& one : shorter)
        transaction.run(sql()("shorten_sign_in"), one.ends_at, std::optional(one.latest),
                        agency.text(), one.id);
}

void forget_old_sign_ins(db::Transaction& transaction, Instant now)
{
    transaction.run(sql()("forget_old_sign_ins"), now - std::chrono::hours(24));
}

std::string browser_in_words(std::string_view user_agent)
{
    using Signs = std::pair<std::string_view, std::string_view>;
    // Each names the ones after it as well, so the order decides.
    static constexpr std::array<Signs, 6> browsers{
        Signs{"Edg", "Edge"},        Signs{"SamsungBrowser", "Samsung Internet"},
        Signs{"Firefox", "Firefox"}, Signs{"CriOS", "Chrome"},
        Signs{"Chrome", "Chrome"},   Signs{"Safari", "Safari"}};
    static constexpr std::array<Signs, 7> systems{
        Signs{"Android", "Android"}, Signs{"iPhone", "an iPhone"}, Signs{"iPad", "an iPad"},
        Signs{"Windows", "Windows"}, Signs{"Mac OS", "a Mac"},     Signs{"CrOS", "a Chromebook"},
        Signs{"Linux", "Linux"}};
    const auto browser = first_in(user_agent, browsers);
    const auto system = first_in(user_agent, systems);
    std::string words(browser.empty() ? "A browser" : browser);
    if (!system.empty()) words += " on " + std::string(system);
    return words;
}

} // namespace onroll::access
