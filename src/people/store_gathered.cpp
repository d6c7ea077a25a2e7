#include "people/store_gathered.h"

#include "people/store_consents.h"
#include "people/store_detail.h"
#include "people/store_erasure.h"
#include "people/store_households.h"
#include "people/store_requests.h"
#include "people/store_retention.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "audit/store.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_gathered_detail {

constexpr std::size_t most_entries = 20'000;

std::vector<LegalHold> holds_of(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id)
{
    std::vector<LegalHold> holds;
    auto rows = database.query(sql()("holds_of"), agency.text(), id.text());
    while (rows.next()) {
        const auto ended = rows.optional_instant("ended_at");
        holds.push_back({rows.text("reason"), in_london(rows.instant("begun_at")).date,
                         ended ? std::optional(in_london(*ended).date) : std::nullopt});
    }
    return holds;
}

/// Consents that the person gave about somebody else.
std::vector<Consent> consents_given(db::Queries& database, const access::AgencyId& agency,
                                    const PersonId& giver)
{
    std::vector<Consent> consents;
    auto rows =
        database.query(sql()("consents_given_by"), agency.text(), giver.text(), giver.text());
    while (rows.next()) consents.push_back(store_rows::consent_from(rows));
    return consents;
}

template <class T>
void add(std::vector<T>& all, std::vector<T> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace store_gathered_detail

Result<Gathered> gather(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    using namespace store_gathered_detail;
    const auto person = find_person(database, agency, id);
    if (!person) return person.error();
    auto record = find_child(database, agency, id);
    Gathered gathered{record ? std::move(record).value() : ChildRecord{*person}};
    if (person->kind == PersonKind::adult) {
        gathered.record.addresses = addresses_of(database, agency, id);
        gathered.children = children_of(database, agency, id);
    }
    gathered.households = households_of(database, agency, id);
    gathered.consents = consents_about(database, agency, id);
    gathered.shares = shares_about(database, agency, id);
    gathered.restrictions = restrictions_of(database, agency, id);
    gathered.disputes = disputes_of(database, agency, id);
    for (const auto& one : groups_of_person(database, agency, *person))
        if (one.stated) gathered.groups.push_back({one.group, one.closed_on, one.decided_on});
    for (const auto& one : store_detail::group_of(database, agency, id)) {
        add(gathered.contacts, contacts_of(database, agency, one));
        add(gathered.changes, changes_of(database, agency, one));
        add(gathered.consents, consents_given(database, agency, one));
        add(gathered.holds, holds_of(database, agency, one));
        add(gathered.requests, requests_of(database, agency, one));
        add(gathered.erasures, erasures_of(database, agency, one));
        add(gathered.seen, audit::entries_about(database, agency.text(), one.text(), most_entries));
        if (const auto safe = safe_contact_of(database, agency, one); safe.asked)
            gathered.safe = safe;
    }
    return gathered;
}

} // namespace onroll::people
