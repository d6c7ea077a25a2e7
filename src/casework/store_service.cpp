#include "casework/store_service.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::casework {
namespace store_service_detail {

Signpost signpost_from(const db::Rows& rows)
{
    const auto result = rows.optional_text("result");
    const auto note = rows.optional_text("note");
    return {.id = SignpostId::parse(rows.text("id")).value(),
            .contact = ContactId::parse(rows.text("contact")).value(),
            .place_name = std::string(rows.text("place_name")),
            .why = std::string(rows.text("why")),
            .given_at = rows.instant("given_at"),
            .given_by = access::UserId::parse(rows.text("given_by")).value(),
            .result = result ? signpost_result_named(*result) : std::nullopt,
            .note = note.value_or("")};
}

std::vector<Signpost> signposts_in(db::Rows rows)
{
    std::vector<Signpost> signposts;
    while (rows.next()) signposts.push_back(signpost_from(rows));
    return signposts;
}

std::optional<int> optional_int(const db::Rows& rows, std::string_view column)
{
    const auto value = rows.optional_integer(column);
    if (!value) return std::nullopt;
    return static_cast<int>(*value);
}

} // namespace store_service_detail
using namespace store_service_detail;

std::optional<SetPolicy> policy_of(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("latest_service"), agency.text());
    if (!rows.next()) return std::nullopt;
    const auto eligibility = eligibility_named(rows.text("eligibility"));
    const auto kind = service_kind_named(rows.text("kind"));
    ensure(eligibility && kind, "the store holds only words that it was given");
    return SetPolicy{.policy = {.eligibility = *eligibility,
                                .whom = std::string(rows.text("whom")),
                                .kind = *kind,
                                .run_by = std::string(rows.text("run_by")),
                                .exclusions_team = std::string(rows.text("exclusions_team")),
                                .will = std::string(rows.text("will")),
                                .will_not = std::string(rows.text("will_not")),
                                .published = rows.integer("published") != 0},
                     .version = rows.integer("version"),
                     .set_at = rows.instant("set_at")};
}

Result<void> set_policy(db::Transaction& transaction, const access::AgencyId& agency,
                        std::int64_t version, const ServicePolicy& policy, const access::UserId& by,
                        Instant now)
{
    const auto before = policy_of(transaction, agency);
    if ((before ? before->version : 0) != version)
        return Error{
            ErrorKind::conflict,
            "Somebody changed this while you were writing. Open the page again and compare",
            {},
            {}};
    transaction.run(sql()("add_service"), agency.text(), version + 1, key_of(policy.eligibility),
                    policy.whom, key_of(policy.kind), policy.run_by, policy.exclusions_team,
                    policy.will, policy.will_not, policy.published, now, by.text());
    return {};
}

std::vector<SignpostPlace> signpost_places(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("signpost_places"), agency.text());
    std::vector<SignpostPlace> places;
    while (rows.next())
        places.push_back(
            {.id = SignpostPlaceId::parse(rows.text("id")).value(),
             .name = std::string(rows.text("name")),
             .kind = signpost_kind_named(rows.text("kind")).value_or(SignpostKind::other),
             .help = std::string(rows.text("help")),
             .reach = std::string(rows.text("reach"))});
    return places;
}

SignpostPlaceId add_signpost_place(db::Transaction& transaction, const access::AgencyId& agency,
                                   const SignpostPlace& place)
{
    const auto id = crypto::new_id<SignpostPlaceId>();
    transaction.run(sql()("add_signpost_place"), agency.text(), id.text(), place.name,
                    key_of(place.kind), place.help, place.reach);
    return id;
}

Result<void> retire_signpost_place(db::Transaction& transaction, const access::AgencyId& agency,
                                   const SignpostPlaceId& id)
{
    if (transaction.run(sql()("retire_signpost_place"), agency.text(), id.text()) == 1) return {};
    return not_found("The page was not found. Check the address");
}

