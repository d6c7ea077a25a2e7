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

/// The answer of `change`; `meanwhile` where another change of the same moment does not go with it.
template <class Change>
auto unless_meanwhile(const Change& change, std::string_view meanwhile) -> decltype(change())
{
    try {
        return change();
    } catch (const db::Failure& failure) {
        if (!failure.is_constraint()) throw;
        return Error{ErrorKind::conflict, std::string(meanwhile), {}, "name"};
    }
}

constexpr std::string_view named_meanwhile =
    "Somebody gave a team that name at the same moment. Look at the teams, then try again";

} // namespace accounts_teams_detail

using namespace accounts_teams_detail;

Result<TeamId> open_team(const Services& services, const Actor& by, std::string_view name,
                         const Visit& visit)
{
    const auto team = name_from(name, "the team’s name", "name");
    if (!team) return team.error();
    const auto open = [&] {
        return db::with_retry(*services.database, "open team",
                              [&](db::Transaction& transaction) -> Result<TeamId> {
                                  auto added = add_team(transaction, by.agency, *team);
                                  if (!added) return added;
                                  note_team(transaction, visit, by, audit::Kind::recorded, *added,
                                            services.clock->now());
                                  return added;
                              });
    };
    return unless_meanwhile(open, named_meanwhile);
}

Result<void> rename_team(const Services& services, const Actor& by, const Team& was,
                         std::string_view name, const Visit& visit)
{
    const auto now_is = name_from(name, "the team’s name", "name");
    if (!now_is) return now_is.error();
    const auto rename = [&] {
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
    };
    return unless_meanwhile(rename, named_meanwhile);
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
    const auto remove = [&] {
        return db::with_retry(
            *services.database, "remove team", [&](db::Transaction& transaction) -> Result<void> {
                const auto found = find_team(transaction, by.agency, team);
                if (!found) return found.error();
                if (auto dropped = drop_team(transaction, by.agency, team); !dropped)
                    return dropped;
                note_team(transaction, visit, by, audit::Kind::removed, team,
                          services.clock->now());
                return {};
            });
    };
    return unless_meanwhile(remove,
                            "Somebody came into the team meanwhile. Take them out of it first");
}

} // namespace onroll::access
