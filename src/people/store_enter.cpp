#include "people/store_enter.h"

#include "people/rules_search.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_enter_detail {

struct Row {
    PersonId id;
    const PersonDetails* details;
    const Address* home;
    Date since;
};

template <class T>
std::optional<std::string> text_of(const std::optional<T>& number)
{
    return number ? std::optional(number->text()) : std::nullopt;
}

Person person_of(const Row& row)
{
    Person person{row.id};
    person.kind = row.details->kind;
    person.name = row.details->name;
    person.born_on = row.details->born_on;
    person.upn = row.details->upn;
    person.nhs_number = row.details->nhs_number;
    return person;
}

void write_people(db::Transaction& transaction, const Scope& scope, const std::vector<Row>& rows)
{
    auto bulk = transaction.bulk(sql()("create_person"));
    for (const auto& row : rows) {
        const auto& details = *row.details;
        bulk.add(scope.agency.text(), row.id.text(), key_of(details.kind), details.name.given,
                 details.name.family, details.name.known_as, details.born_on, key_of(details.sex),
                 details.pronouns, text_of(details.upn), text_of(details.nhs_number),
                 details.language, details.needs_interpreter, details.access_needs, details.alert,
                 scope.now, scope.now);
    }
    bulk.finish();
}

void write_caseload(db::Transaction& transaction, const Scope& scope, const std::vector<Row>& rows)
{
    auto bulk = transaction.bulk(sql()("enter_on_caseload"));
    for (const auto& row : rows)
        bulk.add(scope.agency.text(), row.id.text(), scope.user.text(), "user");
    bulk.finish();
}

void write_homes(db::Transaction& transaction, const Scope& scope, const std::vector<Row>& rows)
{
    auto bulk = transaction.bulk(sql()("add_address"));
    for (const auto& row : rows)
        bulk.add(scope.agency.text(), crypto::new_id<AddressId>().text(), row.id.text(),
                 store_rows::joined_lines(row.home->lines, '\n'), row.home->postcode,
                 text_of(row.home->uprn), std::optional<db::Bytes>(), std::optional(row.since));
    bulk.finish();
}

/// In the order of the table, so that each page of it is written once.
void write_keys(db::Transaction& transaction, const Scope& scope, const std::vector<Row>& rows)
{
    std::vector<std::tuple<std::string, std::string, int>> keys;
    for (const auto& row : rows)
        for (auto& key : keys_of(person_of(row), {row.home->postcode}))
            keys.emplace_back(std::move(key.key), row.id.text(), key.weight);
    std::sort(keys.begin(), keys.end());
    auto bulk = transaction.bulk(sql()("add_search_key"));
    for (const auto& [key, person, weight] : keys)
        bulk.add(scope.agency.text(), key, person, weight);
    bulk.finish();
}

} // namespace store_enter_detail

void enter_families(db::Transaction& transaction, const Scope& scope,
                    const std::vector<NewFamily>& families)
{
    using namespace store_enter_detail;
    std::vector<Row> rows;
    rows.reserve(families.size() * 2);
    for (const auto& family : families) {
        rows.push_back({crypto::new_id<PersonId>(), &family.child, &family.home, family.since});
        rows.push_back({crypto::new_id<PersonId>(), &family.adult, &family.home, family.since});
    }
    const auto& agency = scope.agency.text();
    {
        auto ties = transaction.bulk(sql()("add_tie"));
        for (std::size_t i = 0; i < families.size(); ++i) {
            const auto& tie = families[i].tie;
            ties.add(agency, rows[2 * i].id.text(), rows[2 * i + 1].id.text(), key_of(tie.bond),
                     key_of(tie.natural_parent), key_of(tie.responsibility), key_of(tie.care),
                     key_of(tie.contact), tie.emergency_contact, tie.from, tie.until);
        }
        ties.finish();
    }
    {
        auto schools = transaction.bulk(sql()("enter_school_place"));
        for (std::size_t i = 0; i < families.size(); ++i)
            if (const auto& school = families[i].school)
                schools.add(agency, rows[2 * i].id.text(), school->number(),
                            key_of(PlacementKind::main), std::optional(families[i].since));
        schools.finish();
    }
    // By id, as their tables lie.
    std::sort(rows.begin(), rows.end(),
              [](const Row& one, const Row& other) { return one.id < other.id; });
    write_people(transaction, scope, rows);
    write_caseload(transaction, scope, rows);
    write_homes(transaction, scope, rows);
    write_keys(transaction, scope, rows);
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.import", "", "",
                       {"children", "adults"});
}

} // namespace onroll::people
