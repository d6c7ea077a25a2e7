#include "people/store_consents.h"

#include "people/rules_consents.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_consents_detail {

template <class T>
std::optional<std::string> text_of(const std::optional<T>& id)
{
    return id ? std::optional(id->text()) : std::nullopt;
}

} // namespace store_consents_detail

Result<int> add_wording(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                        std::string_view words, Date from)
{
    if (words.empty()) return bad_input("Enter what people agree to", "words");
    transaction.run(sql()("add_wording"), scope.agency.text(), key_of(purpose), words, from,
                    scope.agency.text(), key_of(purpose));
    store_detail::note(transaction, scope, audit::Kind::recorded, "consents.record", "wording",
                       key_of(purpose));
    int newest = 0;
    for (const auto& wording : wordings_of(transaction, scope.agency))
        if (wording.purpose == purpose) newest = wording.version;
    return newest;
}

std::vector<Wording> wordings_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Wording> wordings;
    auto rows = database.query(sql()("wordings_of"), agency.text());
    while (rows.next())
        wordings.push_back(
            {consent_purpose_named(rows.text("purpose")).value_or(ConsentPurpose::advice),
             static_cast<int>(rows.integer("version")), rows.text("words"),
             rows.date("starts_on")});
    return wordings;
}

namespace store_consents_detail {

/// Words of ours count from the day on which consent came under the rules that they follow.
const Date standing_since = date(2018, 5, 25);

/// The version that was in force on the day of a consent; the standing words become the first
/// where the agency has none of its own. 0 where its own began later.
int wording_on(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose, Date day)
{
    int version = 0;
    bool has_own = false;
    for (const auto& one : wordings_of(transaction, scope.agency)) {
        if (one.purpose != purpose) continue;
        has_own = true;
        if (one.from <= day) version = one.version;
    }
    if (has_own) return version;
    const auto first =
        add_wording(transaction, scope, purpose, standing_words(purpose), standing_since);
    return first && standing_since <= day ? *first : 0;
}

} // namespace store_consents_detail

Result<ConsentId> record_consent(db::Transaction& transaction, const Scope& scope,
                                 const Consent& given)
{
    const auto giver = find_person(transaction, scope.agency, given.giver);
    if (!giver) return bad_input("Choose who gave consent", "giver");
    if (const auto about = store_detail::check_changeable(transaction, scope.agency, given.about);
        !about)
        return about.error();
    if (const auto problems = problems_of(given, *giver, scope.today()); !problems.empty())
        return problems.front();
    const int wording =
        store_consents_detail::wording_on(transaction, scope, given.purpose, given.given_on);
    if (wording == 0)
        return bad_input("There were no words for this consent on that day. Check the date",
                         "given_on");
    const auto id = crypto::new_id<ConsentId>();
    transaction.run(sql()("add_consent"), scope.agency.text(), id.text(), given.about.text(),
                    key_of(given.purpose), given.scope, given.with, given.with_name,
                    given.giver.text(), key_of(given.capacity), key_of(given.channel), wording,
                    given.given_on, given.expires_on, given.evidence, given.refused ? 1 : 0);
    store_detail::note(transaction, scope, audit::Kind::recorded, "consents.record", "person",
                       given.about.text(), {"consent:" + id.text()});
    return id;
}

Result<std::vector<Share>> withdraw_consent(db::Transaction& transaction, const Scope& scope,
                                            const ConsentId& id)
{
    const auto before = find_consent(transaction, scope.agency, id);
    if (!before) return before.error();
    transaction.run(sql()("withdraw_consent"), std::optional(scope.today()), scope.agency.text(),
                    id.text());
    const auto shares = shares_about(transaction, scope.agency, before->about);
    for (const auto& share : shares)
        if (share.consent == id && !share.stopped_on)
            transaction.run(sql()("stop_share"), std::optional(scope.today()), scope.agency.text(),
                            share.id.text());
    store_detail::note(transaction, scope, audit::Kind::changed, "consents.record", "person",
                       before->about.text(), {"withdrawn:" + id.text()});
    const auto consent = find_consent(transaction, scope.agency, id);
    return already_received(shares, *consent, scope.today());
}

std::vector<Consent> consents_about(db::Queries& database, const access::AgencyId& agency,
                                    const PersonId& id)
{
    std::vector<Consent> consents;
    for (const auto& one : store_detail::group_of(database, agency, id)) {
        auto rows = database.query(sql()("consents_about"), agency.text(), one.text());
        while (rows.next()) consents.push_back(store_rows::consent_from(rows));
    }
    return consents;
}

Result<Consent> find_consent(db::Queries& database, const access::AgencyId& agency,
                             const ConsentId& id)
{
    auto rows = database.query(sql()("find_consent"), agency.text(), id.text());
    if (!rows.next()) return store_detail::nobody();
    return store_rows::consent_from(rows);
}

Result<ShareId> begin_share(db::Transaction& transaction, const Scope& scope, const Share& given)
{
    auto share = given;
    share.shared_by = scope.user.text();
    if (const auto about = store_detail::check_changeable(transaction, scope.agency, share.about);
        !about)
        return about.error();
    std::optional<Consent> consent;
    if (share.consent)
        if (auto found = find_consent(transaction, scope.agency, *share.consent))
            consent = std::move(found).value();
    if (const auto problems = problems_of(share, consent ? &*consent : nullptr, scope.today());
        !problems.empty())
        return problems.front();
    using store_consents_detail::text_of;
    const auto id = crypto::new_id<ShareId>();
    const auto over = share.override_of_consent.value_or(Override{});
    const bool overridden = share.basis == ShareBasis::override_of_consent;
    const auto only_if = [&](std::string text) {
        return overridden ? std::optional(std::move(text)) : std::nullopt;
    };
    transaction.run(sql()("add_share"), scope.agency.text(), id.text(), share.about.text(),
                    share.with, share.with_name, store_rows::joined_lines(share.fields, ' '),
                    share.purpose, key_of(share.basis), text_of(share.consent), share.law,
                    only_if(std::string(key_of(over.ground))), only_if(over.reason),
                    only_if(over.authorised_by), over.family_told_on,
                    only_if(over.not_told_because), over.review_on, share.starts_on, share.ends_on,
                    share.shared_by);
    store_detail::note(transaction, scope, overridden ? audit::Kind::overrode : audit::Kind::shared,
                       overridden ? "shares.override" : "shares.begin", "person",
                       share.about.text(), share.fields);
    return id;
}

Result<void> stop_share(db::Transaction& transaction, const Scope& scope, const ShareId& id)
{
    std::string about;
    {
        auto rows = transaction.query(sql()("find_share"), scope.agency.text(), id.text());
        if (!rows.next()) return store_detail::nobody();
        about = rows.text("about");
    }
    transaction.run(sql()("stop_share"), std::optional(scope.today()), scope.agency.text(),
                    id.text());
    store_detail::note(transaction, scope, audit::Kind::changed, "shares.end", "person", about);
    return {};
}

std::vector<Share> shares_about(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id)
{
    std::vector<Share> shares;
    for (const auto& one : store_detail::group_of(database, agency, id)) {
        auto rows = database.query(sql()("shares_about"), agency.text(), one.text());
        while (rows.next()) shares.push_back(store_rows::share_from(rows));
    }
    return shares;
}

} // namespace onroll::people
