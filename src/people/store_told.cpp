#include "people/store_told.h"

#include "people/store_detail.h"
#include "people/store_households.h"
#include "people/store_limits.h"
#include "people/store_rows.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_told_detail {

/// The name that a person is called by, and nothing else of them.
Person name_of(const Person& person)
{
    Person named{person.id};
    named.kind = person.kind;
    named.name = person.name;
    return named;
}

/// Those whom the words of the question name; a number, a date or a postcode finds nobody here.
std::vector<Person> named_in(db::Queries& database, const access::AgencyId& agency,
                             const Question& question, const std::vector<PersonId>& ids)
{
    const Question words{.words = question.words};
    std::vector<Person> named;
    if (words.empty()) return named;
    for (const auto& id : ids) {
        const auto person = find_person(database, agency, id);
        if (!person) continue;
        auto shown = name_of(*person);
        if (fit_of(words, shown, {}).score > 0) named.push_back(std::move(shown));
    }
    return named;
}

} // namespace store_told_detail

Telling::Telling(db::Queries& database, const access::Actor& actor)
    : database_(database), actor_(actor)
{
    const auto& agency = actor.agency.text();
    auto rows = database.query(sql()("limited_people"), agency, agency, agency);
    while (rows.next()) {
        limited_.insert(store_rows::stored_id<PersonId>(rows.text("id")));
        if (rows.text("kind") == key_of(PersonKind::child)) ++children_;
    }
}

Told Telling::of(const PersonId& id)
{
    if (!is_limited(id)) return Told::whole;
    const auto known = told_.find(id);
    if (known != told_.end()) return known->second;
    const auto told = told_of(actor_, standing_to(database_, actor_, id));
    told_.emplace(id, told);
    return told;
}

std::int64_t count_open_children(db::Queries& database, Telling& telling)
{
    return count_children(database, telling.actor().agency) - telling.limited_children();
}

SearchTold search_told(db::Queries& database, Telling& telling, const Question& question,
                       std::size_t limit)
{
    const auto& agency = telling.actor().agency;
    constexpr auto most = store_detail::asked_at_once;
    // As many more are asked for as are limited, so that none of them stands in another's place.
    std::vector<PersonId> open;
    std::vector<PersonId> limited;
    std::vector<PersonId> closed;
    for (const auto& id :
         store_detail::strongest(database, agency, question, most + telling.limited())) {
        if (!telling.is_limited(id)) {
            if (open.size() < most) open.push_back(id);
        } else if (limited.size() + closed.size() < most) {
            const auto told = telling.of(id);
            if (told == Told::whole) limited.push_back(id);
            if (told == Told::name_alone) closed.push_back(id);
        }
    }
    SearchTold told;
    auto& found = told.search.found;
    found = store_detail::fitting(database, agency, question, open);
    for (auto& one : store_detail::fitting(database, agency, question, limited))
        found.push_back(std::move(one));
    store_detail::best_first(told.search, limit);
    told.by_name = store_told_detail::named_in(database, agency, question, closed);
    if (told.by_name.size() > limit)
        told.by_name.erase(told.by_name.begin() + static_cast<std::ptrdiff_t>(limit),
                           told.by_name.end());
    return told;
}

std::vector<Household> households_told(db::Queries& database, Telling& telling,
                                       const PersonId& person)
{
    auto households = households_of(database, telling.actor().agency, person);
    for (auto& household : households)
        std::erase_if(household.members,
                      [&](const HouseholdMember& member) { return telling.hides(member.person); });
    return households;
}

AlikeTold duplicates_told(db::Queries& database, Telling& telling, const PersonDetails& details)
{
    auto told =
        search_told(database, telling, question_of(details, {}), store_detail::asked_at_once);
    AlikeTold alike;
    for (auto& found : told.search.found)
        if (found.person.kind == details.kind && may_be_same(found.fit) &&
            alike.found.size() < most_alike)
            alike.found.push_back(std::move(found));
    for (auto& person : told.by_name)
        if (person.kind == details.kind &&
            folded(person.name.given) == folded(details.name.given) &&
            folded(person.name.family) == folded(details.name.family))
            alike.by_name.push_back(std::move(person));
    return alike;
}

} // namespace onroll::people
