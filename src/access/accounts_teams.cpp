// What an agency's administrators do with its teams.
#include "access/accounts_shared.h"

#include <algorithm>

namespace onroll::access {

using namespace accounts_shared;

namespace accounts_teams_detail {

void note_team(db::Transaction& transaction, const Visit& visit, const Actor& by, audit::Kind kind,
               const TeamId& team, Instant now, std::vector<std::string> fields = {})
{
    auto deed = account_deed(visit, {by.agency, by.user}, "staff.change", kind, by.user);
    deed.record_kind = "team";
    deed.record = team.text();
    deed.fields = std::move(fields);
    audit::note(transaction, deed, now);
}

} // namespace accounts_teams_detail

using namespace accounts_teams_detail;

Result<TeamId> open_team(const Services& services, const Actor& by, std::string_view name,
                         const Visit& visit)
{
    const auto team = name_from(name, "the team’s name", "name");
    if (!team) return team.error();
    return db::with_retry(
        *services.database, "open team", [&](db::Transaction& transaction) -> Result<TeamId> {
            auto added = add_team(transaction, by.agency, *team);
            if (!added) return added;
            note_team(transaction, visit, by, audit::Kind::recorded, *added, services.clock->now());
            return added;
        });
}

Result<void> rename_team(const Services& services, const Actor& by, const Team& was,
                         std::string_view name, const Visit& visit)
{
    const auto now_is = name_from(name, "the team’s name", "name");
    if (!now_is) return now_is.error();
    return db::with_retry(
        *services.database, "rename team", [&](db::Transaction& transaction) -> Result<void> {
            const auto found = find_team(transaction, by.agency, was.id);
            if (!found) return found.error();
            if (auto renamed = rename_team(transaction, by.agency, was, *now_is); !renamed)
                return renamed;
            if (*now_is != was.name)
                note_team(transaction, visit, by, audit::Kind::changed, was.id,
                          services.clock->now(), {"name"});
            return {};
        });
}

TeamHolds held_by_team(const Services& services, const Actor& by, const TeamId& team)
{
    TeamHolds holds;
    {
        auto reading = services.database->read(db::View::snapshot);
        for (auto& user : users_of_agency(reading, by.agency))
            if (std::find(user.teams.begin(), user.teams.end(), team) != user.teams.end())
                holds.people.push_back(std::move(user));
    }
    holds.records = services.records_of_team(by, team);
    return holds;
}

Result<void> remove_team(const Services& services, const Actor& by, const TeamId& team,
                         const Visit& visit)
{
    // Records may lie in a store of their own, so they are counted before: no page puts one on the
    // caseload of a team with nobody in it.
    if (services.records_of_team(by, team) > 0)
        return Error{ErrorKind::conflict,
                     "There are records on the team’s caseload. They must go first",
                     {},
                     {}};
    return db::with_retry(
        *services.database, "remove team", [&](db::Transaction& transaction) -> Result<void> {
            const auto found = find_team(transaction, by.agency, team);
            if (!found) return found.error();
            if (auto dropped = drop_team(transaction, by.agency, team); !dropped) return dropped;
            note_team(transaction, visit, by, audit::Kind::removed, team, services.clock->now());
            return {};
        });
}

} // namespace onroll::access
