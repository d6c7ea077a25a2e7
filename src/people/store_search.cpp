// Finding people by keys. See rules_search.h.
#include "people/store.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_search_detail {

struct LookedAt {
    Person person;
    std::vector<std::string> postcodes{};
};

void add_postcode(LookedAt& looked, const PersonAddress& address)
{
    if (const auto* open = std::get_if<Address>(&address.where))
        looked.postcodes.push_back(open->postcode);
}

/// Everybody with these ids, by four queries however many they are; each record that others were
/// joined to by itself, for it is shown with theirs.
std::map<PersonId, LookedAt> looked_at(db::Queries& database, const access::AgencyId& agency,
                                       const std::vector<PersonId>& ids)
{
    std::map<PersonId, LookedAt> all;
    if (ids.empty()) return all;
    const auto texts = store_detail::asked_with(agency, ids);
    std::vector<db::Value> values;
    for (const auto& text : texts) values.push_back(db::to_value(text));
    std::vector<PersonId> with_joined;
    {
        auto rows = database.query_values(sql()("people_by_ids"), values);
        while (rows.next()) {
            auto person = store_rows::person_from(rows);
            if (rows.integer("joined") > 0) with_joined.push_back(person.id);
            const auto id = person.id;
            all.emplace(id, LookedAt{.person = std::move(person)});
        }
    }
    const auto each = [&](const char* name, const auto& add) {
        auto rows = database.query_values(sql()(name), values);
        while (rows.next()) {
            const auto found = all.find(store_rows::stored_id<PersonId>(rows.text("person")));
            if (found != all.end()) add(found->second, rows);
        }
    };
    each("other_names_by_ids", [](LookedAt& looked, const db::Rows& rows) {
        looked.person.other_names.push_back(
            {rows.text("given_name"), rows.text("family_name"),
             other_name_kind_named(rows.text("kind")).value_or(OtherNameKind::alias)});
    });
    each("former_upns_by_ids", [](LookedAt& looked, const db::Rows& rows) {
        looked.person.former_upns.push_back(Upn::parse(rows.text("upn")).value());
    });
    each("addresses_by_ids", [](LookedAt& looked, const db::Rows& rows) {
        add_postcode(looked, store_rows::address_from(rows));
    });
    for (const auto& id : with_joined)
        if (auto person = find_person(database, agency, id)) {
            LookedAt whole{.person = std::move(person).value()};
            for (const auto& address : addresses_of(database, agency, id))
                add_postcode(whole, address);
            all.insert_or_assign(id, std::move(whole));
        }
    return all;
}

} // namespace store_search_detail

namespace store_detail {

std::vector<PersonId> strongest(db::Queries& database, const access::AgencyId& agency,
                                const Question& question, std::size_t most)
{
    std::vector<PersonId> ids;
    auto keys = keys_asked(question);
    if (keys.empty()) return ids;
    keys.resize(most_keys); // no key is empty, so the blank ones find nobody
    std::vector<db::Value> values{db::to_value(agency.text())};
    for (const auto& key : keys) values.push_back(db::to_value(key));
    values.push_back(db::to_value(static_cast<std::int64_t>(most)));
    auto rows = database.query_values(sql()("find_by_keys"), values);
    while (rows.next()) ids.push_back(store_rows::stored_id<PersonId>(rows.text("person")));
    return ids;
}

std::vector<Found> fitting(db::Queries& database, const access::AgencyId& agency,
                           const Question& question, const std::vector<PersonId>& ids)
{
    std::vector<Found> fitting;
    auto people = store_search_detail::looked_at(database, agency, ids);
    for (const auto& id : ids) {
        const auto one = people.find(id);
        if (one == people.end()) continue;
        auto& [person, postcodes] = one->second;
        const auto fit = fit_of(question, person, postcodes);
        if (fit.score > 0) fitting.push_back({std::move(person), fit, std::move(postcodes)});
    }
    return fitting;
}

void best_first(Search& search, std::size_t limit)
{
    std::stable_sort(
        search.found.begin(), search.found.end(),
        [](const Found& one, const Found& other) { return one.fit.score > other.fit.score; });
    search.more = search.found.size() > limit;
    if (search.more)
        search.found.erase(search.found.begin() + static_cast<std::ptrdiff_t>(limit),
                           search.found.end());
}

} // namespace store_detail

Search search_people(db::Queries& database, const access::AgencyId& agency,
                     const Question& question, std::size_t limit)
{
    const auto ids =
        store_detail::strongest(database, agency, question, store_detail::asked_at_once);
    Search search{.found = store_detail::fitting(database, agency, question, ids)};
    store_detail::best_first(search, limit);
    return search;
}

std::vector<Found> possible_duplicates(db::Queries& database, const access::AgencyId& agency,
                                       const PersonDetails& details, std::string_view postcode,
                                       const std::optional<PersonId>& except,
                                       const std::function<bool(const PersonId&)>& listed)
{
    std::vector<Found> alike;
    for (auto& found : search_people(database, agency, question_of(details, postcode), 60).found)
        if (found.person.kind == details.kind && (!except || found.person.id != *except) &&
            may_be_same(found.fit) && (!listed || listed(found.person.id)))
            alike.push_back(std::move(found));
    if (alike.size() > most_alike)
        alike.erase(alike.begin() + static_cast<std::ptrdiff_t>(most_alike), alike.end());
    return alike;
}

} // namespace onroll::people
