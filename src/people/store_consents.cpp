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
    const int wording = wording_on(transaction, scope, given.purpose, given.given_on);
    if (wording == 0)
        return bad_input("There were no words for this consent on that day. Check the date",
                         "given_on");
    const auto id = crypto::new_id<ConsentId>();
    transaction.run(sql()("add_consent"), scope.agency.text(), id.text(), given.about.text(),
                    key_of(given.purpose), given.scope, given.with, given.with_name,
                    given.giver.text(), key_of(given.capacity), key_of(given.channel), wording,
                    given.given_on, given.expires_on, given.evidence, given.refused ? 1 : 0,
                    store_rows::joined_lines(given.fields, ' '));
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
                    share.shared_by, share.statement);
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
