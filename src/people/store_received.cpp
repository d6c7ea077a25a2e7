#include "people/store_received.h"

#include "people/rules_consents.h"
#include "people/rules_contact.h"
#include "people/rules_received.h"
#include "people/store_consents.h"
#include "people/store_detail.h"
#include "people/store_limits.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "platform/db/agency_in_force.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_received_detail {

ReceivedShare received_from(const db::Rows& row)
{
    return {store_rows::stored_id<access::AgencyId>(row.text("agency")),
            store_rows::share_from(row)};
}

/// Whether it opens anything today: it runs, and the record may be used and is not kept for named
/// people.
bool opens(db::Queries& database, const ReceivedShare& received, Date today)
{
    const db::WorkForWithin giver(database, received.from.text());
    const auto& share = received.share;
    std::optional<Consent> consent;
    if (share.consent)
        if (auto found = find_consent(database, received.from, *share.consent))
            consent = std::move(found).value();
    if (state_of(share, consent ? &*consent : nullptr, today) != ShareState::open) return false;
    if (!store_detail::own_row(database, received.from, share.about)) return false;
    const auto root = store_detail::root_of(database, received.from, share.about);
    if (is_restricted(database, received.from, root)) return false;
    const auto limits = limits_of(database, received.from, root);
    return std::none_of(limits.begin(), limits.end(),
                        [](const Limit& limit) { return limit.kind == LimitKind::named_people; });
}

void name_child(db::Queries& database, ReceivedShare& received)
{
    if (!names_field(received.share, shared_field::names)) return;
    const db::WorkForWithin giver(database, received.from.text());
    const auto person =
        find_person(database, received.from,
                    store_detail::root_of(database, received.from, received.share.about));
    if (person) received.child = called(person->name);
}

/// Adults whose own consent to share with the agency holds now, and covers how to reach them.
std::vector<PersonId> who_agreed(const std::vector<Consent>& consents, const std::string& with,
                                 Date today)
{
    std::vector<PersonId> agreed;
    for (const auto& consent : consents)
        if (consent.purpose == ConsentPurpose::sharing && consent.with == with &&
            state_of(consent, today) == ConsentState::holds &&
            covers_field(consent, shared_field::contacts))
            agreed.push_back(consent.giver);
    return agreed;
}

} // namespace store_received_detail

using namespace store_received_detail;

std::vector<ReceivedShare> received_shares(db::Queries& database, const access::AgencyId& with,
                                           Date today)
{
    std::vector<ReceivedShare> all;
    {
        auto rows = database.query(sql()("shares_with"), with.text());
        while (rows.next()) all.push_back(received_from(rows));
    }
    std::erase_if(all, [&](const ReceivedShare& received) {
        return received.from == with || !opens(database, received, today);
    });
    for (auto& received : all) name_child(database, received);
    return all;
}

std::optional<FoundShare> find_received_share(db::Queries& database, const access::AgencyId& with,
                                              const ShareId& id, Date today)
{
    std::optional<ReceivedShare> received;
    {
        auto rows = database.query(sql()("find_share_with"), with.text(), id.text());
        if (rows.next()) received = received_from(rows);
    }
    if (!received || received->from == with) return std::nullopt;
    const bool is_open = opens(database, *received, today);
    if (is_open) name_child(database, *received);
    return FoundShare{*std::move(received), is_open};
}

Result<SharedRecord> shared_record(db::Queries& database, const access::AgencyId& with,
                                   const ShareId& id, Date today)
{
    auto found = find_received_share(database, with, id, today);
    if (!found || !found->is_open) return store_detail::nobody();
    const auto from = found->received.from;
    const db::WorkForWithin giver(database, from.text());
    const auto root = store_detail::root_of(database, from, found->received.share.about);
    const auto record = find_child(database, from, root);
    if (!record) return record.error();
    return shared_of(*record, std::move(found->received),
                     who_agreed(consents_about(database, from, root), with.text(), today), today);
}

} // namespace onroll::people