SignpostId record_signpost(db::Transaction& transaction, const access::AgencyId& agency,
                           const ContactId& contact, const std::optional<SignpostPlaceId>& place,
                           const std::string& place_name, const std::string& why,
                           const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<SignpostId>();
    transaction.run(sql()("add_signpost"), agency.text(), id.text(), contact.text(),
                    text_or_nothing(place), place_name, why, now, by.text());
    return id;
}

Result<void> record_signpost_result(db::Transaction& transaction, const access::AgencyId& agency,
                                    const ContactId& contact, const SignpostId& id,
                                    SignpostResult result, const std::string& note,
                                    const access::UserId& by, Instant now)
{
    const auto added =
        transaction.run(sql()("add_signpost_result"), agency.text(), id.text(), key_of(result),
                        note, now, by.text(), agency.text(), id.text(), contact.text());
    if (added == 1) return {};
    return not_found("The page was not found. Check the address");
}

std::vector<Signpost> signposts_of_contact(db::Queries& database, const access::AgencyId& agency,
                                           const ContactId& contact)
{
    return signposts_in(
        database.query(sql()("signposts_of_contact"), agency.text(), contact.text()));
}

std::vector<Signpost> signposts_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id)
{
    return signposts_in(database.query(sql()("signposts_of_case"), agency.text(), case_id.text()));
}

std::vector<Signpost> signposts_not_asked(db::Queries& database, const access::AgencyId& agency,
                                          std::size_t limit, std::size_t skipped)
{
    return signposts_in(database.query(sql()("signposts_not_asked"), agency.text(),
                                       static_cast<std::int64_t>(limit),
                                       static_cast<std::int64_t>(skipped)));
}

std::vector<Signpost> latest_signposts(db::Queries& database, const access::AgencyId& agency,
                                       std::size_t limit)
{
    return signposts_in(
        database.query(sql()("latest_signposts"), agency.text(), static_cast<std::int64_t>(limit)));
}

std::vector<SignpostCount> signpost_counts(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("signpost_counts"), agency.text());
    std::vector<SignpostCount> counts;
    while (rows.next()) {
        const auto result = rows.optional_text("result");
        counts.push_back({.place_name = std::string(rows.text("place_name")),
                          .result = result ? signpost_result_named(*result) : std::nullopt,
                          .signposts = rows.integer("signposts")});
    }
    return counts;
}

OpenOfferId record_open_offer(db::Transaction& transaction, const access::AgencyId& agency,
                              const NewOpenOffer& offer, const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<OpenOfferId>();
    transaction.run(sql()("add_open_offer"), agency.text(), id.text(), offer.held_on,
                    key_of(offer.kind), offer.title, offer.people, offer.minutes, now, by.text());
    return id;
}

Result<void> withdraw_open_offer(db::Transaction& transaction, const access::AgencyId& agency,
                                 const OpenOfferId& id, const access::UserId& by, Instant now)
{
    if (transaction.run(sql()("withdraw_open_offer"), now, by.text(), agency.text(), id.text()) ==
        1)
        return {};
    return not_found("The page was not found. Check the address");
}

std::vector<OpenOffer> open_offers_between(db::Queries& database, const access::AgencyId& agency,
                                           Date from, Date to)
{
    auto rows = database.query(sql()("open_offers_between"), agency.text(), from, to);
    std::vector<OpenOffer> offers;
    while (rows.next())
        offers.push_back(
            {.id = OpenOfferId::parse(rows.text("id")).value(),
             .offer = {.held_on = rows.date("held_on"),
                       .kind = offer_kind_named(rows.text("kind")).value_or(OfferKind::other),
                       .title = std::string(rows.text("title")),
                       .people = optional_int(rows, "people"),
                       .minutes = optional_int(rows, "minutes")},
             .recorded_by = access::UserId::parse(rows.text("recorded_by")).value()});
    return offers;
}

} // namespace onroll::casework
