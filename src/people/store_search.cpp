// Finding people by keys. See rules_search.h.
#include "people/store.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_search_detail {

/// How many of those with the strongest keys are looked at one by one.
constexpr std::int64_t most_looked_at = 60;

std::vector<PersonId> strongest(db::Queries& database, const access::AgencyId& agency,
                                std::vector<std::string> keys)
{
    std::vector<PersonId> ids;
    if (keys.empty()) return ids;
    keys.resize(most_keys); // no key is empty, so the blank ones find nobody
    std::vector<db::Value> values{db::to_value(agency.text())};
    for (const auto& key : keys) values.push_back(db::to_value(key));
    values.push_back(db::to_value(most_looked_at));
    auto rows = database.query_values(sql()("find_by_keys"), values);
    while (rows.next()) ids.push_back(store_rows::stored_id<PersonId>(rows.text("person")));
    return ids;
}

} // namespace store_search_detail

Search search_people(db::Queries& database, const access::AgencyId& agency,
                     const Question& question, std::size_t limit)
{
    Search search;
    for (const auto& id : store_search_detail::strongest(database, agency, keys_asked(question))) {
        auto person = find_person(database, agency, id);
        if (!person) continue;
        std::vector<std::string> postcodes;
        for (const auto& address : addresses_of(database, agency, id))
            if (const auto* open = std::get_if<Address>(&address.where))
                postcodes.push_back(open->postcode);
        const auto fit = fit_of(question, *person, postcodes);
        if (fit.score > 0)
            search.found.push_back({std::move(person).value(), fit, std::move(postcodes)});
    }
    std::stable_sort(
        search.found.begin(), search.found.end(),
        [](const Found& one, const Found& other) { return one.fit.score > other.fit.score; });
    search.more = search.found.size() > limit;
    if (search.more)
        search.found.erase(search.found.begin() + static_cast<std::ptrdiff_t>(limit),
                           search.found.end());
    return search;
}

std::vector<Found> possible_duplicates(db::Queries& database, const access::AgencyId& agency,
                                       const PersonDetails& details, std::string_view postcode,
                                       const std::optional<PersonId>& except)
{
    std::vector<Found> alike;
    for (auto& found : search_people(database, agency, question_of(details, postcode), 60).found)
        if (found.person.kind == details.kind && (!except || found.person.id != *except) &&
            may_be_same(found.fit))
            alike.push_back(std::move(found));
    if (alike.size() > 5) alike.erase(alike.begin() + 5, alike.end());
    return alike;
}

} // namespace onroll::people
