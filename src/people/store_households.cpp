#include "people/store_households.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

Result<HouseholdId> form_household(db::Transaction& transaction, const Scope& scope,
                                   const PersonId& person, std::string_view name,
                                   const std::vector<PersonId>& with, Date from)
{
    if (name.empty()) return bad_input("Enter what to call the household", "name");
    if (name.size() > 100) return bad_input("Keep the name under 100 characters", "name");
    if (with.empty()) return bad_input("Choose who lives there too", "with");
    if (from > scope.today()) return bad_input("The day must be today or earlier", "from");
    const auto id = crypto::new_id<HouseholdId>();
    auto members = with;
    if (std::find(members.begin(), members.end(), person) == members.end())
        members.push_back(person);
    for (const auto& member : members)
        if (const auto sound = store_detail::check_changeable(transaction, scope.agency, member);
            !sound)
            return sound.error();
    transaction.run(sql()("add_household"), scope.agency.text(), id.text(), name);
    for (const auto& member : members)
        transaction.run(sql()("add_to_household"), scope.agency.text(), id.text(), member.text(),
                        from);
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       person.text(), {"household:" + id.text()});
    return id;
}

Result<void> leave_household(db::Transaction& transaction, const Scope& scope,
                             const HouseholdId& household, int version, const PersonId& person,
                             Date last_day)
{
    if (last_day > scope.today()) return bad_input("The day must be today or earlier", "until");
    const auto all = households_of(transaction, scope.agency, person);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Household& each) { return each.id == household; });
    if (found == all.end()) return not_found("They do not live in that household");
    for (const auto& member : found->members)
        if (member.person == person && !member.until && last_day < member.from)
            return bad_input("The last day must not be before the first", "until");
    if (transaction.run(sql()("grow_household"), scope.agency.text(), household.text(), version) !=
        1)
        return store_detail::stale();
    if (transaction.run(sql()("leave_household"), std::optional(last_day), scope.agency.text(),
                        household.text(), person.text()) != 1)
        return not_found("They have left that household already");
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       person.text(), {"household:" + household.text()});
    return {};
}

std::vector<Household> households_of(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& person)
{
    std::vector<Household> households;
    for (const auto& one : store_detail::group_of(database, agency, person)) {
        auto rows = database.query(sql()("households_of"), agency.text(), one.text());
        while (rows.next()) {
            const auto id = stored_id<HouseholdId>(rows.text("id"));
            if (households.empty() || households.back().id != id)
                households.push_back(
                    {id, rows.text("name"), static_cast<int>(rows.integer("version"))});
            HouseholdMember member{stored_id<PersonId>(rows.text("person"))};
            member.from = rows.date("starts_on");
            member.until = rows.optional_date("ends_on");
            auto& members = households.back().members;
            // Somebody who lived there twice is in the rows of both times, once for each.
            if (std::find(members.begin(), members.end(), member) == members.end())
                members.push_back(std::move(member));
        }
    }
    for (auto& household : households)
        for (auto& member : household.members) {
            member.person = store_detail::root_of(database, agency, member.person);
            if (const auto found = find_person(database, agency, member.person))
                member.name = called(found->name);
        }
    return households;
}

} // namespace onroll::people
