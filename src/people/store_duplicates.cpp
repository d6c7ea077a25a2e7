#include "people/store_duplicates.h"

#include "people/rules_merge.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_duplicates_detail {

/// What is compared of a record; its other names and numbers are not.
Person compared_from(const db::Rows& row)
{
    Person person{store_rows::stored_id<PersonId>(row.text("id"))};
    person.name = {row.text("given_name"), row.text("family_name"), row.text("known_as")};
    person.born_on = row.optional_date("born_on");
    return person;
}

/// Somebody has compared the two and proposed to join them.
bool waits_to_be_joined(db::Queries& database, const access::AgencyId& agency, const PersonId& one,
                        const PersonId& other)
{
    return database
        .query(sql()("merge_that_waits"), agency.text(), one.text(), other.text(), other.text(),
               one.text())
        .next();
}

/// Adds the pairs among these people that nobody has compared.
void add_pairs(db::Queries& database, const access::AgencyId& agency,
               const std::vector<Person>& people, std::vector<AlikePair>& pairs)
{
    for (const auto& [one, other] : alike_among(people))
        if (!found_two_people(database, agency, people[one].id, people[other].id) &&
            !waits_to_be_joined(database, agency, people[one].id, people[other].id))
            pairs.push_back({people[one], people[other]});
}

std::pair<std::string, std::string> ordered(const PersonId& one, const PersonId& other)
{
    return std::minmax(one.text(), other.text());
}

/// Where the next day of birth begins.
std::vector<Person>::const_iterator end_of_day(std::vector<Person>::const_iterator from,
                                               std::vector<Person>::const_iterator end)
{
    return std::find_if(from, end,
                        [&](const Person& each) { return each.born_on != from->born_on; });
}

} // namespace store_duplicates_detail

LookedThrough look_through(db::Queries& database, const access::AgencyId& agency, Date born_after,
                           std::size_t most, const Listed& listed, std::size_t unlisted)
{
    using namespace store_duplicates_detail;
    std::vector<Person> people;
    {
        auto rows = database.query(sql()("children_born_after"), agency.text(), born_after,
                                   most_looked_through + static_cast<std::int64_t>(unlisted));
        while (rows.next()) people.push_back(compared_from(rows));
    }
    // What is left out takes nobody's place.
    if (listed) std::erase_if(people, [&](const Person& each) { return !listed(each.id); });
    constexpr auto whole = static_cast<std::size_t>(most_looked_through);
    const bool all = people.size() < whole;
    if (people.size() > whole)
        people.erase(people.begin() + static_cast<std::ptrdiff_t>(whole), people.end());
    LookedThrough looked;
    for (auto from = people.cbegin(); from != people.cend();) {
        const auto until = end_of_day(from, people.cend());
        // The last day of many may go on in what was not read; a single day cannot be cut.
        if (!all && until == people.cend() && from != people.cbegin()) return looked;
        add_pairs(database, agency, {from, until}, looked.pairs);
        const bool more = !all || until != people.cend();
        if (more) looked.until = from->born_on;
        if (looked.pairs.size() >= most && more) return looked;
        from = until;
    }
    if (all) looked.until.reset();
    return looked;
}

std::vector<AlikePair> with_one_nhs_number(db::Queries& database, const access::AgencyId& agency)
{
    using namespace store_duplicates_detail;
    std::vector<Person> people;
    {
        auto rows =
            database.query(sql()("people_with_one_nhs_number"), agency.text(), agency.text());
        while (rows.next()) {
            auto person = compared_from(rows);
            person.kind = rows.text("kind") == key_of(PersonKind::adult) ? PersonKind::adult
                                                                         : PersonKind::child;
            person.nhs_number = NhsNumber::parse(rows.text("nhs_number")).value();
            people.push_back(std::move(person));
        }
    }
    std::vector<AlikePair> pairs;
    for (auto from = people.cbegin(); from != people.cend();) {
        const auto until = std::find_if(from, people.cend(), [&](const Person& each) {
            return each.nhs_number != from->nhs_number;
        });
        add_pairs(database, agency, {from, until}, pairs);
        from = until;
    }
    return pairs;
}

std::vector<Found> alike_records(db::Queries& database, const access::AgencyId& agency,
                                 const Person& person, const Listed& listed)
{
    if (person.merged_into) return {};
    auto alike = possible_duplicates(database, agency, details_of(person), "", person.id, listed);
    std::erase_if(alike, [&](const Found& found) {
        return found_two_people(database, agency, person.id, found.person.id).has_value();
    });
    return alike;
}

Result<void> find_two_people(db::Transaction& transaction, const Scope& scope, const PersonId& one,
                             const PersonId& other)
{
    if (one == other) return bad_input("Choose two different records");
    for (const auto& id : {one, other})
        if (const auto sound = store_detail::check_changeable(transaction, scope.agency, id);
            !sound)
            return sound;
    const auto [least, most] = store_duplicates_detail::ordered(one, other);
    transaction.run(sql()("add_two_people"), scope.agency.text(), least, most, scope.user.text(),
                    scope.now);
    transaction.run(sql()("withdraw_merges"), std::optional(scope.user.text()), scope.now,
                    scope.agency.text(), one.text(), other.text(), other.text(), one.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.merge", "person",
                       one.text(), {"two_people:" + other.text()});
    return {};
}

std::optional<FoundApart> found_two_people(db::Queries& database, const access::AgencyId& agency,
                                           const PersonId& one, const PersonId& other)
{
    const auto [least, most] = store_duplicates_detail::ordered(one, other);
    auto rows = database.query(sql()("find_two_people"), agency.text(), least, most);
    if (!rows.next()) return std::nullopt;
    return FoundApart{store_rows::stored_id<access::UserId>(rows.text("found_by")),
                      rows.instant("found_at")};
}

} // namespace onroll::people
